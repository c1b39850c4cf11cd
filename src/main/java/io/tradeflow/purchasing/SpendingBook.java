package io.tradeflow.purchasing;

import io.tradeflow.kernel.Money;
import io.tradeflow.party.BuyerPerson;
import io.tradeflow.quotation.Quote;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people of buyers spend by calendar month of the seller's zone: one row per accepted quote, and a balance per person and month that
 * moves along under a constraint. A month's figures stay in the month of the acceptance.
 */
@Repository
class SpendingBook {

    private record Row(
            long id,
            String userId,
            LocalDate month,
            String currency,
            BigDecimal amount,
            boolean approved,
            String state) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    SpendingBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    LocalDate month() {
        return LocalDate.now(clock).withDayOfMonth(1);
    }

    /** Until the transaction ends nobody else accepts or asks for this person in this month. */
    @Transactional
    void lock(String userId, String currency) {
        openBalance(userId, currency);
        jdbc.sql(
                        """
                        select 1 from spending_balance
                        where user_id = :user and month = :month and currency = :currency for update""")
                .param("user", userId)
                .param("month", month())
                .param("currency", currency)
                .query(Integer.class)
                .single();
    }

    /**
     * What this month's open approvals hold of the limit. One that goes over the month's limit holds nothing: it is not covered by it and is
     * booked apart once approved.
     */
    Money heldByOpenApprovals(String userId, String currency) {
        return Money.of(
                jdbc.sql(
                                """
                                select coalesce(sum(amount), 0) from purchase_approval
                                where requester_id = :user and currency = :currency and state = 'OPEN' and exceeded <> 'MONTH'
                                  and opened_at >= :begin""")
                        .param("user", userId)
                        .param("currency", currency)
                        .param("begin", month().atStartOfDay(clock.getZone()).toOffsetDateTime())
                        .query(BigDecimal.class)
                        .single(),
                currency);
    }

    /**
     * Reserves if the month's limit has room for it beside what open approvals hold. The balance must be {@link #lock locked}, so that of two
     * at once the second sees what the first took. Whether it fitted.
     */
    @Transactional
    boolean reserve(BuyerPerson person, Quote quote) {
        BigDecimal amount = quote.grandTotal().amount();
        openBalance(person.userId(), quote.currency());
        int fitted = jdbc.sql(
                        """
                        update spending_balance set reserved = reserved + :amount, month_limit = :limit
                        where user_id = :user and month = :month and currency = :currency
                          and (:limit::numeric is null or reserved + spent + :held + :amount <= :limit)""")
                .param("amount", amount)
                .param(
                        "held",
                        heldByOpenApprovals(person.userId(), quote.currency()).amount())
                .param("limit", person.monthLimit(), Types.NUMERIC)
                .param("user", person.userId())
                .param("month", month())
                .param("currency", quote.currency())
                .update();
        if (fitted > 0) {
            insert(person.userId(), quote, false);
        }
        return fitted > 0;
    }

    /** Books what somebody with the right to it allowed: it does not use up the person's own limit. */
    @Transactional
    void reserveApproved(String userId, Quote quote) {
        openBalance(userId, quote.currency());
        jdbc.sql(
                        """
                        update spending_balance set approved = approved + :amount
                        where user_id = :user and month = :month and currency = :currency""")
                .param("amount", quote.grandTotal().amount())
                .param("user", userId)
                .param("month", month())
                .param("currency", quote.currency())
                .update();
        insert(userId, quote, true);
    }

    /** The order is confirmed: what was reserved is spent. May be repeated. */
    @Transactional
    void spend(String quoteNumber) {
        for (Row row : held("quote_number", quoteNumber)) {
            if (row.state().equals("RESERVED")) {
                move(row, "SPENT");
            }
        }
    }

    /** The deal came to nothing: reserved and spent go back. May be repeated. */
    @Transactional
    void release(String dealNumber) {
        held("deal_number", dealNumber).forEach(row -> move(row, "RELEASED"));
    }

    /** Reserved and spent on the own authority this month. */
    Money used(String userId, String currency) {
        return Money.of(
                jdbc.sql(
                                """
                                select coalesce(sum(reserved + spent), 0) from spending_balance
                                where user_id = :user and month = :month and currency = :currency""")
                        .param("user", userId)
                        .param("month", month())
                        .param("currency", currency)
                        .query(BigDecimal.class)
                        .single(),
                currency);
    }

    private List<Row> held(String column, String number) {
        return jdbc.sql("select id, user_id, month, currency, amount, approved, state from spending_reservation where "
                        + column + " = :number and state <> 'RELEASED' order by id for update")
                .param("number", number)
                .query(Row.class)
                .list();
    }

    private void move(Row row, String to) {
        String from = row.state().equals("SPENT") ? "spent" : "reserved";
        String change = row.approved()
                ? (to.equals("RELEASED") ? "approved = approved - :amount" : "approved = approved")
                : from + " = " + from + " - :amount" + (to.equals("SPENT") ? ", spent = spent + :amount" : "");
        jdbc.sql("update spending_balance set " + change
                        + " where user_id = :user and month = :month and currency = :currency")
                .param("amount", row.amount())
                .param("user", row.userId())
                .param("month", row.month())
                .param("currency", row.currency())
                .update();
        jdbc.sql("update spending_reservation set state = :state, changed_at = :now where id = :id")
                .param("state", to)
                .param("now", OffsetDateTime.now(clock))
                .param("id", row.id())
                .update();
    }

    private void openBalance(String userId, String currency) {
        jdbc.sql(
                        """
                        insert into spending_balance (user_id, month, currency) values (:user, :month, :currency)
                        on conflict do nothing""")
                .param("user", userId)
                .param("month", month())
                .param("currency", currency)
                .update();
    }

    private void insert(String userId, Quote quote, boolean approved) {
        jdbc.sql(
                        """
                        insert into spending_reservation (user_id, month, currency, amount, deal_number, quote_number, revision,
                            state, approved, reserved_at, changed_at)
                        values (:user, :month, :currency, :amount, :deal, :quote, :revision, 'RESERVED', :approved, :now, :now)""")
                .param("user", userId)
                .param("month", month())
                .param("currency", quote.currency())
                .param("amount", quote.grandTotal().amount())
                .param("deal", quote.dealNumber())
                .param("quote", quote.number())
                .param("revision", quote.revision())
                .param("approved", approved)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
