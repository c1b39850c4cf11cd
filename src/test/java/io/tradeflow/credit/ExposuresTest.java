package io.tradeflow.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tradeflow.MasterDataTest;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Today is 23 November 2026. */
@MasterDataTest
class ExposuresTest {

    private static final Actor.Staff FARID = new Actor.Staff("farid", "Farid Khan", Set.of("finance"));
    private static final LocalDate LATER = LocalDate.of(2026, 12, 20);
    private static final Debt DEBT = new Debt("B-1", "INR", "INQ-1", "SO-1");

    @Autowired
    private Exposures exposures;

    @Autowired
    private CreditAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void buyers() {
        for (String code : List.of("B-1", "B-2")) {
            jdbc.sql(
                            """
                            insert into buyer (code, legal_name, trade_name, category, tax_registration, bill_to_line1,
                                bill_to_city, bill_to_state_code, bill_to_state_name, bill_to_pin, bill_to_country, ship_to_line1, ship_to_city, ship_to_state_code, ship_to_state_name,
                                ship_to_pin, ship_to_country, currency, credit_days, contact_name, email)
                            values (:code, :code, :code, 'MANUFACTURER', 'UNREGISTERED', 'x', 'Pune', '27', 'Maharashtra', '411001', 'IN', 'x',
                                'Pune', '27', 'Maharashtra', '411001', 'IN', 'INR', 30, 'x', 'x@example.com')""")
                    .param("code", code)
                    .update();
        }
    }

    @Test
    void anObligationMovesFromBucketToBucketAndIsNeverCountedTwice() {
        exposures.confirmed(DEBT, inr("1000"));
        assertThat(buckets()).containsExactly("1000.00", "0.00", "0.00", "0.00", "0.00");

        exposures.dispatched(DEBT, "SHP-1", inr("400"));
        assertThat(buckets()).containsExactly("600.00", "400.00", "0.00", "0.00", "0.00");

        exposures.invoiced(DEBT, "INV-1", "SHP-1", LATER, inr("401"));
        assertThat(buckets()).containsExactly("599.00", "0.00", "401.00", "0.00", "0.00");

        exposures.received(DEBT, "RCT-1", inr("500"));
        assertThat(buckets()).containsExactly("599.00", "0.00", "401.00", "0.00", "-500.00");

        exposures.applied(DEBT, "RCT-1", "INV-1", inr("401"));
        assertThat(buckets()).containsExactly("599.00", "0.00", "0.00", "0.00", "-99.00");

        exposures.released(DEBT, "ended SO-1");
        assertThat(buckets()).containsExactly("0.00", "0.00", "0.00", "0.00", "-99.00");
        assertThat(exposures.reconcile()).isEmpty();
    }

    @Test
    void whatIsInvoicedBeforeItLeavesIsNotOwedOnceMoreWhenItLeaves() {
        exposures.confirmed(DEBT, inr("1000"));
        exposures.invoiced(DEBT, "INV-1", "SHP-1", LATER, inr("400"));
        exposures.dispatched(DEBT, "SHP-1", inr("400"));

        assertThat(buckets()).containsExactly("600.00", "0.00", "400.00", "0.00", "0.00");
    }

    @Test
    void aReceivableIsOverdueOnceItsDueDateIsPast() {
        exposures.confirmed(DEBT, inr("300"));
        exposures.invoiced(DEBT, "INV-1", "SHP-1", LocalDate.of(2026, 11, 22), inr("100"));
        exposures.invoiced(DEBT, "INV-2", "SHP-2", LocalDate.of(2026, 11, 23), inr("200"));

        assertThat(buckets()).containsExactly("0.00", "0.00", "200.00", "100.00", "0.00");
    }

    @Test
    void headroomIsTheLimitLessAllBuckets() {
        exposures.confirmed(DEBT, inr("700"));
        assertThat(exposures.of("B-1", "INR").headroom()).isNull();
        assertThat(exposures.of("B-1", "INR").excessWith(inr("5000")).isZero()).isTrue();

        limit("B-1", "1000", null, null);

        Exposure exposure = exposures.of("B-1", "INR");
        assertThat(exposure.headroom()).isEqualTo(inr("300"));
        assertThat(exposure.excessWith(inr("300")).isZero()).isTrue();
        assertThat(exposure.excessWith(inr("300.01"))).isEqualTo(inr("0.01"));
    }

    @Test
    void aLimitThatHasEndedAllowsNothing() {
        limit("B-1", "1000", LocalDate.of(2026, 11, 23), null);
        assertThat(exposures.of("B-1", "INR").headroom()).isEqualTo(inr("1000"));

        jdbc.sql("update credit_account set valid_until = '2026-11-22'").update();

        assertThat(exposures.of("B-1", "INR").headroom()).isEqualTo(inr("0"));
    }

    @Test
    void accountsOfAGroupAreJudgedTogether() {
        limit("B-1", "1000", null, "house");
        limit("B-2", "500", null, "HOUSE");
        exposures.confirmed(DEBT, inr("900"));
        exposures.confirmed(new Debt("B-2", "INR", "INQ-2", "SO-2"), inr("450"));

        assertThat(exposures.of("B-1", "INR").headroom()).isEqualTo(inr("150"));
        assertThat(exposures.of("B-2", "INR").headroom()).isEqualTo(inr("150"));
        assertThat(accounts.accounts(FARID))
                .extracting(account -> account.exposure().total())
                .containsExactly(inr("900"), inr("450"));
    }

    @Test
    void limitsAreSetByThoseWhoMayWithAReasonThatIsKept() {
        limit("B-1", "1000", null, null);
        limit("B-1", "1000.00", null, null);
        limit("B-1", "2000", null, null);

        assertThat(accounts.changes(FARID, "B-1", "INR"))
                .extracting(change -> change.newLimit().toBigInteger().intValue())
                .containsExactly(2000, 1000);
        Actor.Staff asha = new Actor.Staff("asha", "Asha Nair", Set.of("sales-desk"));
        assertThatThrownBy(
                        () -> accounts.setLimit(asha, "B-1", "INR", new CreditLimit(BigDecimal.TEN, null, null, "x")))
                .hasMessageContaining("set by finance");
        assertThatThrownBy(() -> accounts.accounts(asha)).isInstanceOf(Problem.class);
        Problem refused = catchThrowableOfType(
                Problem.class,
                () -> accounts.setLimit(
                        FARID,
                        "B-1",
                        "INR",
                        new CreditLimit(new BigDecimal("-1"), LocalDate.of(2026, 11, 22), null, " ")));
        assertThat(refused.violations())
                .extracting(Problem.Violation::field)
                .containsExactly("amount", "validUntil", "reason");
    }

    @Test
    void theLedgerIsNeverChanged() {
        exposures.confirmed(DEBT, inr("1000"));

        assertThatThrownBy(
                        () -> jdbc.sql("update exposure_entry set change = 1").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void reconciliationNamesWhatSomebodyWroteAround() {
        exposures.confirmed(DEBT, inr("1000"));
        jdbc.sql("update exposure set amount = 900 where number = 'SO-1'").update();

        assertThat(exposures.reconcile()).singleElement().satisfies(found -> {
            assertThat(found.number()).isEqualTo("SO-1");
            assertThat(found.kept()).isEqualByComparingTo("900");
            assertThat(found.byLedger()).isEqualByComparingTo("1000");
        });
    }

    /** Whatever happens, and however often it is told: exposure is what is open of the obligations, computed on its own. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void exposureIsTheSumOfOpenObligations(long seed) {
        Random random = new Random(seed);
        List<Order> orders = new ArrayList<>();
        for (int step = 0; step < 120; step++) {
            int kind = orders.isEmpty() ? 0 : random.nextInt(8);
            if (kind == 0) {
                Order order = new Order(orders.size() + 1, 1 + random.nextInt(1_000_000));
                orders.add(order);
                twice(random, () -> exposures.confirmed(order.debt(), paise(order.total)));
                continue;
            }
            Order order = orders.get(random.nextInt(orders.size()));
            switch (kind) {
                case 1, 2 -> dispatch(order, random);
                case 3, 4 -> invoice(order, random);
                case 5 -> receive(order, random);
                case 6 -> giveUp(order, random);
                default -> cancel(order, random);
            }
            long open = orders.stream().mapToLong(Order::open).sum();
            assertThat(exposures.of("B-1", "INR").total())
                    .as("seed %d, step %d, kind %d", seed, step, kind)
                    .isEqualTo(paise(open));
            assertThat(exposures.reconcile()).isEmpty();
        }
        long rows = exposures.rows("B-1", "INR").stream()
                .mapToLong(row -> row.amount().amount().movePointRight(2).longValueExact())
                .sum();
        assertThat(rows).isEqualTo(orders.stream().mapToLong(Order::open).sum());
    }

    private void dispatch(Order order, Random random) {
        long value = random.nextInt((int) order.undelivered() + 1);
        order.unbilled.add(value);
        String shipment = order.next("SHP");
        order.shipments.add(shipment);
        twice(random, () -> exposures.dispatched(order.debt(), shipment, paise(value)));
    }

    /** Of a shipment that has left, or of one that leaves afterwards. */
    private void invoice(Order order, Random random) {
        boolean hasLeft = !order.unbilled.isEmpty() && random.nextBoolean();
        long amount = hasLeft ? order.unbilled.remove(0) : random.nextInt((int) order.undelivered() + 1);
        String shipment = hasLeft ? order.shipments.remove(0) : order.next("SHP");
        String invoice = order.next("INV");
        order.invoiced += amount;
        order.invoices.put(invoice, amount);
        twice(random, () -> exposures.invoiced(order.debt(), invoice, shipment, LATER, paise(amount)));
        if (!hasLeft && random.nextBoolean()) {
            exposures.dispatched(order.debt(), shipment, paise(amount));
        }
    }

    private void receive(Order order, Random random) {
        long amount = 1 + random.nextInt(500_000);
        String receipt = order.next("RCT");
        order.received += amount;
        twice(random, () -> exposures.received(order.debt(), receipt, paise(amount)));
        long left = amount;
        for (var invoice : order.invoices.entrySet()) {
            long taken = Math.min(left, invoice.getValue());
            if (taken > 0) {
                twice(random, () -> exposures.applied(order.debt(), receipt, invoice.getKey(), paise(taken)));
                invoice.setValue(invoice.getValue() - taken);
                left -= taken;
            }
        }
    }

    private void giveUp(Order order, Random random) {
        long value = random.nextInt((int) order.undelivered() + 1);
        order.givenUp += value;
        String occasion = order.next("given up");
        twice(random, () -> exposures.givenUp(order.debt(), occasion, paise(value)));
    }

    private void cancel(Order order, Random random) {
        if (random.nextInt(3) == 0) {
            order.givenUp += order.undelivered();
            twice(
                    random,
                    () -> exposures.released(
                            order.debt(), "ended " + order.debt().orderNumber()));
        }
    }

    private static void twice(Random random, Runnable told) {
        told.run();
        if (random.nextBoolean()) {
            told.run();
        }
    }

    /** What an order makes its buyer owe, in paise, kept the simple way. */
    private static final class Order {
        private final int serial;
        private final long total;
        private final List<Long> unbilled = new ArrayList<>();
        private final List<String> shipments = new ArrayList<>();
        private final Map<String, Long> invoices = new LinkedHashMap<>();
        private long invoiced;
        private long received;
        private long givenUp;
        private int things;

        Order(int serial, long total) {
            this.serial = serial;
            this.total = total;
        }

        Debt debt() {
            return new Debt("B-1", "INR", "INQ-" + serial, "SO-" + serial);
        }

        String next(String kind) {
            things++;
            return kind + "-" + serial + "-" + things;
        }

        long undelivered() {
            return total
                    - givenUp
                    - invoiced
                    - unbilled.stream().mapToLong(Long::longValue).sum();
        }

        /** All that was ordered and not given up will be owed; what came in is off. */
        long open() {
            return total - givenUp - received;
        }
    }

    private List<String> buckets() {
        Exposure exposure = exposures.of("B-1", "INR");
        return List.of(
                        exposure.confirmed(),
                        exposure.dispatchedUnbilled(),
                        exposure.receivable(),
                        exposure.overdue(),
                        exposure.unapplied())
                .stream()
                .map(money -> money.toDocumentScale().toPlainString())
                .toList();
    }

    private void limit(String buyer, String amount, LocalDate validUntil, String group) {
        accounts.setLimit(FARID, buyer, "INR", new CreditLimit(new BigDecimal(amount), validUntil, group, "Agreed"));
    }

    private static Money inr(String amount) {
        return Money.of(amount, "INR");
    }

    private static Money paise(long amount) {
        return Money.of(BigDecimal.valueOf(amount, 2), "INR");
    }
}
