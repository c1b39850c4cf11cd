package io.tradeflow.payment;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Money;
import io.tradeflow.ordering.SalesOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Receipts in the database. */
@Component
class ReceiptTable {

    private static final String SERIES = "RCT";
    private static final String RECEIPT = "select * from receipt where %s order by received_on, number";

    private final JdbcClient jdbc;
    private final Clock clock;

    ReceiptTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A receipt with the invoice the payer named, or null, and the split that was stated; null where none was kept. */
    record Booked(Receipt receipt, String namedInvoice, String statedParts) {}

    String nextNumber() {
        long serial = jdbc.sql("select nextval('receipt_number_seq')")
                .query(Long.class)
                .single();
        return DocumentNumber.of(SERIES, FinancialYear.of(LocalDate.now(clock)), serial)
                .value();
    }

    /** Books the receipt unless this buyer's reference is booked already; tells whether it did. */
    boolean add(Receipt receipt, String namedInvoice, String statedParts) {
        return jdbc.sql(
                                """
                                insert into receipt (number, deal_number, order_number, buyer_code, invoice_number,
                                    currency, amount, applied, mode, reference, received_on, recorded_by, recorded_at, stated_parts)
                                values (:number, :deal, :order, :buyer, :invoice, :currency, :amount, 0, :mode,
                                    :reference, :receivedOn, :recordedBy, :recordedAt, :parts)
                                on conflict (buyer_code, reference) do nothing""")
                        .param("number", receipt.number())
                        .param("deal", receipt.dealNumber())
                        .param("order", receipt.orderNumber())
                        .param("buyer", receipt.buyerCode())
                        .param("invoice", namedInvoice)
                        .param("currency", receipt.amount().currency().getCurrencyCode())
                        .param("amount", receipt.amount().amount())
                        .param("mode", receipt.mode().name())
                        .param("reference", receipt.reference())
                        .param("receivedOn", receipt.receivedOn())
                        .param("recordedBy", receipt.recordedBy())
                        .param("recordedAt", OffsetDateTime.now(clock))
                        .param("parts", statedParts)
                        .update()
                == 1;
    }

    /** Money on account becomes the order's. */
    void assign(String number, SalesOrder order) {
        jdbc.sql(
                        """
                        update receipt set order_number = :order, deal_number = :deal
                        where number = :number and order_number is null""")
                .param("order", order.number())
                .param("deal", order.dealNumber())
                .param("number", number)
                .update();
    }

    void reverse(String number, String reason, Actor by) {
        jdbc.sql(
                        """
                        update receipt set reversed = amount, reversed_on = :today, reversed_by = :by, reversed_reason = :reason
                        where number = :number""")
                .param("today", LocalDate.now(clock))
                .param("by", by.name())
                .param("reason", reason)
                .param("number", number)
                .update();
    }

    Optional<Booked> find(String buyerCode, String reference) {
        return jdbc.sql(RECEIPT.formatted("buyer_code = :buyer and reference = :reference"))
                .param("buyer", buyerCode)
                .param("reference", reference)
                .query((row, index) ->
                        new Booked(receipt(row, index), row.getString("invoice_number"), row.getString("stated_parts")))
                .optional();
    }

    Optional<Receipt> find(String number) {
        return receipts("number = :key", number).stream().findFirst();
    }

    List<Receipt> ofDeal(String dealNumber) {
        return receipts("deal_number = :key", dealNumber);
    }

    /** Money of the order that nothing has taken, in the order it came. */
    List<Receipt> unappliedOf(String orderNumber) {
        return receipts("order_number = :key and applied + refunded + reversed < amount", orderNumber);
    }

    /** All money that nothing has taken. */
    List<Receipt> unapplied() {
        return receipts("applied + refunded + reversed < amount and :key = ''", "");
    }

    /** The latest first. */
    List<Receipt> recent(int most) {
        return jdbc.sql("select * from receipt order by recorded_at desc, number desc limit :most")
                .param("most", most)
                .query(ReceiptTable::receipt)
                .list();
    }

    private List<Receipt> receipts(String condition, String key) {
        return jdbc.sql(RECEIPT.formatted(condition))
                .param("key", key)
                .query(ReceiptTable::receipt)
                .list();
    }

    static Receipt receipt(ResultSet row, int index) throws SQLException {
        String currency = row.getString("currency");
        Money amount = Money.of(row.getBigDecimal("amount"), currency);
        Money refunded = Money.of(row.getBigDecimal("refunded"), currency);
        LocalDate reversedOn = row.getObject("reversed_on", LocalDate.class);
        return new Receipt(
                row.getString("number"),
                row.getString("deal_number"),
                row.getString("buyer_code"),
                row.getString("order_number"),
                amount,
                amount.minus(refunded)
                        .minus(Money.of(row.getBigDecimal("applied").add(row.getBigDecimal("reversed")), currency)),
                refunded,
                ReceiptDraft.Mode.valueOf(row.getString("mode")),
                row.getString("reference"),
                row.getObject("received_on", LocalDate.class),
                row.getString("recorded_by"),
                reversedOn == null
                        ? null
                        : new Receipt.Reversal(
                                reversedOn, row.getString("reversed_by"), row.getString("reversed_reason")));
    }
}
