package io.tradeflow.returns;

import static io.tradeflow.invoicing.MoneyRoom.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import io.tradeflow.invoicing.BilledSupplies;
import io.tradeflow.invoicing.CreditableLine;
import io.tradeflow.invoicing.MoneyRoom;
import io.tradeflow.invoicing.NoteDraft;
import io.tradeflow.invoicing.NoteDrafts;
import io.tradeflow.invoicing.NoteIssued;
import io.tradeflow.invoicing.NoteNotPossible;
import io.tradeflow.invoicing.NoteReason;
import io.tradeflow.invoicing.NoteRequest;
import io.tradeflow.invoicing.RevisedInvoices;
import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.invoicing.TaxNote;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.ordering.SalesOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Goods come back whose bill of supply a revised invoice has taken the place of: three pumps at 333.33, 18 %. */
class RevisedBillReturnTest {

    private static final LocalDate CERTIFICATE = LocalDate.of(2026, 7, 20);

    private MoneyRoom room;
    private Returns returns;
    private CreditClaims claims;

    @BeforeEach
    void open() {
        room = new MoneyRoom();
        room.certified("MH", LocalDate.of(2026, 7, 10), CERTIFICATE);
        returns = room.bean(Returns.class);
        claims = new CreditClaims(
                returns,
                room.bean(BilledSupplies.class),
                room.notes,
                room.bean(NoteDrafts.class),
                room.jdbc,
                room.context(),
                room.clock);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theReturnIsCreditedWithItsTax() {
        TaxInvoice bill = bill();
        room.clock.set(CERTIFICATE);
        String revised = room.bean(RevisedInvoices.class)
                .issue(MoneyRoom.FARID, bill.number())
                .number();
        returned("RET-1", bill, "1");

        CreditClaim claim = unchecked(() -> claims.claim("RET-1")).get(0);
        assertThat(claim.taxableValue()).isEqualByComparingTo("333.33");
        assertThat(claim.cgst().add(claim.sgst())).isEqualByComparingTo("60.00");

        TaxNote note = credit("RET-1");
        assertThat(note.grandTotal().amount()).isEqualByComparingTo("393.33");
        assertThat(note.invoices().get(0).quotedNumber()).isEqualTo(revised);
        assertThat(claims.isOpen("RET-1")).isFalse();
        assertThat(claims.ofReturn("RET-1")).singleElement().satisfies(done -> assertThat(done.creditNoteNumber())
                .isEqualTo(note.number()));
    }

    /** Claimed at 333.33 without tax, revised meanwhile: a note of finance over another one takes its own tax, and the return's note its own. */
    @Test
    void aClaimFromBeforeIsCreditedWithTheTaxCharged() {
        TaxInvoice bill = bill();
        returned("RET-1", bill, "1");
        assertThat(unchecked(() -> claims.claim("RET-1")).get(0).cgst()).isZero();
        room.clock.set(CERTIFICATE);
        room.bean(RevisedInvoices.class).issue(MoneyRoom.FARID, bill.number());

        returned("RET-2", bill, "1");
        CreditClaim second = unchecked(() -> claims.claim("RET-2")).get(0);
        assertThat(second.cgst()).isEqualByComparingTo("30.00");

        assertThat(credit("RET-2").grandTotal().amount()).isEqualByComparingTo("393.33");
        assertThat(credit("RET-1").grandTotal().amount()).isEqualByComparingTo("393.33");
        assertThat(room.receivables.find(bill.number()).orElseThrow().open().amount())
                .isEqualByComparingTo("333.34");
    }

    /** One of three was credited before: 666.66 and 120.00 are left, with the round-off 787, and nothing after that. */
    @Test
    void whatIsLeftOfAPartlyCreditedBillComesBackAfterTheRevision() {
        TaxInvoice bill = bill();
        returned("RET-1", bill, "1");
        unchecked(() -> claims.claim("RET-1"));
        credit("RET-1");
        room.clock.set(CERTIFICATE);
        room.bean(RevisedInvoices.class).issue(MoneyRoom.FARID, bill.number());

        returned("RET-2", bill, "2");
        CreditClaim claim = unchecked(() -> claims.claim("RET-2")).get(0);
        assertThat(claim.quantity().value()).isEqualByComparingTo("2");
        assertThat(claim.taxableValue()).isEqualByComparingTo("666.66");
        assertThat(credit("RET-2").grandTotal().amount()).isEqualByComparingTo("787");
        assertThat(claims.isOpen("RET-2")).isFalse();

        returned("RET-3", bill, "1");
        assertThatThrownBy(() -> unchecked(() -> claims.claim("RET-3")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("nothing-to-credit"));
    }

    /** The revised invoice has line 2 alone. The claim stays, other lines are credited as before, and finance names the note it wrote by hand. */
    @Test
    void aClaimOfALineTheRevisedInvoiceLeavesOutIsClosedByTheNoteThatTookIt() {
        othersSeeClaims();
        TaxInvoice bill = billOfTwoLines();
        TaxNote byHand =
                note(NoteReason.GOODS_RETURNED, NoteRequest.Line.ofQuantity(bill.number(), 1, new BigDecimal("3")));
        returned("RET-1", bill, "3");
        unchecked(() -> claims.claim("RET-1"));
        note(NoteReason.GOODS_RETURNED, NoteRequest.Line.ofQuantity(bill.number(), 2, BigDecimal.ONE));
        room.clock.set(CERTIFICATE);
        String revised = room.bean(RevisedInvoices.class)
                .issue(MoneyRoom.FARID, bill.number())
                .number();

        assertThat(claims.isOpen("RET-1")).isTrue();
        assertThat(claims.needsAnother("RET-1")).isFalse();
        assertThatThrownBy(() -> claims.checkCreditable("RET-1"))
                .isInstanceOf(NoteNotPossible.class)
                .hasMessageContaining("Revised invoice " + revised)
                .hasMessageContaining("has no line 1");
        assertThat(room.notes.creditable(MoneyRoom.FARID, bill.dealNumber()))
                .extracting(CreditableLine::lineNo)
                .containsExactly(2);
        assertThat(note(NoteReason.GOODS_RETURNED, NoteRequest.Line.ofQuantity(bill.number(), 2, BigDecimal.ONE))
                        .grandTotal()
                        .amount())
                .isEqualByComparingTo("118");

        assertThat(creditedOtherwise(byHand)).isFalse();
        assertThat(claims.isOpen("RET-1")).isFalse();
    }

    /** A note took all the value of line 1 and left the goods: they are claimed as they were billed. */
    @Test
    void goodsWithoutValueComeBackAfterTheRevision() {
        othersSeeClaims();
        TaxInvoice bill = billOfTwoLines();
        TaxNote price =
                note(NoteReason.EXCESS_CHARGED, NoteRequest.Line.ofAmount(bill.number(), 1, new BigDecimal("999.99")));
        room.clock.set(CERTIFICATE);
        room.bean(RevisedInvoices.class).issue(MoneyRoom.FARID, bill.number());

        returned("RET-1", bill, "1");
        CreditClaim claim = unchecked(() -> claims.claim("RET-1")).get(0);
        assertThat(claim.taxableValue()).isEqualByComparingTo("333.33");
        assertThat(claim.cgst()).isZero();
        assertThat(claims.isOpen("RET-1")).isTrue();
        assertThat(room.notes.creditable(MoneyRoom.FARID, bill.dealNumber())).hasSize(1);

        assertThat(creditedOtherwise(price)).isFalse();
        assertThat(claims.isOpen("RET-1")).isFalse();
    }

    private boolean creditedOtherwise(TaxNote note) {
        CreditedOtherwise otherwise =
                new CreditedOtherwise(returns, claims, room.notes, room.jdbc, room.context(), room.clock);
        return unchecked(() -> otherwise.record("RET-1", note.number(), MoneyRoom.FARID));
    }

    private void othersSeeClaims() {
        ((ConfigurableApplicationContext) room.context())
                .getBeanFactory()
                .registerSingleton("claimedCredits", new ClaimedCredits(room.jdbc));
    }

    private TaxNote note(NoteReason reason, NoteRequest.Line line) {
        return room.notes.issue(MoneyRoom.FARID, new NoteRequest(reason, null, List.of(line)));
    }

    private TaxInvoice billOfTwoLines() {
        room.clock.set(LocalDate.of(2026, 7, 15));
        SalesOrder order = room.order("B-MH", line(1, "8413", "3", "333.33"), line(2, "8413", "3", "100"));
        return room.invoices.issue(room.packed(order, "3", "3"));
    }

    private TaxInvoice bill() {
        room.clock.set(LocalDate.of(2026, 7, 15));
        SalesOrder order = room.order("B-MH", line(1, "8413", "3", "333.33"));
        return room.invoices.issue(room.packed(order, "3"));
    }

    private TaxNote credit(String number) {
        NoteDraft draft = unchecked(() -> claims.draft(MoneyRoom.FARID, number));
        TaxNote note = room.bean(NoteDrafts.class).issue(draft.number());
        claims.on(new NoteIssued(
                note.number(),
                note.kind(),
                note.dealNumber(),
                note.orderNumber(),
                note.buyerCode(),
                note.buyerName(),
                note.issuedOn(),
                null,
                List.of()));
        return note;
    }

    private void returned(String number, TaxInvoice bill, String quantity) {
        GoodsReturn goods = new GoodsReturn(
                number,
                bill.dealNumber(),
                bill.orderNumber(),
                bill.buyerCode(),
                bill.buyerName(),
                ReturnKind.DAMAGED,
                Remedy.CREDIT,
                GoodsReturn.Status.INSPECTED,
                null,
                true,
                false,
                true,
                null,
                "priya",
                Instant.EPOCH,
                null,
                null,
                "MH-1",
                null,
                List.of(new GoodsReturn.Line(
                        1,
                        bill.shipmentNumbers().get(0),
                        1,
                        1,
                        1,
                        "SKU-1",
                        "Pump",
                        "",
                        Quantity.of(quantity, "NOS"),
                        new BigDecimal(quantity),
                        new BigDecimal(quantity),
                        null,
                        null)));
        when(returns.locked(number)).thenReturn(goods);
        when(returns.goodsReturn(number)).thenReturn(goods);
    }

    /** Without the rows of other rooms that the claims refer to. */
    private <T> T unchecked(Supplier<T> work) {
        return room.transaction.execute(status -> {
            room.jdbc.sql("set local session_replication_role = replica").update();
            return work.get();
        });
    }
}
