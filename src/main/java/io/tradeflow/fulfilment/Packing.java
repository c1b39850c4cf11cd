package io.tradeflow.fulfilment;

import io.tradeflow.catalog.Barcode;
import io.tradeflow.catalog.Barcodes;
import io.tradeflow.fulfilment.PickLists.Outcome;
import io.tradeflow.fulfilment.Shipment.PackageKind;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Packing package by package: what lies in which, kept at once, until all that passed is packed. */
@Service
@Transactional
public class Packing {

    /**
     * A shipment on the packing table.
     *
     * @param lines all that is to be packed
     */
    public record Table(
            String shipmentNumber,
            String dealNumber,
            String orderNumber,
            String buyerName,
            List<Line> lines,
            List<Shipment.Package> packages) {

        /** Whether all is packed and every package weighed. */
        public boolean isDone() {
            return !packages.isEmpty()
                    && lines.stream().allMatch(line -> line.left().signum() == 0)
                    && packages.stream()
                            .allMatch(one ->
                                    one.weightKg() != null && !one.contents().isEmpty());
        }
    }

    /** @param batch empty for goods without one */
    public record Line(
            int lineNo,
            int orderLineNo,
            String sku,
            String description,
            String batch,
            LocalDate expiresOn,
            Quantity quantity,
            BigDecimal packed) {

        /** What is not in any package yet. */
        public BigDecimal left() {
            return quantity.value().subtract(packed);
        }
    }

    /** A scan as a device sends it; {@code quantity} null for one piece or one package of the product. */
    public record Scan(UUID id, String code, int packageNo, BigDecimal quantity, String sku) {}

    /** @param line what it counted for, or the product whose batch is wanted */
    public record Answer(Outcome outcome, String message, String line, Table table) {}

    private static final int MOST_PACKAGES = 999;
    private static final BigDecimal HEAVIEST_KG = BigDecimal.valueOf(100_000);
    private static final BigDecimal LARGEST_CM = BigDecimal.valueOf(2_000);

    private final StoredShipments shipments;
    private final PackageTable table;
    private final ObjectProvider<Barcodes> barcodes;

    Packing(StoredShipments shipments, PackageTable table, ObjectProvider<Barcodes> barcodes) {
        this.shipments = shipments;
        this.table = table;
        this.barcodes = barcodes;
    }

    /** @throws Problem {@code warehouse-only}, not-found, {@code shipment-state} unless it waits to be packed */
    @Transactional(readOnly = true)
    public Table table(Actor by, String number) {
        PickLists.requirePicker(by);
        return read(toPack(number));
    }

    /** Puts what was scanned into a package, which begins with its first piece. @throws Problem as {@link #table}, or {@code invalid-scan} */
    public Answer scan(Actor by, String number, Scan scan) {
        PickLists.requirePicker(by);
        if (scan.id() == null || scan.code() == null || scan.code().isBlank()) {
            throw Problem.invalid("invalid-scan", "code", "A scan has an id and a code");
        }
        checkNumber(scan.packageNo());
        Table now = locked(number);
        if (table.isKnown(scan.id())) {
            return new Answer(Outcome.COUNTED, "Counted already", null, now);
        }
        ScanCode code = ScanCode.parse(scan.code());
        boolean isOfTheShipment = code.text() != null
                && now.lines().stream()
                        .anyMatch(line -> code.text().equalsIgnoreCase(line.sku())
                                || code.text().equalsIgnoreCase(line.batch()));
        Optional<Barcode> barcode = isOfTheShipment
                ? Optional.empty()
                : Optional.ofNullable(barcodes.getIfAvailable()).flatMap(known -> known.find(code.barcode()));
        String sku = barcode.map(Barcode::sku).orElse(code.text());
        String batch = code.batch();
        List<Line> lines = now.lines().stream()
                .filter(line -> line.sku().equalsIgnoreCase(sku))
                .toList();
        if (lines.isEmpty() && code.text() != null && barcode.isEmpty()) {
            batch = code.text();
            lines = now.lines().stream()
                    .filter(line -> line.batch().equalsIgnoreCase(code.text())
                            && (scan.sku() == null || line.sku().equals(scan.sku())))
                    .toList();
        }
        if (lines.isEmpty()) {
            return refused(now, (sku == null ? scan.code() : sku) + " does not belong into this shipment");
        }
        String wanted = batch;
        List<Line> ofBatch = wanted == null
                ? lines
                : lines.stream()
                        .filter(line -> line.batch().equalsIgnoreCase(wanted))
                        .toList();
        if (ofBatch.isEmpty()) {
            return refused(
                    now, "Batch " + wanted + " of " + lines.get(0).sku() + " does not belong into this shipment");
        }
        if (wanted == null && ofBatch.stream().map(Line::batch).distinct().count() > 1) {
            return new Answer(
                    Outcome.BATCH_WANTED,
                    lines.get(0).sku() + " goes in more than one batch. Now scan the batch",
                    lines.get(0).sku(),
                    now);
        }
        return put(by, number, scan, pieces(barcode), ofBatch, now);
    }

    private Answer put(Actor by, String number, Scan scan, BigDecimal pieces, List<Line> lines, Table now) {
        Optional<Line> open =
                lines.stream().filter(line -> line.left().signum() > 0).findFirst();
        if (open.isEmpty()) {
            return refused(now, "All of " + lines.get(0).sku() + " is packed already");
        }
        Line line = open.get();
        BigDecimal quantity = scan.quantity() == null ? pieces.min(line.left()) : scan.quantity();
        if (quantity.signum() <= 0 || quantity.compareTo(line.left()) > 0) {
            return refused(now, "Only " + plain(line.left()) + " of " + line.sku() + " are left to pack");
        }
        table.put(scan.id(), number, scan.packageNo(), line.lineNo(), quantity, by);
        return new Answer(
                Outcome.COUNTED,
                plain(quantity) + " " + line.sku() + " in package " + scan.packageNo() + ", "
                        + plain(line.left().subtract(quantity)) + " left",
                String.valueOf(line.lineNo()),
                read(toPack(number)));
    }

    /** Weight, kind and size of a package. @throws Problem as {@link #table}, or {@code invalid-package} naming each wrong field */
    public Table describe(
            Actor by, String number, int packageNo, PackageKind kind, BigDecimal weightKg, Shipment.Size size) {
        PickLists.requirePicker(by);
        checkNumber(packageNo);
        locked(number);
        List<Violation> wrong = new ArrayList<>();
        checkRange("weightKg", weightKg, HEAVIEST_KG, 3, wrong);
        if (size != null) {
            checkRange("size.lengthCm", size.lengthCm(), LARGEST_CM, 1, wrong);
            checkRange("size.widthCm", size.widthCm(), LARGEST_CM, 1, wrong);
            checkRange("size.heightCm", size.heightCm(), LARGEST_CM, 1, wrong);
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-package", "The package is not right", wrong);
        }
        table.describe(number, packageNo, kind == null ? PackageKind.CARTON : kind, weightKg, size);
        return read(toPack(number));
    }

    /** Takes everything out of a package again. @throws Problem as {@link #table} */
    public Table unpack(Actor by, String number, int packageNo) {
        PickLists.requirePicker(by);
        locked(number);
        table.remove(number, packageNo);
        return read(toPack(number));
    }

    /** @throws Problem {@code packing-unfinished} naming each line that is not packed whole and each package that is empty or not weighed */
    @Transactional(readOnly = true)
    public void checkFinished(String number) {
        Table now = read(toPack(number));
        List<Violation> wrong = new ArrayList<>();
        if (now.packages().isEmpty()) {
            wrong.add(new Violation("packages", "Nothing is packed yet"));
        }
        now.lines().stream()
                .filter(line -> line.left().signum() != 0)
                .forEach(line -> wrong.add(new Violation(
                        "lines[" + line.lineNo() + "]",
                        plain(line.left()) + " of " + line.sku() + " are in no package")));
        now.packages().forEach(one -> {
            if (one.weightKg() == null) {
                wrong.add(new Violation("packages[" + one.packageNo() + "].weightKg", "What does it weigh?"));
            }
            if (one.contents().isEmpty()) {
                wrong.add(new Violation("packages[" + one.packageNo() + "]", "The package is empty: take it away"));
            }
        });
        if (!wrong.isEmpty()) {
            throw Problem.invalid("packing-unfinished", "The packing is not finished", wrong);
        }
    }

    private StoredShipment toPack(String number) {
        StoredShipment shipment =
                shipments.findByNumber(number).orElseThrow(() -> Problem.notFound("shipment", number));
        shipment.require(Shipment.Status.INSPECTED);
        return shipment;
    }

    private Table locked(String number) {
        table.lock(number);
        return read(toPack(number));
    }

    private Table read(StoredShipment stored) {
        Shipment shipment = stored.toShipment();
        List<Shipment.Package> packages = table.of(shipment.number());
        Map<Integer, BigDecimal> packed = new HashMap<>();
        packages.stream()
                .flatMap(one -> one.contents().stream())
                .forEach(content ->
                        packed.merge(content.lineNo(), content.quantity().value(), BigDecimal::add));
        List<Line> lines = shipment.lines().stream()
                .filter(line -> line.quantity().isPositive())
                .map(line -> new Line(
                        line.lineNo(),
                        line.orderLineNo(),
                        line.sku(),
                        line.description(),
                        line.batch(),
                        line.expiresOn(),
                        line.quantity(),
                        packed.getOrDefault(line.lineNo(), BigDecimal.ZERO)))
                .toList();
        return new Table(
                shipment.number(),
                shipment.dealNumber(),
                shipment.orderNumber(),
                shipment.buyerName(),
                lines,
                packages);
    }

    private BigDecimal pieces(Optional<Barcode> barcode) {
        return barcode.map(known -> barcodes.getObject().pieces(known)).orElse(BigDecimal.ONE);
    }

    private static Answer refused(Table now, String message) {
        return new Answer(Outcome.REFUSED, message, null, now);
    }

    private static void checkNumber(int packageNo) {
        if (packageNo < 1 || packageNo > MOST_PACKAGES) {
            throw Problem.invalid("invalid-package", "packageNo", "Packages are numbered from 1 to " + MOST_PACKAGES);
        }
    }

    private static void checkRange(
            String field, BigDecimal value, BigDecimal most, int decimals, List<Violation> wrong) {
        if (value == null || value.signum() <= 0 || value.compareTo(most) > 0) {
            wrong.add(new Violation(field, "Above 0 and at most " + most.toPlainString()));
        } else if (value.stripTrailingZeros().scale() > decimals) {
            wrong.add(new Violation(field, "At most " + decimals + (decimals == 1 ? " decimal" : " decimals")));
        }
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
