package io.tradeflow.fulfilment;

import io.tradeflow.fulfilment.InspectionSheet.Defect;
import io.tradeflow.fulfilment.InspectionSheet.Item;
import io.tradeflow.fulfilment.InspectionSheet.Kind;
import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checklists, samples and findings in the database. */
@Repository
class InspectionTable {

    /** @param name as the certificate prints it */
    record Named(String code, String name) {}

    record Sample(int sample, int accept) {}

    /** What was found in a line, with the defect in words. */
    record Found(
            int lineNo,
            int sample,
            int defective,
            String defectCode,
            String defect,
            boolean blockBatch,
            List<Inspection.Check> checks) {}

    /** The checklist nearest to the product: its own, that of its category or of one above, else the general one. */
    private static final String NEAREST =
            """
            with recursive place as (
              select c.code, c.parent_code, 1 as distance
              from product p join category c on c.code = p.category_code where p.sku = :sku
              union all
              select c.code, c.parent_code, place.distance + 1 from category c join place on c.code = place.parent_code
            )
            select l.code, l.name from qc_checklist l left join place on place.code = l.category_code
            where (l.sku = :sku or place.code is not null or (l.sku is null and l.category_code is null))
              and (l.valid_from is null or l.valid_from <= :today) and (l.valid_to is null or l.valid_to >= :today)
            order by l.sku nulls last, place.distance nulls last limit 1
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    InspectionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Named> checklist(String sku) {
        return jdbc.sql(NEAREST)
                .param("sku", sku)
                .param("today", LocalDate.now(clock))
                .query(Named.class)
                .optional();
    }

    List<Item> items(String checklistCode) {
        return jdbc.sql("select item_no, kind, label, unit, least, most from qc_item"
                        + " where checklist_code = :code order by item_no")
                .param("code", checklistCode)
                .query((row, index) -> new Item(
                        row.getInt("item_no"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("label"),
                        row.getString("unit"),
                        row.getBigDecimal("least"),
                        row.getBigDecimal("most")))
                .list();
    }

    Optional<Sample> sample(BigDecimal lot) {
        return jdbc.sql("select sample, accept from qc_sample where lot_from <= :lot order by lot_from desc limit 1")
                .param("lot", lot)
                .query(Sample.class)
                .optional();
    }

    List<Defect> defects() {
        return jdbc.sql("select code, label from qc_defect order by label")
                .query(Defect.class)
                .list();
    }

    void keep(
            String shipmentNumber,
            int lineNo,
            String checklist,
            InspectionSheet.Finding finding,
            Map<Integer, Inspection.Check> checks,
            Actor by) {
        jdbc.sql("delete from qc_line where shipment_number = :shipment and line_no = :line")
                .param("shipment", shipmentNumber)
                .param("line", lineNo)
                .update();
        jdbc.sql(
                        """
                        insert into qc_line (shipment_number, line_no, checklist, sample, defective, defect_code, block_batch,
                                             inspected_by, inspected_at)
                        values (:shipment, :line, :checklist, :sample, :defective, :defect, :block, :by, :now)
                        """)
                .param("shipment", shipmentNumber)
                .param("line", lineNo)
                .param("checklist", checklist)
                .param("sample", finding.sample())
                .param("defective", finding.defective())
                .param("defect", finding.defectCode())
                .param("block", finding.blockBatch())
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
        checks.forEach((item, check) -> jdbc.sql(
                        """
                        insert into qc_result (shipment_number, line_no, item_no, label, wanted, found, passed)
                        values (:shipment, :line, :item, :label, :wanted, :found, :passed)
                        """)
                .param("shipment", shipmentNumber)
                .param("line", lineNo)
                .param("item", item)
                .param("label", check.label())
                .param("wanted", check.wanted())
                .param("found", check.found())
                .param("passed", check.passed())
                .update());
    }

    /** By line. */
    Map<Integer, Found> found(String shipmentNumber) {
        Map<Integer, Found> found = new HashMap<>();
        jdbc.sql(
                        """
                        select l.line_no, l.sample, l.defective, l.defect_code, d.label as defect, l.block_batch,
                               r.label, r.wanted, r.found, r.passed
                        from qc_line l
                          left join qc_defect d on d.code = l.defect_code
                          left join qc_result r on r.shipment_number = l.shipment_number and r.line_no = l.line_no
                        where l.shipment_number = :shipment order by l.line_no, r.item_no
                        """)
                .param("shipment", shipmentNumber)
                .query(row -> {
                    int line = row.getInt("line_no");
                    if (!found.containsKey(line)) {
                        found.put(
                                line,
                                new Found(
                                        line,
                                        row.getInt("sample"),
                                        row.getInt("defective"),
                                        row.getString("defect_code"),
                                        row.getString("defect"),
                                        row.getBoolean("block_batch"),
                                        new ArrayList<>()));
                    }
                    if (row.getString("label") != null) {
                        found.get(line)
                                .checks()
                                .add(new Inspection.Check(
                                        row.getString("label"),
                                        row.getString("wanted"),
                                        row.getString("found"),
                                        row.getBoolean("passed")));
                    }
                });
        return found;
    }
}
