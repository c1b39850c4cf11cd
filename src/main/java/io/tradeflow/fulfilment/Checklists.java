package io.tradeflow.fulfilment;

import io.tradeflow.catalog.ProductChanges;
import io.tradeflow.fulfilment.InspectionSheet.Item;
import io.tradeflow.fulfilment.InspectionSheet.Kind;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The checklists of quality, as quality keeps them. */
@Service
@Transactional
public class Checklists {

    private static final String QUALITY = "quality";
    private static final String ADMINISTRATORS = "camunda-admin";
    private static final int MOST_ITEMS = 50;
    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final InspectionTable table;

    Checklists(JdbcClient jdbc, InspectionTable table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** By code. */
    @Transactional(readOnly = true)
    public List<Checklist> all() {
        return jdbc.sql("select code, name, sku, category_code, valid_from, valid_to from qc_checklist order by code")
                .query((row, index) -> new Checklist(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("sku"),
                        row.getString("category_code"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        table.items(row.getString("code"))))
                .list();
    }

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public Checklist checklist(String code) {
        return all().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("checklist", code));
    }

    /** Whether this actor writes checklists. */
    public boolean mayKeep(Actor by) {
        return ProductChanges.mayChange(by)
                || by instanceof Actor.Staff staff && (staff.isIn(QUALITY) || staff.isIn(ADMINISTRATORS));
    }

    /** Adds the checklist or changes the one with this code; inspections that are over stay as they were. @throws Problem {@code quality-only}, {@code invalid-checklist} naming each wrong field */
    public void save(Actor by, Checklist checklist) {
        if (!mayKeep(by)) {
            throw Problem.forbidden(
                    "quality-only", "Checklists are kept by quality and by those who keep the catalogue");
        }
        List<Violation> wrong = violations(checklist);
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-checklist", "The checklist cannot be kept", wrong);
        }
        jdbc.sql(
                        """
                        insert into qc_checklist (code, name, sku, category_code, valid_from, valid_to)
                        values (:code, :name, :sku, :category, :from, :to)
                        on conflict (code) do update
                        set name = excluded.name, sku = excluded.sku, category_code = excluded.category_code,
                            valid_from = excluded.valid_from, valid_to = excluded.valid_to
                        """)
                .param("code", checklist.code())
                .param("name", checklist.name().strip())
                .param("sku", checklist.sku())
                .param("category", checklist.category())
                .param("from", checklist.validFrom())
                .param("to", checklist.validTo())
                .update();
        jdbc.sql("delete from qc_item where checklist_code = :code")
                .param("code", checklist.code())
                .update();
        checklist.items().forEach(item -> jdbc.sql(
                        """
                        insert into qc_item (checklist_code, item_no, kind, label, unit, least, most)
                        values (:code, :item, :kind, :label, :unit, :least, :most)
                        """)
                .param("code", checklist.code())
                .param("item", item.itemNo())
                .param("kind", item.kind().name())
                .param("label", item.label().strip())
                .param("unit", item.unit())
                .param("least", item.least())
                .param("most", item.most())
                .update());
    }

    private List<Violation> violations(Checklist checklist) {
        List<Violation> wrong = new ArrayList<>();
        if (checklist.code() == null || !checklist.code().matches("[A-Z0-9][A-Z0-9-]{0,39}")) {
            wrong.add(new Violation("code", "Capitals, digits and hyphens, at most 40"));
        }
        checkName("name", checklist.name(), wrong);
        if (checklist.validFrom() != null
                && checklist.validTo() != null
                && checklist.validTo().isBefore(checklist.validFrom())) {
            wrong.add(new Violation("validTo", "It cannot end before it begins"));
        } else if (checklist.sku() != null && checklist.category() != null) {
            wrong.add(new Violation("category", "A checklist is for a product or for a category"));
        } else {
            checkSubject(checklist, wrong);
        }
        if (checklist.items() == null
                || checklist.items().isEmpty()
                || checklist.items().size() > MOST_ITEMS) {
            wrong.add(new Violation("items", "1 to " + MOST_ITEMS + " items are needed"));
            return wrong;
        }
        Set<Integer> numbers = new HashSet<>();
        for (int at = 0; at < checklist.items().size(); at++) {
            checkItem(checklist.items().get(at), "items[" + at + "].", numbers, wrong);
        }
        return wrong;
    }

    private void checkSubject(Checklist checklist, List<Violation> wrong) {
        if (checklist.sku() != null && isMissing("product", "sku", checklist.sku())) {
            wrong.add(new Violation("sku", "There is no product " + checklist.sku()));
        }
        if (checklist.category() != null && isMissing("category", "code", checklist.category())) {
            wrong.add(new Violation("category", "There is no category " + checklist.category()));
        }
        jdbc.sql(
                        """
                        select code from qc_checklist where code <> coalesce(:code, '')
                          and sku is not distinct from cast(:sku as varchar)
                          and category_code is not distinct from cast(:category as varchar)
                          and daterange(valid_from, valid_to, '[]') && daterange(cast(:from as date), cast(:to as date), '[]')
                        order by code limit 1
                        """)
                .param("code", checklist.code())
                .param("sku", checklist.sku())
                .param("category", checklist.category())
                .param("from", checklist.validFrom())
                .param("to", checklist.validTo())
                .query(String.class)
                .optional()
                .ifPresent(other -> wrong.add(new Violation(
                        checklist.sku() == null ? "category" : "sku",
                        "Checklist " + other + " is for the same goods; end it the day before this one begins")));
    }

    private boolean isMissing(String table, String column, String value) {
        return !jdbc.sql("select exists (select from " + table + " where " + column + " = :value)")
                .param("value", value)
                .query(Boolean.class)
                .single();
    }

    private static void checkItem(Item item, String path, Set<Integer> numbers, List<Violation> wrong) {
        if (item.itemNo() < 1 || !numbers.add(item.itemNo())) {
            wrong.add(new Violation(path + "itemNo", "Items are numbered from 1, each once"));
        }
        checkName(path + "label", item.label(), wrong);
        if (item.kind() == null) {
            wrong.add(new Violation(path + "kind", "VISUAL, COUNT, MEASURE or DOCUMENT"));
        }
        BigDecimal least = item.least();
        BigDecimal most = item.most();
        boolean hasLimit = least != null || most != null;
        if (item.kind() == Kind.MEASURE != hasLimit) {
            wrong.add(new Violation(path + "least", "A measure, and only a measure, has a least or a most value"));
        }
        if (least != null && most != null && least.compareTo(most) > 0) {
            wrong.add(new Violation(path + "most", "Not below the least value"));
        }
    }

    private static void checkName(String field, String text, List<Violation> wrong) {
        if (text == null || text.isBlank() || text.length() > LONGEST_NAME) {
            wrong.add(new Violation(field, "1 to " + LONGEST_NAME + " characters are needed"));
        }
    }
}
