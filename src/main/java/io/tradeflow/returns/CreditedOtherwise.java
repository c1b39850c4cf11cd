package io.tradeflow.returns;

import io.tradeflow.invoicing.NoteKind;
import io.tradeflow.invoicing.TaxNote;
import io.tradeflow.invoicing.TaxNotes;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Apportionment;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Returned goods that finance had credited by a note of its own, before or beside the return. What the buyer owes changed with that note, so nothing
 * is credited again: the return's claims are closed by it.
 */
@Service
@Transactional
public class CreditedOtherwise {

    private static final String OPEN_CLAIM = " where return_number = :return and invoice_number = :invoice"
            + " and invoice_line_no = :line and credit_note_number is null";

    private final Returns returns;
    private final CreditClaims claims;
    private final TaxNotes notes;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CreditedOtherwise(
            Returns returns,
            CreditClaims claims,
            TaxNotes notes,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.returns = returns;
        this.claims = claims;
        this.notes = notes;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Whether this note credits any of what the return claims.
     *
     * @throws Problem {@code credit-note-unknown}, {@code note-does-not-cover}
     */
    @Transactional(readOnly = true)
    public void check(String returnNumber, String noteNumber) {
        requireCovering(returns.goodsReturn(returnNumber), noteNumber);
    }

    /**
     * What the note took of the claimed lines, and no other return has used, is credited.
     *
     * @return whether something of the return is still to be credited
     * @throws Problem as {@link #check}
     */
    public boolean record(String returnNumber, String noteNumber, Actor by) {
        GoodsReturn goods = returns.locked(returnNumber);
        claims.lock(goods);
        TaxNote note = requireCovering(goods, noteNumber);
        covered(goods, note).forEach((claim, quantity) -> close(claim, note.number(), quantity, by));
        events.publishEvent(DealProgress.noted(
                goods.dealNumber(),
                "Return " + returnNumber + " was credited by credit note " + noteNumber + " already",
                returnNumber,
                by));
        return claims.isOpen(returnNumber);
    }

    private TaxNote requireCovering(GoodsReturn goods, String noteNumber) {
        TaxNote note = notes.ofDeal(goods.dealNumber()).stream()
                .filter(of -> of.number().equals(noteNumber) && of.kind() == NoteKind.CREDIT)
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "credit-note-unknown",
                        "creditNoteNumber",
                        "Name a credit note that was issued here in deal " + goods.dealNumber()));
        if (covered(goods, note).isEmpty()) {
            throw Problem.invalid(
                    "note-does-not-cover",
                    "creditNoteNumber",
                    "Credit note " + noteNumber + " takes nothing of the invoice lines this return claims, or a return"
                            + " was credited by it already");
        }
        return note;
    }

    /** How much of each open claim the note credits. */
    private Map<CreditClaim, BigDecimal> covered(GoodsReturn goods, TaxNote note) {
        Map<CreditClaim, BigDecimal> covered = new LinkedHashMap<>();
        for (CreditClaim claim : claims.ofReturn(goods.number())) {
            if (claim.creditNoteNumber() == null) {
                BigDecimal quantity = covered(claim, note);
                if (quantity.signum() > 0) {
                    covered.put(claim, quantity);
                }
            }
        }
        return covered;
    }

    /** Goods by their quantity; a note over value alone must have taken all a claim is worth. */
    private BigDecimal covered(CreditClaim claim, TaxNote note) {
        BigDecimal goods = BigDecimal.ZERO;
        BigDecimal value = BigDecimal.ZERO;
        for (int at = 0; at < note.lines().size(); at++) {
            TaxNote.Line line = note.lines().get(at);
            if (line.invoiceNumber().equals(claim.invoiceNumber()) && line.invoiceLineNo() == claim.invoiceLineNo()) {
                goods = goods.add(line.quantity().value());
                value = value.add(note.tax().lines().get(at).taxableValue());
            }
        }
        Used used = used(claim, note.number());
        BigDecimal claimed = claim.quantity().value();
        if (goods.signum() > 0) {
            return claimed.min(goods.subtract(used.quantity()));
        }
        return value.subtract(used.value()).compareTo(claim.taxableValue()) >= 0 ? claimed : BigDecimal.ZERO;
    }

    /** What returns were credited by a note already. */
    private record Used(BigDecimal quantity, BigDecimal value) {}

    private Used used(CreditClaim claim, String noteNumber) {
        return jdbc.sql(
                        """
                        select coalesce(sum(quantity), 0) as quantity, coalesce(sum(taxable_value), 0) as taxable
                        from credit_claim
                        where credit_note_number = :note and invoice_number = :invoice and invoice_line_no = :line""")
                .param("note", noteNumber)
                .param("invoice", claim.invoiceNumber())
                .param("line", claim.invoiceLineNo())
                .query((row, index) -> new Used(row.getBigDecimal("quantity"), row.getBigDecimal("taxable")))
                .single();
    }

    /** Of a claim the note takes in part the rest stays open, as a claim of its own. */
    private void close(CreditClaim claim, String noteNumber, BigDecimal quantity, Actor by) {
        BigDecimal rest = claim.quantity().value().subtract(quantity);
        if (rest.signum() > 0) {
            split(claim, rest, noteNumber, by);
            return;
        }
        jdbc.sql("update credit_claim set credit_note_number = :note, is_note = true, credited_by = :by,"
                        + " credited_at = :now" + OPEN_CLAIM)
                .param("note", noteNumber)
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .param("return", claim.returnNumber())
                .param("invoice", claim.invoiceNumber())
                .param("line", claim.invoiceLineNo())
                .update();
    }

    private void split(CreditClaim claim, BigDecimal rest, String noteNumber, Actor by) {
        BigDecimal all = claim.quantity().value();
        Map<String, Object> figures = Map.of(
                "rest", rest,
                "taxable", Apportionment.due(claim.taxableValue(), rest, all),
                "cgst", Apportionment.due(claim.cgst(), rest, all),
                "sgst", Apportionment.due(claim.sgst(), rest, all),
                "igst", Apportionment.due(claim.igst(), rest, all),
                "return", claim.returnNumber(),
                "invoice", claim.invoiceNumber(),
                "line", claim.invoiceLineNo());
        jdbc.sql(
                        """
                        insert into credit_claim (return_number, deal_number, order_number, buyer_code, invoice_number,
                            invoice_line_no, order_line_no, sku, description, quantity, unit, currency, taxable_value,
                            cgst, sgst, igst, credit_note_number, is_note, credited_by, credited_at)
                        select return_number, deal_number, order_number, buyer_code, invoice_number, invoice_line_no,
                            order_line_no, sku, description, quantity - :rest, unit, currency, taxable_value - :taxable,
                            cgst - :cgst, sgst - :sgst, igst - :igst, :note, true, :by, :now
                        from credit_claim"""
                                + OPEN_CLAIM)
                .params(figures)
                .param("note", noteNumber)
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
        jdbc.sql("update credit_claim set quantity = :rest, taxable_value = :taxable, cgst = :cgst, sgst = :sgst,"
                        + " igst = :igst" + OPEN_CLAIM)
                .params(figures)
                .update();
    }
}
