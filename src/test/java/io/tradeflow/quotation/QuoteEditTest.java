package io.tradeflow.quotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import io.tradeflow.engine.StaffDirectory;
import io.tradeflow.engine.StaffTask;
import io.tradeflow.engine.Tasks;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.inquiry.InquiryDraft;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sales desk works on a draft in all its content, and the order has exactly that. */
@TradeflowTest
class QuoteEditTest {

    private static final Actor PRIYA = new Actor.BuyerUser("priya@sahyadri-agro.example", "Priya", "SAHYADRI-AGRO");

    @Autowired
    Inquiries inquiries;

    @Autowired
    Quotations quotations;

    @Autowired
    QuoteTemplates templates;

    @Autowired
    ApprovalForecast forecast;

    @Autowired
    SalesOrders orders;

    @Autowired
    Deals deals;

    @Autowired
    Tasks tasks;

    @Autowired
    StaffDirectory staff;

    @Autowired
    EngineJobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_draft_says_what_the_buyer_wished_for() {
        Quote draft = draft();

        assertThat(draft.lines().get(0).targetPrice()).isEqualTo(Money.of("4000", "INR"));
        assertThat(draft.lines().get(0).gap().value()).isPositive();
        assertThat(draft.lines().get(0).buyerNote()).isEqualTo("With bolts");
        assertThat(draft.lines().get(0).note()).isNull();
        assertThat(draft.conditions().templateCode()).isEqualTo(QuoteTemplates.STANDARD);
    }

    @Test
    void discount_and_charges_are_taxed_with_the_goods_and_reach_the_order() {
        Quote draft = draft();
        Quote edited = quotations.edit(
                asha(),
                draft.number(),
                QuoteEdit.amounts(draft.version(), amounts("7.5", null, "1234.56", "99.99", "0")));

        BigDecimal discount = edited.documentDiscount().documentDiscount();
        assertThat(discount)
                .isEqualByComparingTo(edited.goodsTotal()
                        .amount()
                        .multiply(new BigDecimal("0.075"))
                        .setScale(2, java.math.RoundingMode.HALF_UP));
        assertThat(edited.netTotal().amount())
                .isEqualByComparingTo(
                        edited.goodsTotal().amount().subtract(discount).add(new BigDecimal("1334.55")));
        assertThat(edited.lines().stream()
                        .map(line -> line.taxableValue().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(edited.netTotal().amount());
        assertThat(edited.charges().freightByHand()).isTrue();
        assertThat(edited.charges().insuranceByHand()).isFalse();
        assertThat(edited.discount().value()).isGreaterThan(draft.discount().value());
        assertThat(forecast.kinds(quotations.facts(draft.number()))).contains("DISCOUNT");

        SalesOrder order = ordered(edited);
        assertThat(order.grandTotal()).isEqualTo(edited.grandTotal());
        assertThat(order.extras().documentDiscount().amount()).isEqualByComparingTo(discount);
        assertThat(order.extras().freight().amount()).isEqualByComparingTo("1234.56");
        assertThat(order.lines().stream()
                        .map(line -> line.taxableValue().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(order.netTotal().amount());
    }

    @Test
    void a_discount_on_the_whole_takes_a_line_below_its_floor() {
        Quote draft = draft();
        jdbc.sql("update quote_line set floor_price = round(unit_price * 0.97, 2) where quote_id ="
                        + " (select id from quote where number = ? and revision = ?)")
                .params(draft.number(), draft.revision())
                .update();

        Quote within = quotations.edit(
                asha(), draft.number(), QuoteEdit.amounts(draft.version(), amounts("2", null, "0", "0", "0")));
        assertThat(within.lines()).noneMatch(Quote.Line::belowFloor);
        assertThat(quotations.facts(draft.number()).belowFloor()).isFalse();

        Quote below = quotations.edit(
                asha(), draft.number(), QuoteEdit.amounts(within.version(), amounts("4", null, "0", "0", "0")));
        assertThat(below.lines()).allMatch(Quote.Line::belowFloor);
        assertThat(forecast.kinds(quotations.facts(draft.number()))).contains("FLOOR");
    }

    @Test
    void options_count_in_no_total_and_are_not_ordered() {
        Quote draft = draft();
        Quote added = quotations.edit(
                asha(),
                draft.number(),
                new QuoteEdit(
                        draft.version(),
                        null,
                        List.of(new QuoteEdit.NewLine("CP-030-CI", BigDecimal.ONE)),
                        null,
                        null,
                        null,
                        null));
        assertThat(added.goodsTotal()).isNotEqualTo(draft.goodsTotal());
        LineChange apart = new LineChange(3, null, null, null, QuoteLineKind.ALTERNATIVE, 1, null, null, false);
        Quote edited = quotations.edit(asha(), draft.number(), QuoteEdit.line(added.version(), apart));

        assertThat(edited.goodsTotal()).isEqualTo(draft.goodsTotal());
        assertThat(edited.grandTotal()).isEqualTo(draft.grandTotal());
        assertThat(edited.choices()).singleElement().satisfies(line -> {
            assertThat(line.unitPrice().isPositive()).isTrue();
            assertThat(line.taxRate()).isPositive();
            assertThat(line.shares()).isEqualTo(LineShares.NONE);
        });
        assertThat(ordered(edited).lines()).hasSize(2);
    }

    @Test
    void lines_are_moved_and_removed_and_keep_what_they_stand_for() {
        Quote draft = draft();
        LineChange apart = new LineChange(2, null, null, null, QuoteLineKind.ALTERNATIVE, 1, null, null, false);
        Quote two = quotations.edit(asha(), draft.number(), QuoteEdit.line(null, apart));
        Quote moved = quotations.edit(
                asha(), draft.number(), new QuoteEdit(two.version(), null, null, null, List.of(2, 1), null, null));

        assertThat(moved.lines().stream().map(Quote.Line::sku)).containsExactly("CP-020-CI", "CP-010-CI");
        assertThat(moved.lines().get(0).insteadOf()).isEqualTo(2);
        assertInvalid("lines", draft.number(), new QuoteEdit(null, null, null, List.of(2), null, null, null));
        Quote one =
                quotations.edit(asha(), draft.number(), new QuoteEdit(null, null, null, List.of(1), null, null, null));
        assertThat(one.lines()).singleElement().extracting(Quote.Line::lineNo).isEqualTo(1);
    }

    @Test
    void nobody_overwrites_what_somebody_else_has_saved() {
        Quote draft = draft();
        quotations.edit(
                asha(), draft.number(), QuoteEdit.amounts(draft.version(), amounts("1", null, null, null, null)));

        assertThatThrownBy(() -> quotations.edit(
                        asha(),
                        draft.number(),
                        QuoteEdit.amounts(draft.version(), amounts("2", null, null, null, null))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("quote-changed-meanwhile"));
    }

    @Test
    void every_wrong_field_is_named() {
        Quote draft = draft();
        QuoteEdit wrong = new QuoteEdit(
                null,
                List.of(new LineChange(1, null, new BigDecimal("-1")), new LineChange(9, BigDecimal.ONE, null)),
                List.of(new QuoteEdit.NewLine("NO-SUCH", BigDecimal.ONE)),
                null,
                List.of(1),
                new QuoteEdit.Conditions(
                        "NONE", LocalDate.of(2000, 1, 1), null, "BY BOAT", null, null, null, null, null, false),
                amounts("100", null, "-1", null, null));

        assertThatThrownBy(() -> quotations.edit(asha(), draft.number(), wrong))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Problem.Violation::field)
                        .contains(
                                "lines[0].unitPrice",
                                "lines[1].lineNo",
                                "added[0].sku",
                                "order",
                                "template",
                                "validUntil",
                                "incoterms",
                                "discountPercent",
                                "freight"));
        assertSame(draft, quotations.quote(draft.number()));
    }

    @Test
    void staff_notes_stay_with_staff_and_conditions_are_said_in_words() {
        Quote draft = draft();
        Quote edited = quotations.edit(
                asha(),
                draft.number(),
                QuoteEdit.conditions(
                        draft.version(),
                        new QuoteEdit.Conditions(
                                null, null, null, "FOB Nhava Sheva", null, null, "Thank you", "Hurry", null, false)));

        assertThat(QuoteChanges.between(draft, edited).stream().map(QuoteChange::words))
                .containsExactly("Incoterms: FOB Nhava Sheva", "Note: Thank you");
        ordered(edited);
        Quote seen = quotations.quote(PRIYA, draft.number());
        assertThat(seen.conditions().note()).isEqualTo("Thank you");
        assertThat(seen.conditions().internalNote()).isNull();
    }

    @Test
    void payment_terms_from_before_they_were_agreed_bind_only_once_they_are_saved() {
        Quote draft = draft();
        assertThat(draft.payment().text()).isNotEqualTo("75 days");
        fromBefore(draft, "75 days");
        Quote touched = quotations.edit(
                asha(),
                draft.number(),
                new QuoteEdit(null, null, null, null, null, null, amounts(null, null, "1", null, null)));
        assertThat(touched.paymentTerms()).isEqualTo(draft.payment());
        assertThat(forecast.kinds(quotations.facts(draft.number()))).doesNotContain("TERMS");

        Quote saved = quotations.edit(
                asha(),
                draft.number(),
                QuoteEdit.conditions(
                        null,
                        new QuoteEdit.Conditions(null, null, null, null, null, "75 days", null, null, null, false)));
        assertThat(saved.paymentTerms().text()).isEqualTo("75 days");
        assertThat(saved.contentHash()).isNotEqualTo(touched.contentHash());
        assertThat(forecast.kinds(quotations.facts(draft.number()))).contains("TERMS");

        fromBefore(draft, "75 days");
        Quote again = quotations.edit(
                asha(),
                draft.number(),
                new QuoteEdit(null, null, null, null, null, null, amounts(null, null, "1", null, null)));
        SalesOrder order = ordered(again);
        assertThat(order.payment()).isEqualTo(draft.payment());
        assertThat(deals.timeline(asha(), draft.dealNumber()))
                .anySatisfy(entry -> assertThat(entry.toString()).contains("\"75 days\", which was never agreed"));
    }

    private void fromBefore(Quote draft, String words) {
        jdbc.sql("update quote set payment_terms = ?, payment_terms_agreed = false where number = ? and revision = ?")
                .params(words, draft.number(), draft.revision())
                .update();
    }

    @Test
    void what_is_no_longer_sold_is_not_quoted_and_its_successor_is_named() {
        Quote draft = draft();
        QuoteEdit added = new QuoteEdit(
                null, null, List.of(new QuoteEdit.NewLine("PG-006", BigDecimal.TEN)), null, null, null, null);

        assertThatThrownBy(() -> quotations.edit(asha(), draft.number(), added))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .containsExactly(new Problem.Violation(
                                "added[0].sku",
                                "PG-006 is discontinued and cannot be quoted; PG-010 takes its place")));
    }

    @Test
    void the_buyers_note_is_printed_only_once_it_is_adopted() {
        Quote draft = draft();
        assertThat(QuoteContent.text(draft)).doesNotContain("With bolts");
        LineChange adopted = new LineChange(
                1, null, null, null, null, null, draft.lines().get(0).buyerNote(), null, false);

        Quote edited = quotations.edit(asha(), draft.number(), QuoteEdit.line(draft.version(), adopted));

        assertThat(edited.lines().get(0).note()).isEqualTo("With bolts");
        assertThat(QuoteContent.text(edited)).contains("With bolts");
    }

    @Test
    void looking_at_todays_prices_changes_nothing() {
        Quote draft = draft();
        Quote byHand = quotations.edit(
                asha(), draft.number(), QuoteEdit.line(null, new LineChange(1, null, new BigDecimal("4321"))));

        Quote trial = quotations.repriced(asha(), draft.number());

        assertThat(trial.lines().get(0).unitPrice()).isEqualTo(Money.of("4321", "INR"));
        assertSame(byHand, quotations.quote(draft.number()));
        assertThat(quotations.preview(asha(), draft.number())).startsWith("%PDF".getBytes());
    }

    private static void assertSame(Quote before, Quote after) {
        assertThat(after.version()).isEqualTo(before.version());
        assertThat(after.contentHash()).isEqualTo(before.contentHash());
        assertThat(after.preparedBy()).isEqualTo(before.preparedBy());
    }

    private static QuoteEdit.Amounts amounts(
            String percent, String amount, String freight, String packing, String insurance) {
        return new QuoteEdit.Amounts(
                decimal(percent), decimal(amount), decimal(freight), decimal(packing), decimal(insurance), null);
    }

    private static BigDecimal decimal(String figure) {
        return figure == null ? null : new BigDecimal(figure);
    }

    private void assertInvalid(String field, String number, QuoteEdit edit) {
        assertThatThrownBy(() -> quotations.edit(asha(), number, edit))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Problem.Violation::field)
                        .contains(field));
    }

    /** A second revision that the sales desk has open, as the buyer asked for a change. */
    private Quote draft() {
        List<InquiryDraft.Line> wanted = List.of(
                new InquiryDraft.Line(
                        "CP-010-CI", new BigDecimal("2"), null, "With bolts", new BigDecimal("4000"), null),
                new InquiryDraft.Line("CP-020-CI", BigDecimal.ONE, null, null));
        String deal = inquiries
                .submit(PRIYA, new InquiryDraft(null, InquiryDraft.Channel.PORTAL, null, "Pumps", null, null, wanted))
                .number();
        jobs.runDue(deal);
        Quote sent = quotations.currentOfDeal(deal).orElseThrow();
        assertThat(sent.status()).isEqualTo(QuoteStatus.SENT);
        quotations.requestChange(PRIYA, sent.number(), "Something else");
        jobs.runDue(deal);
        // a first touch, so that the draft is complete
        return quotations.edit(asha(), sent.number(), new QuoteEdit(null, null, null, null, null, null, null));
    }

    private SalesOrder ordered(Quote draft) {
        complete(asha(), draft.dealNumber(), "quotation/rework", Map.of("reworkDecision", "RESUBMIT"));
        jobs.runDue(draft.dealNumber());
        for (String approver : List.of("tara", "meera", "vikram")) {
            for (StaffTask task : tasks.of(staff.find(approver).orElseThrow(), draft.dealNumber(), 0, 20)) {
                tasks.complete(
                        staff.find(approver).orElseThrow(),
                        task.id(),
                        Map.of("decision", "APPROVED", "comment", "fine"));
            }
            jobs.runDue(draft.dealNumber());
        }
        Quote sent = quotations.quote(PRIYA, draft.number());
        assertThat(sent.grandTotal()).isEqualTo(draft.grandTotal());
        quotations.accept(PRIYA, sent.number(), sent.revision(), "PO/" + UUID.randomUUID(), null);
        jobs.runDue(draft.dealNumber());
        return orders.ofDeal(draft.dealNumber()).orElseThrow();
    }

    private void complete(Actor.Staff by, String deal, String form, Map<String, Object> submitted) {
        StaffTask task = tasks.of(by, deal, 0, 20).stream()
                .filter(t -> form.equals(t.form()))
                .findFirst()
                .orElseThrow();
        tasks.complete(by, task.id(), submitted);
    }

    private Actor.Staff asha() {
        return staff.find("asha").orElseThrow();
    }
}
