package io.tradeflow.payment;

import static io.tradeflow.invoicing.MoneyRoom.FARID;
import static io.tradeflow.invoicing.MoneyRoom.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.invoicing.MoneyRoom;
import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.payment.BankStatements.Uploaded;
import io.tradeflow.payment.BankStatements.Waiting;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the uploaded file to the receipt. */
class BankStatementsTest {

    private MoneyRoom room;

    @BeforeEach
    void open() {
        room = new MoneyRoom();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theSameFileTwiceChangesNothingAndEqualLinesInItAreTwo() {
        String file =
                """
                date,amount,reference,narration
                2026-07-10,500.00,,CASH DEPOSIT
                2026-07-10,500.00,,CASH DEPOSIT
                2026-07-11,-9.00,R9,CHARGES
                """;
        assertThat(upload(file)).isEqualTo(new Uploaded(2, 0, 1));
        assertThat(upload(file)).isEqualTo(new Uploaded(0, 2, 1));
        assertThat(room.bank.waiting(FARID)).hasSize(2);
        assertThatThrownBy(() -> upload(file + "yesterday,1,R,N\n")).isInstanceOf(Problem.class);
        assertThat(room.count("bank_line")).isEqualTo(2);
    }

    @Test
    void aConfirmedProposalIsAReceiptAndThePayerIsRemembered() {
        TaxInvoice first = invoice("10", "1180");
        TaxInvoice second = invoice("1", "118");
        upload(
                """
                date,amount,reference,narration
                2026-07-10,1179.00,UTR1,NEFT %s PUMPS
                """
                        .formatted(first.number().replace("-", "")));

        Waiting waiting = room.bank.waiting(FARID).get(0);
        MatchProposal best = waiting.proposals().get(0);
        assertThat(best.parts()).singleElement().satisfies(part -> {
            assertThat(part.invoiceNumber()).isEqualTo(first.number());
            assertThat(part.amount()).isEqualByComparingTo("1179");
            assertThat(part.tds().section()).isEqualTo("194Q");
            assertThat(part.tds().amount()).isEqualByComparingTo("1");
        });
        assertThat(best.reasons()).anyMatch(reason -> reason.contains(first.number()));

        Receipt receipt =
                room.bank.confirm(FARID, waiting.line().id(), best.buyerCode(), best.orderNumber(), best.parts());

        assertThat(receipt.reference()).isEqualTo("UTR1");
        assertThat(room.payments.openItems(FARID))
                .extracting(OpenItem::invoiceNumber)
                .contains(second.number())
                .doesNotContain(first.number());
        assertThat(room.bank.waiting(FARID)).isEmpty();
        assertThatThrownBy(() -> room.bank.confirm(FARID, waiting.line().id(), "B-MH", null, List.of()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("bank-line-decided"));
    }

    @Test
    void theAccountSomebodyPaidFromSpeaksForThemNextTime() {
        upload(camt("A1", "40.00"), true);
        Waiting unknown = room.bank.waiting(FARID).get(0);
        assertThat(unknown.proposals()).noneMatch(one -> one.buyerCode().equals("B-MH"));
        room.bank.confirm(FARID, unknown.line().id(), "B-MH", null, List.of());

        upload(camt("A2", "50.00"), true);

        assertThat(room.bank.waiting(FARID).get(0).proposals())
                .first()
                .satisfies(best -> assertThat(best.buyerCode()).isEqualTo("B-MH"))
                .satisfies(best -> assertThat(best.reasons()).contains("Has paid from this account before"));
    }

    @Test
    void anExactAmountIsProposedAndWhatIsNoPaymentIsIgnored() {
        TaxInvoice invoice = invoice("3", "354");
        upload("date,amount,reference,narration\n2026-07-10,354.00,UTR7,RTGS\n2026-07-10,3.21,INT,INTEREST\n");

        List<Waiting> waiting = room.bank.waiting(FARID);
        assertThat(waiting.get(0).proposals().get(0).parts())
                .extracting(ReceiptDraft.Part::invoiceNumber)
                .containsExactly(invoice.number());
        assertThat(waiting.get(1).proposals()).isEmpty();

        room.bank.ignore(FARID, waiting.get(1).line().id(), "Interest of the bank");

        assertThat(room.bank.waiting(FARID)).hasSize(1);
        assertThat(room.bank.decided(FARID)).extracting(BankLine::note).containsExactly("Interest of the bank");
    }

    @Test
    void aNameTheBankCutsShortSpeaksForItsBuyer() {
        upload("date,amount,reference,narration\n2026-07-10,77.00,UTR8,NEFT-BUYER B-MH PUMPS\n");

        assertThat(room.bank.waiting(FARID).get(0).proposals())
                .filteredOn(one -> one.buyerCode().equals("B-MH"))
                .singleElement()
                .satisfies(one -> assertThat(one.reasons()).containsExactly("The bank names the buyer"));
    }

    @Test
    void entriesOfTwoStatementsAndOfOneCollectiveBookingAreEachKeptOnce() {
        String first = "<NtryRef>1</NtryRef>";
        assertThat(upload(statement("ST-1", "40.00", first), true)).isEqualTo(new Uploaded(1, 0, 0));
        assertThat(upload(statement("ST-2", "40.00", first), true)).isEqualTo(new Uploaded(1, 0, 0));
        assertThat(upload(statement("ST-2", "40.00", first), true)).isEqualTo(new Uploaded(0, 1, 0));

        String shared = "<AcctSvcrRef>BULK-1</AcctSvcrRef>";
        assertThat(upload(statement("ST-3", "50.00", shared), true)).isEqualTo(new Uploaded(1, 0, 0));
        assertThat(upload(statement("ST-4", "60.00", shared), true)).isEqualTo(new Uploaded(1, 0, 0));
        assertThat(upload(statement("ST-5", "60.00", shared), true)).isEqualTo(new Uploaded(0, 1, 0));
        assertThat(room.bank.waiting(FARID)).hasSize(4);
    }

    @Test
    void aSecondPaymentWithTheSameReferenceIsNeverTheReceiptOfTheFirst() {
        upload(
                """
                date,amount,reference,narration
                2026-07-10,500.00,SALARY-REF,NEFT ONE
                2026-07-10,500.00,SALARY-REF,NEFT TWO
                """);
        long one = room.bank.waiting(FARID).get(0).line().id();
        long two = room.bank.waiting(FARID).get(1).line().id();
        Receipt first = room.bank.confirm(FARID, one, "B-MH", null, List.of());

        assertProblem(() -> room.bank.confirm(FARID, two, "B-MH", null, List.of()), "reference-used");
        assertProblem(() -> room.bank.link(FARID, two, first.number()), "receipt-linked");
        Receipt otherAmount = byHand("499", "HAND-1", List.of());
        assertProblem(() -> room.bank.link(FARID, two, otherAmount.number()), "bank-link-invalid");
        assertProblem(() -> room.bank.link(FARID, two, "RCT-0"), "bank-link-invalid");

        Receipt second = byHand("500", "HAND-2", List.of());
        room.bank.link(FARID, two, second.number());
        assertThat(room.bank.waiting(FARID)).isEmpty();
        assertThat(room.bank.decided(FARID))
                .extracting(BankLine::receiptNumber)
                .containsExactlyInAnyOrder(first.number(), second.number());
        assertThatThrownBy(() -> room.jdbc
                        .sql("update bank_line set receipt_number = :number")
                        .param("number", first.number())
                        .update())
                .hasMessageContaining("receipt_of_one_line");
    }

    @Test
    void theSameMoneyWithAnotherSplitIsNotTheSameReceipt() {
        TaxInvoice invoice = invoice("10", "1180");
        ReceiptDraft.Tds tds = new ReceiptDraft.Tds("194Q", new BigDecimal("1"), null, null);
        List<ReceiptDraft.Part> kept = List.of(new ReceiptDraft.Part(invoice.number(), new BigDecimal("1179"), tds));
        Receipt booked = byHand("1179", "SPLIT-1", kept);

        assertThat(byHand("1179.00", "SPLIT-1", kept)).isEqualTo(booked);
        assertProblem(
                () -> byHand(
                        "1179",
                        "SPLIT-1",
                        List.of(new ReceiptDraft.Part(invoice.number(), new BigDecimal("1179"), null))),
                "reference-used");
    }

    private Receipt byHand(String amount, String reference, List<ReceiptDraft.Part> parts) {
        return room.payments.record(
                FARID,
                new ReceiptDraft(
                        "B-MH",
                        null,
                        null,
                        new BigDecimal(amount),
                        "INR",
                        ReceiptDraft.Mode.NEFT,
                        reference,
                        LocalDate.of(2026, 7, 10),
                        parts));
    }

    private static void assertProblem(Runnable deed, String slug) {
        assertThatThrownBy(deed::run).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.slug())
                .isEqualTo(slug));
    }

    private static String statement(String id, String amount, String references) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>%s</Id><Ntry>%s
                <Amt Ccy="INR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-07-12</Dt></BookgDt>
                </Ntry></Stmt></BkToCstmrStmt></Document>"""
                .formatted(id, references, amount);
    }

    private TaxInvoice invoice(String pieces, String total) {
        SalesOrder order = room.order("B-MH", line(1, "8413", pieces, "100"));
        room.comesTo(order, SalesOrder.Status.CONFIRMED, total);
        return room.invoices.issue(room.packed(order, pieces));
    }

    private Uploaded upload(String file) {
        return upload(file, false);
    }

    private Uploaded upload(String file, boolean camt) {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        return camt
                ? room.bank.uploadCamt(FARID, "HDFC 0042", bytes)
                : room.bank.uploadCsv(FARID, "HDFC 0042", "PLAIN", bytes);
    }

    private static String camt(String reference, String amount) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Ntry>
                <Amt Ccy="INR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-07-12</Dt></BookgDt>
                <AcctSvcrRef>%s</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>XYZ</Nm></Pty></Dbtr>
                <DbtrAcct><Id><IBAN>IN00 4242</IBAN></Id></DbtrAcct></RltdPties></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>"""
                .formatted(amount, reference);
    }
}
