package io.tradeflow.payment;

import static io.tradeflow.invoicing.MoneyRoom.FARID;
import static io.tradeflow.invoicing.MoneyRoom.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tradeflow.credit.CreditEased;
import io.tradeflow.invoicing.MoneyRoom;
import io.tradeflow.invoicing.NoteIssued;
import io.tradeflow.invoicing.NoteKind;
import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.notification.MailDraft;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.payment.ReceivableFilter.State;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** The ways in which an open item is settled, and back. Invoices are over 118.00 for each piece. */
class SettlementsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 15);
    private static final AtomicInteger REFERENCES = new AtomicInteger();
    private static MoneyRoom room;

    @BeforeAll
    static void open() {
        room = new MoneyRoom();
    }

    @AfterAll
    static void close() {
        room.close();
    }

    /** Whatever a test did: ledger, sums, notes and exposure agree, and the exposure is what is open less what is unapplied. */
    @AfterEach
    void figuresAgree() {
        assertThat(room.exposures.reconcile()).isEmpty();
        assertThat(room.jdbc
                        .sql(
                                """
                                select i.invoice_number from open_item i
                                left join exposure e on e.bucket = 'RECEIVABLE' and e.number = i.invoice_number
                                where i.amount - i.settled <> coalesce(e.amount, 0)
                                   or i.settled <> (select coalesce(sum(s.amount), 0) from settlement_entry s
                                                    where s.invoice_number = i.invoice_number)
                                union all
                                select r.number from receipt r
                                left join exposure e on e.bucket = 'UNAPPLIED' and e.number = r.number
                                where r.amount - r.applied - r.refunded - r.reversed <> -coalesce(e.amount, 0)
                                union all
                                select i.invoice_number from open_item i
                                join tax_note_invoice n on n.invoice_number = i.invoice_number
                                join tax_note t on t.id = n.note_id and t.kind = 'CRN'
                                group by i.invoice_number having sum(n.grand_total) <> i.credit_notes""")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void anAdvanceIsSharedOverTheInvoicesOfItsOrder() {
        SalesOrder order = order("10", "1180");
        pay(order, "354");

        TaxInvoice first = invoice(order, "4");
        assertThat(item(first).paid()).isEqualTo(inr("141.60"));
        payInvoice(first, "330.40");
        assertThat(item(first).open().isZero()).isTrue();

        TaxInvoice second = invoice(order, "6");
        assertThat(item(second).paid()).as("354.00 less 141.60").isEqualTo(inr("212.40"));
    }

    @Test
    void moneyOnAccountIsAppliedLaterAndTakenBackAgain() {
        SalesOrder order = order("2", "236");
        TaxInvoice invoice = invoice(order, "2");
        Receipt receipt = room.payments.record(FARID, draft(null, null, "300", List.of()));
        assertThat(receipt.isOnAccount()).isTrue();
        assertThat(receipt.unapplied()).isEqualTo(inr("300"));

        SettlementEntry entry =
                room.appliedMoney.apply(FARID, receipt.number(), invoice.number(), new BigDecimal("236"));
        assertThat(item(invoice).open().isZero()).isTrue();
        assertThat(room.payments.receipt(receipt.number()).unapplied()).isEqualTo(inr("64"));
        assertThatThrownBy(() -> room.appliedMoney.apply(FARID, receipt.number(), invoice.number(), BigDecimal.ONE))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.getMessage())
                        .contains("only ₹0.00 is open"));

        room.appliedMoney.unapply(FARID, entry.id(), "wrong invoice");
        assertThat(item(invoice).open()).isEqualTo(inr("236"));
        assertThatThrownBy(() -> room.appliedMoney.unapply(FARID, entry.id(), "again"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("settlement-stands"));

        room.appliedMoney.apply(FARID, receipt.number(), invoice.number(), new BigDecimal("200"));
        Refund refund = room.refunds.payBack(FARID, receipt.number(), "paid twice");
        assertThat(refund.amount()).isEqualTo(inr("100"));
        assertThat(refund.dealNumber()).isNull();
    }

    @Test
    void partOfWhatIsNotAppliedIsPaidBackAndTheRestStays() {
        Receipt receipt = room.payments.record(FARID, draft(null, null, "300", List.of()));

        Refund refund = room.refunds.payBack(FARID, receipt.number(), new BigDecimal("120.50"), "asked for it");

        assertThat(refund.amount()).isEqualTo(inr("120.50"));
        assertThat(refund.of()).isEqualTo(Refund.Of.ON_ACCOUNT);
        assertThat(room.refunds.parts(refund))
                .extracting(Refund.Part::receiptNumber, Refund.Part::amount)
                .containsExactly(tuple(receipt.number(), inr("120.50")));
        assertThat(room.payments.receipt(receipt.number()).unapplied()).isEqualTo(inr("179.50"));
        for (String wrong : List.of("0", "-1", "1.005", "179.51")) {
            assertThatThrownBy(
                            () -> room.refunds.payBack(FARID, receipt.number(), new BigDecimal(wrong), "asked for it"))
                    .as(wrong)
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.slug()).isEqualTo("refund-amount-invalid");
                        assertThat(problem.violations().get(0).field()).isEqualTo("amount");
                    });
        }
        assertThat(room.refunds.payBack(FARID, receipt.number(), "the rest").amount())
                .isEqualTo(inr("179.50"));
    }

    @Test
    void thePayBackOfAPartThatIsSentTwiceIsDoneOnce() {
        Receipt receipt = room.payments.record(FARID, draft(null, null, "300", List.of()));
        BigDecimal part = new BigDecimal("100");
        BigDecimal seen = new BigDecimal("300.00");
        Refund first = room.refunds.payBack(FARID, receipt.number(), part, seen, "asked for it");

        assertThatThrownBy(() -> room.refunds.payBack(FARID, receipt.number(), part, seen, "asked for it"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.slug()).isEqualTo("receipt-moved");
                    assertThat(problem.getMessage()).contains("₹200.00 of " + receipt.number(), "no longer ₹300.00");
                });
        Refund second = room.refunds.payBack(FARID, receipt.number(), part, new BigDecimal("200"), "asked for more");

        assertThat(room.refunds.parts(List.of(first, second))).hasSize(2).allSatisfy((number, parts) -> assertThat(
                        parts)
                .extracting(Refund.Part::receiptNumber, Refund.Part::amount)
                .containsExactly(tuple(receipt.number(), inr("100"))));
    }

    @Test
    void aRefundSaysWhatItPaysBack() {
        SalesOrder ahead = order("10", "1180");
        Receipt advance = pay(ahead, "354");
        assertThat(room.refunds
                        .payBack(FARID, advance.number(), new BigDecimal("54"), "less is needed")
                        .of())
                .isEqualTo(Refund.Of.ADVANCE);

        Receipt twice = payInvoice(invoice(order("1", "118"), "1"), "150");
        assertThat(room.refunds.payBack(FARID, twice.number(), "paid too much").of())
                .isEqualTo(Refund.Of.OVERPAYMENT);
    }

    @Test
    void aStatementIsMailedOnceForEachRequest() {
        LocalDate from = TODAY.withDayOfMonth(1);
        SentStatement first = room.statementMails.send(FARID, "B-MH", "INR", from, TODAY, "one");
        SentStatement again = room.statementMails.send(FARID, "B-MH", "INR", from, TODAY, "one");
        assertThat(again).isEqualTo(first);
        assertThat(mailed(first)).singleElement().satisfies(mail -> {
            assertThat(mail.documentIds()).containsExactly(first.documentId());
            assertThat(mail.subject()).isEqualTo("Statement of account, 1 Jul 2026 to 15 Jul 2026");
        });

        SentStatement other = room.statementMails.send(FARID, "B-MH", "INR", from, TODAY, "two");
        assertThat(other.number()).isNotEqualTo(first.number());
        assertThat(room.statementMails.last(FARID, "B-MH", "INR"))
                .extracting(SentStatement::number)
                .startsWith(other.number(), first.number());
        assertThatThrownBy(() -> room.statementMails.send(FARID, "B-MH", "INR", from, TODAY, " "))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("request-missing"));
        assertThatThrownBy(() -> room.statementMails.send(
                        new Actor.Staff("asha", "Asha", Set.of("sales-desk")), "B-MH", "INR", from, TODAY, "three"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("finance-only"));
    }

    private static List<MailDraft> mailed(SentStatement statement) {
        return room.mails().stream()
                .filter(mail -> mail.key().equals("statement:" + statement.number()))
                .toList();
    }

    @Test
    void aRefusedBookingUsesNoNumber() {
        TaxInvoice invoice = invoice(order("10", "1180"), "10");
        Receipt first = room.payments.record(FARID, draft(null, null, "10", List.of()));

        refused(List.of(part(invoice, "1181", null)));
        refused(List.of(part(invoice, "1000", new ReceiptDraft.Tds("999Z", BigDecimal.ONE, null, null))));
        refused(List.of(part(invoice, "1000", new ReceiptDraft.Tds("194Q", new BigDecimal("170"), null, null))));
        refused(List.of(
                part(invoice, "1000", new ReceiptDraft.Tds("194Q", BigDecimal.ONE, "C-1", TODAY.plusYears(9)))));
        ReceiptDraft used = new ReceiptDraft(
                "B-MH", null, null, new BigDecimal("11"), "INR", first.mode(), first.reference(), first.receivedOn());
        assertThatThrownBy(() -> room.payments.record(FARID, used)).isInstanceOf(Problem.class);

        Receipt second = room.payments.record(FARID, draft(null, null, "10", List.of()));
        assertThat(serial(second)).isEqualTo(serial(first) + 1);
    }

    private static void refused(List<ReceiptDraft.Part> parts) {
        assertThatThrownBy(() -> room.payments.record(FARID, draft(null, null, "1181", parts)))
                .isInstanceOf(Problem.class);
    }

    private static ReceiptDraft.Part part(TaxInvoice invoice, String amount, ReceiptDraft.Tds tds) {
        return new ReceiptDraft.Part(invoice.number(), new BigDecimal(amount), tds);
    }

    private static int serial(Receipt receipt) {
        return Integer.parseInt(receipt.number().substring(receipt.number().lastIndexOf('-') + 1));
    }

    @Test
    void oneTransferPaysSeveralInvoicesAndTdsSettlesTheRest() {
        TaxInvoice first = invoice(order("10", "1180"), "10");
        TaxInvoice second = invoice(order("1", "118"), "1");

        Receipt receipt = room.payments.record(
                FARID,
                draft(
                        null,
                        null,
                        "1300",
                        List.of(
                                new ReceiptDraft.Part(
                                        first.number(),
                                        new BigDecimal("1179"),
                                        new ReceiptDraft.Tds("194Q", new BigDecimal("1"), null, null)),
                                new ReceiptDraft.Part(second.number(), new BigDecimal("100"), null))));

        assertThat(item(first).open().isZero()).isTrue();
        assertThat(item(first).settled().tds()).isEqualTo(inr("1"));
        assertThat(item(second).open()).isEqualTo(inr("18"));
        assertThat(receipt.isOnAccount()).isTrue();
        assertThat(receipt.unapplied()).isEqualTo(inr("21"));

        Deduction deduction = room.deductions.pending().stream()
                .filter(one -> one.invoiceNumber().equals(first.number()))
                .findFirst()
                .orElseThrow();
        assertThat(room.deductions.certificate(FARID, deduction.settlementId(), "16a/991", TODAY))
                .extracting(Deduction::certificateNumber)
                .isEqualTo("16A/991");
        assertThat(room.deductions.pending())
                .extracting(Deduction::invoiceNumber)
                .doesNotContain(first.number());
    }

    @Test
    void partsAreRefusedAsAWholeWithThePathOfEachWrongField() {
        TaxInvoice invoice = invoice(order("1", "118"), "1");
        ReceiptDraft tooMuch = draft(
                null, null, "500", List.of(new ReceiptDraft.Part(invoice.number(), new BigDecimal("118.01"), null)));
        assertThatThrownBy(() -> room.payments.record(FARID, tooMuch))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.violations())
                            .extracting(Problem.Violation::field)
                            .containsExactly("parts[0].amount");
                });
        ReceiptDraft twice = draft(
                null,
                null,
                "1",
                List.of(
                        new ReceiptDraft.Part(invoice.number(), BigDecimal.ONE, null),
                        new ReceiptDraft.Part(invoice.number(), BigDecimal.ONE, null)));
        assertThatThrownBy(() -> room.payments.record(FARID, twice)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.violations())
                    .extracting(Problem.Violation::field)
                    .containsExactly("parts[1].invoiceNumber", "amount");
        });
        assertThat(item(invoice).open()).isEqualTo(inr("118"));
    }

    @Test
    void aReturnedChequeOpensItsInvoicesAgain() {
        SalesOrder order = order("1", "118");
        TaxInvoice invoice = invoice(order, "1");
        Receipt receipt = payInvoice(invoice, "150");

        room.appliedMoney.reverse(FARID, receipt.number(), "Cheque returned");

        assertThat(item(invoice).open()).isEqualTo(inr("118"));
        Receipt reversed = room.payments.receipt(receipt.number());
        assertThat(reversed.unapplied().isZero()).isTrue();
        assertThat(reversed.reversal()).isEqualTo(new Receipt.Reversal(TODAY, "Farid Khan", "Cheque returned"));
        assertThat(room.payments.settlement(order.number()).settled()).isFalse();
        assertThatThrownBy(() -> room.appliedMoney.reverse(FARID, receipt.number(), "again"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("receipt-reversed"));
    }

    @Test
    void aCreditNoteTakesOffWhatIsOpenAndKeepsTheRestForTheBuyer() {
        SalesOrder order = order("2", "236");
        TaxInvoice invoice = invoice(order, "2");
        payInvoice(invoice, "200");

        NoteIssued note = note(order, NoteKind.CREDIT, invoice, "118");
        room.heard(note);
        room.heard(note);

        assertThat(item(invoice).settled().credited()).isEqualTo(inr("36"));
        assertThat(item(invoice).open().isZero()).isTrue();
        Receipt credit = credits(order).get(0);
        assertThat(credits(order)).hasSize(1);
        assertThat(credit.reference()).isEqualTo(note.noteNumber());
        assertThat(credit.unapplied()).isEqualTo(inr("82"));
        assertThat(room.refunds
                        .payBack(FARID, credit.number(), "goods came back")
                        .amount())
                .isEqualTo(inr("82"));
    }

    @Test
    void aDebitNoteIsToBePaidByItself() {
        SalesOrder order = order("1", "118");
        TaxInvoice invoice = invoice(order, "1");
        payInvoice(invoice, "118");

        NoteIssued note = note(order, NoteKind.DEBIT, invoice, "11.80");
        room.heard(note);
        room.heard(note);
        assertThat(room.told(DebitNoteOwed.class))
                .containsExactly(new DebitNoteOwed(order.dealNumber(), order.number(), "x"));

        assertThat(room.payments.settlement(order.number()).settled()).isFalse();
        room.payments.record(FARID, draft(null, note.noteNumber(), "11.80", List.of()));
        assertThat(room.payments.settlement(order.number()).settled()).isTrue();
    }

    @Test
    void aCancelledInvoiceGivesItsMoneyBackToTheOrder() {
        SalesOrder order = order("2", "236");
        TaxInvoice invoice = invoice(order, "2");
        Receipt receipt = payInvoice(invoice, "100");

        room.appliedMoney.cancelled(invoice.number());
        room.appliedMoney.cancelled(invoice.number());

        assertThat(item(invoice).settled().cancelled()).isEqualTo(inr("236"));
        assertThat(room.payments.receipt(receipt.number()).unapplied()).isEqualTo(inr("100"));
    }

    @Test
    void invoicesAreFoundByHowFarTheyAreSettled() {
        TaxInvoice open = invoice(order("3", "354"), "3");
        TaxInvoice settled = invoice(order("1", "118"), "1");
        payInvoice(settled, "118");
        TaxInvoice cancelled = invoice(order("2", "236"), "2");
        room.appliedMoney.cancelled(cancelled.number());

        assertThat(found(open, State.OPEN)).containsExactly(open.number());
        assertThat(found(open, State.OVERDUE)).as("due later").isEmpty();
        assertThat(found(open, State.SETTLED)).isEmpty();
        assertThat(found(settled, State.SETTLED)).containsExactly(settled.number());
        assertThat(found(settled, State.OPEN)).isEmpty();
        assertThat(found(cancelled, State.CANCELLED)).containsExactly(cancelled.number());
        assertThat(found(cancelled, State.SETTLED)).isEmpty();
        assertThat(found(cancelled, null)).containsExactly(cancelled.number());

        ReceivableFilter ofDay = new ReceivableFilter(null, null, open.issuedOn(), open.issuedOn(), 0, 2);
        assertThat(room.receivables.list(FARID, ofDay))
                .extracting(OpenItem::invoiceNumber)
                .as("the latest first, a page of two")
                .containsExactly(cancelled.number(), settled.number());
        assertThat(room.receivables.sums(FARID, new ReceivableFilter(open.orderNumber(), null, null, null, 0, 2)))
                .containsExactly(new ReceivableSum(1, inr("354"), inr("354")));
        assertThat(room.receivables.list(
                        FARID, new ReceivableFilter(null, null, open.issuedOn().plusDays(1), null, 0, 9)))
                .isEmpty();
        assertThat(room.receivables.list(FARID, new ReceivableFilter("%", null, null, null, 0, 9)))
                .as("a per cent sign is no wildcard")
                .isEmpty();
        assertThatThrownBy(() -> room.receivables.list(new Actor.BuyerUser("p", "Priya", "B-MH"), ofDay))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("staff-only"));
    }

    private static List<String> found(TaxInvoice invoice, State state) {
        return room.receivables.list(FARID, new ReceivableFilter(invoice.number(), state, null, null, 0, 9)).stream()
                .map(OpenItem::invoiceNumber)
                .toList();
    }

    @Test
    void theDatabaseKeepsTheLedgerAndItsSums() {
        TaxInvoice invoice = invoice(order("1", "118"), "1");
        payInvoice(invoice, "10");
        assertThatThrownBy(() ->
                        room.jdbc.sql("update settlement_entry set amount = 1").update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> room.jdbc
                        .sql(
                                """
                                insert into settlement_entry (invoice_number, kind, amount, booked_on, booked_by, booked_at)
                                values (:invoice, 'TDS', 108.01, current_date, 'x', now())""")
                        .param("invoice", invoice.number())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("never_settled_beyond_amount");
    }

    @Test
    void whatIsHeldForCreditIsLookedAtAgainWheneverLessIsOwed() {
        SalesOrder order = order("10", "1180");
        TaxInvoice invoice = invoice(order, "10");
        int before = room.told(CreditEased.class).size();

        room.heard(note(order, NoteKind.CREDIT, invoice, "118"));
        assertThat(room.told(CreditEased.class)).hasSize(before + 1).endsWith(new CreditEased("B-MH", "INR"));

        room.payments.record(
                FARID,
                draft(
                        null,
                        null,
                        "100",
                        List.of(new ReceiptDraft.Part(
                                invoice.number(),
                                new BigDecimal("100"),
                                new ReceiptDraft.Tds("194Q", new BigDecimal("1"), null, null)))));
        assertThat(room.told(CreditEased.class))
                .as("receipt, its application, tax deducted")
                .hasSize(before + 4);

        SettlementEntry tds = room.appliedMoney.ofInvoice(invoice.number()).stream()
                .filter(entry -> entry.kind() == SettlementKind.TDS)
                .findFirst()
                .orElseThrow();
        room.appliedMoney.unapply(FARID, tds.id(), "not deducted");
        assertThat(room.told(CreditEased.class)).as("more is owed again").hasSize(before + 4);
    }

    @Test
    void taxDeductedCountsFromTheDayItsInvoiceIsThere() {
        TaxInvoice invoice = invoice(order("10", "1180"), "10");
        ReceiptDraft early = new ReceiptDraft(
                "B-MH",
                null,
                null,
                new BigDecimal("1179"),
                "INR",
                ReceiptDraft.Mode.NEFT,
                "UTR-EARLY",
                TODAY.minusDays(5),
                List.of(new ReceiptDraft.Part(
                        invoice.number(),
                        new BigDecimal("1179"),
                        new ReceiptDraft.Tds("194Q", new BigDecimal("1"), null, null))));
        room.payments.record(FARID, early);

        assertThat(room.appliedMoney.ofInvoice(invoice.number()))
                .extracting(SettlementEntry::bookedOn)
                .containsExactly(invoice.issuedOn(), invoice.issuedOn());
    }

    @Test
    void whatAColleagueWritesAboutAReturnedChequeStaysInTheHouse() {
        SalesOrder order = order("1", "118");
        TaxInvoice invoice = invoice(order, "1");
        Receipt bounced = payInvoice(invoice, "118");
        room.appliedMoney.reverse(FARID, bounced.number(), "liar, third time");
        Receipt good = payInvoice(invoice, "118");
        room.appliedMoney.unapply(
                FARID, room.appliedMoney.ofReceipt(good.number()).get(0).id(), "booked by a fool");
        room.refunds.payBack(FARID, good.number(), "so they stop shouting");

        List<DealProgress> lines = room.told(DealProgress.class).stream()
                .filter(line -> line.dealNumber().equals(order.dealNumber()))
                .toList();
        assertThat(lines)
                .filteredOn(DealProgress::forBuyer)
                .extracting(DealProgress::fact)
                .anyMatch(fact -> fact.endsWith("did not come after all"))
                .anyMatch(fact -> fact.contains("no longer settle"))
                .noneMatch(fact -> fact.contains("liar") || fact.contains("fool") || fact.contains("shouting"));
        assertThat(lines)
                .filteredOn(line -> !line.forBuyer())
                .extracting(DealProgress::fact)
                .anyMatch(fact -> fact.contains("liar"))
                .anyMatch(fact -> fact.contains("fool"))
                .anyMatch(fact -> fact.contains("shouting"));

        assertThat(movements(FARID)).extracting(AccountMovement::reason).contains("liar, third time");
        assertThat(movements(new Actor.BuyerUser("x", "x", "B-MH")))
                .noneMatch(movement -> movement.toString().contains("liar")
                        || movement.toString().contains("fool"));
    }

    private static List<AccountMovement> movements(Actor by) {
        return room.accounts.statement(by, "B-MH", "INR", TODAY.minusYears(1), TODAY).lines().stream()
                .map(AccountStatement.Line::movement)
                .toList();
    }

    private static NoteIssued note(SalesOrder order, NoteKind kind, TaxInvoice invoice, String total) {
        return new NoteIssued(
                kind.code() + "-" + REFERENCES.incrementAndGet(),
                kind,
                order.dealNumber(),
                order.number(),
                "B-MH",
                "x",
                TODAY,
                kind == NoteKind.DEBIT ? TODAY.plusDays(30) : null,
                List.of(new NoteIssued.OfInvoice(invoice.number(), inr(total))));
    }

    private static List<Receipt> credits(SalesOrder order) {
        return room.payments.receipts(FARID, order.dealNumber()).stream()
                .filter(receipt -> receipt.mode() == ReceiptDraft.Mode.CREDIT_NOTE)
                .toList();
    }

    private static SalesOrder order(String pieces, String grandTotal) {
        SalesOrder order = room.order("B-MH", line(1, "8413", pieces, "100"));
        room.comesTo(order, SalesOrder.Status.CONFIRMED, grandTotal);
        return order;
    }

    private static TaxInvoice invoice(SalesOrder order, String pieces) {
        return room.invoices.issue(room.packed(order, pieces));
    }

    private static OpenItem item(TaxInvoice invoice) {
        return room.payments.ofDeal(FARID, invoice.dealNumber()).stream()
                .filter(item -> item.invoiceNumber().equals(invoice.number()))
                .findFirst()
                .orElseThrow();
    }

    private static Receipt pay(SalesOrder order, String amount) {
        return room.payments.record(FARID, draft(order.number(), null, amount, List.of()));
    }

    private static Receipt payInvoice(TaxInvoice invoice, String amount) {
        return room.payments.record(FARID, draft(null, invoice.number(), amount, List.of()));
    }

    private static ReceiptDraft draft(String order, String invoice, String amount, List<ReceiptDraft.Part> parts) {
        return new ReceiptDraft(
                "B-MH",
                order,
                invoice,
                new BigDecimal(amount),
                "INR",
                ReceiptDraft.Mode.NEFT,
                "UTR-S" + REFERENCES.incrementAndGet(),
                TODAY,
                parts);
    }

    private static Money inr(String amount) {
        return Money.of(amount, "INR");
    }
}
