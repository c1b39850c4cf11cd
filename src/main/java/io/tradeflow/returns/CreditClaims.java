package io.tradeflow.returns;

import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Apportionment;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is to be credited for returned goods: lines, quantities and amounts of the invoices they were billed with. A claim is no debt: what
 * the buyer owes changes when the credit note exists.
 */
@Service
@Transactional
public class CreditClaims {

    private final Returns returns;
    private final TaxInvoices invoices;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CreditClaims(
            Returns returns, TaxInvoices invoices, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.returns = returns;
        this.invoices = invoices;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Claims what the return's goods were billed with: from the invoice of their shipment first, for a replacement from the order's other
     * invoices. All claims on an invoice line together never exceed it. May be repeated.
     *
     * @throws Problem {@code nothing-to-credit} where not all of it was invoiced
     */
    public List<CreditClaim> claim(String returnNumber) {
        GoodsReturn goods = returns.locked(returnNumber);
        if (!goods.reopensBilling() || !ofReturn(returnNumber).isEmpty()) {
            return ofReturn(returnNumber);
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('credit-claims:' || :order, 0))")
                .param("order", goods.orderNumber())
                .query((row, index) -> index)
                .single();
        List<TaxInvoice> ofDeal = invoices.ofDeal(Actor.PROGRAM, goods.dealNumber());
        Map<String, Map<Integer, BigDecimal>> byShipment = new TreeMap<>();
        goods.lines().forEach(line -> byShipment
                .computeIfAbsent(line.shipmentNumber(), shipment -> new TreeMap<>())
                .merge(line.orderLineNo(), goods.counting(line), BigDecimal::add));
        byShipment.forEach((shipment, quantities) ->
                quantities.forEach((orderLine, quantity) -> claim(goods, ofDeal, shipment, orderLine, quantity)));
        return ofReturn(returnNumber);
    }

    private void claim(
            GoodsReturn goods, List<TaxInvoice> ofDeal, String shipment, int orderLine, BigDecimal quantity) {
        BigDecimal left = quantity;
        List<TaxInvoice> itsOwnFirst = ofDeal.stream()
                .sorted(Comparator.comparing((TaxInvoice invoice) -> !invoice.covers(shipment)))
                .toList();
        for (TaxInvoice invoice : itsOwnFirst) {
            for (TaxInvoice.Line line : invoice.lines()) {
                if (line.orderLineNo() == orderLine && left.signum() > 0) {
                    left = left.subtract(claim(goods, invoice, line, left));
                }
            }
        }
        if (left.signum() > 0) {
            throw Problem.conflict(
                    "nothing-to-credit",
                    "Nothing to credit",
                    "Of order line " + orderLine + " "
                            + left.stripTrailingZeros().toPlainString()
                            + " more would be credited than was invoiced");
        }
    }

    /** Gives how much of the line this claim could take. */
    private BigDecimal claim(GoodsReturn goods, TaxInvoice invoice, TaxInvoice.Line line, BigDecimal wanted) {
        BigDecimal before = jdbc.sql("select coalesce(sum(quantity), 0) from credit_claim"
                        + " where invoice_number = :invoice and invoice_line_no = :line")
                .param("invoice", invoice.number())
                .param("line", line.lineNo())
                .query(BigDecimal.class)
                .single();
        BigDecimal quantity = wanted.min(line.quantity().value().subtract(before));
        if (quantity.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        TaxComputation.Line tax = invoice.tax().lines().stream()
                .filter(taxed -> taxed.lineNo() == line.lineNo())
                .findFirst()
                .orElseThrow();
        Function<BigDecimal, BigDecimal> part = amount -> Apportionment.due(
                        amount, before.add(quantity), line.quantity().value())
                .subtract(Apportionment.due(amount, before, line.quantity().value()));
        jdbc.sql(
                        """
                        insert into credit_claim (return_number, deal_number, order_number, buyer_code, invoice_number,
                            invoice_line_no, order_line_no, sku, description, quantity, unit, currency, taxable_value, cgst, sgst,
                            igst)
                        values (:return, :deal, :order, :buyer, :invoice, :line, :orderLine, :sku, :description, :quantity, :unit,
                            :currency, :taxable, :cgst, :sgst, :igst)
                        on conflict (return_number, invoice_number, invoice_line_no) do update
                            set quantity = credit_claim.quantity + excluded.quantity,
                                taxable_value = credit_claim.taxable_value + excluded.taxable_value,
                                cgst = credit_claim.cgst + excluded.cgst, sgst = credit_claim.sgst + excluded.sgst,
                                igst = credit_claim.igst + excluded.igst""")
                .param("return", goods.number())
                .param("deal", goods.dealNumber())
                .param("order", goods.orderNumber())
                .param("buyer", goods.buyerCode())
                .param("invoice", invoice.number())
                .param("line", line.lineNo())
                .param("orderLine", line.orderLineNo())
                .param("sku", line.sku())
                .param("description", line.description())
                .param("quantity", quantity)
                .param("unit", line.quantity().unit())
                .param("currency", invoice.currency())
                .param("taxable", part.apply(tax.taxableValue()))
                .param("cgst", part.apply(tax.cgst()))
                .param("sgst", part.apply(tax.sgst()))
                .param("igst", part.apply(tax.igst()))
                .update();
        return quantity;
    }

    /** @throws Problem {@code credit-note-number-missing} */
    public void checkCreditNote(String creditNoteNumber) {
        if (creditNoteNumber == null || !creditNoteNumber.matches("[A-Za-z0-9/-]{1,16}")) {
            throw Problem.invalid(
                    "credit-note-number-missing",
                    "creditNoteNumber",
                    "Enter the credit note's number: at most 16 letters, digits, hyphens and slashes");
        }
    }

    /** The credit note exists. May be repeated: the first number counts. */
    public void credited(String returnNumber, String creditNoteNumber, Actor by) {
        checkCreditNote(creditNoteNumber);
        int credited = jdbc.sql(
                        """
                        update credit_claim set credit_note_number = :note, credited_by = :by, credited_at = :now
                        where return_number = :return and credit_note_number is null""")
                .param("note", creditNoteNumber)
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .param("return", returnNumber)
                .update();
        if (credited > 0) {
            events.publishEvent(DealProgress.noted(
                    returns.goodsReturn(returnNumber).dealNumber(),
                    "Credit note " + creditNoteNumber + " for return " + returnNumber,
                    returnNumber,
                    by));
        }
    }

    @Transactional(readOnly = true)
    public List<CreditClaim> ofReturn(String returnNumber) {
        return select("return_number = :key", returnNumber);
    }

    @Transactional(readOnly = true)
    public List<CreditClaim> ofDeal(String dealNumber) {
        return select("deal_number = :key", dealNumber);
    }

    private List<CreditClaim> select(String condition, String key) {
        return jdbc.sql("select * from credit_claim where " + condition
                        + " order by invoice_number, invoice_line_no, id")
                .param("key", key)
                .query((row, index) -> claim(row))
                .list();
    }

    private static CreditClaim claim(ResultSet row) throws SQLException {
        return new CreditClaim(
                row.getString("return_number"),
                row.getString("deal_number"),
                row.getString("buyer_code"),
                row.getString("invoice_number"),
                row.getInt("invoice_line_no"),
                row.getInt("order_line_no"),
                row.getString("sku"),
                row.getString("description"),
                new Quantity(row.getBigDecimal("quantity"), row.getString("unit")),
                row.getString("currency"),
                row.getBigDecimal("taxable_value"),
                row.getBigDecimal("cgst"),
                row.getBigDecimal("sgst"),
                row.getBigDecimal("igst"),
                row.getString("credit_note_number"));
    }
}
