package io.tradeflow.accounting;

import io.tradeflow.accounting.Voucher.Kind;
import io.tradeflow.kernel.Apportionment;
import io.tradeflow.payment.ReceiptDraft.Mode;
import io.tradeflow.payment.SettlementKind;
import io.tradeflow.tax.CustomsRates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The entries of money: it comes in as an advance and is applied to what is owed, so that whatever nobody has applied yet is seen as owed to the
 * buyer. Amounts in another currency come in at the rate of customs of their day, those of a credit note at that of the note, and leave at that of
 * what they settle; what is between is an exchange difference. So an item that is settled, and a receipt that is used up, come to zero in INR too.
 */
@Component
class MoneyVouchers {

    private static final String RUPEE = "INR";
    private static final int PAISE = 2;

    /** What the note is worth in INR of the entry {@code e} that it made on one of its invoices. */
    private static final String NOTE_SHARE = "round(ci.inr_grand_total * %1$s.amount / nullif(ci.grand_total, 0), 2)";

    /** What is left of a credit note in INR for the receipt {@code r} that keeps what was more than open; null for money. */
    private static final String NOTED_RUPEES =
            """
            case when r.mode = 'CREDIT_NOTE' then (
                select cn.inr_grand_total - coalesce((
                    select sum(%s) from settlement_entry ce
                    join tax_note_invoice ci on ci.note_id = cn.id and ci.invoice_number = ce.invoice_number
                    where ce.kind = 'CREDIT_NOTE' and ce.source = cn.number), 0)
                from tax_note cn where cn.number = r.reference) end as noted_rupees"""
                    .formatted(NOTE_SHARE.formatted("ce"));

    private final JdbcClient jdbc;
    private final CustomsRates rates;

    MoneyVouchers(JdbcClient jdbc, CustomsRates rates) {
        this.jdbc = jdbc;
        this.rates = rates;
    }

    /** All entries of these days. */
    List<Voucher> of(Period period) {
        List<Voucher> vouchers = new ArrayList<>();
        receipts(period, vouchers);
        settlements(period, vouchers);
        refunds(period, vouchers);
        return vouchers;
    }

    private void receipts(Period period, List<Voucher> vouchers) {
        jdbc.sql(
                        """
                        select r.*, r.amount as receipt_amount, coalesce(b.legal_name, r.buyer_code) as buyer_name, %s
                        from receipt r left join buyer b on b.code = r.buyer_code
                        where r.received_on between :from and :until or r.reversed_on between :from and :until
                        order by r.number"""
                                .formatted(NOTED_RUPEES))
                .param("from", period.from())
                .param("until", period.until())
                .query((row, index) -> receipt(row, period, vouchers))
                .list();
    }

    private boolean receipt(ResultSet row, Period period, List<Voucher> vouchers) throws SQLException {
        String number = row.getString("number");
        String currency = row.getString("currency");
        LocalDate on = row.getObject("received_on", LocalDate.class);
        LocalDate reversedOn = row.getObject("reversed_on", LocalDate.class);
        Mode mode = Mode.valueOf(row.getString("mode"));
        BigDecimal rupees = receiptRupees(row, currency);
        Posting from = mode == Mode.CREDIT_NOTE
                ? Posting.debit(LedgerPurpose.RECEIVABLES, rupees)
                : Posting.debit(LedgerPurpose.BANK, rupees).apart(mode.name());
        Voucher received = new Voucher(
                "RECEIPT:" + number,
                Kind.RECEIPT,
                number,
                on,
                row.getString("deal_number"),
                row.getString("buyer_code"),
                row.getString("buyer_name"),
                currency,
                mode == Mode.CREDIT_NOTE
                        ? "Credited beyond what was open, " + row.getString("reference")
                        : mode + " " + row.getString("reference"),
                List.of(from, Posting.credit(LedgerPurpose.CUSTOMER_ADVANCES, rupees)));
        if (period.includes(on)) {
            vouchers.add(received);
        }
        if (reversedOn != null && period.includes(reversedOn)) {
            vouchers.add(received.undone(
                    "RECEIPT_REVERSED:" + number,
                    Kind.RECEIPT_REVERSED,
                    reversedOn,
                    cut("The money did not come: " + row.getString("reversed_reason"))));
        }
        return true;
    }

    /** Running sums say what of the item, and of the receipt, was settled before: so parts in INR add up to the whole. */
    private void settlements(Period period, List<Voucher> vouchers) {
        jdbc.sql(
                        """
                        select e.*, i.currency, i.amount as item_amount, i.deal_number, i.buyer_code, i.buyer_name,
                            coalesce(t.inr_grand_total, n.inr_grand_total, i.amount) as item_rupees,
                            r.amount as receipt_amount, r.received_on, %s, %s as note_rupees
                        from (select s.*, sum(s.amount) over (partition by s.invoice_number order by s.id) as up_to,
                                sum(case when s.kind = 'RECEIPT' then s.amount else 0 end)
                                    over (partition by s.receipt_number order by s.id) as of_receipt
                              from settlement_entry s) e
                        join open_item i on i.invoice_number = e.invoice_number
                        left join tax_invoice t on t.number = e.invoice_number
                        left join tax_note n on n.number = e.invoice_number
                        left join receipt r on r.number = e.receipt_number
                        left join tax_note n2 on e.kind = 'CREDIT_NOTE' and n2.number = e.source
                        left join tax_note_invoice ci on ci.note_id = n2.id and ci.invoice_number = e.invoice_number
                        where e.booked_on between :from and :until and e.kind <> 'CANCELLATION'
                            and (e.kind <> 'CREDIT_NOTE' or i.currency <> 'INR')
                        order by e.id"""
                                .formatted(NOTED_RUPEES, NOTE_SHARE.formatted("e")))
                .param("from", period.from())
                .param("until", period.until())
                .query((row, index) -> {
                    Voucher voucher = settlement(row);
                    return !voucher.isEmpty() && vouchers.add(voucher);
                })
                .list();
    }

    private Voucher settlement(ResultSet row) throws SQLException {
        SettlementKind kind = SettlementKind.valueOf(row.getString("kind"));
        String invoice = row.getString("invoice_number");
        String currency = row.getString("currency");
        BigDecimal amount = row.getBigDecimal("amount");
        BigDecimal owed = part(
                currency,
                row.getBigDecimal("item_rupees"),
                row.getBigDecimal("item_amount"),
                row.getBigDecimal("up_to"),
                amount);
        boolean takenBack = row.getObject("reverses") != null;
        String narration = (takenBack ? "Taken back: " : "") + kind.label() + " on " + invoice
                + (row.getString("receipt_number") == null ? "" : ", " + row.getString("receipt_number"));
        return new Voucher(
                "SETTLEMENT:" + row.getLong("id"),
                kind(kind),
                invoice,
                row.getObject("booked_on", LocalDate.class),
                row.getString("deal_number"),
                row.getString("buyer_code"),
                row.getString("buyer_name"),
                currency,
                cut(narration),
                postings(row, kind, currency, amount, owed));
    }

    private List<Posting> postings(
            ResultSet row, SettlementKind kind, String currency, BigDecimal amount, BigDecimal owed)
            throws SQLException {
        Posting settled = Posting.credit(LedgerPurpose.RECEIVABLES, owed);
        return switch (kind) {
            case RECEIPT -> {
                BigDecimal advance = part(
                        currency,
                        receiptRupees(row, currency),
                        row.getBigDecimal("receipt_amount"),
                        row.getBigDecimal("of_receipt"),
                        amount);
                yield List.of(
                        Posting.debit(LedgerPurpose.CUSTOMER_ADVANCES, advance),
                        settled,
                        Posting.debit(LedgerPurpose.EXCHANGE_DIFFERENCE, owed.subtract(advance)));
            }
            case TDS -> List.of(Posting.debit(LedgerPurpose.TDS_RECEIVABLE, owed), settled);
            case WRITE_OFF -> List.of(Posting.debit(LedgerPurpose.BAD_DEBTS, owed), settled);
            case EARLY_DISCOUNT -> List.of(Posting.debit(LedgerPurpose.DISCOUNT_ALLOWED, owed), settled);
            case CREDIT_NOTE -> {
                // The note's own entry takes its INR off; what the invoice stood at beside that is a difference.
                BigDecimal noted = row.getBigDecimal("note_rupees");
                BigDecimal between = noted == null ? BigDecimal.ZERO : owed.subtract(noted);
                yield List.of(
                        Posting.credit(LedgerPurpose.RECEIVABLES, between),
                        Posting.debit(LedgerPurpose.EXCHANGE_DIFFERENCE, between));
            }
            case CANCELLATION -> List.of();
        };
    }

    private static Kind kind(SettlementKind kind) {
        return switch (kind) {
            case RECEIPT -> Kind.APPLICATION;
            case TDS -> Kind.TDS;
            case WRITE_OFF -> Kind.WRITE_OFF;
            case EARLY_DISCOUNT -> Kind.DISCOUNT;
            case CREDIT_NOTE -> Kind.EXCHANGE;
            case CANCELLATION -> Kind.CANCELLATION;
        };
    }

    private void refunds(Period period, List<Voucher> vouchers) {
        Map<String, Held> held = held(period);
        jdbc.sql("select * from refund where paid_on between :from and :until order by number")
                .param("from", period.from())
                .param("until", period.until())
                .query((row, index) ->
                        vouchers.add(refund(row, held.getOrDefault(row.getString("number"), Held.NOTHING))))
                .list();
    }

    /** What a refund takes out of receipts, and what that is in INR at their rates. */
    private record Held(BigDecimal amount, BigDecimal rupees) {

        static final Held NOTHING = new Held(BigDecimal.ZERO, BigDecimal.ZERO.setScale(PAISE));

        Held plus(Held other) {
            return new Held(amount.add(other.amount), rupees.add(other.rupees));
        }
    }

    /** Invoices take a receipt from its beginning and refunds from its end, so that together they come to all of it in INR. */
    private Map<String, Held> held(Period period) {
        Map<String, Held> held = new HashMap<>();
        jdbc.sql(
                        """
                        select p.*, r.currency, r.mode, r.amount as receipt_amount, r.received_on, %s
                        from (select q.*, sum(q.amount) over (partition by q.receipt_number order by q.refund_number) as up_to
                              from refund_part q) p
                        join refund f on f.number = p.refund_number
                        join receipt r on r.number = p.receipt_number
                        where f.paid_on between :from and :until"""
                                .formatted(NOTED_RUPEES))
                .param("from", period.from())
                .param("until", period.until())
                .query((row, index) -> {
                    String currency = row.getString("currency");
                    BigDecimal whole = row.getBigDecimal("receipt_amount");
                    BigDecimal amount = row.getBigDecimal("amount");
                    BigDecimal kept = whole.subtract(row.getBigDecimal("up_to"));
                    Held part = new Held(
                            amount, part(currency, receiptRupees(row, currency), whole, kept.add(amount), amount));
                    return held.merge(row.getString("refund_number"), part, Held::plus);
                })
                .list();
        return held;
    }

    private Voucher refund(ResultSet row, Held held) throws SQLException {
        String number = row.getString("number");
        String currency = row.getString("currency");
        LocalDate on = row.getObject("paid_on", LocalDate.class);
        BigDecimal amount = row.getBigDecimal("amount");
        BigDecimal paid = rupees(amount, currency, on);
        String mode = row.getString("mode");
        // Of refunds from before their parts were kept the rate of the receipts is not known.
        BigDecimal advance = held.rupees().add(rupees(amount.subtract(held.amount()), currency, on));
        return new Voucher(
                "REFUND:" + number,
                Kind.REFUND,
                number,
                on,
                row.getString("deal_number"),
                row.getString("buyer_code"),
                row.getString("buyer_name"),
                currency,
                cut("Paid back, " + (mode == null ? "" : mode + " ") + row.getString("reference") + ": "
                        + row.getString("reason")),
                List.of(
                        Posting.debit(LedgerPurpose.CUSTOMER_ADVANCES, advance),
                        Posting.debit(LedgerPurpose.EXCHANGE_DIFFERENCE, paid.subtract(advance)),
                        mode == null
                                ? Posting.credit(LedgerPurpose.BANK, paid)
                                : Posting.credit(LedgerPurpose.BANK, paid).apart(mode)));
    }

    /** What {@code amount} of {@code whole} is in INR when {@code upTo} of it is settled with it. */
    private static BigDecimal part(
            String currency, BigDecimal wholeRupees, BigDecimal whole, BigDecimal upTo, BigDecimal amount) {
        if (RUPEE.equals(currency)) {
            return amount.setScale(PAISE, RoundingMode.UNNECESSARY);
        }
        return Apportionment.due(wholeRupees, upTo, whole)
                .subtract(Apportionment.due(wholeRupees, upTo.subtract(amount), whole));
    }

    /** What the whole receipt came in with. */
    private BigDecimal receiptRupees(ResultSet row, String currency) throws SQLException {
        BigDecimal noted = RUPEE.equals(currency) ? null : row.getBigDecimal("noted_rupees");
        return noted != null
                ? noted.setScale(PAISE, RoundingMode.HALF_UP)
                : rupees(row.getBigDecimal("receipt_amount"), currency, row.getObject("received_on", LocalDate.class));
    }

    private BigDecimal rupees(BigDecimal amount, String currency, LocalDate on) {
        return RUPEE.equals(currency)
                ? amount.setScale(PAISE, RoundingMode.UNNECESSARY)
                : amount.multiply(rates.rate(currency, on).rate()).setScale(PAISE, RoundingMode.HALF_UP);
    }

    private static String cut(String text) {
        int most = 300;
        return text.substring(0, Math.min(text.length(), most));
    }
}
