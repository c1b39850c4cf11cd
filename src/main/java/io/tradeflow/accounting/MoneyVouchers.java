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
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The entries of money: it comes in as an advance and is applied to what is owed, so that whatever nobody has applied yet is seen as owed to the
 * buyer. Amounts in another currency come in at the rate of customs of their day and leave at that of what they settle; what is between is an exchange
 * difference.
 */
@Component
class MoneyVouchers {

    private static final String RUPEE = "INR";
    private static final int PAISE = 2;

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
                        select r.*, coalesce(b.legal_name, r.buyer_code) as buyer_name
                        from receipt r left join buyer b on b.code = r.buyer_code
                        where r.received_on between :from and :until or r.reversed_on between :from and :until
                        order by r.number""")
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
        BigDecimal rupees = rupees(row.getBigDecimal("amount"), currency, on);
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
                            r.amount as receipt_amount, r.received_on
                        from (select s.*, sum(s.amount) over (partition by s.invoice_number order by s.id) as up_to,
                                sum(case when s.kind = 'RECEIPT' then s.amount else 0 end)
                                    over (partition by s.receipt_number order by s.id) as of_receipt
                              from settlement_entry s) e
                        join open_item i on i.invoice_number = e.invoice_number
                        left join tax_invoice t on t.number = e.invoice_number
                        left join tax_note n on n.number = e.invoice_number
                        left join receipt r on r.number = e.receipt_number
                        where e.booked_on between :from and :until and e.kind not in ('CREDIT_NOTE', 'CANCELLATION')
                        order by e.id""")
                .param("from", period.from())
                .param("until", period.until())
                .query((row, index) -> vouchers.add(settlement(row)))
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
                        rupees(
                                row.getBigDecimal("receipt_amount"),
                                currency,
                                row.getObject("received_on", LocalDate.class)),
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
            case CREDIT_NOTE, CANCELLATION -> List.of();
        };
    }

    private static Kind kind(SettlementKind kind) {
        return switch (kind) {
            case RECEIPT -> Kind.APPLICATION;
            case TDS -> Kind.TDS;
            case WRITE_OFF -> Kind.WRITE_OFF;
            case EARLY_DISCOUNT -> Kind.DISCOUNT;
            case CREDIT_NOTE -> Kind.CREDIT_NOTE;
            case CANCELLATION -> Kind.CANCELLATION;
        };
    }

    private void refunds(Period period, List<Voucher> vouchers) {
        jdbc.sql("select * from refund where paid_on between :from and :until order by number")
                .param("from", period.from())
                .param("until", period.until())
                .query((row, index) -> vouchers.add(refund(row)))
                .list();
    }

    private Voucher refund(ResultSet row) throws SQLException {
        String number = row.getString("number");
        String currency = row.getString("currency");
        LocalDate on = row.getObject("paid_on", LocalDate.class);
        BigDecimal rupees = rupees(row.getBigDecimal("amount"), currency, on);
        return new Voucher(
                "REFUND:" + number,
                Kind.REFUND,
                number,
                on,
                row.getString("deal_number"),
                row.getString("buyer_code"),
                row.getString("buyer_name"),
                currency,
                cut("Paid back, " + row.getString("reference") + ": " + row.getString("reason")),
                List.of(
                        Posting.debit(LedgerPurpose.CUSTOMER_ADVANCES, rupees),
                        Posting.credit(LedgerPurpose.BANK, rupees)));
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
