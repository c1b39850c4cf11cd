package io.tradeflow.invoicing;

import static io.tradeflow.invoicing.MoneyRoom.batch;
import static io.tradeflow.invoicing.MoneyRoom.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.document.LinePrint;
import io.tradeflow.document.TaxInvoicePrint;
import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.OrderCancelled;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.quotation.LineShares;
import io.tradeflow.tax.CustomsRate;
import io.tradeflow.tax.GstRate;
import io.tradeflow.tax.TaxTreatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

class TaxInvoicesTest {

    private static MoneyRoom room;

    @BeforeAll
    static void open() {
        room = new MoneyRoom();
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
    void issuesWhatWasPackedAtThePricesOfTheOrder() {
        SalesOrder order = room.order("B-MH", line(1, "8413", "10", "1234.56"), line(2, "8481", "4", "99.90"));

        TaxInvoice invoice = room.invoices.issue(room.packed(order, "10", "4"));

        assertThat(invoice.number()).matches("MH-2627-[0-9]{6}");
        assertThat(invoice.issuedOn()).isEqualTo("2026-07-15");
        assertThat(invoice.dueOn()).isEqualTo("2026-08-14");
        assertThat(invoice.tax().taxableValue()).isEqualByComparingTo("12745.20");
        assertThat(invoice.tax().cgst()).isEqualByComparingTo("1147.07");
        assertThat(invoice.tax().roundOff()).isEqualByComparingTo("-0.34");
        assertThat(invoice.grandTotal()).isEqualTo(Money.of("15039", "INR"));
        assertThat(invoice.taxInRupees()).isEqualTo(invoice.tax());
    }

    @Test
    void anInvoicedOrderTellsBeforehandThatItIsNotCancelled() {
        SalesOrder order = room.order("B-MH", line(1, "8413", "1", "100"));
        assertThat(room.obstacle(order)).isEmpty();

        TaxInvoice invoice = room.invoices.issue(room.packed(order, "1"));

        assertThat(room.obstacle(order))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains(order.number(), invoice.number()));
        assertThatThrownBy(() -> room.heard(new OrderCancelled(order.dealNumber(), order.number())))
                .isInstanceOf(Problem.class)
                .hasMessage(room.obstacle(order).orElseThrow());
    }

    @Test
    void readsBackExactlyWhatWasIssued() {
        SalesOrder order = room.order("B-GJ", line(1, "8413", "3", "33.33"), line(2, "841320", "7", "0.99"));

        TaxInvoice issued = room.invoices.issue(room.packed(order, "3", "7"));

        assertThat(room.invoices.invoice(issued.number())).isEqualTo(issued);
        assertThat(room.invoices.ofDeal(Actor.PROGRAM, order.dealNumber())).containsExactly(issued);
    }

    @Test
    void mergesTheBatchesOfALineAndPrintsThem() {
        SalesOrder order = room.order("B-MH", line(1, "8413", "10", "100"));
        String shipment =
                room.shipped(order, Shipment.Status.PACKED, List.of(batch(1, 1, "B-1", "6"), batch(2, 1, "B-2", "4")));

        TaxInvoice invoice = room.invoices.issue(shipment);

        assertThat(invoice.lines()).singleElement().satisfies(merged -> {
            assertThat(merged.quantity()).hasToString("10 NOS");
            assertThat(merged.batches())
                    .isEqualTo("Batch B-1, expires 31 Mar 2027: 6 NOS; Batch B-2, expires 31 Mar 2027: 4 NOS");
        });
    }

    @Test
    void printsTheParticularsOfRule46() {
        SalesOrder order = room.order("B-GJ", line(1, "8413", "2", "500"));

        TaxInvoice invoice = room.invoices.issue(room.packed(order, "2"));

        TaxInvoicePrint print = room.printed(invoice.number());
        assertThat(print.title()).isEqualTo("Tax invoice");
        assertThat(print.seller().gstin()).isEqualTo("27AAPFU0939F1ZV");
        assertThat(print.billTo().gstin()).isEqualTo("24AAQCA8719H1ZC");
        assertThat(print.supply().placeOfSupplyCode()).isEqualTo("24");
        assertThat(print.supply().reverseCharge()).isFalse();
        assertThat(print.reference().poNumber()).isEqualTo(order.poNumber());
        assertThat(print.lines()).singleElement().satisfies(line -> {
            assertThat(line.hsn()).isEqualTo("8413");
            assertThat(line.taxRate()).isEqualByComparingTo("18");
            assertThat(line.igst()).isEqualByComparingTo("180");
        });
        assertThat(print.hsnSummary()).hasSize(1);
        assertThat(print.totals().grandTotal()).isEqualByComparingTo("1180");
        assertThat(print.amountInWords()).isEqualTo("Rupees One Thousand One Hundred Eighty Only");
        assertThat(print.export()).isNull();
    }

    @Test
    void aSeriesStaysWithTheGstinOfItsFirstInvoice() {
        room.invoices.issue(room.packed(room.order("B-MH", line(1, "8413", "1", "100")), "1"));
        String another = "update branch set gstin = '27AAPFU0939F2ZU'";

        assertThatThrownBy(() -> room.jdbc.sql(another + " where code = 'MH'").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("carry the series MH");
        assertThatThrownBy(() -> room.jdbc
                        .sql(
                                "insert into document_series values ('27AAPFU0939F2ZU', '2728', 'INV', 'MH', 1, '2027-05-01')")
                        .update())
                .isInstanceOf(DataAccessException.class);
        room.transaction.executeWithoutResult(tried -> {
            assertThat(room.jdbc
                            .sql(another + ", invoice_series = 'MHX' where code = 'MH'")
                            .update())
                    .isEqualTo(1);
            tried.setRollbackOnly();
        });
    }

    @Test
    void givesTheSameInvoiceWhenRepeated() {
        SalesOrder order = room.order("B-MH", line(1, "8413", "1", "100"));
        String shipment = room.packed(order, "1");

        TaxInvoice first = room.invoices.issue(shipment);
        long invoices = room.count("tax_invoice");

        assertThat(room.invoices.issue(shipment)).isEqualTo(first);
        assertThat(room.count("tax_invoice")).isEqualTo(invoices);
        assertThat(room.payments.ofDeal(Actor.PROGRAM, order.dealNumber())).hasSize(1);
    }

    /** 7.5 % on the whole and freight go along with the goods, by quantity; the last part takes what is left. */
    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"B-MH, 1 3, 2 4", "B-GJ, 1 0, 2 7", "B-GJ, 2 6, 1 1", "B-MH, 0 1, 3 6"})
    void partInvoicesOfAnOrderWithDiscountAndChargesAddUp(String buyer, String first, String second) {
        LineShares one = shares("333.33", "41.17", "0.01", "3.33");
        LineShares two = shares("52.50", "8.83", "19.99", "0.00");
        SalesOrder order = room.order(
                buyer, bearing(line(1, "8413", "3", "1481.48"), one), bearing(line(2, "8481", "7", "100.005"), two));

        TaxInvoice a = room.invoices.issue(room.packed(order, first.split(" ")));
        TaxInvoice b = room.invoices.issue(room.packed(order, second.split(" ")));

        assertThat(a.shares().plus(b.shares())).isEqualTo(one.plus(two));
        BigDecimal ordered = order.lines().stream()
                .map(ofOrder -> ofOrder.taxableValue().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(a.tax().taxableValue().add(b.tax().taxableValue())).isEqualByComparingTo(ordered);
        assertThat(a.lines().stream().map(TaxInvoice.Line::taxableValue)).noneMatch(Money::isNegative);
        assertThat(room.invoices.invoice(b.number())).isEqualTo(b);

        TaxInvoicePrint print = room.printed(a.number());
        assertThat(print.totals().documentDiscount())
                .isEqualByComparingTo(a.shares().discountShare());
        assertThat(print.totals().freight()).isEqualByComparingTo(a.shares().freightShare());
        assertThat(print.totals()
                        .goods()
                        .subtract(print.totals().documentDiscount())
                        .add(a.shares().charges()))
                .isEqualByComparingTo(print.totals().taxableValue());
        assertThat(print.lines().stream().map(LinePrint::taxableValue).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(print.totals().taxableValue());
    }

    private static LineShares shares(String discount, String freight, String packing, String insurance) {
        return new LineShares(
                new BigDecimal(discount), new BigDecimal(freight), new BigDecimal(packing), new BigDecimal(insurance));
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

    /** Quantity 1 at 33.335 is 33.34 alone; three of them are 100.01, so the last one takes 33.33. */
    @ParameterizedTest(name = "{0} at {1} in parts {2}")
    @CsvSource({
        "3, 33.335, 1 1 1",
        "3, 33.335, 2 1",
        "10, 0.3333, 3 3 4",
        "10, 0.0049, 1 1 8",
        "7.5, 19.99, 0.125 7.375",
        "100, 1.005, 33 33 34",
        "2, 1234.56, 1 1",
    })
    void partInvoicesAddUpToTheOrder(String quantity, String unitPrice, String parts) {
        SalesOrder order = room.order("B-MH", line(1, "8413", quantity, unitPrice));

        BigDecimal sum = Arrays.stream(parts.split(" "))
                .map(part -> room.invoices.issue(room.packed(order, part)))
                .map(invoice -> invoice.tax().taxableValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(sum).isEqualByComparingTo(order.lines().get(0).net().amount());
    }

    @Test
    void refusesToInvoiceMoreThanWasOrdered() {
        SalesOrder order = room.order("B-MH", line(1, "8413", "5", "100"));
        room.invoices.issue(room.packed(order, "4"));

        assertProblem("more-than-ordered", room.packed(order, "2"));
    }

    @Test
    void refusesAShipmentThatIsNotPacked() {
        SalesOrder order = room.order("B-MH", line(1, "8413", "5", "100"));

        assertProblem(
                "shipment-not-packed", room.shipped(order, Shipment.Status.INSPECTED, List.of(batch(1, 1, "", "5"))));
    }

    @Test
    void refusesAShipmentWithoutGoods() {
        SalesOrder order = room.order("B-MH", line(1, "8413", "5", "100"));

        assertProblem("nothing-to-invoice", room.packed(order, "0"));
    }

    @Test
    void neverDatesAnInvoiceBeforeTheLastOneOfItsSeries() {
        room.clock.set(LocalDate.of(2031, 6, 2));
        TaxInvoice first = room.invoices.issue(room.packed(room.order("B-MH", line(1, "8413", "1", "1")), "1"));
        String late = room.packed(room.order("B-MH", line(1, "8413", "1", "1")), "1");

        room.clock.set(LocalDate.of(2031, 6, 1));
        assertProblem("invoice-date-before-series", late);

        room.clock.set(LocalDate.of(2031, 6, 2));
        assertThat(first.number()).isEqualTo("MH-3132-000001");
        assertThat(room.invoices.issue(late).number()).isEqualTo("MH-3132-000002");
    }

    @Test
    void startsANewSeriesWithTheFinancialYear() {
        room.clock.set(LocalDate.of(2033, 3, 31));
        TaxInvoice last = room.invoices.issue(room.packed(room.order("B-MH", line(1, "8413", "1", "1")), "1"));
        room.clock.set(LocalDate.of(2033, 4, 1));
        TaxInvoice next = room.invoices.issue(room.packed(room.order("B-MH", line(1, "8413", "1", "1")), "1"));

        assertThat(last.number()).isEqualTo("MH-3233-000001");
        assertThat(next.number()).isEqualTo("MH-3334-000001");
    }

    @Test
    void waitsForFinanceWhereARateIsMissingAndLetsTheProcessGoOn() {
        SalesOrder order = room.order("B-MH", line(1, "9999", "1", "100"));
        String shipment = room.packed(order, "1");

        room.transaction.executeWithoutResult(status -> {
            assertProblem("tax-rate-missing", shipment);
            assertThat(status.isRollbackOnly()).isFalse();
        });
        assertThatThrownBy(() -> room.invoices.checkTax(shipment)).isInstanceOf(RatesMissing.class);

        room.gstRates.save(
                MoneyRoom.FARID,
                new GstRate(
                        "9999", TaxTreatment.TAXABLE, new BigDecimal("12"), LocalDate.of(2026, 7, 1), null, "test"));

        room.invoices.checkTax(shipment);
        assertThat(room.invoices.issue(shipment).tax().cgst()).isEqualByComparingTo("6.00");
    }

    @Test
    void convertsAnExportAtTheCustomsRateOfTheDay() {
        SalesOrder order = room.order("B-AE", line(1, "8413", "3", "416.79", "USD"));
        String shipment = room.packed(order, "3");
        assertProblem("exchange-rate-missing", shipment);
        room.customsRates.save(
                MoneyRoom.FARID,
                new CustomsRate("USD", LocalDate.of(2026, 7, 1), new BigDecimal("85.45"), "Notification 41/2026"));

        TaxInvoice invoice = room.invoices.issue(shipment);

        assertThat(invoice.grandTotal()).isEqualTo(Money.of("1250.37", "USD"));
        assertThat(invoice.tax().roundOff()).isZero();
        assertThat(invoice.tax().nature()).isEqualTo("Export under LUT without payment of tax");
        assertThat(invoice.exchangeRate()).isEqualByComparingTo("85.45");
        assertThat(invoice.taxInRupees().grandTotal()).isEqualByComparingTo("106844.12");
        TaxInvoicePrint print = room.printed(invoice.number());
        assertThat(print.title()).isEqualTo("Export invoice");
        assertThat(print.export().lutArn()).isEqualTo("AD270326000123X");
        assertThat(print.export().countryOfDestination()).isEqualTo("United Arab Emirates");
        assertThat(print.export().exchangeRate()).isEqualByComparingTo("85.45");
        assertThat(print.export().totalInr()).isEqualByComparingTo("106844.12");
        assertThat(print.supply().endorsement()).endsWith("WITHOUT PAYMENT OF INTEGRATED TAX");
        assertThat(print.amountInWords())
                .isEqualTo("US Dollars One Thousand Two Hundred Fifty and Thirty Seven Cents Only");
        assertThat(room.invoices.invoice(invoice.number())).isEqualTo(invoice);
    }

    @Test
    void chargesIntegratedTaxInBothCurrenciesWithoutALetterOfUndertaking() {
        room.clock.set(LocalDate.of(2034, 5, 5));
        room.customsRates.save(
                MoneyRoom.FARID,
                new CustomsRate("USD", LocalDate.of(2034, 5, 1), new BigDecimal("90"), "Notification 1/2034"));
        SalesOrder order = room.order("B-AE", line(1, "8413", "1", "100", "USD"));

        TaxInvoice invoice = room.invoices.issue(room.packed(order, "1"));

        assertThat(invoice.tax().igst()).isEqualByComparingTo("18.00");
        assertThat(invoice.taxInRupees().igst()).isEqualByComparingTo("1620.00");
        assertThat(room.printed(invoice.number()).export().lutArn()).isNull();
        assertThat(room.printed(invoice.number()).export().igstInr()).isEqualByComparingTo("1620.00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update tax_invoice set buyer_name = 'other'",
                "delete from tax_invoice",
                "truncate tax_invoice cascade",
                "update tax_invoice_line set net = net + 1",
                "delete from tax_invoice_line",
                "insert into tax_invoice_line select invoice_id, 99, 99, sku, description, batches, hsn, quantity, unit,"
                        + " unit_price, net, treatment, rate, cgst, sgst, igst, inr_net, inr_cgst, inr_sgst, inr_igst"
                        + " from tax_invoice_line limit 1",
            })
    void staysAsIssuedWhateverSqlIsTried(String tampering) {
        room.invoices.issue(room.packed(room.order("B-MH", line(1, "8413", "1", "1")), "1"));

        assertThatThrownBy(() -> room.jdbc.sql(tampering).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("issued tax invoice");
    }

    @Test
    void showsBuyersTheirOwnInvoicesOnly() {
        SalesOrder order = room.order("B-MH", line(1, "8413", "1", "1"));
        String number = room.invoices.issue(room.packed(order, "1")).number();
        Actor own = new Actor.BuyerUser("priya@mh.example", "Priya", "B-MH");
        Actor other = new Actor.BuyerUser("raj@gj.example", "Raj", "B-GJ");

        assertThat(room.invoices.invoice(own, number).number()).isEqualTo(number);
        assertThat(room.invoices.ofDeal(other, order.dealNumber())).isEmpty();
        assertThatThrownBy(() -> room.invoices.invoice(other, number))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }

    @Test
    void mailsTheInvoiceUnderAKeyOfItsOwn() {
        TaxInvoice invoice = room.invoices.issue(room.packed(room.order("B-MH", line(1, "8413", "1", "100")), "1"));

        room.invoices.send(invoice.number());

        assertThat(room.mails())
                .filteredOn(mail -> mail.key().equals("invoice-sent:" + invoice.number()))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.to()).isEqualTo("priya@buyer.example");
                    assertThat(mail.documentIds()).containsExactly(invoice.documentId());
                    assertThat(mail.body()).contains("INR 118.00", "14 Aug 2026");
                });
    }

    private static void assertProblem(String slug, String shipment) {
        assertThatThrownBy(() -> room.invoices.issue(shipment))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo(slug));
    }
}
