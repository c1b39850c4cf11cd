package io.tradeflow.quotation;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The templates that quotes are begun with, kept by the sales managers. */
@Service
public class QuoteTemplates {

    /** The template of buyers whose segment has none of its own. */
    public static final String STANDARD = "STANDARD";

    /** The kinds of approval that a template may ask for, in the order of the decision table. */
    public static final List<String> APPROVALS =
            List.of("DISCOUNT", "MARGIN", "FLOOR", "VALUE", "CREDIT", "STOCK", "EXPORT", "TERMS");

    private static final Set<String> KEEP = Set.of("sales-managers", "directors");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int LONGEST_VALIDITY = 366;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SEGMENT = 40;
    private static final int CHARGE_DECIMALS = 2;
    private static final String ALL = "select * from quote_template";

    private static final String SAVE =
            """
            insert into quote_template (code, name, segment, validity_days, terms, payment_terms, shipping_terms, incoterms,
                note, approval_note, charges_currency, freight, packing, insurance, approvals)
            values (:code, :name, :segment, :validityDays, :terms, :paymentTerms, :shippingTerms, :incoterms, :note,
                :approvalNote, :currency, :freight, :packing, :insurance, :approvals)
            on conflict (code) do update set name = excluded.name, segment = excluded.segment,
                validity_days = excluded.validity_days, terms = excluded.terms, payment_terms = excluded.payment_terms,
                shipping_terms = excluded.shipping_terms, incoterms = excluded.incoterms, note = excluded.note,
                approval_note = excluded.approval_note, charges_currency = excluded.charges_currency,
                freight = excluded.freight, packing = excluded.packing, insurance = excluded.insurance,
                approvals = excluded.approvals, version = quote_template.version + 1""";

    private final JdbcClient jdbc;

    QuoteTemplates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The standard one first, then by name. */
    public List<QuoteTemplate> all() {
        return jdbc.sql(ALL + " order by code <> 'STANDARD', name")
                .query((row, index) -> read(row))
                .list();
    }

    public Optional<QuoteTemplate> find(String code) {
        return jdbc.sql(ALL + " where code = :code")
                .param("code", code, Types.VARCHAR)
                .query((row, index) -> read(row))
                .optional();
    }

    /** The segment's own, else the standard one. */
    Optional<QuoteTemplate> forSegment(String segment) {
        return jdbc.sql(ALL + " where segment = :segment or code = 'STANDARD' order by segment is null limit 1")
                .param("segment", segment, Types.VARCHAR)
                .query((row, index) -> read(row))
                .optional();
    }

    public boolean mayKeep(Actor by) {
        return by instanceof Actor.Program
                || by instanceof Actor.Staff staff && KEEP.stream().anyMatch(staff::isIn);
    }

    /**
     * Enters or changes a template; quotes begun with it stay as they are.
     *
     * @throws Problem {@code sales-managers-only}; {@code quote-template-invalid} per field
     */
    @Transactional
    public QuoteTemplate save(Actor by, QuoteTemplate template) {
        if (!mayKeep(by)) {
            throw Problem.forbidden("sales-managers-only", "Templates of quotes are kept by the sales managers");
        }
        check(template);
        QuoteTemplate.Charges charges = template.charges();
        try {
            jdbc.sql(SAVE)
                    .param("code", template.code())
                    .param("name", template.name().strip())
                    .param("segment", template.segment(), Types.VARCHAR)
                    .param("validityDays", template.validityDays())
                    .param("terms", template.terms().strip())
                    .param("paymentTerms", template.paymentTerms(), Types.VARCHAR)
                    .param("shippingTerms", template.shippingTerms(), Types.VARCHAR)
                    .param("incoterms", template.incoterms(), Types.VARCHAR)
                    .param("note", template.note(), Types.VARCHAR)
                    .param("approvalNote", template.approvalNote(), Types.VARCHAR)
                    .param("currency", charges.isEmpty() ? null : charges.currency(), Types.VARCHAR)
                    .param("freight", charges.freight(), Types.NUMERIC)
                    .param("packing", charges.packing(), Types.NUMERIC)
                    .param("insurance", charges.insurance(), Types.NUMERIC)
                    .param("approvals", template.approvals().toArray(String[]::new))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Problem.invalid(
                    "quote-template-invalid", "segment", "Segment " + template.segment() + " has a template already");
        }
        return template;
    }

    private static void check(QuoteTemplate template) {
        List<Violation> violations = new ArrayList<>();
        if (template.code() == null || !CODE.matcher(template.code()).matches()) {
            violations.add(new Violation("code", "A code has capital letters, digits and hyphens, at most 40"));
        }
        if (template.name() == null || template.name().isBlank()) {
            violations.add(new Violation("name", "A name is needed"));
        }
        if (template.validityDays() < 1 || template.validityDays() > LONGEST_VALIDITY) {
            violations.add(new Violation("validityDays", "Quotes are valid for 1 to " + LONGEST_VALIDITY + " days"));
        }
        if (template.terms() == null || template.terms().isBlank()) {
            violations.add(new Violation("terms", "At least one condition is needed"));
        }
        if (STANDARD.equals(template.code()) && template.segment() != null) {
            violations.add(new Violation("segment", "The standard template is for all who have no other"));
        }
        QuoteTexts.check("incoterms", template.incoterms(), violations);
        QuoteTexts.longest("name", template.name(), LONGEST_NAME, violations);
        QuoteTexts.longest("segment", template.segment(), LONGEST_SEGMENT, violations);
        QuoteTexts.longest("terms", template.terms(), QuoteTexts.LONGEST_TERMS, violations);
        QuoteTexts.checkPayment("paymentTerms", template.paymentTerms(), violations);
        QuoteTexts.longest("shippingTerms", template.shippingTerms(), QuoteTexts.LONGEST_LINE, violations);
        QuoteTexts.longest("note", template.note(), QuoteTexts.LONGEST_NOTE, violations);
        QuoteTexts.longest("approvalNote", template.approvalNote(), QuoteTexts.LONGEST_NOTE, violations);
        check(template.charges(), violations);
        template.approvals().stream()
                .filter(kind -> !APPROVALS.contains(kind))
                .forEach(kind -> violations.add(
                        new Violation("approvals", "'" + kind + "' is none of " + String.join(", ", APPROVALS))));
        if (!violations.isEmpty()) {
            throw Problem.invalid("quote-template-invalid", "The template needs correction", violations);
        }
    }

    private static void check(QuoteTemplate.Charges charges, List<Violation> violations) {
        check("freight", charges.freight(), violations);
        check("packing", charges.packing(), violations);
        check("insurance", charges.insurance(), violations);
        boolean currency = charges.currency() != null
                && CURRENCY.matcher(charges.currency()).matches();
        if (!charges.isEmpty() && !currency) {
            violations.add(new Violation("currency", "Say in which currency the charges are, for example INR"));
        }
    }

    private static void check(String field, BigDecimal charge, List<Violation> violations) {
        if (charge != null
                && (charge.signum() < 0 || charge.stripTrailingZeros().scale() > CHARGE_DECIMALS)) {
            violations.add(new Violation(field, "is not below zero and has at most 2 decimals"));
        }
    }

    private static QuoteTemplate read(ResultSet row) throws SQLException {
        return new QuoteTemplate(
                row.getString("code"),
                row.getString("name"),
                row.getString("segment"),
                row.getInt("validity_days"),
                row.getString("terms"),
                row.getString("payment_terms"),
                row.getString("shipping_terms"),
                row.getString("incoterms"),
                row.getString("note"),
                row.getString("approval_note"),
                new QuoteTemplate.Charges(
                        row.getString("charges_currency"),
                        row.getBigDecimal("freight"),
                        row.getBigDecimal("packing"),
                        row.getBigDecimal("insurance")),
                List.of((String[]) row.getArray("approvals").getArray()));
    }
}
