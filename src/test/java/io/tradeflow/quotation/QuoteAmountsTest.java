package io.tradeflow.quotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import io.tradeflow.engine.StaffDirectory;
import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.inquiry.InquiryDraft;
import io.tradeflow.inquiry.InquiryDraft.Channel;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.kernel.Problem;
import io.tradeflow.pricing.BulkBand;
import io.tradeflow.pricing.OrderTerms;
import io.tradeflow.pricing.OrderTermsRow;
import io.tradeflow.pricing.PreviewRequest;
import io.tradeflow.pricing.PriceLists;
import io.tradeflow.pricing.PricePreview;
import io.tradeflow.pricing.PricePreviews;
import io.tradeflow.pricing.PriceTrace;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A quote uses all that pricing knows: the deal's channel, bulk discounts, the table of charges and agreed order terms. */
@TradeflowTest
class QuoteAmountsTest {

    private static final String SAHYADRI = "SAHYADRI-AGRO";
    private static final Address COIMBATORE =
            new Address("8 Avinashi Road", "Peelamedu", "Coimbatore", "33", "Tamil Nadu", "641004", "IN");

    @Autowired
    private Inquiries inquiries;

    @Autowired
    private Quotations quotations;

    @Autowired
    private ApprovalForecast forecast;

    @Autowired
    private PricePreviews previews;

    @Autowired
    private PriceLists lists;

    @Autowired
    private OrderTerms terms;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private EngineJobs jobs;

    @Autowired
    private TestClock clock;

    @Test
    void aQuoteComesToWhatThePreviewSaid() {
        for (String buyer : List.of(SAHYADRI, "KAVERI-PROCESS", "HOOGHLY-MARINE")) {
            Quote quote = quote(buyer, Channel.PORTAL, "CP-010-CI 3", "CP-020-CI 2");

            PricePreview preview = previews.preview(
                    asha(),
                    new PreviewRequest(
                            buyer,
                            null,
                            null,
                            "PORTAL",
                            null,
                            null,
                            List.of(
                                    new PreviewRequest.Line("CP-010-CI", new BigDecimal("3")),
                                    new PreviewRequest.Line("CP-020-CI", new BigDecimal("2")))));
            assertThat(quote.goodsTotal().amount()).isEqualByComparingTo(preview.sum());
            assertThat(quote.discountedGoods().amount()).isEqualByComparingTo(preview.net());
            assertThat(quote.charges().freight())
                    .isEqualByComparingTo(preview.charges().freight().charged());
            assertThat(quote.charges().packing())
                    .isEqualByComparingTo(preview.charges().packing().charged());
            assertThat(quote.charges().insurance())
                    .isEqualByComparingTo(preview.charges().insurance().charged());
            assertThat(quote.chargeReasons())
                    .isEqualTo(new ChargeReasons(
                            preview.charges().freight().reason(),
                            preview.charges().packing().reason(),
                            preview.charges().insurance().reason()));
            assertThat(quote.grandTotal().amount())
                    .isEqualByComparingTo(preview.tax().grandTotal());
        }
    }

    @Test
    void theChannelOfTheInquiryIsPriced() {
        assertThat(levels(quote(SAHYADRI, Channel.PORTAL, "CP-020-CI 1"))).contains("CHANNEL");
        assertThat(levels(quote(SAHYADRI, Channel.EMAIL, "CP-020-CI 1"))).doesNotContain("CHANNEL");
    }

    @Test
    void theBulkDiscountComesAndGoesWithTheGoods() {
        Quote many = quote(SAHYADRI, Channel.EMAIL, "CP-010-CI 200");
        assertThat(many.goodsTotal().amount()).isGreaterThan(new BigDecimal("1000000"));
        assertBulk(many, "1.5");
        assertThat(many.bulkDiscount().reason()).isEqualTo("1.5 % bulk discount from 1000000.00 INR");
        assertThat(many.bulkDiscount().others())
                .extracting(other -> other.words())
                .contains("2.5 % bulk discount from 2500000.00 INR");
        assertThat(many.lines().get(0).shares().discountShare())
                .isEqualByComparingTo(many.documentDiscount().documentDiscount());

        Quote fewer = change(many, quantity("190"));
        assertThat(fewer.goodsTotal().amount()).isLessThan(new BigDecimal("1000000"));
        assertThat(fewer.documentDiscount()).isEqualTo(QuoteDiscount.NONE);
        assertThat(fewer.bulkDiscount().isGranted()).isFalse();
        assertThat(fewer.discountedGoods()).isEqualTo(fewer.goodsTotal());

        assertBulk(change(fewer, quantity("200")), "1.5");
    }

    @Test
    void whatTheSalesDeskSetsStaysUntilItIsGivenBack() {
        Quote many = quote(SAHYADRI, Channel.EMAIL, "CP-010-CI 200");

        Quote none = edit(many, QuoteEdit.amounts(null, amounts("0", "777.50", null)));
        assertThat(none.documentDiscount().discountByHand()).isTrue();
        assertThat(none.documentDiscount().documentDiscount()).isZero();
        assertThat(none.bulkDiscount().isGranted())
                .as("what would be granted is still told")
                .isTrue();
        assertThat(none.chargeReasons().freightReason()).isNull();

        Quote more = change(none, quantity("210"));
        assertThat(more.documentDiscount().documentDiscount()).isZero();
        assertThat(more.charges().freight()).isEqualByComparingTo("777.50");
        assertThat(more.charges().freightByHand()).isTrue();

        Quote back = edit(more, QuoteEdit.amounts(null, amounts(null, null, Set.of("discount", "freight"))));
        assertBulk(back, "1.5");
        assertThat(back.charges().freightByHand()).isFalse();
        assertThat(back.chargeReasons().freightReason()).isNotBlank();
        assertThatThrownBy(() -> edit(back, QuoteEdit.amounts(null, amounts(null, null, Set.of("lunch")))))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Problem.Violation::field)
                        .containsExactly("fromTable"));
    }

    @Test
    void amountsChangeBySomebodysDoingOnly() {
        Quote before = quote(SAHYADRI, Channel.EMAIL, "HB-M12-50 7777");
        LocalDate today = LocalDate.now(clock);
        BulkBand band = new BulkBand(
                null,
                "DISTRIBUTOR",
                "INR",
                BulkBand.Measure.QUANTITY,
                before.lines().get(0).quantity().unit(),
                new BigDecimal("7777"),
                new BigDecimal("9"),
                today.minusDays(1),
                today);
        try {
            lists.save(Actor.PROGRAM, band);

            Quote noted = edit(
                    before,
                    QuoteEdit.conditions(
                            null,
                            new QuoteEdit.Conditions(null, null, null, null, null, null, "Soon", null, null, false)));
            assertThat(noted.netTotal()).isEqualTo(before.netTotal());
            assertThat(noted.discountedGoods()).isEqualTo(before.discountedGoods());
            assertThat(quotations
                            .repriced(asha(), before.number())
                            .documentDiscount()
                            .discountPercent())
                    .as("what it would be is shown before anything takes it")
                    .isEqualByComparingTo("9");

            assertBulk(change(noted, quantity("7780")), "9");
        } finally {
            lists.bulkBands().stream()
                    .filter(kept -> kept.fromAmount().compareTo(band.fromAmount()) == 0)
                    .forEach(kept ->
                            lists.end(Actor.PROGRAM, PriceLists.Policy.BULK_DISCOUNT, kept.id(), today.minusDays(1)));
        }
    }

    @Test
    void chargesFollowWhereTheGoodsGo() {
        Quote near = quote(SAHYADRI, Channel.EMAIL, "CP-010-CI 200");
        assertThat(near.charges().freight()).isZero();
        assertThat(near.chargeReasons().freightReason()).contains("Free delivery");

        Quote far = edit(
                near,
                QuoteEdit.conditions(
                        null,
                        new QuoteEdit.Conditions(null, null, null, null, null, null, null, null, COIMBATORE, false)));

        // supplied by the branch there, so still within a state: but insurance and freight were asked for anew
        assertThat(far.branchCode()).isNotEqualTo(near.branchCode());
        assertThat(far.chargeReasons().freightReason()).contains("within the state");
    }

    @Test
    void aDiscountOnTheWholeCanTakeALineBelowItsFloor() {
        Quote quote = quote(SAHYADRI, Channel.EMAIL, "CP-010-CI 2");
        assertThat(quote.lines().get(0).belowFloor()).isFalse();

        Quote cheap = edit(quote, QuoteEdit.amounts(null, amounts("45", null, null)));

        assertThat(cheap.lines().get(0).belowFloor()).isTrue();
        assertThat(forecast.kinds(quotations.facts(quote.number()))).contains("FLOOR");
    }

    @Test
    void anOrderBelowTheMinimumNeedsADecision() {
        Quote small = quote("GRAM-JAL-SHIRUR", Channel.SALES_CALL, "CP-005-CI 1");
        assertThat(small.orderMinimum().amount()).isEqualByComparingTo("10000");
        assertThat(small.isBelowOrderMinimum()).isTrue();
        assertThat(forecast.kinds(quotations.facts(small.number()))).contains("ORDER_MINIMUM");

        Quote larger = quote("GRAM-JAL-SHIRUR", Channel.SALES_CALL, "CP-005-CI 10");
        assertThat(larger.isBelowOrderMinimum()).isFalse();
        assertThat(forecast.kinds(quotations.facts(larger.number()))).doesNotContain("ORDER_MINIMUM");
        assertThat(quote(SAHYADRI, Channel.SALES_CALL, "CP-005-CI 1").orderMinimum())
                .isNull();
    }

    @Test
    void agreedQuantitiesHoldForInquiriesAndQuotes() {
        LocalDate today = LocalDate.now(clock);
        terms.save(
                Actor.PROGRAM,
                new OrderTermsRow(
                        null,
                        OrderTermsRow.Level.CUSTOMER,
                        "ANAND-HARDWARE",
                        "CP-100-CI",
                        new BigDecimal("6"),
                        new BigDecimal("3"),
                        null,
                        null,
                        today,
                        null));

        assertWrong(
                "lines[0].quantity",
                "CP-100-CI: The minimum order is 6 NOS; nearest possible: 6 NOS, as agreed for this buyer",
                () -> quote("ANAND-HARDWARE", Channel.EMAIL, "CP-100-CI 1"));
        assertWrong(
                "lines[0].quantity",
                "CP-100-CI: It is ordered in multiples of 3 NOS; nearest possible: 6 NOS or 9 NOS, as agreed for this buyer",
                () -> quote("ANAND-HARDWARE", Channel.EMAIL, "CP-100-CI 7"));
        Quote quote = quote("ANAND-HARDWARE", Channel.EMAIL, "CP-100-CI 9");
        assertWrong(
                "lines[0].quantity",
                "It is ordered in multiples of 3 NOS; nearest possible: 9 NOS or 12 NOS, as agreed for this buyer",
                () -> change(quote, quantity("10")));
        assertThat(quote(SAHYADRI, Channel.EMAIL, "CP-100-CI 1").lines())
                .as("others order as the catalogue says")
                .hasSize(1);
    }

    private static void assertBulk(Quote quote, String percent) {
        assertThat(quote.documentDiscount().discountByHand()).isFalse();
        assertThat(quote.documentDiscount().discountPercent()).isEqualByComparingTo(percent);
        assertThat(quote.bulkDiscount().percent()).isEqualTo(Percentage.of(percent));
        assertThat(quote.documentDiscount().documentDiscount())
                .isEqualByComparingTo(
                        quote.goodsTotal().percent(Percentage.of(percent)).toDocumentScale());
        assertThat(quote.netTotal().amount())
                .isEqualByComparingTo(
                        quote.discountedGoods().amount().add(quote.charges().total()));
    }

    private static void assertWrong(String field, String message, Runnable deed) {
        assertThatThrownBy(deed::run).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                .containsExactly(new Problem.Violation(field, message)));
    }

    private static List<String> levels(Quote quote) {
        return quote.lines().get(0).priceTrace().losers().stream()
                .map(PriceTrace.Loser::level)
                .toList();
    }

    private static LineChange quantity(String quantity) {
        return new LineChange(1, new BigDecimal(quantity), null);
    }

    private static QuoteEdit.Amounts amounts(String discount, String freight, Set<String> fromTable) {
        return new QuoteEdit.Amounts(
                discount == null ? null : new BigDecimal(discount),
                null,
                freight == null ? null : new BigDecimal(freight),
                null,
                null,
                fromTable);
    }

    private Quote change(Quote quote, LineChange change) {
        return edit(quote, QuoteEdit.line(null, change));
    }

    /** On the draft of the deal: one that went to the buyer already is opened again. */
    private Quote edit(Quote quote, QuoteEdit edit) {
        if (quotations.quote(quote.number()).status() == QuoteStatus.SENT) {
            quotations.revise(quote.number());
        }
        return quotations.edit(asha(), quote.number(), edit);
    }

    /** What the process has made of an inquiry with these lines. */
    private Quote quote(String buyer, Channel channel, String... lines) {
        List<InquiryDraft.Line> wanted = new ArrayList<>();
        for (String line : lines) {
            wanted.add(new InquiryDraft.Line(line.split(" ")[0], new BigDecimal(line.split(" ")[1]), null, null));
        }
        String deal = inquiries
                .submit(asha(), new InquiryDraft(buyer, channel, null, "Pumps", null, null, wanted))
                .number();
        jobs.runDue(deal);
        return quotations.currentOfDeal(deal).orElseThrow();
    }

    private Actor.Staff asha() {
        return staff.find("asha").orElseThrow();
    }
}
