package io.tradeflow.invoicing;

import static io.tradeflow.invoicing.MoneyRoom.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.dispatch.HandOverCondition;
import io.tradeflow.document.TaxInvoicePrint;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.tax.GstRate;
import io.tradeflow.tax.SupplyType;
import io.tradeflow.tax.TaxPaper;
import io.tradeflow.tax.TaxTreatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which paper goods go on, what it says of the supply, and what is never issued (gst.md sections 1, 4 and 13). */
class InvoicePapersTest {

    private static final String RICE = "1006";
    private static final String UNRATED = "9987";
    private static MoneyRoom room;

    @BeforeAll
    static void open() {
        room = new MoneyRoom();
        rate(RICE, TaxTreatment.EXEMPT);
        rate(UNRATED, TaxTreatment.TAXABLE);
    }

    private static void rate(String hsn, TaxTreatment treatment) {
        rate(hsn, treatment, "0");
    }

    private static void rate(String hsn, TaxTreatment treatment, String percent) {
        room.gstRates.save(
                MoneyRoom.FARID,
                new GstRate(hsn, treatment, new BigDecimal(percent), LocalDate.of(2026, 7, 1), null, "for this test"));
    }

    @AfterAll
    static void close() {
        room.close();
    }

    /** 3 x 33.33 at 18 % is 99.99 + 9.00 + 9.00; 10 x 45.525 is 455.25 without tax; 573.24 together is rounded once, on the last paper. */
    @Test
    void aRegisteredBuyerGetsTaxInvoiceAndBillOfSupply() {
        SalesOrder order = room.order("B-MH", line(1, "8413", "3", "33.33"), line(2, RICE, "10", "45.525"));

        String shipment = room.packed(order, "3", "10");
        TaxInvoice invoice = room.invoices.issue(shipment);

        List<TaxInvoice> papers = room.invoices.ofDeal(Actor.PROGRAM, order.dealNumber());
        assertThat(papers).extracting(TaxInvoice::paper).containsExactly(TaxPaper.TAX_INVOICE, TaxPaper.BILL_OF_SUPPLY);
        assertThat(papers.get(0)).isEqualTo(invoice);
        assertThat(invoice.grandTotal().amount()).isEqualByComparingTo("117.99");
        assertThat(invoice.tax().cgst()).isEqualByComparingTo("9.00");
        TaxInvoice bill = papers.get(1);
        assertThat(bill.number()).matches("MH-2627-B[0-9]{5}");
        assertThat(bill.lines()).singleElement().satisfies(line -> {
            assertThat(line.lineNo()).isOne();
            assertThat(line.orderLineNo()).isEqualTo(2);
        });
        assertThat(bill.tax().tax()).isZero();
        assertThat(bill.tax().roundOff()).isEqualByComparingTo("-0.24");
        assertThat(bill.grandTotal().amount()).isEqualByComparingTo("455.01");
        assertThat(bill.supplyType()).isNull();
        assertThat(room.printed(bill.number()).title()).isEqualTo("Bill of supply");
        assertThat(room.printed(bill.number()).declarations())
                .singleElement()
                .asString()
                .contains("this bill of supply shows")
                .doesNotContain("invoice");
        assertThat(room.printed(bill.number()).paymentTerms()).startsWith("30 days from the date of this bill");
        assertThat(room.invoices.issue(shipment)).isEqualTo(invoice);
        assertThat(room.payments.ofDeal(Actor.PROGRAM, order.dealNumber())).hasSize(2);
        room.invoices.send(invoice.number());
        assertThat(room.mails())
                .extracting(mail -> mail.key())
                .contains("invoice-sent:" + invoice.number(), "invoice-sent:" + bill.number());
    }

    /** The tax invoice is cancelled, and by the rate of now its goods would go on a second bill of supply. */
    @Test
    void aSecondPaperOfAKindThatStandsIsRefusedWithASentence() {
        rate("84146010", TaxTreatment.TAXABLE, "18");
        SalesOrder order = room.order("B-MH", line(1, "84146010", "1", "100"), line(2, RICE, "1", "50"));
        String shipment = room.packed(order, "1", "1");
        TaxInvoice invoice = room.invoices.issue(shipment);
        HandOverCondition goods = room.bean(InvoiceBeforeGoodsLeave.class);
        assertThat(goods.violations(shipment, null)).isEmpty();
        room.invoices.cancel(MoneyRoom.FARID, invoice.number());
        assertThatThrownBy(() -> goods.violations(shipment, null))
                .isInstanceOfSatisfying(
                        Problem.class, stay -> assertThat(stay.slug()).isEqualTo("invoice-cancelled"))
                .hasMessageContaining(invoice.number());
        rate("84146010", TaxTreatment.EXEMPT, "0");

        for (Runnable attempt :
                List.<Runnable>of(() -> room.invoices.checkTax(shipment), () -> room.invoices.issue(shipment))) {
            assertThatThrownBy(attempt::run)
                    .isInstanceOf(TaxRefused.class)
                    .hasMessageContaining("stands for this shipment")
                    .hasMessageContaining("HSN 84146010");
        }

        rate("84146010", TaxTreatment.TAXABLE, "18");
        assertThat(room.invoices.issue(shipment).number()).isNotEqualTo(invoice.number());
        assertThat(goods.violations(shipment, null)).isEmpty();
    }

    /** CGST rule 46(s): only a company that registers its invoices says so, and only on those it need not register. */
    @ParameterizedTest
    @CsvSource({"B-UN, true, 2", "B-UN, false, 1", "B-MH, true, 1", "B-GJ, true, 1"})
    void anInvoiceThatNeedNotBeRegisteredSaysSo(String buyer, boolean registers, int sentences) {
        room.registers(registers);
        try {
            SalesOrder order = room.order(buyer, line(1, "8413", "1", "100"));
            TaxInvoice invoice = room.invoices.issue(room.packed(order, "1"));

            List<String> declarations = room.printed(invoice.number()).declarations();
            assertThat(declarations).hasSize(sentences);
            assertThat(declarations.get(declarations.size() - 1).contains("sub-rule (4) of rule 48"))
                    .isEqualTo(sentences == 2);
        } finally {
            room.registers(false);
        }
    }

    @Test
    void anUnregisteredBuyerGetsBothOnOnePaper() {
        SalesOrder order = room.order("B-UN", line(1, "8413", "1", "100"), line(2, RICE, "1", "50"));

        TaxInvoice both = room.invoices.issue(room.packed(order, "1", "1"));

        assertThat(both.paper()).isEqualTo(TaxPaper.INVOICE_CUM_BILL_OF_SUPPLY);
        assertThat(both.number()).matches("MH-2627-[0-9]{6}");
        assertThat(both.grandTotal().amount()).isEqualByComparingTo("168");
        assertThat(both.supplyType()).isNull();
        assertThat(room.printed(both.number()).title()).isEqualTo("Invoice-cum-bill of supply");
    }

    @Test
    void goodsWithoutTaxGoOnABillOfSupplyAlone() {
        SalesOrder order = room.order("B-GJ", line(1, RICE, "4", "25"));

        TaxInvoice bill = room.invoices.issue(room.packed(order, "4"));

        assertThat(bill.paper()).isEqualTo(TaxPaper.BILL_OF_SUPPLY);
        assertThat(bill.grandTotal().amount()).isEqualByComparingTo("100");
        assertThat(room.count("tax_invoice where paper = 'BILL_OF_SUPPLY' and number = '" + bill.number() + "'"))
                .isOne();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"B-MH, B2B", "B-GJ, B2B", "B-SEZ, SEZWOP", "B-DEX, DEXP", "B-UN,"})
    void saysHowTheSupplyIsReported(String buyer, SupplyType type) {
        TaxInvoice invoice = room.invoices.issue(room.packed(room.order(buyer, line(1, "8413", "1", "100")), "1"));

        assertThat(invoice.supplyType()).isEqualTo(type);
        assertThat(invoice.reverseCharge()).isFalse();
        assertThat(room.invoices.invoice(invoice.number())).isEqualTo(invoice);
    }

    @Test
    void underReverseChargeTheTaxIsShownAndNotAdded() {
        SalesOrder order = room.order("B-GJ", line(1, "8413", "2", "500"));
        room.terms.keep(decided(order, true, null, null));

        TaxInvoice invoice = room.invoices.issue(room.packed(order, "2"));

        assertThat(invoice.reverseCharge()).isTrue();
        assertThat(invoice.tax().igst()).isEqualByComparingTo("180");
        assertThat(invoice.grandTotal().amount()).isEqualByComparingTo("1000");
        assertThat(room.invoices.invoice(invoice.number())).isEqualTo(invoice);
        TaxInvoicePrint print = room.printed(invoice.number());
        assertThat(print.supply().reverseCharge()).isTrue();
        assertThat(print.totals().grandTotal()).isEqualByComparingTo("1000");
    }

    @Test
    void aChosenPlaceOfSupplyIsKeptWithItsReason() {
        SalesOrder order = room.order("B-SITE", line(1, "8413", "1", "100"));
        room.terms.keep(decided(order, false, "27", "Own site, no registration there"));

        TaxInvoice invoice = room.invoices.issue(room.packed(order, "1"));

        assertThat(invoice.tax().placeOfSupplyCode()).isEqualTo("27");
        assertThat(invoice.tax().cgst()).isEqualByComparingTo("9");
        assertThat(invoice.placeOverride().why()).isEqualTo("Own site, no registration there");
        assertThat(invoice.placeOverride().by()).isEqualTo("farid");
        assertThat(room.invoices.invoice(invoice.number())).isEqualTo(invoice);
    }

    /** A taxable line without tax, goods to the seller itself, a tax nobody could pay, a place where nothing is to be chosen. */
    @Test
    void whatCannotBeRightIsRefusedAndWaitsForFinance() {
        refused(room.order("B-MH", line(1, UNRATED, "1", "100")), "tax-not-right", "A taxable line bears no tax");
        refused(room.order("B-OWN", line(1, "8413", "1", "100")), "tax-not-right", "one registration");
        SalesOrder nobody = room.order("B-UN", line(1, "8413", "1", "100"));
        room.terms.keep(decided(nobody, true, null, null));
        refused(nobody, "reverse-charge-without-gstin", "needs a GSTIN");
        SalesOrder settled = room.order("B-MH", line(1, "8413", "1", "100"));
        room.terms.keep(decided(settled, false, "24", "wrong"));
        refused(settled, "place-override-invalid", "settled");
    }

    private static void refused(SalesOrder order, String slug, String sentence) {
        String shipment = room.packed(order, "1");
        long before = room.count("tax_invoice");
        room.transaction.executeWithoutResult(status -> {
            assertThatThrownBy(() -> room.invoices.issue(shipment))
                    .isInstanceOfSatisfying(TaxRefused.class, refused -> {
                        assertThat(refused.slug()).isEqualTo(slug);
                        assertThat(refused.getMessage()).contains(sentence);
                    });
            assertThat(status.isRollbackOnly()).isFalse();
        });
        assertThat(room.count("tax_invoice")).isEqualTo(before);
    }

    private static InvoiceTerms decided(SalesOrder order, boolean reverse, String place, String why) {
        return new InvoiceTerms(
                order.number(), reverse, reverse ? "Notified" : null, place, why, null, null, null, null, "farid");
    }
}
