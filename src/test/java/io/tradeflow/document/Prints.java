package io.tradeflow.document;

import io.tradeflow.kernel.Address;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Documents as the other rooms fill them. */
final class Prints {

    static final Address PUNE =
            new Address("Plot 14, MIDC Bhosari", "Telco Road", "Pune", "27", "Maharashtra", "411026", "IN");
    static final Address NASHIK =
            new Address("Gat 211, Mumbai–Agra Road", null, "Nashik", "27", "Maharashtra", "422010", "IN");
    static final Address CHENNAI =
            new Address("52 Ambattur Industrial Estate", null, "Chennai", "33", "Tamil Nadu", "600058", "IN");
    static final Address HAMBURG = new Address("Speicherstadt 9", null, "Hamburg", "96", "Hamburg", "20457", "DE");

    private static final String[] GOODS = {
        "Deep groove ball bearing 6205-2RS, C3 clearance",
        "Hex bolt M12 × 60, grade 8.8, zinc plated",
        "Hydraulic hose assembly 1/2\" SAE 100R2, 1.5 m with swivel fittings both ends",
        "Nitrile O-ring 40 × 3 mm",
        "Gear oil ISO VG 220, 26 l pail"
    };

    private Prints() {}

    static SellerPrint seller() {
        return SellerPrint.of(
                "Deccan Drives and Bearings Private Limited",
                "Deccan Drives",
                PUNE,
                "27AAECD4821K1ZQ",
                "AAECD4821K",
                "U29130PN2011PTC138214",
                "3111004562",
                "+91 20 4012 8800",
                "sales@deccandrives.example",
                "www.deccandrives.example");
    }

    static PartyPrint buyer(String name) {
        return PartyPrint.of(name, NASHIK, "27AABCS1429B1ZB")
                .reachedBy("Priya Deshmukh", "+91 98220 11223", "priya@sahyadri-agro.example");
    }

    static LinePrint halves(int lineNo) {
        return new LinePrint(
                lineNo,
                "BRG-6205-" + lineNo,
                GOODS[lineNo % GOODS.length],
                "Batch B2611-" + lineNo,
                "848210",
                new BigDecimal("1200.000000"),
                "NOS",
                new BigDecimal("145.5000"),
                new BigDecimal("12.500000"),
                new BigDecimal("127.3125"),
                new BigDecimal("152775.0000"),
                new BigDecimal("18.000000"),
                new BigDecimal("13749.75"),
                new BigDecimal("13749.75"),
                new BigDecimal("0"));
    }

    /** Supply inside Maharashtra: CGST and SGST; {@code lines} lines of 1,52,775.00 at 18 %. */
    static TaxInvoicePrint invoice(String buyer, int lines) {
        BigDecimal count = BigDecimal.valueOf(lines);
        BigDecimal taxable = new BigDecimal("152775.00").multiply(count);
        BigDecimal half = new BigDecimal("13749.75").multiply(count);
        return new TaxInvoicePrint(
                "Tax invoice",
                "MH-2627-000042",
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2026, 12, 23),
                seller(),
                PartyPrint.of("Central warehouse Chakan", NASHIK, null),
                buyer(buyer),
                PartyPrint.of(buyer + " – Plant 2", CHENNAI, null),
                reference(),
                new SupplyPrint("27", "Maharashtra", "Intra-State supply", false, null),
                null,
                "INR",
                IntStream.rangeClosed(1, lines).mapToObj(Prints::halves).toList(),
                List.of(new HsnPrint("848210", taxable, new BigDecimal("18"), half, half, BigDecimal.ZERO)),
                new TotalsPrint(
                        new BigDecimal("174600.00").multiply(count),
                        new BigDecimal("21825.00").multiply(count),
                        taxable,
                        half,
                        half,
                        BigDecimal.ZERO,
                        half.add(half),
                        new BigDecimal("0.50"),
                        taxable.add(half).add(half).add(new BigDecimal("0.50"))),
                "Rupees One Lakh Eighty Thousand Two Hundred and Seventy Five Only",
                "30 days from invoice date",
                bank(),
                List.of("We declare that this invoice shows the actual price of the goods described and that all"
                        + " particulars are true and correct."),
                "Farid Khan");
    }

    /** A note over {@code lines} lines of two invoices, as {@link #invoice}. */
    static NotePrint note(int lines, boolean commercial) {
        TaxInvoicePrint plain = invoice("Sahyadri Agro", lines);
        BigDecimal each = new BigDecimal("152775.00");
        return new NotePrint(
                "Credit note",
                "MH-2627-CN00007",
                LocalDate.of(2026, 11, 26),
                null,
                plain.seller(),
                plain.billTo(),
                null,
                plain.reference(),
                plain.supply(),
                null,
                "INR",
                List.of(
                        new NotePrint.Original("MH-2627-000042", LocalDate.of(2026, 11, 23), each),
                        new NotePrint.Original(
                                "MH-2627-000044",
                                LocalDate.of(2026, 11, 25),
                                each.multiply(BigDecimal.valueOf(lines)))),
                IntStream.rangeClosed(1, lines)
                        .mapToObj(no -> noteLine(no, commercial).carrying(each.multiply(BigDecimal.valueOf(no))))
                        .toList(),
                commercial
                        ? new TotalsPrint(
                                null,
                                null,
                                plain.totals().taxableValue(),
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                plain.totals().taxableValue())
                        : plain.totals(),
                plain.amountInWords(),
                "Goods returned",
                "Packages 3 and 4 arrived wet; see our survey of 24 November.",
                List.of(
                        "Please reverse the input tax credit of ₹ 27,499.50 if you have taken it, and accept this note in your"
                                + " Invoice Management System: our tax falls only when you have (CGST Act s. 34(2))."),
                null);
    }

    private static LinePrint noteLine(int lineNo, boolean commercial) {
        BigDecimal half = commercial ? BigDecimal.ZERO : new BigDecimal("13749.75");
        return new LinePrint(
                lineNo,
                "BRG-6205-" + lineNo,
                GOODS[lineNo % GOODS.length],
                (lineNo == 1 ? "MH-2627-000042" : "MH-2627-000044") + ", line " + lineNo,
                "848210",
                lineNo == 2 ? BigDecimal.ZERO : new BigDecimal("1200"),
                "NOS",
                null,
                null,
                new BigDecimal("127.3125"),
                new BigDecimal("152775.00"),
                commercial ? BigDecimal.ZERO : new BigDecimal("18"),
                half,
                half,
                BigDecimal.ZERO);
    }

    /** As {@link #invoice}, with what is carried over from page to page. */
    static TaxInvoicePrint longInvoice(int lines) {
        TaxInvoicePrint plain = invoice("Sahyadri Agro", lines);
        BigDecimal each = new BigDecimal("152775.00");
        return new TaxInvoicePrint(
                plain.title(),
                plain.number(),
                plain.issuedOn(),
                plain.dueOn(),
                plain.seller(),
                plain.dispatchFrom(),
                plain.billTo(),
                plain.shipTo(),
                plain.reference(),
                plain.supply(),
                plain.export(),
                plain.currency(),
                IntStream.rangeClosed(1, lines)
                        .mapToObj(no -> halves(no).carrying(each.multiply(BigDecimal.valueOf(no))))
                        .toList(),
                plain.hsnSummary(),
                plain.totals(),
                plain.amountInWords(),
                plain.paymentTerms(),
                plain.bank(),
                plain.declarations(),
                plain.signatory());
    }

    static TaxInvoicePrint exportInvoice() {
        BigDecimal taxable = new BigDecimal("1234567.00");
        return new TaxInvoicePrint(
                "Export invoice",
                "MH-2627-000043",
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2027, 1, 22),
                seller(),
                null,
                PartyPrint.of("Hansa Antriebstechnik GmbH", HAMBURG, null),
                null,
                reference(),
                new SupplyPrint(
                        "96",
                        "Other Countries",
                        "Export under LUT without payment of tax",
                        false,
                        "SUPPLY MEANT FOR EXPORT/SUPPLY TO SEZ UNIT OR SEZ DEVELOPER FOR AUTHORISED OPERATIONS UNDER BOND OR"
                                + " LETTER OF UNDERTAKING WITHOUT PAYMENT OF INTEGRATED TAX"),
                new ExportPrint(
                        "AD270326000123X",
                        LocalDate.of(2026, 4, 1),
                        LocalDate.of(2027, 3, 31),
                        "Germany",
                        "INNSA1 Nhava Sheva",
                        "Hamburg",
                        "FOB Nhava Sheva (Incoterms 2020)",
                        new BigDecimal("88.4500"),
                        "CBIC 62/2026, 19 Nov 2026",
                        new BigDecimal("109197451.15"),
                        null,
                        new BigDecimal("109197451.15")),
                "USD",
                List.of(new LinePrint(
                        1,
                        "BRG-22320",
                        "Spherical roller bearing 22320 CC/W33",
                        null,
                        "84823000",
                        new BigDecimal("12345.67"),
                        "NOS",
                        null,
                        null,
                        new BigDecimal("100"),
                        taxable,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO)),
                List.of(new HsnPrint(
                        "84823000", taxable, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)),
                new TotalsPrint(
                        null,
                        null,
                        taxable,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        taxable),
                "US Dollars One Million Two Hundred Thirty Four Thousand Five Hundred and Sixty Seven Only",
                "60 days from bill of lading",
                new BankPrint(
                        "Deccan Drives and Bearings Private Limited",
                        "State Bank of India, Pune Main",
                        "38120045671",
                        "SBIN0000454",
                        "SBININBB238",
                        null),
                List.of(),
                null);
    }

    static QuotePrint quote(String buyer, int lines) {
        BigDecimal count = BigDecimal.valueOf(lines);
        BigDecimal taxable = new BigDecimal("152775.00").multiply(count);
        BigDecimal half = new BigDecimal("13749.75").multiply(count);
        return new QuotePrint(
                "QTN-2627-000017",
                2,
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2026, 12, 8),
                seller(),
                buyer(buyer),
                null,
                new ReferencePrint("INQ-2627-000017", "QTN-2627-000017", null, null, null, null),
                new SupplyPrint("27", "Maharashtra", "Intra-State supply", false, null),
                "INR",
                "Ex works Pune, GST extra",
                IntStream.rangeClosed(1, lines).mapToObj(Prints::halves).toList(),
                new TotalsPrint(
                        new BigDecimal("174600.00").multiply(count),
                        new BigDecimal("21825.00").multiply(count),
                        taxable,
                        half,
                        half,
                        BigDecimal.ZERO,
                        half.add(half),
                        BigDecimal.ZERO,
                        taxable.add(half).add(half)),
                "Rupees One Lakh Eighty Thousand Two Hundred and Seventy Four and Fifty Paise Only",
                "30 % advance, balance 30 days from invoice",
                "2 weeks from order, in lots as agreed",
                List.of("Prices hold for the quantities quoted."),
                List.of(
                        "Goods remain our property until paid in full.",
                        "Disputes are subject to the courts of Pune.",
                        "Warranty: 12 months from dispatch against defects of material and workmanship."),
                bank(),
                "https://orders.deccandrives.example/portal/quotes/QTN-2627-000017",
                "Asha Nair");
    }

    /** With running sums, a discount on the whole, charges and choices; {@code lines} lines of 1,52,775.00. */
    static QuotePrint longQuote(int lines, boolean draft) {
        BigDecimal each = new BigDecimal("152775.00");
        BigDecimal goods = each.multiply(BigDecimal.valueOf(lines));
        BigDecimal discount = goods.multiply(new BigDecimal("0.075")).setScale(2, RoundingMode.HALF_UP);
        BigDecimal taxable = goods.subtract(discount).add(new BigDecimal("2500.00"));
        BigDecimal half = taxable.multiply(new BigDecimal("0.09")).setScale(2, RoundingMode.HALF_UP);
        QuotePrint plain = quote("Sahyadri Agro Private Limited", lines);
        return new QuotePrint(
                plain.number(),
                plain.revision(),
                plain.quotedOn(),
                plain.validUntil(),
                plain.seller(),
                plain.billTo(),
                PartyPrint.of("Sahyadri Agro – Plant 2", CHENNAI, null),
                plain.reference(),
                plain.supply(),
                plain.currency(),
                plain.priceBasis(),
                IntStream.rangeClosed(1, lines)
                        .mapToObj(no -> halves(no).carrying(each.multiply(BigDecimal.valueOf(no))))
                        .toList(),
                new TotalsPrint(
                        new BigDecimal("174600.00").multiply(BigDecimal.valueOf(lines)),
                        new BigDecimal("21825.00").multiply(BigDecimal.valueOf(lines)),
                        goods,
                        discount,
                        new BigDecimal("7.5"),
                        new BigDecimal("2000.00"),
                        new BigDecimal("500.00"),
                        BigDecimal.ZERO,
                        taxable,
                        half,
                        half,
                        BigDecimal.ZERO,
                        half.add(half),
                        BigDecimal.ZERO,
                        taxable.add(half).add(half)),
                plain.amountInWords(),
                plain.paymentTerms(),
                plain.deliveryTerms(),
                List.of("Thank you for your inquiry. Lines 1 and 2 are ex stock."),
                plain.terms(),
                plain.bank(),
                plain.acceptAt(),
                plain.preparedBy(),
                lines == 1
                        ? List.of()
                        : List.of(
                                new QuotePrint.Choice("Optional", halves(lines + 1)),
                                new QuotePrint.Choice("Instead of line 1", halves(lines + 2))),
                "DAP Chennai",
                draft);
    }

    /** An order like {@link #longQuote}, with a day for every other line; a revision says what was changed. */
    static OrderConfirmationPrint orderConfirmation(int lines, int revision) {
        QuotePrint quote = longQuote(lines, false);
        return new OrderConfirmationPrint(
                "SO-2627-000023",
                revision,
                LocalDate.of(2026, 11, 23),
                LocalDate.of(2026, 11, 25),
                quote.seller(),
                quote.billTo(),
                quote.shipTo(),
                new ReferencePrint(
                        "INQ-2627-000042",
                        "QTN-2627-000017",
                        "SO-2627-000023",
                        null,
                        "SAP/4500017788",
                        LocalDate.of(2026, 11, 22)),
                quote.supply(),
                quote.currency(),
                quote.lines().stream()
                        .map(line -> new OrderConfirmationPrint.Line(
                                line,
                                line.lineNo() % 2 == 0 ? null : LocalDate.of(2026, 12, 15),
                                null,
                                revision > 0 && line.lineNo() == 1 ? new BigDecimal("200") : null))
                        .toList(),
                quote.totals(),
                quote.amountInWords(),
                new BigDecimal("45000.00"),
                "30",
                "30 days from the date of invoice",
                "All at once",
                "DAP Chennai",
                "Unload between 10:00 and 16:00. Call the gate at +91 44 5550 1234 an hour before.",
                revision == 0 ? List.of() : List.of("Line 1: 1,200 NOS, was 1,000", "Line 2 is wanted by 20 Dec 2026"),
                quote.terms(),
                quote.bank(),
                "https://orders.deccandrives.example/portal/deals/INQ-2627-000042");
    }

    static PackingSlipPrint packingSlip(String buyer) {
        return new PackingSlipPrint(
                "SHP-2627-000031",
                LocalDate.of(2026, 11, 23),
                seller(),
                PartyPrint.of("Central warehouse Chakan", NASHIK, null),
                buyer(buyer),
                null,
                reference(),
                IntStream.rangeClosed(1, 6)
                        .mapToObj(n -> new PackingSlipPrint.Line(
                                n,
                                "BRG-6205-" + n,
                                GOODS[n % GOODS.length],
                                "848210",
                                "B2611-" + n,
                                n % 2 == 0 ? null : LocalDate.of(2028, 3, 31),
                                new BigDecimal("1200.500000"),
                                "NOS"))
                        .toList(),
                4,
                new BigDecimal("186.400"),
                "Two pallets, shrink wrapped.\nKeep dry.",
                "Ravi Shinde");
    }

    static ReferencePrint reference() {
        return new ReferencePrint(
                "INQ-2627-000017",
                "QTN-2627-000017",
                "SO-2627-000012",
                "SHP-2627-000031",
                "PO/SA/2026-1187",
                LocalDate.of(2026, 11, 20));
    }

    private static BankPrint bank() {
        return new BankPrint(
                "Deccan Drives and Bearings Private Limited",
                "State Bank of India, Pune Main",
                "38120045671",
                "SBIN0000454",
                null,
                "deccandrives@sbi");
    }
}
