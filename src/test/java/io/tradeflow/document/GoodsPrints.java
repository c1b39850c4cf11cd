package io.tradeflow.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** The papers of goods as the other rooms fill them, as long as is asked for. */
final class GoodsPrints {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String SHIPMENT = "SHP-2627-000031";
    private static final String[] GOODS = {
        "Deep groove ball bearing 6205-2RS, C3 clearance",
        "Hex bolt M12 × 60, grade 8.8, zinc plated",
        "Hydraulic hose assembly 1/2\" SAE 100R2, 1.5 m with swivel fittings both ends",
        "Gear oil ISO VG 220, 26 l pail"
    };

    private GoodsPrints() {}

    private static String goods(int line) {
        return GOODS[line % GOODS.length];
    }

    private static String batch(int line) {
        return line % 3 == 0 ? null : "B2611-" + line;
    }

    private static LocalDate expiry(int line) {
        return line % 3 == 0 ? null : LocalDate.of(2028, 3, 31);
    }

    private static PartyPrint warehouse() {
        return PartyPrint.of("Chakan warehouse", Prints.PUNE, "27AAECD4821K1ZQ");
    }

    static PickingListPrint pickingList(int lines) {
        return new PickingListPrint(
                SHIPMENT,
                DAY,
                Prints.seller(),
                "Chakan warehouse, Pune",
                Prints.buyer("Sahyadri Agro Private Limited"),
                Prints.reference(),
                "Pallets of at most 1.2 m, shrink wrapped; label on two sides",
                IntStream.rangeClosed(1, lines)
                        .mapToObj(n -> new PickingListPrint.Line(
                                n,
                                "ABC".substring(3 * (n - 1) / lines, 3 * (n - 1) / lines + 1),
                                "ABC".charAt(3 * (n - 1) / lines) + "-%02d-%d".formatted(n, n % 4 + 1),
                                "BRG-6205-" + n,
                                goods(n),
                                batch(n),
                                expiry(n),
                                new BigDecimal("1200.500000"),
                                "NOS"))
                        .toList());
    }

    static ShippingLabelPrint labels(int packages, String sscc) {
        return new ShippingLabelPrint(
                SHIPMENT,
                Prints.seller(),
                warehouse(),
                Prints.buyer("Sahyadri Agro Private Limited"),
                Prints.reference(),
                IntStream.rangeClosed(1, packages)
                        .mapToObj(n -> new ShippingLabelPrint.Package(
                                n,
                                packages,
                                SHIPMENT + "-%03d".formatted(n),
                                sscc,
                                new BigDecimal("46.600"),
                                "400 NOS BRG-6205-1, batch B2611-1; 100 NOS BRG-6205-2"))
                        .toList());
    }

    static QcCertificatePrint certificate(int lines) {
        return new QcCertificatePrint(
                SHIPMENT,
                DAY,
                Prints.seller(),
                Prints.buyer("Sahyadri Agro Private Limited"),
                null,
                Prints.reference(),
                "Lata Menon",
                "Sample of five per batch measured; all within tolerance.",
                IntStream.rangeClosed(1, lines)
                        .mapToObj(n -> new QcCertificatePrint.Line(
                                n, "BRG-6205-" + n, goods(n), batch(n), expiry(n), 5, new BigDecimal("1200"), "NOS"))
                        .toList(),
                List.of(
                        new QcCertificatePrint.Check(1, "Marking and packing", "undamaged", "in order", true),
                        new QcCertificatePrint.Check(1, "Bore diameter", "24.99 to 25.01 mm", "25.00 mm", true)));
    }

    /** A replacement across States, valued with integrated tax; or a transfer between branches that is no supply. */
    static DeliveryChallanPrint challan(int lines, boolean supply) {
        BigDecimal each = new BigDecimal("152775.00");
        BigDecimal taxEach = supply ? new BigDecimal("27499.50") : BigDecimal.ZERO;
        BigDecimal taxable = each.multiply(BigDecimal.valueOf(lines));
        BigDecimal tax = taxEach.multiply(BigDecimal.valueOf(lines));
        return new DeliveryChallanPrint(
                "MH-2627-C00007",
                DAY,
                supply ? "Replacement under warranty" : "Transfer between own places of business",
                Prints.seller(),
                warehouse(),
                Prints.buyer("Sahyadri Agro Private Limited"),
                PartyPrint.of("Sahyadri Agro – Plant 2", Prints.CHENNAI, null),
                Prints.reference(),
                supply ? new SupplyPrint("33", "Tamil Nadu", "Inter-State supply", false, null) : null,
                "INR",
                IntStream.rangeClosed(1, lines)
                        .mapToObj(n -> new LinePrint(
                                        n,
                                        "BRG-6205-" + n,
                                        goods(n),
                                        batch(n) == null ? null : "Batch " + batch(n),
                                        "848210",
                                        new BigDecimal("1200"),
                                        "NOS",
                                        null,
                                        null,
                                        new BigDecimal("127.3125"),
                                        each,
                                        new BigDecimal("18"),
                                        BigDecimal.ZERO,
                                        BigDecimal.ZERO,
                                        taxEach)
                                .carrying(each.multiply(BigDecimal.valueOf(n))))
                        .toList(),
                new TotalsPrint(
                        null,
                        null,
                        taxable,
                        BigDecimal.ZERO,
                        null,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        taxable,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        tax,
                        tax,
                        BigDecimal.ZERO,
                        taxable.add(tax)),
                "Rupees One Lakh Eighty Thousand Only",
                null,
                "351008765432");
    }

    static WaybillPrint waybill(int lines) {
        return new WaybillPrint(
                SHIPMENT,
                DAY,
                Prints.seller(),
                warehouse(),
                Prints.buyer("Sahyadri Agro Private Limited"),
                Prints.reference(),
                "Deccan Roadways",
                "27AABCD1234E1Z5",
                "Road",
                "LR/2627-0045",
                "DR-778812",
                "To pay",
                LocalDate.of(2026, 11, 27),
                List.of(
                        new WaybillPrint.Vehicle("MH12AB1234", "Pune", DAY, null),
                        new WaybillPrint.Vehicle("MH14CD9876", "Nashik", DAY.plusDays(1), "Breakdown")),
                "Tax invoice MH-2627-000042",
                "INR",
                new BigDecimal("721098.50"),
                "351008765432",
                LocalDate.of(2026, 11, 25),
                4,
                new BigDecimal("186.400"),
                "Call before delivery; gate closes at 17:00.",
                IntStream.rangeClosed(1, lines)
                        .mapToObj(n -> new WaybillPrint.Line(
                                n, "BRG-6205-" + n, goods(n), "848210", new BigDecimal("1200.5"), "NOS"))
                        .toList(),
                "Ravi Shinde");
    }
}
