package io.tradeflow.payment;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Money;
import io.tradeflow.ordering.SalesOrder;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refunds in the database, and the receipts they are taken from. */
@Component
class RefundTable {

    private static final String SERIES = "RFD";

    private final JdbcClient jdbc;
    private final Clock clock;

    RefundTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Part of a receipt that is owed back. */
    record Part(String receiptNumber, BigDecimal amount) {}

    /** What is owed back to whom; deal and order are null for money on account. */
    record Owed(
            String dealNumber,
            String orderNumber,
            String buyerCode,
            String buyerName,
            String currency,
            BigDecimal amount) {

        static Owed of(SalesOrder order, BigDecimal amount) {
            return new Owed(
                    order.dealNumber(), order.number(), order.buyerCode(), order.buyerName(), order.currency(), amount);
        }

        static Owed of(Receipt receipt, String buyerName, BigDecimal amount) {
            return new Owed(
                    receipt.dealNumber(),
                    receipt.orderNumber(),
                    receipt.buyerCode(),
                    buyerName,
                    receipt.unapplied().currency().getCurrencyCode(),
                    amount);
        }
    }

    /** What no invoice has taken of the money that came for the order, and is not owed back yet. */
    BigDecimal unapplied(String orderNumber) {
        return jdbc.sql(
                        "select coalesce(sum(amount - applied - refunded - reversed), 0) from receipt where order_number = :order")
                .param("order", orderNumber)
                .query(BigDecimal.class)
                .single();
    }

    /** All that came for the order, was not given to another one, and is not owed back. */
    BigDecimal received(String orderNumber) {
        return jdbc.sql(
                        """
                        select (select coalesce(sum(amount - refunded - reversed), 0) from receipt where order_number = :order)
                            - (select coalesce(sum(e.amount), 0) from settlement_entry e
                                join receipt r on r.number = e.receipt_number join open_item o on o.invoice_number = e.invoice_number
                                where e.kind = 'RECEIPT' and r.order_number = :order and o.order_number <> :order)""")
                .param("order", orderNumber)
                .query(BigDecimal.class)
                .single();
    }

    /** Takes so much out of the receipts, the latest first. */
    List<Part> take(String orderNumber, BigDecimal amount) {
        return jdbc.sql(
                        """
                        with free as (
                          select number, amount - applied - refunded - reversed as left_of,
                                 sum(amount - applied - refunded - reversed) over (order by received_on desc, number desc) as up_to
                          from receipt where order_number = :order and applied + refunded + reversed < amount
                        ), taken as (
                          select number, least(left_of, :amount - (up_to - left_of)) as part
                          from free where up_to - left_of < :amount
                        )
                        update receipt r set refunded = r.refunded + t.part from taken t where t.number = r.number
                        returning r.number, t.part""")
                .param("order", orderNumber)
                .param("amount", amount)
                .query((row, index) -> new Part(row.getString("number"), row.getBigDecimal("part")))
                .list();
    }

    /** Takes so much out of one receipt. */
    void takeOf(Part part) {
        jdbc.sql("update receipt set refunded = refunded + :amount where number = :number")
                .param("amount", part.amount())
                .param("number", part.receiptNumber())
                .update();
    }

    /** What of which receipt the refund gives back. */
    void addPart(String refundNumber, Part part) {
        jdbc.sql("insert into refund_part (refund_number, receipt_number, amount) values (:refund, :receipt, :amount)")
                .param("refund", refundNumber)
                .param("receipt", part.receiptNumber())
                .param("amount", part.amount())
                .update();
    }

    /** One that is due grows no more: what is owed later is a refund of its own, with its own task. */
    String insert(Owed owed, String reason) {
        LocalDate today = LocalDate.now(clock);
        long serial = jdbc.sql("select nextval('refund_number_seq')")
                .query(Long.class)
                .single();
        String number =
                DocumentNumber.of(SERIES, FinancialYear.of(today), serial).value();
        jdbc.sql(
                        """
                        insert into refund (number, deal_number, order_number, buyer_code, buyer_name, currency, amount, reason,
                            due_since)
                        values (:number, :deal, :order, :buyer, :name, :currency, :amount, left(:reason, 500), :now)""")
                .param("number", number)
                .param("deal", owed.dealNumber())
                .param("order", owed.orderNumber())
                .param("buyer", owed.buyerCode())
                .param("name", owed.buyerName())
                .param("currency", owed.currency())
                .param("amount", owed.amount())
                .param("reason", reason)
                .param("now", OffsetDateTime.now(clock))
                .update();
        return number;
    }

    /** False where it was paid before. */
    boolean pay(String number, RefundPayment payment, Actor by) {
        return jdbc.sql(
                                """
                                update refund set paid_on = :day, reference = :reference, paid_by = :by, paid_at = :now,
                                    mode = :mode, account = :account
                                where number = :number and paid_at is null""")
                        .param("day", payment.paidOn())
                        .param("reference", payment.reference())
                        .param(
                                "mode",
                                payment.mode() == null ? null : payment.mode().name(),
                                Types.VARCHAR)
                        .param("account", payment.account(), Types.VARCHAR)
                        .param("by", by.name())
                        .param("now", OffsetDateTime.now(clock))
                        .param("number", number)
                        .update()
                == 1;
    }

    boolean isReferenceUsed(String buyerCode, String reference) {
        return jdbc.sql("select exists (select from refund where buyer_code = :buyer and reference = :reference)")
                .param("buyer", buyerCode)
                .param("reference", reference)
                .query(Boolean.class)
                .single();
    }

    Optional<Refund> find(String number) {
        return refunds("f.number = :key", number).stream().findFirst();
    }

    List<Refund> ofDeal(String dealNumber) {
        return refunds("f.deal_number = :key", dealNumber);
    }

    List<Refund> due() {
        return refunds("paid_at is null and :key = ''", "");
    }

    /** By the refund's number, in the order the money came. */
    Map<String, List<Refund.Part>> parts(List<String> refundNumbers) {
        record Of(String refundNumber, Refund.Part part) {}
        return jdbc
                .sql(
                        """
                        select p.refund_number, r.number, r.received_on, r.mode, r.reference, r.currency, p.amount
                        from refund_part p join receipt r on r.number = p.receipt_number
                        where p.refund_number = any(:refunds) order by r.received_on, r.number""")
                .param("refunds", refundNumbers.toArray(String[]::new))
                .query((row, index) -> new Of(
                        row.getString("refund_number"),
                        new Refund.Part(
                                row.getString("number"),
                                row.getObject("received_on", LocalDate.class),
                                ReceiptDraft.Mode.valueOf(row.getString("mode")),
                                row.getString("reference"),
                                Money.of(row.getBigDecimal("amount"), row.getString("currency")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::refundNumber, Collectors.mapping(Of::part, Collectors.toList())));
    }

    /** Refunds from before parts were kept gave back advances only. */
    private List<Refund> refunds(String condition, String key) {
        return jdbc.sql(
                        """
                        select f.*, case
                            when f.order_number is null then 'ON_ACCOUNT'
                            when not exists (select from refund_part p where p.refund_number = f.number)
                              or exists (select from refund_part p join receipt_voucher v on v.receipt_number = p.receipt_number
                                         where p.refund_number = f.number) then 'ADVANCE'
                            when exists (select from refund_part p join receipt r on r.number = p.receipt_number
                                         where p.refund_number = f.number and r.mode = 'CREDIT_NOTE') then 'CREDIT'
                            else 'OVERPAYMENT' end as of_what
                        from refund f where %s order by f.due_since, f.number"""
                                .formatted(condition))
                .param("key", key)
                .query(RefundTable::refund)
                .list();
    }

    private static Refund refund(ResultSet row, int index) throws SQLException {
        String mode = row.getString("mode");
        return new Refund(
                row.getString("number"),
                row.getString("deal_number"),
                row.getString("order_number"),
                row.getString("buyer_code"),
                row.getString("buyer_name"),
                Money.of(row.getBigDecimal("amount"), row.getString("currency")),
                Refund.Of.valueOf(row.getString("of_what")),
                row.getString("reason"),
                row.getObject("due_since", OffsetDateTime.class).toInstant(),
                row.getObject("paid_on", LocalDate.class),
                row.getString("reference"),
                row.getString("paid_by"),
                mode == null ? null : ReceiptDraft.Mode.valueOf(mode),
                row.getString("account"));
    }
}
