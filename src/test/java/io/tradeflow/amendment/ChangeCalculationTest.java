package io.tradeflow.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tradeflow.catalog.Products;
import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.inquiry.Inquiry;
import io.tradeflow.inquiry.InquiryDraft;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.ordering.Delivery;
import io.tradeflow.ordering.OrderRevisions;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.pricing.Prices;
import io.tradeflow.quotation.LineShares;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.Quote;
import io.tradeflow.quotation.QuoteDiscount;
import io.tradeflow.tax.DocumentValuation;
import io.tradeflow.tax.Gst;
import io.tradeflow.tax.PricedSupply;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Worked by hand. Quoted: two lines of 10 at 100.00, 10 % off the whole (200.00), freight 50.00; each line bears 100.00 and 25.00. Of line 1
 * four are given up and replaced by line 3, 4 at 150.00, which bears what these four bore: 40.00 and 10.00. So there stand
 * <pre>
 * line 1    6 at 100.00 =   600.00 − 60.00 + 15.00
 * line 2   10 at 100.00 = 1,000.00 − 100.00 + 25.00
 * line 3    4 at 150.00 =   600.00 − 40.00 + 10.00
 * goods 2,200.00 − 200.00 + 50.00 = 2,050.00
 * </pre>
 */
class ChangeCalculationTest {

    private static final String INR = "INR";
    private static final LocalDate DAY = LocalDate.of(2026, 7, 15);
    private static final Address PUNE = new Address("Plot 7", null, "Pune", "27", "Maharashtra", "411018", "IN");

    private final Quotations quotations = mock(Quotations.class);
    private final Inquiries inquiries = mock(Inquiries.class);
    private final OrderRevisions revisions = mock(OrderRevisions.class);
    private final InvoicedLines invoiced = mock(InvoicedLines.class);
    private ChangeCalculation calculation;

    @BeforeEach
    void quoted() {
        Quote quote = mock(Quote.class);
        QuoteDiscount discount = mock(QuoteDiscount.class);
        when(discount.documentDiscount()).thenReturn(new BigDecimal("200.00"));
        when(discount.discountPercent()).thenReturn(new BigDecimal("10"));
        when(quote.documentDiscount()).thenReturn(discount);
        when(quote.goodsTotal()).thenReturn(Money.of("2000.00", INR));
        when(quotations.quote(any())).thenReturn(quote);
        Inquiry inquiry = mock(Inquiry.class);
        when(inquiry.channel()).thenReturn(InquiryDraft.Channel.API);
        when(inquiries.inquiry(any())).thenReturn(inquiry);
        when(revisions.totalled(any())).thenAnswer(call -> call.getArgument(0));
        calculation = new ChangeCalculation(
                mock(Prices.class),
                mock(Products.class),
                inquiries,
                quotations,
                invoiced,
                revisions,
                new DocumentValuation(mock(Gst.class), PricedSupply.Bearing.ALL_LINES),
                Clock.systemUTC());
    }

    /**
     * Ten more of line 2: goods 3,200.00. 10 % of these is 100.00 more than 10 % of 2,200.00, so the discount is 300.00, by 600 : 2,000 : 600
     * 56.25, 187.50, 56.25; the freight 9.38, 31.25 and the rest 9.37. Together 3,200.00 − 300.00 + 50.00.
     */
    @Test
    void whatWasGivenUpBearsNothingAndTheSharesAddUp() {
        SalesOrder after = changed(replaced(), 2, "20");

        assertThat(after.lines())
                .extracting(line -> line.ordered().plain().toPlainString())
                .containsExactly("6", "20", "4");
        assertThat(after.lines()).allMatch(line -> line.shortClosed().signum() == 0);
        assertShares(after, 0, "56.25", "9.38");
        assertShares(after, 1, "187.50", "31.25");
        assertShares(after, 2, "56.25", "9.37");
        assertThat(after.extras().documentDiscount()).isEqualByComparingTo(Money.of("300.00", INR));
        assertThat(taxable(after)).isEqualByComparingTo("2950.00");
        assertThat(sum(after))
                .isEqualTo(new LineShares(
                        new BigDecimal("300.00"),
                        new BigDecimal("50.00"),
                        new BigDecimal("0.00"),
                        new BigDecimal("0.00")));
    }

    /** 2,200.00 − 200.00 + 50.00 again. */
    @Test
    void aChangeTakenBackCostsWhatStoodBefore() {
        SalesOrder back = changed(changed(replaced(), 2, "20"), 2, "10");

        assertThat(back.extras().documentDiscount()).isEqualByComparingTo(Money.of("200.00", INR));
        assertThat(taxable(back)).isEqualByComparingTo("2050.00");
    }

    /** Another day costs nothing, and every line bears what it bore. */
    @Test
    void whereTheGoodsStayTheMoneyStays() {
        SalesOrder after = calculation
                .of(replaced(), draft(new ChangeDraft.Line(2, null, DAY.plusDays(9))))
                .after();

        assertShares(after, 0, "60.00", "15.00");
        assertShares(after, 1, "100.00", "25.00");
        assertShares(after, 2, "40.00", "10.00");
        assertThat(taxable(after)).isEqualByComparingTo("2050.00");
    }

    /** Given up without a substitute: its 40.00 and 10.00 go with it, and nobody else bears them. */
    @Test
    void whatIsGivenUpTakesItsSharesAlong() {
        SalesOrder order = order(List.of(
                line(1, "10", "4", "100", "1000.00", "100.00", "25.00"),
                line(2, "10", "10", "100", "1000.00", "100.00", "25.00")));

        SalesOrder after = changed(order, 1, "9");

        // five of line 1 are left: 500.00 of 600.00, so 10.00 less off; all on the one line
        assertThat(after.lines().get(0).ordered().value()).isEqualByComparingTo("5");
        assertThat(after.lines().get(1).ordered().isZero()).isTrue();
        assertShares(after, 0, "50.00", "15.00");
        assertShares(after, 1, "0.00", "0.00");
        assertThat(taxable(after)).isEqualByComparingTo("465.00");
    }

    /** Three of line 2 are invoiced with 300.00 − 30.00 + 7.50: that stays, the rest is shared anew. */
    @Test
    void whatIsInvoicedKeepsWhatItBore() {
        when(invoiced.of(any(), any()))
                .thenReturn(Map.of(
                        2,
                        new InvoicedLines.Taken(
                                new BigDecimal("3"), new BigDecimal("300.00"), shares("30.00", "7.50"))));

        SalesOrder after = changed(replaced(), 2, "20");

        assertThat(sum(after).discountShare()).isEqualByComparingTo("300.00");
        assertThat(sum(after).freightShare()).isEqualByComparingTo("50.00");
        // 270.00 by 600 : 1,700 : 600, and 30.00 that is settled
        assertShares(after, 0, "55.86", "8.79");
        assertShares(after, 1, "188.28", "32.41");
        assertShares(after, 2, "55.86", "8.80");
    }

    private SalesOrder changed(SalesOrder order, int lineNo, String quantity) {
        return calculation
                .of(order, draft(new ChangeDraft.Line(lineNo, new BigDecimal(quantity), null)))
                .after();
    }

    private static ChangeDraft draft(ChangeDraft.Line line) {
        return new ChangeDraft(List.of(line), List.of(), null, null, null, "The site needs it");
    }

    private static SalesOrder replaced() {
        return order(List.of(
                line(1, "10", "4", "100", "1000.00", "100.00", "25.00"),
                line(2, "10", "0", "100", "1000.00", "100.00", "25.00"),
                line(3, "4", "0", "150", "600.00", "40.00", "10.00")));
    }

    private static SalesOrder.Line line(
            int lineNo, String ordered, String givenUp, String price, String net, String discount, String freight) {
        Money unitPrice = Money.of(price, INR);
        return new SalesOrder.Line(
                lineNo,
                "SKU-" + lineNo,
                "Valve",
                "8481",
                Quantity.of(ordered, "NOS"),
                new BigDecimal(givenUp),
                unitPrice,
                Money.of(net, INR),
                new BigDecimal("18"),
                null,
                shares(discount, freight),
                null,
                new SalesOrder.Line.Agreed(unitPrice, new BigDecimal(ordered)));
    }

    private static LineShares shares(String discount, String freight) {
        return new LineShares(
                new BigDecimal(discount), new BigDecimal(freight), new BigDecimal("0.00"), new BigDecimal("0.00"));
    }

    private static SalesOrder order(List<SalesOrder.Line> lines) {
        Money zero = Money.of("0.00", INR);
        return new SalesOrder(
                "SO-2627-000001",
                "INQ-2627-000001",
                "QTN-2627-000001",
                1,
                "SAHYADRI",
                "Sahyadri Agro",
                SalesOrder.Status.CONFIRMED,
                "PO-1",
                DAY,
                DAY,
                INR,
                "INDUSTRY",
                "MH",
                PUNE,
                PUNE,
                null,
                "",
                PaymentTerms.plain(Percentage.ZERO, 30),
                lines,
                zero,
                zero,
                zero,
                zero,
                new SalesOrder.Extras(Money.of("200.00", INR), Money.of("50.00", INR), zero, zero),
                Delivery.PLAIN,
                0,
                DAY);
    }

    private static void assertShares(SalesOrder order, int index, String discount, String freight) {
        assertThat(order.lines().get(index).shares().discountShare()).isEqualByComparingTo(discount);
        assertThat(order.lines().get(index).shares().freightShare()).isEqualByComparingTo(freight);
    }

    private static LineShares sum(SalesOrder order) {
        return order.lines().stream().map(SalesOrder.Line::shares).reduce(LineShares.NONE, LineShares::plus);
    }

    private static BigDecimal taxable(SalesOrder order) {
        return order.lines().stream()
                .map(line -> line.taxableValue().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
