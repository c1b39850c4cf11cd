package io.tradeflow.invoicing;

import static io.tradeflow.invoicing.MoneyRoom.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.document.NotePrint;
import io.tradeflow.document.TaxInvoicePrint;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.payment.DebitNoteOwed;
import io.tradeflow.payment.OpenItem;
import io.tradeflow.payment.ReceiptDraft;
import io.tradeflow.tax.GstRate;
import io.tradeflow.tax.SupplyType;
import io.tradeflow.tax.TaxPaper;
import io.tradeflow.tax.TaxTerm;
import io.tradeflow.tax.TaxTreatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

/** Revised invoices over supplies from before the certificate of registration (CGST Act s. 31(3)(a), rule 53). */
class RevisedInvoicesTest {

    private static final LocalDate CERTIFICATE = LocalDate.of(2026, 7, 20);

    private MoneyRoom room;
    private RevisedInvoices revised;

    @BeforeEach
    void open() {
        room = new MoneyRoom();
        revised = room.bean(RevisedInvoices.class);
        room.certified("MH", LocalDate.of(2026, 7, 10), CERTIFICATE);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private TaxInvoice bill(String buyer, String hsn, LocalDate on) {
        room.clock.set(on);
        SalesOrder order = room.order(buyer, line(1, hsn, "3", "333.33"));
        return room.invoices.issue(room.packed(order, "3"));
    }

    /** 3 x 333.33 is 999.99, billed as 1,000; 18 % of it 90.00 and 90.00, 1,179.99 rounded to 1,180: 180 more. */
    @Test
    void theTaxIsChargedBesidesAndTheBillStays() {
        TaxInvoice bill = bill("B-MH", "8413", LocalDate.of(2026, 7, 15));
        assertThat(bill.paper()).isEqualTo(TaxPaper.BILL_OF_SUPPLY);
        assertThat(bill.grandTotal().amount()).isEqualByComparingTo("1000");
        room.gstRates.save(
                MoneyRoom.FARID,
                new GstRate(
                        "8413", TaxTreatment.TAXABLE, new BigDecimal("28"), LocalDate.of(2026, 7, 25), null, "later"));

        room.clock.set(LocalDate.of(2026, 7, 28));
        assertThat(revised.revisable(MoneyRoom.FARID)).singleElement().satisfies(one -> {
            assertThat(one.number()).isEqualTo(bill.number());
            assertThat(one.lastDay()).isEqualTo(LocalDate.of(2026, 8, 20));
        });
        RevisedInvoice preview = revised.preview(MoneyRoom.FARID, bill.number());
        RevisedInvoice issued = revised.issue(MoneyRoom.FARID, bill.number());

        assertThat(issued).isEqualTo(preview.issued(issued.number(), issued.documentId()));
        assertThat(issued.number()).isEqualTo("MH-2627-V00001");
        assertThat(issued.supplyType()).isEqualTo(SupplyType.B2B);
        assertThat(issued.cgst()).isEqualByComparingTo("90.00");
        assertThat(issued.sgst()).isEqualByComparingTo("90.00");
        assertThat(issued.igst()).isZero();
        assertThat(issued.grandTotal().amount()).isEqualByComparingTo("1180");
        assertThat(issued.addition().amount()).isEqualByComparingTo("180");
        assertThat(revised.revised(MoneyRoom.FARID, issued.number())).isEqualTo(issued);
        assertThat(room.invoices.invoice(bill.number())).isEqualTo(bill);

        OpenItem owed = room.receivables.find(issued.number()).orElseThrow();
        assertThat(owed.kind()).isEqualTo(OpenItem.Kind.REVISED_INVOICE);
        assertThat(owed.open().amount()).isEqualByComparingTo("180");
        assertThat(owed.dueOn()).isEqualTo(LocalDate.of(2026, 8, 27));
        assertThat(room.told(DebitNoteOwed.class)).hasSize(1);

        TaxInvoicePrint print = room.printed(issued.number());
        assertThat(print.title()).isEqualTo("Revised Invoice");
        assertThat(print.revises()).isEqualTo(bill.number() + " of 15 Jul 2026");
        assertThat(print.paymentTerms())
                .isEqualTo("INR 180.00 besides the INR 1,000.00 of the bill, due on 27 Aug 2026");
        assertThat(print.totals().cgst()).isEqualByComparingTo("90.00");
        assertThat(print.seller().gstin()).isEqualTo(bill.sellerGstin());
        assertThat(room.printed(bill.number()).seller().gstin())
                .as("no GSTIN before the certificate")
                .isNull();
        assertThat(room.printed(bill.number()).declarations())
                .anySatisfy(one -> assertThat(one).contains("not granted yet", "CGST Act s. 32(1)"));
        assertThat(room.mails()).last().satisfies(mail -> {
            assertThat(mail.key()).isEqualTo("revised-invoice-sent:" + issued.number());
            assertThat(mail.documentIds()).containsExactly(issued.documentId());
            assertThat(mail.body())
                    .contains("bill of supply " + bill.number(), "INR 1,180.00", "INR 180.00", "Due on: 27 Aug 2026");
        });
    }

    /**
     * One of three goes back: 333.33 and a third of the tax, 60.00. The two others: 666.66, 120.00 and the paisa the revised invoice was rounded by. The
     * bill gives up the value, the revised invoice the tax.
     */
    @Test
    void notesGoByTheRevisedInvoiceAndBothAreOneSupply() {
        TaxInvoice bill = bill("B-MH", "8413", LocalDate.of(2026, 7, 15));
        room.clock.set(LocalDate.of(2026, 7, 28));
        RevisedInvoice issued = revised.issue(MoneyRoom.FARID, bill.number());

        TaxNote first = returned(bill, "1");
        assertThat(first.grandTotal().amount()).isEqualByComparingTo("393.33");
        assertThat(first.tax().cgst()).isEqualByComparingTo("30.00");
        assertThat(first.tax().sgst()).isEqualByComparingTo("30.00");
        assertThat(first.nature()).isEqualTo("Intra-State supply");
        assertThat(first.invoices()).singleElement().satisfies(of -> {
            assertThat(of.number()).isEqualTo(bill.number());
            assertThat(of.quotedNumber()).isEqualTo(issued.number());
            assertThat(of.quotedOn()).isEqualTo(issued.issuedOn());
        });
        assertThat(room.notes.note(first.number())).isEqualTo(first);
        NotePrint print = room.printedNote(first.number());
        assertThat(print.invoices()).extracting(NotePrint.Original::number).containsExactly(issued.number());
        assertThat(print.lines().get(0).note()).isEqualTo(issued.number() + ", line 1");
        assertThat(open(bill.number())).isEqualByComparingTo("666.67");
        assertThat(open(issued.number())).isEqualByComparingTo("120");

        TaxNote second = returned(bill, "2");
        assertThat(second.grandTotal().amount()).isEqualByComparingTo("786.67");
        assertThat(second.tax().roundOff()).isEqualByComparingTo("0.01");
        assertThat(open(bill.number())).isZero();
        assertThat(open(issued.number())).isZero();
        assertThatThrownBy(() -> returned(bill, "1"))
                .isInstanceOf(NoteNotPossible.class)
                .hasMessageContaining("has 0 NOS left to credit");
    }

    /** 1,180.00 are paid: all of 393.33 is the buyer's. A debit note bears tax: 50.00 and 9.00. */
    @Test
    void ofWhatIsPaidTheNoteIsTheBuyersAndADebitNoteBearsTax() {
        TaxInvoice bill = bill("B-GJ", "8413", LocalDate.of(2026, 7, 15));
        room.clock.set(CERTIFICATE);
        RevisedInvoice issued = revised.issue(MoneyRoom.FARID, bill.number());
        room.payments.record(
                MoneyRoom.FARID,
                new ReceiptDraft(
                        "B-GJ",
                        bill.orderNumber(),
                        null,
                        new BigDecimal("1180"),
                        "INR",
                        ReceiptDraft.Mode.NEFT,
                        "UTR-1",
                        CERTIFICATE));
        assertThat(open(issued.number())).isZero();

        TaxNote credit = returned(bill, "1");
        assertThat(credit.tax().igst()).isEqualByComparingTo("60.00");
        assertThat(credit.interState()).isTrue();
        assertThat(room.jdbc
                        .sql("select amount from receipt where reference = :note")
                        .param("note", credit.number())
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("393.33");

        TaxNote debit = room.notes.issue(
                MoneyRoom.FARID,
                new NoteRequest(
                        NoteReason.PRICE_TOO_LOW,
                        null,
                        List.of(NoteRequest.Line.ofAmount(bill.number(), 1, new BigDecimal("50")))));
        assertThat(debit.tax().igst()).isEqualByComparingTo("9.00");
        assertThat(open(debit.number())).isEqualByComparingTo("59.00");
    }

    /**
     * One of three went back before: 666.66 is left, tax of 60.00 and 60.00, 786.66 rounded to 787. The bill and its note ask for 666.67, so 120.33 are owed
     * besides. The two others go back: nothing is left of either.
     */
    @Test
    void aBillThatNotesHaveChangedIsRevisedByWhatTheyLeft() {
        TaxInvoice bill = bill("B-MH", "8413", LocalDate.of(2026, 7, 15));
        TaxNote before = returned(bill, "1");
        assertThat(before.tax().tax()).isZero();
        assertThat(room.printedNote(before.number()).seller().gstin()).isNull();
        room.clock.set(CERTIFICATE);

        RevisedInvoice issued = revised.issue(MoneyRoom.FARID, bill.number());

        assertThat(issued.taxableValue()).isEqualByComparingTo("666.66");
        assertThat(issued.tax()).isEqualByComparingTo("120.00");
        assertThat(issued.grandTotal().amount()).isEqualByComparingTo("787");
        assertThat(issued.billed().amount()).isEqualByComparingTo("666.67");
        assertThat(issued.lines().get(0).quantity().value()).isEqualByComparingTo("2");
        assertThat(revised.revised(MoneyRoom.FARID, issued.number())).isEqualTo(issued);
        assertThat(room.printed(issued.number()).paymentTerms())
                .isEqualTo("INR 120.33 besides the INR 666.67 of the bill and its notes, due on 19 Aug 2026");
        assertThat(open(issued.number())).isEqualByComparingTo("120.33");

        TaxNote rest = returned(bill, "2");
        assertThat(rest.grandTotal().amount()).isEqualByComparingTo("787");
        assertThat(rest.tax().tax()).isEqualByComparingTo("120.00");
        assertThat(open(bill.number())).isZero();
        assertThat(open(issued.number())).isZero();
    }

    /**
     * 100.00 more were charged by a debit note: 1,099.99, tax of 99.00 and 99.00, 1,298 against the 1,100.00 of both. All goods go back: the revised invoice
     * gives up 198, the bill its 1,000 and the debit note its 100.
     */
    @Test
    void whatADebitNoteAddedIsTaxedToo() {
        TaxInvoice bill = bill("B-MH", "8413", LocalDate.of(2026, 7, 15));
        TaxNote debit = room.notes.issue(
                MoneyRoom.FARID,
                new NoteRequest(
                        NoteReason.PRICE_TOO_LOW,
                        null,
                        List.of(NoteRequest.Line.ofAmount(bill.number(), 1, new BigDecimal("100")))));
        room.clock.set(CERTIFICATE);

        RevisedInvoice issued = revised.issue(MoneyRoom.FARID, bill.number());

        assertThat(issued.taxableValue()).isEqualByComparingTo("1099.99");
        assertThat(issued.cgst()).isEqualByComparingTo("99.00");
        assertThat(issued.billed().amount()).isEqualByComparingTo("1100");
        assertThat(issued.addition().amount()).isEqualByComparingTo("198");

        assertThat(returned(bill, "3").grandTotal().amount()).isEqualByComparingTo("1298");
        assertThat(open(bill.number())).isZero();
        assertThat(open(issued.number())).isZero();
        assertThat(open(debit.number())).isZero();
        assertThat(room.count("receipt")).as("to the buyer's credit").isZero();
    }

    /** Approved at 333.33, it would go out at 393.33 with the tax of the revised invoice. */
    @Test
    void aDraftFromBeforeTheRevisionIsNotIssuedWithTaxNobodyApproved() {
        TaxInvoice bill = bill("B-MH", "8413", LocalDate.of(2026, 7, 15));
        NoteDrafts drafts = room.bean(NoteDrafts.class);
        String before = draft(goods(bill, "1")).number();
        room.clock.set(CERTIFICATE);
        String number = revised.issue(MoneyRoom.FARID, bill.number()).number();

        assertThatThrownBy(() -> drafts.issue(before))
                .isInstanceOfSatisfying(NoteNotPossible.class, problem -> assertThat(problem.slug())
                        .isEqualTo("note-not-as-drafted"))
                .hasMessageContainingAll("INR 333.33 were drafted", "INR 393.33", number, "Draft it again");
        assertThat(room.count("tax_note")).isZero();
    }

    /** The second completes the bill and takes the paisa of its round-off too: 786.66 were drafted, and 786.67 are issued, once. */
    @Test
    void aPaisaOfRoundOffDoesNotStopADraft() {
        TaxInvoice bill = bill("B-MH", "8413", LocalDate.of(2026, 7, 15));
        room.clock.set(CERTIFICATE);
        revised.issue(MoneyRoom.FARID, bill.number());
        NoteDrafts drafts = room.bean(NoteDrafts.class);
        NoteDraft first = draft(goods(bill, "1"));
        NoteDraft second = draft(goods(bill, "2"));
        assertThat(second.amount().amount()).isEqualByComparingTo("786.66");

        drafts.issue(first.number());
        TaxNote note = drafts.issue(second.number());

        assertThat(note.grandTotal().amount()).isEqualByComparingTo("786.67");
        assertThat(drafts.issue(second.number())).isEqualTo(note);
    }

    @Test
    void whatNotesHaveTakenWholeIsNotRevisedAndTheDatabaseHoldsNotesToTheRevisedInvoice() {
        TaxInvoice bill = bill("B-MH", "8413", LocalDate.of(2026, 7, 15));
        TaxInvoice other = bill("B-MH", "8413", LocalDate.of(2026, 7, 15));
        returned(bill, "3");
        room.clock.set(CERTIFICATE);
        assertRefused("nothing-to-revise", bill);
        assertThat(revised.revisable(MoneyRoom.FARID))
                .extracting(RevisableInvoice::number)
                .contains(other.number())
                .doesNotContain(bill.number());
        revised.issue(MoneyRoom.FARID, other.number());

        TaxNote note = returned(other, "1");
        assertThatThrownBy(() -> room.transaction.executeWithoutResult(status -> {
                    room.jdbc
                            .sql("alter table tax_note_invoice disable trigger tax_note_invoice_comes_with_note")
                            .update();
                    room.jdbc
                            .sql(
                                    """
                                    insert into tax_note_invoice (note_id, invoice_id, invoice_number, invoice_date, grand_total,
                                        round_off, inr_grand_total, inr_round_off)
                                    select n.id, i.id, i.number, i.issued_on, 1, 0, 1, 0 from tax_note n, tax_invoice i
                                    where n.number = :note and i.number = :bill""")
                            .param(
                                    "note",
                                    room.jdbc
                                            .sql("select number from tax_note where number <> :note")
                                            .param("note", note.number())
                                            .query(String.class)
                                            .single())
                            .param("bill", other.number())
                            .update();
                }))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("goes by its revised invoice");
    }

    private TaxNote returned(TaxInvoice bill, String quantity) {
        return room.notes.issue(MoneyRoom.FARID, goods(bill, quantity));
    }

    /** Without the deal's row. */
    private NoteDraft draft(NoteRequest request) {
        return room.transaction.execute(status -> {
            room.jdbc.sql("set local session_replication_role = replica").update();
            return room.bean(NoteDrafts.class).draft(MoneyRoom.FARID, request);
        });
    }

    private static NoteRequest goods(TaxInvoice bill, String quantity) {
        return new NoteRequest(
                NoteReason.GOODS_RETURNED,
                null,
                List.of(NoteRequest.Line.ofQuantity(bill.number(), 1, new BigDecimal(quantity))));
    }

    private BigDecimal open(String number) {
        return room.receivables.find(number).orElseThrow().open().amount();
    }

    @Test
    void betweenStatesTheTaxIsIgstAndTheNextNumberFollows() {
        TaxInvoice first = bill("B-MH", "8413", LocalDate.of(2026, 7, 10));
        TaxInvoice second = bill("B-GJ", "8413", LocalDate.of(2026, 7, 19));
        room.clock.set(CERTIFICATE);
        revised.issue(MoneyRoom.FARID, first.number());

        RevisedInvoice issued = revised.issue(MoneyRoom.FARID, second.number());

        assertThat(issued.number()).isEqualTo("MH-2627-V00002");
        assertThat(issued.igst()).isEqualByComparingTo("180.00");
        assertThat(issued.interState()).isTrue();
        assertThat(revised.revisable(MoneyRoom.FARID)).isEmpty();
    }

    @Test
    void twiceIsRefusedAlsoByTheDatabase() {
        TaxInvoice bill = bill("B-UN", "8413", LocalDate.of(2026, 7, 15));
        room.clock.set(CERTIFICATE);
        RevisedInvoice issued = revised.issue(MoneyRoom.FARID, bill.number());

        assertRefused("invoice-revised-already", bill);
        assertThat(issued.supplyType()).isNull();
        assertThatThrownBy(() -> room.transaction.executeWithoutResult(
                        status -> room.bean(RevisedBook.class).add(issued.issued("MH-2627-V00002", 1), "MH", 2, "x")))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("invoice_is_revised_once");
        assertThatThrownBy(() ->
                        room.jdbc.sql("update revised_invoice set billed = 0").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("stays as it is");
        assertThat(room.count("revised_invoice")).isOne();
    }

    @Test
    void theLastDayIsOneMonthFromTheCertificate() {
        TaxInvoice first = bill("B-MH", "8413", LocalDate.of(2026, 7, 15));
        TaxInvoice second = bill("B-MH", "8413", LocalDate.of(2026, 7, 15));
        room.clock.set(LocalDate.of(2026, 7, 19));
        assertRefused("revision-too-early", first);
        assertThat(revised.revisable(MoneyRoom.FARID)).isEmpty();
        room.clock.set(LocalDate.of(2026, 8, 20));
        revised.issue(MoneyRoom.FARID, first.number());

        room.clock.set(LocalDate.of(2026, 8, 21));
        assertRefused("revision-too-late", second);
        assertThat(revised.revisable(MoneyRoom.FARID)).singleElement().satisfies(one -> assertThat(
                        one.isInTime(LocalDate.of(2026, 8, 21)))
                .isFalse());
        assertThat(TaxTerm.REVISED_INVOICE.lastDay(LocalDate.of(2027, 1, 31))).contains(LocalDate.of(2027, 2, 28));
        assertThat(TaxTerm.REVISED_INVOICE.lastDay(LocalDate.of(2017, 6, 30))).isEmpty();
    }

    @Test
    void whatIsNotFromTheTimeBetweenOrBearsNoTaxIsRefused() {
        room.gstRates.save(
                MoneyRoom.FARID,
                new GstRate("1006", TaxTreatment.EXEMPT, BigDecimal.ZERO, LocalDate.of(2026, 7, 1), null, "rice"));
        TaxInvoice before = bill("B-MH", "8413", LocalDate.of(2026, 7, 9));
        TaxInvoice rice = bill("B-MH", "1006", LocalDate.of(2026, 7, 15));
        TaxInvoice after = bill("B-MH", "8413", CERTIFICATE);

        assertThat(before.paper()).isEqualTo(TaxPaper.BILL_OF_SUPPLY);
        assertThat(after.paper()).isEqualTo(TaxPaper.TAX_INVOICE);
        assertRefused("not-before-certificate", before);
        assertRefused("not-before-certificate", after);
        assertRefused("revision-bears-no-tax", rice);
        assertThatThrownBy(() -> revised.issue(new Actor.Staff("asha", "Asha", Set.of("sales")), rice.number()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("finance-only"));
        assertThat(room.count("revised_invoice")).isZero();
    }

    private void assertRefused(String slug, TaxInvoice bill) {
        assertThatThrownBy(() -> revised.issue(MoneyRoom.FARID, bill.number()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo(slug));
    }
}
