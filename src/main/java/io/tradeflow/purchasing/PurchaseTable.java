package io.tradeflow.purchasing;

import io.tradeflow.kernel.Money;
import io.tradeflow.party.BuyerPerson;
import io.tradeflow.purchasing.PurchaseApproval.Asked;
import io.tradeflow.purchasing.PurchaseApproval.Decision;
import io.tradeflow.purchasing.PurchaseApproval.Outcome;
import io.tradeflow.purchasing.PurchaseApproval.State;
import io.tradeflow.quotation.Acceptance;
import io.tradeflow.quotation.Quote;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Purchase approvals with whom they ask and what was decided, in the database. */
@Repository
class PurchaseTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    PurchaseTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long insert(Acceptance acceptance, BuyerPerson requester, Exceeded exceeded, Money monthUsed, int levels) {
        Quote quote = acceptance.quote();
        return jdbc.sql(
                        """
                        insert into purchase_approval (deal_number, buyer_code, quote_number, revision, content_hash, po_number, po_date,
                            amount, currency, requester_id, requester_name, exceeded, order_limit, month_limit, month_used, levels,
                            state, open_until, opened_at)
                        values (:deal, :buyer, :quote, :revision, :hash, :po, :poDate, :amount, :currency, :requester, :name, :exceeded,
                            :orderLimit, :monthLimit, :used, :levels, 'OPEN', :until, :now) returning id""")
                .param("deal", quote.dealNumber())
                .param("buyer", quote.buyerCode())
                .param("quote", quote.number())
                .param("revision", quote.revision())
                .param("hash", quote.contentHash())
                .param("po", acceptance.poNumber())
                .param("poDate", acceptance.poDate(), Types.DATE)
                .param("amount", quote.grandTotal().amount())
                .param("currency", quote.currency())
                .param("requester", requester.userId())
                .param("name", requester.name())
                .param("exceeded", exceeded.name())
                .param("orderLimit", requester.orderLimit(), Types.NUMERIC)
                .param("monthLimit", requester.monthLimit(), Types.NUMERIC)
                .param("used", monthUsed.amount())
                .param("levels", levels)
                .param("until", quote.validUntil())
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    Optional<PurchaseApproval> find(long id) {
        return list("a.id = :value", id).stream().findFirst();
    }

    /** Whoever comes second waits and then sees what the first one did. */
    Optional<PurchaseApproval> lock(long id) {
        jdbc.sql("select id from purchase_approval where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
        return find(id);
    }

    List<PurchaseApproval> ofDeal(String dealNumber) {
        return list("a.deal_number = :value", dealNumber);
    }

    List<PurchaseApproval> ofQuote(String quoteNumber) {
        return list("a.quote_number = :value", quoteNumber);
    }

    List<PurchaseApproval> ofBuyer(String buyerCode) {
        return list("a.buyer_code = :value", buyerCode);
    }

    void ask(PurchaseApproval approval, BuyerPerson person, boolean escalated) {
        jdbc.sql(
                        """
                        insert into purchase_approver (approval_id, level, user_id, asked_at, escalated)
                        values (:id, :level, :user, :now, :escalated) on conflict do nothing""")
                .param("id", approval.id())
                .param("level", approval.level())
                .param("user", person.userId())
                .param("now", OffsetDateTime.now(clock))
                .param("escalated", escalated)
                .update();
    }

    void decide(PurchaseApproval approval, BuyerPerson by, String insteadOf, Outcome outcome, String comment) {
        jdbc.sql(
                        """
                        insert into purchase_decision (approval_id, level, requester_id, user_id, name, instead_of, outcome, comment, decided_at)
                        values (:id, :level, :requester, :user, :name, :insteadOf, :outcome, :comment, :now)""")
                .param("id", approval.id())
                .param("level", approval.level())
                .param("requester", approval.requesterId())
                .param("user", by.userId())
                .param("name", by.name())
                .param("insteadOf", insteadOf, Types.VARCHAR)
                .param("outcome", outcome.name())
                .param("comment", comment, Types.VARCHAR)
                .param("now", OffsetDateTime.now(clock))
                .update();
        jdbc.sql("update purchase_approval set level_open = false where id = :id")
                .param("id", approval.id())
                .update();
    }

    void openNextLevel(long id) {
        jdbc.sql("update purchase_approval set level = level + 1, level_open = true where id = :id")
                .param("id", id)
                .update();
    }

    void end(long id, State state, String why) {
        jdbc.sql("update purchase_approval set state = :state, ended_at = :now, ended_why = :why where id = :id")
                .param("state", state.name())
                .param("now", OffsetDateTime.now(clock))
                .param("why", why, Types.VARCHAR)
                .param("id", id)
                .update();
    }

    private List<PurchaseApproval> list(String condition, Object value) {
        return jdbc.sql("select a.* from purchase_approval a where " + condition + " order by a.id desc limit 200")
                .param("value", value)
                .query(this::approval)
                .list();
    }

    private PurchaseApproval approval(ResultSet row, int index) throws SQLException {
        long id = row.getLong("id");
        String currency = row.getString("currency");
        return new PurchaseApproval(
                id,
                row.getString("deal_number"),
                row.getString("buyer_code"),
                row.getString("quote_number"),
                row.getInt("revision"),
                row.getString("content_hash"),
                row.getString("po_number"),
                row.getObject("po_date", LocalDate.class),
                Money.of(row.getBigDecimal("amount"), currency),
                row.getString("requester_id"),
                row.getString("requester_name"),
                Exceeded.valueOf(row.getString("exceeded")),
                money(row.getBigDecimal("order_limit"), currency),
                money(row.getBigDecimal("month_limit"), currency),
                money(row.getBigDecimal("month_used"), currency),
                row.getInt("level"),
                row.getInt("levels"),
                row.getBoolean("level_open"),
                State.valueOf(row.getString("state")),
                row.getObject("open_until", LocalDate.class),
                instant(row, "opened_at"),
                instant(row, "ended_at"),
                row.getString("ended_why"),
                asked(id),
                decisions(id));
    }

    private List<Asked> asked(long id) {
        return jdbc.sql(
                        """
                        select p.level, p.user_id, u.name, p.asked_at, p.escalated from purchase_approver p
                        join buyer_user u on u.user_id = p.user_id where p.approval_id = :id order by p.level, p.asked_at, u.name""")
                .param("id", id)
                .query((row, index) -> new Asked(
                        row.getInt("level"),
                        row.getString("user_id"),
                        row.getString("name"),
                        instant(row, "asked_at"),
                        row.getBoolean("escalated")))
                .list();
    }

    private List<Decision> decisions(long id) {
        return jdbc.sql("select * from purchase_decision where approval_id = :id order by level")
                .param("id", id)
                .query((row, index) -> new Decision(
                        row.getInt("level"),
                        row.getString("user_id"),
                        row.getString("name"),
                        row.getString("instead_of"),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("comment"),
                        instant(row, "decided_at")))
                .list();
    }

    private static Money money(BigDecimal amount, String currency) {
        return amount == null ? null : Money.of(amount, currency);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
