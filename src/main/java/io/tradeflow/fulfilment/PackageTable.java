package io.tradeflow.fulfilment;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The packages in the database. */
@Repository
class PackageTable {

    private final JdbcClient jdbc;
    private final PackageLabel label;
    private final Clock clock;

    PackageTable(JdbcClient jdbc, PackageLabel label, Clock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.label = label;
    }

    /** By number, each with its contents. */
    List<Shipment.Package> of(String shipmentNumber) {
        Map<Integer, Shipment.Package> packages = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select p.*, c.line_no, c.quantity, l.sku, l.description, l.batch, l.expires_on, l.unit
                        from shipment_package p
                          left join shipment_package_content c
                            on c.shipment_number = p.shipment_number and c.package_no = p.package_no
                          left join shipment s on s.number = p.shipment_number
                          left join shipment_line l on l.shipment_id = s.id and l.line_no = c.line_no
                        where p.shipment_number = :shipment
                        order by p.package_no, c.line_no
                        """)
                .param("shipment", shipmentNumber)
                .query(row -> {
                    int number = row.getInt("package_no");
                    if (!packages.containsKey(number)) {
                        packages.put(number, packageOf(row, number));
                    }
                    if (row.getBigDecimal("quantity") != null) {
                        packages.get(number).contents().add(content(row));
                    }
                });
        return List.copyOf(packages.values());
    }

    /** These and no others. A package that was there under the same number keeps its label. */
    void replace(String shipmentNumber, List<PackageEntry> entries) {
        jdbc.sql("delete from shipment_package where shipment_number = :shipment and not package_no = any(:numbers)")
                .param("shipment", shipmentNumber)
                .param("numbers", entries.stream().map(PackageEntry::packageNo).toArray(Integer[]::new))
                .update();
        jdbc.sql("delete from shipment_package_content where shipment_number = :shipment")
                .param("shipment", shipmentNumber)
                .update();
        keepPackages(shipmentNumber, entries);
        keepContents(shipmentNumber, entries);
    }

    /** Keeps two devices from packing the same piece. */
    void lock(String shipmentNumber) {
        jdbc.sql("select number from shipment where number = :shipment for update")
                .param("shipment", shipmentNumber)
                .query(String.class)
                .list();
    }

    boolean isKnown(UUID scan) {
        return jdbc.sql("select exists (select from pack_scan where id = :id)")
                .param("id", scan)
                .query(Boolean.class)
                .single();
    }

    /** Puts goods into a package, which is there from then on. */
    void put(UUID scan, String shipmentNumber, int packageNo, int lineNo, BigDecimal quantity, Actor by) {
        jdbc.sql(
                        """
                        insert into pack_scan (id, shipment_number, package_no, line_no, quantity, scanned_by, scanned_at)
                        values (:id, :shipment, :package, :line, :quantity, :by, :now)
                        """)
                .param("id", scan)
                .param("shipment", shipmentNumber)
                .param("package", packageNo)
                .param("line", lineNo)
                .param("quantity", quantity)
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
        open(shipmentNumber, packageNo);
        jdbc.sql(
                        """
                        insert into shipment_package_content (shipment_number, package_no, line_no, quantity)
                        values (:shipment, :package, :line, :quantity)
                        on conflict (shipment_number, package_no, line_no)
                            do update set quantity = shipment_package_content.quantity + excluded.quantity
                        """)
                .param("shipment", shipmentNumber)
                .param("package", packageNo)
                .param("line", lineNo)
                .param("quantity", quantity)
                .update();
    }

    void describe(
            String shipmentNumber, int packageNo, Shipment.PackageKind kind, BigDecimal weightKg, Shipment.Size size) {
        open(shipmentNumber, packageNo);
        jdbc.sql(
                        """
                        update shipment_package
                        set kind = :kind, weight_kg = :weight, length_cm = :length, width_cm = :width, height_cm = :height
                        where shipment_number = :shipment and package_no = :package
                        """)
                .param("kind", kind.name())
                .param("weight", weightKg)
                .param("length", size == null ? null : size.lengthCm())
                .param("width", size == null ? null : size.widthCm())
                .param("height", size == null ? null : size.heightCm())
                .param("shipment", shipmentNumber)
                .param("package", packageNo)
                .update();
    }

    void remove(String shipmentNumber, int packageNo) {
        jdbc.sql("delete from shipment_package where shipment_number = :shipment and package_no = :package")
                .param("shipment", shipmentNumber)
                .param("package", packageNo)
                .update();
    }

    private void open(String shipmentNumber, int packageNo) {
        jdbc.sql(
                        """
                        insert into shipment_package (shipment_number, package_no, label, kind)
                        values (:shipment, :package, :label, 'CARTON') on conflict (shipment_number, package_no) do nothing
                        """)
                .param("shipment", shipmentNumber)
                .param("package", packageNo)
                .param(
                        "label",
                        label.of(jdbc.sql("select nextval('package_serial_seq')")
                                .query(Long.class)
                                .single()))
                .update();
    }

    private void keepPackages(String shipmentNumber, List<PackageEntry> entries) {
        List<String> labels = jdbc
                .sql("select nextval('package_serial_seq') from generate_series(1, :count)")
                .param("count", entries.size())
                .query(Long.class)
                .list()
                .stream()
                .map(label::of)
                .toList();
        jdbc.sql(
                        """
                        insert into shipment_package
                            (shipment_number, package_no, label, kind, weight_kg, length_cm, width_cm, height_cm)
                        select :shipment, number, label, kind, weight, length, width, height
                        from unnest(:numbers::integer[], :labels::varchar[], :kinds::varchar[], :weights::numeric[],
                                    :lengths::numeric[], :widths::numeric[], :heights::numeric[])
                            as p (number, label, kind, weight, length, width, height)
                        on conflict (shipment_number, package_no) do update
                        set kind = excluded.kind, weight_kg = excluded.weight_kg, length_cm = excluded.length_cm,
                            width_cm = excluded.width_cm, height_cm = excluded.height_cm
                        """)
                .param("shipment", shipmentNumber)
                .param("numbers", entries.stream().map(PackageEntry::packageNo).toArray(Integer[]::new))
                .param("labels", labels.toArray(String[]::new))
                .param(
                        "kinds",
                        entries.stream().map(entry -> entry.kind().name()).toArray(String[]::new))
                .param("weights", plain(entries, PackageEntry::weightKg))
                .param("lengths", plain(entries, side(Shipment.Size::lengthCm)))
                .param("widths", plain(entries, side(Shipment.Size::widthCm)))
                .param("heights", plain(entries, side(Shipment.Size::heightCm)))
                .update();
    }

    private void keepContents(String shipmentNumber, List<PackageEntry> entries) {
        List<Integer> numbers = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        List<String> quantities = new ArrayList<>();
        for (PackageEntry entry : entries) {
            entry.contents().forEach((line, quantity) -> {
                numbers.add(entry.packageNo());
                lines.add(line);
                quantities.add(quantity.toPlainString());
            });
        }
        jdbc.sql(
                        """
                        insert into shipment_package_content (shipment_number, package_no, line_no, quantity)
                        select :shipment, * from unnest(:numbers::integer[], :lines::integer[], :quantities::numeric[])
                        """)
                .param("shipment", shipmentNumber)
                .param("numbers", numbers.toArray(Integer[]::new))
                .param("lines", lines.toArray(Integer[]::new))
                .param("quantities", quantities.toArray(String[]::new))
                .update();
    }

    private static Function<PackageEntry, BigDecimal> side(Function<Shipment.Size, BigDecimal> side) {
        return entry -> entry.size() == null ? null : side.apply(entry.size());
    }

    private static String[] plain(List<PackageEntry> entries, Function<PackageEntry, BigDecimal> part) {
        return entries.stream()
                .map(part)
                .map(value -> value == null ? null : value.toPlainString())
                .toArray(String[]::new);
    }

    private static Shipment.Package packageOf(ResultSet row, int number) throws SQLException {
        BigDecimal length = row.getBigDecimal("length_cm");
        return new Shipment.Package(
                number,
                row.getString("label"),
                Shipment.PackageKind.valueOf(row.getString("kind")),
                row.getBigDecimal("weight_kg"),
                length == null
                        ? null
                        : new Shipment.Size(length, row.getBigDecimal("width_cm"), row.getBigDecimal("height_cm")),
                new ArrayList<>());
    }

    private static Shipment.Content content(ResultSet row) throws SQLException {
        return new Shipment.Content(
                row.getInt("line_no"),
                row.getString("sku"),
                row.getString("description"),
                row.getString("batch"),
                row.getObject("expires_on", LocalDate.class),
                new Quantity(row.getBigDecimal("quantity"), row.getString("unit")));
    }
}
