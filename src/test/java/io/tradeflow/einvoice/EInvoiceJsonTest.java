package io.tradeflow.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradeflow.einvoice.EInvoiceDocument.Item;
import io.tradeflow.invoicing.InvoiceSchedule;
import io.tradeflow.invoicing.InvoiceSchedules;
import io.tradeflow.invoicing.MoneyRoom;
import io.tradeflow.invoicing.NoteReason;
import io.tradeflow.invoicing.NoteRequest;
import io.tradeflow.invoicing.PlacesOfDispatch;
import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.invoicing.TaxNote;
import io.tradeflow.invoicing.TaxNotes;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Parties;
import io.tradeflow.payment.ReceiptDraft;
import io.tradeflow.quotation.LineShares;
import io.tradeflow.tax.CustomsRate;
import io.tradeflow.tax.GstRate;
import io.tradeflow.tax.TaxTreatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the portal is told of really issued invoices: fit for our schema, and adding up to what is printed, exactly. */
class EInvoiceJsonTest {

    private static final LocalDate AFTER_THE_UNDERTAKING = LocalDate.of(2035, 5, 5);

    private static MoneyRoom room;
    private static EInvoiceDocuments documents;
    private static final WaysOut waysOut = mock(WaysOut.class);
    private final EInvoiceSchema schema = new EInvoiceSchema();

    @BeforeAll
    static void open() {
        when(waysOut.of(any())).thenReturn(WayOut.UNKNOWN);
        room = new MoneyRoom();
        documents = new EInvoiceDocuments(
                room.invoices,
                room.bean(TaxNotes.class),
                room.bean(SalesOrders.class),
                room.bean(Parties.class),
                room.bean(PlacesOfDispatch.class),
                waysOut,
                Optional.of(room.bean(PaidBefore.class)));
        rate("28", "2523");
        rate("5", "3926");
        rate("12", "7307");
        room.gstRates.save(
                MoneyRoom.FARID,
                new GstRate("0713", TaxTreatment.NIL, BigDecimal.ZERO, LocalDate.of(2026, 7, 1), null, "test"));
        room.customsRates.save(
                MoneyRoom.FARID,
                new CustomsRate("USD", LocalDate.of(2026, 7, 1), new BigDecimal("85.4567"), "Notification 41/2026"));
    }

    private static void rate(String rate, String hsn) {
        room.gstRates.save(
                MoneyRoom.FARID,
                new GstRate(hsn, TaxTreatment.TAXABLE, new BigDecimal(rate), LocalDate.of(2026, 7, 1), null, "test"));
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @AfterEach
    void resetClock() {
        room.clock.reset();
    }

    @Test
    void withinTheState() {
        TaxInvoice invoice = issued("B-MH", line(1, "8413", "10", "1234.56"), line(2, "8481", "4", "99.90"));

        JsonNode json = told(invoice);

        assertThat(json.at("/TranDtls/SupTyp").asText()).isEqualTo("B2B");
        assertThat(json.at("/TranDtls/RegRev").asText()).isEqualTo("N");
        assertThat(json.at("/DocDtls/Typ").asText()).isEqualTo("INV");
        assertThat(json.at("/DocDtls/No").asText()).isEqualTo(invoice.number());
        assertThat(json.at("/DocDtls/Dt").asText()).isEqualTo("15/07/2026");
        assertThat(json.at("/SellerDtls/Gstin").asText()).isEqualTo("27AAPFU0939F1ZV");
        assertThat(json.at("/SellerDtls/Pin").intValue()).isEqualTo(411018);
        assertThat(json.at("/BuyerDtls/Pos").asText()).isEqualTo("27");
        assertThat(json.at("/BuyerDtls/Stcd").asText()).isEqualTo("27");
        assertThat(json.has("ShipDtls")).isFalse();
        assertThat(json.has("DispDtls")).as("the goods leave from the branch").isFalse();
        assertThat(json.at("/ItemList/0/Unit").asText()).isEqualTo("NOS");
        assertThat(json.at("/ItemList/0/UnitPrice").decimalValue()).isEqualByComparingTo("1234.56");
        assertThat(json.at("/ItemList/0/TotAmt").decimalValue()).isEqualByComparingTo("12345.60");
        assertThat(json.at("/ItemList/0/CgstAmt").decimalValue())
                .isEqualByComparingTo(json.at("/ItemList/0/SgstAmt").decimalValue());
        assertThat(json.at("/ValDtls/IgstVal").decimalValue()).isZero();
        assertThat(json.at("/RefDtls/ContrDtls/0/PORefr").asText()).startsWith("PO-");
    }

    @Test
    void anotherPlaceTheGoodsLeaveIsToldAndPrinted() {
        SalesOrder order = room.order("B-GJ", line(1, "8413", "2", "100"));
        TaxInvoice invoice = room.invoices.issue(room.packedInHiredWarehouse(order, "2"));

        JsonNode from = told(invoice).path("DispDtls");

        assertThat(from.path("Nm").asText()).isEqualTo("Nirmal Pumps Private Limited");
        assertThat(from.path("Loc").asText()).isEqualTo("Bhiwandi");
        assertThat(from.path("Pin").intValue()).isEqualTo(421302);
        assertThat(from.path("Stcd").asText()).isEqualTo("27");
        assertThat(room.printed(invoice.number()).dispatchFrom().addressLines())
                .containsExactly("Gala 12", "Rahnal", "Bhiwandi 421302");
    }

    /** Nobody knows yet where the later lots leave. */
    @Test
    void theInvoiceOfSeveralLotsNamesNoPlace() {
        SalesOrder order = room.order("B-GJ", line(1, "8413", "5", "100"));
        String first = room.packedInHiredWarehouse(order, "2");
        room.bean(InvoiceSchedules.class).leavesOnChallan(first, InvoiceSchedule.LOTS);
        TaxInvoice whole = room.invoices.issue(first);

        assertThat(whole.grandTotal().amount()).isEqualByComparingTo("590");
        assertThat(told(whole).has("DispDtls")).isFalse();
        assertThat(room.printed(whole.number()).dispatchFrom()).isNull();
    }

    @Test
    void howItIsToBePaidIsSaidToo() {
        SalesOrder order = room.order("B-MH", "500", line(1, "8413", "1", "1000"));
        room.payments.record(
                MoneyRoom.FARID,
                new ReceiptDraft(
                        "B-MH",
                        order.number(),
                        null,
                        new BigDecimal("500"),
                        "INR",
                        ReceiptDraft.Mode.NEFT,
                        "UTR-ADVANCE-1",
                        LocalDate.of(2026, 7, 15)));
        room.comesTo(order, SalesOrder.Status.CONFIRMED, "1180");

        JsonNode pay = told(room.invoices.issue(room.packed(order, "1"))).path("PayDtls");

        assertThat(pay.path("Nm").asText()).isNotBlank();
        assertThat(pay.path("FinInsBr").asText()).matches("[A-Z]{4}0[A-Z0-9]{6}");
        assertThat(pay.path("AccDet").asText()).matches("[0-9A-Za-z]{1,18}");
        assertThat(pay.path("PayTerm").asText()).isEqualTo("Within 30 days, by 14 Aug 2026");
        assertThat(pay.path("CrDay").intValue()).isEqualTo(30);
        assertThat(pay.path("PaidAmt").decimalValue()).isEqualByComparingTo("500.00");
        assertThat(pay.path("PaymtDue").decimalValue()).isEqualByComparingTo("680.00");
    }

    @Test
    void exportThroughAPortWithItsShippingBill() {
        when(waysOut.of(any()))
                .thenReturn(new WayOut(
                        "INNSA1",
                        new Address("Jawaharlal Nehru Port", null, "Navi Mumbai", "27", "Maharashtra", "400707", "IN"),
                        "1234567",
                        LocalDate.of(2026, 7, 16)));
        JsonNode json;
        try {
            json = told(issued("B-AE", line(1, "8413", "3", "416.79", "USD")));
        } finally {
            when(waysOut.of(any())).thenReturn(WayOut.UNKNOWN);
        }

        assertThat(json.at("/ExpDtls/Port").asText()).isEqualTo("INNSA1");
        assertThat(json.at("/ExpDtls/ShipBNo").asText()).isEqualTo("1234567");
        assertThat(json.at("/ExpDtls/ShipBDt").asText()).isEqualTo("16/07/2026");
        assertThat(json.at("/ShipDtls/Pin").intValue()).isEqualTo(400707);
        assertThat(json.at("/ShipDtls/Stcd").asText()).isEqualTo("27");
        assertThat(json.at("/BuyerDtls/Stcd").asText()).isEqualTo("96");
        assertThat(json.at("/PayDtls/PaymtDue").decimalValue())
                .as("all amounts but the foreign total are in INR")
                .isEqualByComparingTo("106852.49");
    }

    @Test
    void aPurchaseOrderThatIsTooLongForThePortalIsLeftOut() {
        EInvoiceDocument taken = documents
                .of("INV", issued("B-MH", line(1, "8413", "1", "10")).number())
                .document()
                .orElseThrow();

        assertThat(EInvoiceJson.of(withOrder(taken, "PO/2026-27/0001A"))
                        .at("/RefDtls/ContrDtls/0/PORefr")
                        .asText())
                .isEqualTo("PO/2026-27/0001A");
        JsonNode json = EInvoiceJson.of(withOrder(taken, "PO/2026-27/0001AB"));
        assertThat(json.has("RefDtls")).isFalse();
        assertThat(schema.violations(json)).isEmpty();
    }

    private static EInvoiceDocument withOrder(EInvoiceDocument d, String po) {
        return new EInvoiceDocument(
                d.type(),
                d.number(),
                d.date(),
                d.supplyType(),
                false,
                d.seller(),
                d.buyer(),
                d.placeOfSupply(),
                null,
                null,
                d.items(),
                List.of(),
                po,
                null,
                null,
                d.payment(),
                d.roundOff(),
                d.total());
    }

    @Test
    void acrossStates() {
        TaxInvoice invoice = issued("B-GJ", line(1, "8413", "3", "333.33"));

        JsonNode json = told(invoice);

        assertThat(json.at("/BuyerDtls/Pos").asText()).isEqualTo("24");
        assertThat(json.at("/ValDtls/IgstVal").decimalValue())
                .isEqualByComparingTo(invoice.tax().igst());
        assertThat(json.at("/ValDtls/CgstVal").decimalValue()).isZero();
    }

    @Test
    void exportUnderTheUndertakingInDollars() {
        TaxInvoice invoice = issued("B-AE", line(1, "8413", "3", "416.79", "USD"));

        JsonNode json = told(invoice);

        assertThat(json.at("/TranDtls/SupTyp").asText()).isEqualTo("EXPWOP");
        assertThat(json.at("/BuyerDtls/Gstin").asText()).isEqualTo("URP");
        assertThat(json.at("/BuyerDtls/Pos").asText()).isEqualTo("96");
        assertThat(json.at("/BuyerDtls/Stcd").asText()).isEqualTo("96");
        assertThat(json.at("/BuyerDtls/Pin").intValue()).isEqualTo(999999);
        assertThat(json.at("/ExpDtls/RefClm").asText()).isEqualTo("N");
        assertThat(json.at("/ExpDtls/ForCur").asText()).isEqualTo("USD");
        assertThat(json.at("/ExpDtls/CntCode").asText()).isEqualTo("AE");
        assertThat(json.at("/ValDtls/TotInvValFc").decimalValue()).isEqualByComparingTo("1250.37");
        assertThat(json.at("/ValDtls/TotInvVal").decimalValue())
                .isEqualByComparingTo(invoice.taxInRupees().grandTotal())
                .isEqualByComparingTo("106852.49");
        assertThat(json.at("/ItemList/0/IgstAmt").decimalValue()).isZero();
    }

    @Test
    void exportWithPaymentOfTax() {
        room.clock.set(AFTER_THE_UNDERTAKING);
        TaxInvoice invoice = issued("B-AE", line(1, "8413", "1", "100", "USD"));

        JsonNode json = told(invoice);

        assertThat(json.at("/TranDtls/SupTyp").asText()).isEqualTo("EXPWP");
        assertThat(json.at("/ExpDtls/RefClm").asText()).isEqualTo("Y");
        assertThat(json.at("/ValDtls/IgstVal").decimalValue()).isEqualByComparingTo("1538.22");
        assertThat(json.at("/ValDtls/TotInvValFc").decimalValue()).isEqualByComparingTo("118.00");
    }

    @Test
    void specialEconomicZoneUnderTheUndertakingAndWithPayment() {
        JsonNode untaxed = told(issued("B-SEZ", line(1, "8413", "2", "50.25")));
        room.clock.set(AFTER_THE_UNDERTAKING);
        JsonNode taxed = told(issued("B-SEZ", line(1, "8413", "2", "50.25")));

        assertThat(untaxed.at("/TranDtls/SupTyp").asText()).isEqualTo("SEZWOP");
        assertThat(untaxed.at("/ValDtls/IgstVal").decimalValue()).isZero();
        assertThat(untaxed.has("ExpDtls")).isFalse();
        assertThat(taxed.at("/TranDtls/SupTyp").asText()).isEqualTo("SEZWP");
        assertThat(taxed.at("/ValDtls/IgstVal").decimalValue()).isEqualByComparingTo("18.09");
        assertThat(taxed.at("/BuyerDtls/Gstin").asText()).isEqualTo("27AABCR1718E2ZO");
    }

    /** What the lines bear of freight, packing and insurance is in their amount, what they bear of the discount is their discount. */
    @Test
    void mixedRatesWithDiscountAndFreight() {
        TaxInvoice invoice = issued(
                "B-MH",
                bearing(line(1, "8413", "3", "1481.48"), shares("333.33", "41.17", "0.01", "3.33")),
                bearing(line(2, "3926", "7", "100.005"), shares("52.50", "0.00", "0.00", "0.00")),
                bearing(line(3, "7307", "11", "0.37"), shares("0.01", "8.83", "19.99", "0.00")));

        JsonNode json = told(invoice);

        assertThat(json.at("/ItemList/0/TotAmt").decimalValue()).isEqualByComparingTo("4488.95");
        assertThat(json.at("/ItemList/0/Discount").decimalValue()).isEqualByComparingTo("333.33");
        assertThat(json.at("/ItemList/0/AssAmt").decimalValue()).isEqualByComparingTo("4155.62");
        assertThat(json.at("/ItemList/0/UnitPrice").decimalValue()).isEqualByComparingTo("1496.317");
        assertThat(json.at("/ItemList/1/UnitPrice").decimalValue()).isEqualByComparingTo("100.005");
        assertThat(json.at("/ItemList/1/GstRt").decimalValue()).isEqualByComparingTo("5");
        assertThat(json.at("/ItemList/2/GstRt").decimalValue()).isEqualByComparingTo("12");
        assertThat(json.at("/ValDtls/RndOffAmt").decimalValue())
                .isEqualByComparingTo(invoice.tax().roundOff());
    }

    @Test
    void goodsWithoutTaxAreNoItemButOtherCharges() {
        EInvoiceDocument taxed = documents
                .of("INV", issued("B-GJ", line(1, "8413", "1", "1000")).number())
                .document()
                .orElseThrow();
        Item nil = new Item(
                2,
                "Lentils",
                "0713",
                amount("10"),
                "KGS",
                amount("41.50"),
                amount("415.00"),
                amount("0.00"),
                amount("415.00"),
                TaxTreatment.NIL,
                amount("0"),
                amount("0.00"),
                amount("0.00"),
                amount("0.00"));

        JsonNode json = EInvoiceJson.of(new EInvoiceDocument(
                taxed.type(),
                taxed.number(),
                taxed.date(),
                taxed.supplyType(),
                false,
                taxed.seller(),
                taxed.buyer(),
                taxed.placeOfSupply(),
                null,
                null,
                List.of(taxed.items().get(0), nil),
                List.of(),
                null,
                null,
                null,
                taxed.payment(),
                taxed.roundOff(),
                taxed.total().add(nil.taxable())));

        assertThat(schema.violations(json)).isEmpty();
        assertThat(json.path("ItemList")).hasSize(1);
        assertThat(json.at("/ValDtls/OthChrg").decimalValue()).isEqualByComparingTo("415.00");
        assertThat(json.at("/ValDtls/AssVal").decimalValue()).isEqualByComparingTo("1000.00");
        assertThat(json.at("/ValDtls/TotInvVal").decimalValue()).isEqualByComparingTo("1595.00");
        assertThat(documents
                        .of(
                                "INV",
                                issued("B-GJ", line(1, "0713", "10", "41.50")).number())
                        .document())
                .as("nothing to register where no line bears tax")
                .isEmpty();
    }

    @Test
    void twoHundredAndFiftyLines() {
        SalesOrder.Line[] lines = IntStream.rangeClosed(1, 250)
                .mapToObj(no -> bearing(
                        line(no, no % 3 == 0 ? "3926" : no % 3 == 1 ? "8413" : "7307", "" + (no % 7 + 1), no + ".37"),
                        shares("0.0" + no % 10, "0.1" + no % 7, "0.00", "0.00")))
                .toArray(SalesOrder.Line[]::new);

        JsonNode json = told(issued("B-MH", lines));

        assertThat(json.path("ItemList")).hasSize(250);
        assertThat(json.at("/ItemList/249/SlNo").asText()).isEqualTo("250");
    }

    @Test
    void textsAreCleanedAndCut() {
        assertThat(EInvoiceJson.text("Gate valve 2\" \\ brass\n flanged ", 300))
                .isEqualTo("Gate valve 2'' / brass flanged");
        assertThat(EInvoiceJson.text("x".repeat(301), 300)).hasSize(300);
    }

    @Test
    void aNegativeLineBecomesDiscountOfLinesAtItsRate() {
        List<Item> folded = NegativeLines.folded(List.of(
                item(1, "18", "100.00", "18.00"),
                item(2, "5", "100.00", "5.00"),
                item(3, "18", "50.00", "9.00"),
                item(4, "18", "-120.00", "-21.60")));

        assertThat(folded).extracting(Item::lineNo).containsExactly(1, 2, 3);
        assertThat(folded)
                .extracting(Item::discount)
                .containsExactly(amount("100.00"), amount("0.00"), amount("20.00"));
        assertThat(folded).extracting(Item::taxable).containsExactly(amount("0.00"), amount("100.00"), amount("30.00"));
        assertThat(folded).extracting(Item::igst).containsExactly(amount("0.00"), amount("5.00"), amount("5.40"));
        assertThat(NegativeLines.folded(List.of(item(1, "18", "10.00", "1.80"), item(2, "5", "-1.00", "-0.05"))))
                .as("no line of its rate: the schema refuses it")
                .hasSize(2);
    }

    @Test
    void aRefusalNamesLineAndFieldInTheTradesWords() {
        ObjectNode json = (ObjectNode) told(issued("B-MH", line(1, "8413", "1", "10"), line(2, "8413", "1", "10")));
        ((ObjectNode) json.at("/ItemList/1")).put("HsnCd", "84137").put("PrdDesc", "x");
        ((ObjectNode) json.path("BuyerDtls")).remove("LglNm");
        ((ObjectNode) json.path("DocDtls")).put("No", "012");

        assertThat(schema.violations(json))
                .extracting(Violation::message)
                .containsExactlyInAnyOrder(
                        "Line 2: the HSN code must have 4, 6 or 8 digits",
                        "Line 2: the description must have 3 to 300 characters",
                        "Buyer: the legal name must have 3 to 100 characters",
                        "Document: the number must have at most 16 letters, digits, - or / and begin with a letter or 1 to 9");
    }

    @Test
    void whatDoesNotAddUpIsRefusedToThePaisa() {
        ObjectNode json = (ObjectNode) told(issued("B-MH", line(1, "8413", "1", "10")));
        ((ObjectNode) json.path("ValDtls")).put("TotInvVal", new BigDecimal("12.01"));

        assertThat(schema.violations(json))
                .extracting(Violation::message)
                .containsExactly("Totals: value, tax, other charges and round-off make 12.00, but printed is 12.01");
    }

    @Test
    void aNoteNamesWhatItCorrects() {
        TaxInvoice invoice = issued("B-GJ", line(1, "8413", "3", "333.33"));
        TaxNote issued = room.notes.issue(
                MoneyRoom.FARID,
                new NoteRequest(
                        NoteReason.GOODS_RETURNED,
                        null,
                        List.of(NoteRequest.Line.ofQuantity(invoice.number(), 1, new BigDecimal("3")))));
        EInvoiceDocument note = documents.of("CRN", issued.number()).document().orElseThrow();

        JsonNode json = EInvoiceJson.of(note);

        assertThat(schema.violations(json)).isEmpty();
        assertThat(json.at("/DocDtls/Typ").asText()).isEqualTo("CRN");
        assertThat(json.at("/ValDtls/TotInvVal").decimalValue())
                .isEqualByComparingTo(issued.grandTotal().amount())
                .isEqualByComparingTo(invoice.grandTotal().amount());
        assertThat(json.at("/RefDtls/PrecDocDtls/0/InvNo").asText()).isEqualTo(invoice.number());
        assertThat(json.at("/RefDtls/PrecDocDtls/0/InvDt").asText()).isEqualTo("15/07/2026");
    }

    /** The JSON, after looking that the portal would take it and that it says what is printed. */
    private JsonNode told(TaxInvoice invoice) {
        EInvoiceDocument document =
                documents.of("INV", invoice.number()).document().orElseThrow();
        JsonNode json = EInvoiceJson.of(document);
        assertThat(schema.violations(json)).isEmpty();
        assertThat(json.at("/ValDtls/TotInvVal").decimalValue())
                .isEqualByComparingTo(invoice.taxInRupees().grandTotal());
        if (invoice.currency().equals("INR")) {
            assertThat(json.at("/ValDtls/TotInvVal").decimalValue())
                    .isEqualByComparingTo(
                            room.printed(invoice.number()).totals().grandTotal());
        } else {
            assertThat(json.at("/ValDtls/TotInvVal").decimalValue())
                    .isEqualByComparingTo(
                            room.printed(invoice.number()).export().totalInr());
        }
        return json;
    }

    private static TaxInvoice issued(String buyer, SalesOrder.Line... lines) {
        SalesOrder order = room.order(buyer, lines);
        String[] all = java.util.Arrays.stream(lines)
                .map(line -> line.ordered().value().toPlainString())
                .toArray(String[]::new);
        return room.invoices.issue(room.packed(order, all));
    }

    private static SalesOrder.Line line(int lineNo, String hsn, String quantity, String price) {
        return MoneyRoom.line(lineNo, hsn, quantity, price);
    }

    private static SalesOrder.Line line(int lineNo, String hsn, String quantity, String price, String currency) {
        return MoneyRoom.line(lineNo, hsn, quantity, price, currency);
    }

    private static SalesOrder.Line bearing(SalesOrder.Line line, LineShares shares) {
        return new SalesOrder.Line(
                line.lineNo(),
                line.sku(),
                line.description(),
                line.hsn(),
                line.ordered(),
                line.shortClosed(),
                line.unitPrice(),
                line.net(),
                line.taxRate(),
                line.note(),
                shares,
                line.requestedOn(),
                line.agreed());
    }

    private static LineShares shares(String discount, String freight, String packing, String insurance) {
        return new LineShares(amount(discount), amount(freight), amount(packing), amount(insurance));
    }

    private static Item item(int no, String rate, String taxable, String igst) {
        return new Item(
                no,
                "Pump",
                "8413",
                Quantity.of("1", "NOS").value(),
                "NOS",
                Money.of(taxable, "INR").amount(),
                amount(taxable),
                amount("0.00"),
                amount(taxable),
                TaxTreatment.TAXABLE,
                amount(rate),
                amount(igst),
                amount("0.00"),
                amount("0.00"));
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }
}
