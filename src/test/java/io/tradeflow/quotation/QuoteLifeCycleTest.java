package io.tradeflow.quotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import io.tradeflow.approval.Approval;
import io.tradeflow.approval.Approvals;
import io.tradeflow.engine.StaffDirectory;
import io.tradeflow.engine.StaffTask;
import io.tradeflow.engine.Tasks;
import io.tradeflow.inquiry.DealEntry;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.inquiry.InquiryDraft;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealStage;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.DealEndings;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the inquiry to the order, with the real models on a real database. */
@TradeflowTest
class QuoteLifeCycleTest {

    private static final Actor PRIYA = new Actor.BuyerUser("priya@sahyadri-agro.example", "Priya", "SAHYADRI-AGRO");
    private static final Actor STRANGER = new Actor.BuyerUser("x@sabarmati.example", "X", "SABARMATI-TRADERS");

    @Autowired
    Inquiries inquiries;

    @Autowired
    Quotations quotations;

    @Autowired
    SalesOrders orders;

    @Autowired
    Approvals approvals;

    @Autowired
    DealEndings endings;

    @Autowired
    Deals deals;

    @Autowired
    Tasks tasks;

    @Autowired
    StaffDirectory staff;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void an_accepted_quote_becomes_the_order_unchanged() {
        Quote sent = sentQuote("CP-010-CI", "10");
        assertThat(sent.status()).isEqualTo(QuoteStatus.SENT);
        assertThat(sent.grandTotal()).isEqualTo(sent.netTotal().plus(sent.tax()).plus(sent.roundOff()));

        String po = po();
        quotations.accept(PRIYA, sent.number(), 1, po, null);
        jobs.runDue(sent.dealNumber());

        SalesOrder order = orders.ofDeal(sent.dealNumber()).orElseThrow();
        assertThat(order.poNumber()).isEqualTo(po);
        assertThat(order.grandTotal()).isEqualTo(sent.grandTotal());
        assertThat(order.lines()).hasSameSizeAs(sent.lines());
        assertThat(order.lines().get(0).unitPrice())
                .isEqualTo(sent.lines().get(0).unitPrice());
        assertThat(order.payment()).as("as the quote states it").isEqualTo(sent.payment());
        assertThat(orders.confirm(sent.number(), order.payment()).number()).isEqualTo(order.number());
    }

    @Test
    void of_two_acceptances_at_once_one_counts() throws Exception {
        Quote sent = sentQuote("CP-010-CI", "5");
        List<Object> results = atOnce(
                () -> quotations.accept(PRIYA, sent.number(), 1, po(), null),
                () -> quotations.accept(PRIYA, sent.number(), 1, po(), null));

        assertThat(results).filteredOn(Quote.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(Problem.class::isInstance)
                .singleElement()
                .satisfies(problem -> assertThat(((Problem) problem).slug()).isEqualTo("quote-not-open"));
        jobs.runDue(sent.dealNumber());
        assertThat(jdbc.sql("select count(*) from sales_order where deal_number = ?")
                        .param(sent.dealNumber())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_po_number_is_used_once_by_a_buyer() {
        String po = po();
        quotations.accept(PRIYA, sentQuote("CP-010-CI", "1").number(), 1, po, null);
        Quote second = sentQuote("CP-010-CI", "1");
        assertProblem("po-number-used", () -> quotations.accept(PRIYA, second.number(), 1, po.toLowerCase(), null));
        assertProblem("po-number-missing", () -> quotations.accept(PRIYA, second.number(), 1, " ", null));
    }

    @Test
    void a_change_request_opens_a_revision_and_closes_the_old_one() {
        Quote first = sentQuote("CP-010-CI", "10");
        Quote seen = quotations.requestChange(PRIYA, first.number(), "20 instead of 10");
        assertThat(seen.revision()).isEqualTo(1);
        assertThat(seen.status()).isEqualTo(QuoteStatus.SUPERSEDED);
        assertProblem("quote-superseded", () -> quotations.accept(PRIYA, first.number(), 1, po(), null));

        Actor.Staff asha = staff("asha");
        quotations.change(asha, first.number(), List.of(new LineChange(1, new BigDecimal("20"), null)), null, null);
        complete(asha, first.dealNumber(), "quotation/rework", Map.of("reworkDecision", "RESUBMIT"));
        jobs.runDue(first.dealNumber());

        Quote second = quotations.quote(PRIYA, first.number());
        assertThat(second.revision()).isEqualTo(2);
        assertThat(second.status()).isEqualTo(QuoteStatus.SENT);
        assertThat(second.contentHash()).isNotEqualTo(first.contentHash());
        assertThat(second.lines().get(0).quantity().plain()).isEqualByComparingTo("20");
        assertProblem("quote-superseded", () -> quotations.accept(PRIYA, first.number(), 1, po(), null));
        assertThat(quotations.accept(PRIYA, first.number(), 2, po(), null).status())
                .isEqualTo(QuoteStatus.ACCEPTED);
    }

    @Test
    void the_last_day_of_validity_counts_whole_and_the_next_not_at_all() {
        Quote late = sentQuote("CP-010-CI", "3");
        Duration toLastDay =
                Duration.ofDays(late.validUntil().toEpochDay() - late.quotedOn().toEpochDay());
        clock.advance(toLastDay);
        Quote onTime = quotations.quote(late.number());
        assertThat(onTime.status()).isEqualTo(QuoteStatus.SENT);

        clock.advance(Duration.ofDays(1));
        assertProblem("quote-expired", () -> quotations.accept(PRIYA, late.number(), 1, po(), null));
        jobs.runDue(late.dealNumber());
        assertThat(quotations.quote(late.number()).status()).isEqualTo(QuoteStatus.EXPIRED);
        assertThat(deals.deal(PRIYA, late.dealNumber()).stage()).isEqualTo(DealStage.LOST);
    }

    @Test
    void a_low_price_needs_another_person_and_is_void_when_changed() {
        Actor.Staff asha = staff("asha");
        Actor.Staff meera = staff("meera");
        String deal = inquire(STRANGER, "CP-010-CI", "10");
        Quote draft = quotations.currentOfDeal(deal).orElseThrow();
        assertThat(deals.deal(asha, deal).stage()).isEqualTo(DealStage.IN_APPROVAL);
        assertProblem("not-found", () -> quotations.quote(STRANGER, draft.number()));
        assertThat(deals.deal(STRANGER, deal).value()).isNull();
        assertProblem("approval-missing", () -> quotations.render(draft.number()));

        quotations.change(
                asha, draft.number(), List.of(new LineChange(1, null, new BigDecimal("4100.50"))), null, null);
        // what is void is nobody's work any more
        assertThat(tasks.of(meera, deal, 0, 20)).isEmpty();
        assertThat(approvals.ofSubject(draft.number()))
                .isNotEmpty()
                .allSatisfy(approval -> assertThat(approval.voidReason()).contains("unit price of line 1", "→ 4100.5"));
        jobs.runDue(deal);
        assertThat(quotations.quote(draft.number()).status()).isEqualTo(QuoteStatus.DRAFT);

        complete(asha, deal, "quotation/rework", Map.of("reworkDecision", "RESUBMIT"));
        jobs.runDue(deal);
        Quote priced = quotations.quote(draft.number());
        assertThat(priced.lines().get(0).unitPrice().amount()).isEqualByComparingTo("4100.5");
        assertThat(priced.lines().get(0).priceReason()).isEqualTo("Set by " + asha.name());
        assertThat(priced.preparedBy()).isEqualTo(asha.name());

        long open = approvals.open(draft.number()).get(0);
        assertProblem("four-eyes", () -> approvals.decide(open, asha, null, Approval.Outcome.APPROVED, "mine"));
        assertProblem("comment-missing", () -> approvals.decide(open, meera, null, Approval.Outcome.REJECTED, "no"));
        approveAll(meera, deal);
        approveAll(staff("vikram"), deal);
        jobs.runDue(deal);
        Quote sent = quotations.quote(STRANGER, draft.number());
        assertThat(sent.status()).isEqualTo(QuoteStatus.SENT);
        assertThat(sent.margin()).isNull();
        assertThat(sent.lines().get(0).priceReason()).isNull();
        assertThat(deals.timeline(STRANGER, deal))
                .extracting(DealEntry::forBuyer)
                .containsOnly(true);
    }

    @Test
    void a_line_without_a_price_waits_for_the_sales_desk() {
        Actor.Staff asha = staff("asha");
        jdbc.sql(
                        """
                        insert into product select 'NO-PRICE-1', name, family, variant, hsn, unit, 1, 1, false, cost, cost_currency
                        from product where sku = 'CP-010-CI' on conflict do nothing""")
                .update();
        String deal = inquire(PRIYA, "NO-PRICE-1", "2", "CP-010-CI", "1");
        Quote draft = quotations.currentOfDeal(deal).orElseThrow();
        assertThat(draft.lines().get(0).unitPrice()).isNull();
        assertThat(draft.lines().get(1).unitPrice()).isNotNull();
        assertProblem("price-not-found", () -> complete(asha, deal, "quotation/complete-prices", Map.of()));

        quotations.change(asha, draft.number(), List.of(new LineChange(1, null, new BigDecimal("9000"))), null, null);
        complete(asha, deal, "quotation/complete-prices", Map.of());
        jobs.runDue(deal);
        Quote priced = quotations.quote(draft.number());
        assertThat(priced.lines().get(0).unitPrice().amount()).isEqualByComparingTo("9000");
        // without a list price nobody knows the discount, so somebody has to look at it
        assertThat(quotations.facts(draft.number()).worstLineDiscount()).isNull();
        assertThat(deals.deal(asha, deal).stage()).isEqualTo(DealStage.IN_APPROVAL);
    }

    @Test
    void a_deal_is_cancelled_with_its_quote_and_its_process() {
        Actor.Staff asha = staff("asha");
        Quote sent = sentQuote("CP-010-CI", "2");
        assertProblem("sales-only", () -> endings.cancel(staff("ravi"), sent.dealNumber(), "no more need"));
        endings.cancel(asha, sent.dealNumber(), "no more need");
        assertThat(deals.deal(asha, sent.dealNumber()).stage()).isEqualTo(DealStage.CANCELLED);
        assertThat(quotations.quote(sent.number()).status()).isEqualTo(QuoteStatus.WITHDRAWN);
        assertProblem("quote-not-open", () -> quotations.accept(PRIYA, sent.number(), 1, po(), null));
        assertProblem("deal-over", () -> endings.cancel(asha, sent.dealNumber(), "again"));
        assertThat(tasks.openTasksOfDeal(sent.dealNumber())).isEmpty();
    }

    @Test
    void the_database_keeps_what_was_sent() {
        Quote sent = sentQuote("CP-010-CI", "2");
        List<String> attempts = List.of(
                "update quote set grand_total = grand_total - 1, net_total = net_total - 1 where number = ?",
                "update quote set terms = 'none' where number = ?",
                "update quote set status = 'DRAFT' where number = ?",
                "update quote_line set quantity = 1, net = unit_price where quote_id = (select id from quote where number = ?)",
                "delete from quote_line where quote_id = (select id from quote where number = ?)");
        for (String attempt : attempts) {
            assertThatThrownBy(() -> jdbc.sql(attempt).param(sent.number()).update())
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private void approveAll(Actor.Staff by, String deal) {
        for (StaffTask task : tasks.of(by, deal, 0, 20)) {
            assertThat(task.form()).isEqualTo("approval/decide");
            tasks.complete(by, task.id(), Map.of("decision", "APPROVED", "comment", "fine"));
        }
    }

    private void complete(Actor.Staff by, String deal, String form, Map<String, Object> submitted) {
        StaffTask task = tasks.of(by, deal, 0, 20).stream()
                .filter(t -> form.equals(t.form()))
                .findFirst()
                .orElseThrow();
        tasks.complete(by, task.id(), submitted);
    }

    private Quote sentQuote(String... lines) {
        return quotations.currentOfDeal(inquire(PRIYA, lines)).orElseThrow();
    }

    private String inquire(Actor by, String... lines) {
        List<InquiryDraft.Line> wanted = new ArrayList<>();
        for (int i = 0; i < lines.length; i += 2) {
            wanted.add(new InquiryDraft.Line(lines[i], new BigDecimal(lines[i + 1]), null, null));
        }
        String number = inquiries
                .submit(by, new InquiryDraft(null, InquiryDraft.Channel.PORTAL, null, "Pumps", null, null, wanted))
                .number();
        jobs.runDue(number);
        return number;
    }

    private Actor.Staff staff(String userId) {
        return staff.find(userId).orElseThrow();
    }

    private static String po() {
        return "PO/" + UUID.randomUUID();
    }

    private static void assertProblem(String slug, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.slug())
                .isEqualTo(slug));
    }

    private static List<Object> atOnce(Callable<?>... work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.length);
        try {
            List<Future<Object>> futures = new ArrayList<>();
            for (Callable<?> one : work) {
                futures.add(threads.submit(() -> {
                    try {
                        return one.call();
                    } catch (Problem problem) {
                        return problem;
                    }
                }));
            }
            List<Object> results = new ArrayList<>();
            for (Future<Object> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
