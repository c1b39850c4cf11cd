package io.tradeflow.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements as banks write them. */
class BankFilesTest {

    private static final BankCsvLayout DEPOSITS = new BankCsvLayout(
            "DEPOSITS",
            "x",
            "Date",
            "dd/MM/uuuu",
            null,
            "Deposit Amt.",
            "Withdrawal Amt.",
            "Chq./Ref.No.",
            "Narration",
            null);
    private static final BankCsvLayout PLAIN = new BankCsvLayout(
            "PLAIN", "x", "date", "uuuu-MM-dd", "amount", null, null, "reference", "narration", "payer");

    @Test
    void readsDepositsAndWithdrawalsBelowTheBanksOwnHeading() {
        List<BankEntry> entries = BankCsv.read(
                """
                Statement of account,,,,,
                Date,Narration,Chq./Ref.No.,Value Dt,Withdrawal Amt.,Deposit Amt.,Closing Balance
                15/07/2026,"NEFT CR-SAHYADRI, AGRO-MH-2627-000001",N196260001,15/07/2026,,"1,17,900.00","9,17,900.00"
                16/07/2026,CHARGES,,16/07/2026,118.00,,917782.00
                """,
                DEPOSITS);

        assertThat(entries)
                .containsExactly(
                        new BankEntry(
                                LocalDate.of(2026, 7, 15),
                                null,
                                new BigDecimal("117900.00"),
                                null,
                                "N196260001",
                                "NEFT CR-SAHYADRI, AGRO-MH-2627-000001",
                                null,
                                null),
                        new BankEntry(
                                LocalDate.of(2026, 7, 16),
                                null,
                                new BigDecimal("-118.00"),
                                null,
                                "",
                                "CHARGES",
                                null,
                                null));
    }

    @Test
    void refusesTheWholeFileAndNamesLineAndColumnOfEachWrongCell() {
        assertThatThrownBy(() -> BankCsv.read(
                        """
                        Date,Narration,Chq./Ref.No.,Withdrawal Amt.,Deposit Amt.
                        15/07/2026,GOOD,R1,,100.00
                        31/02/2026,BAD DAY,R2,,100.00
                        16/07/2026,BOTH,R3,5,5
                        16/07/2026,NONE,R4,,
                        16/07/2026,WORDS,R5,,ten
                        """,
                        DEPOSITS))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.slug()).isEqualTo("bank-file-invalid");
                    assertThat(problem.violations())
                            .extracting(Problem.Violation::field)
                            .containsExactly(
                                    "line 3, Date",
                                    "line 4, Deposit Amt.",
                                    "line 5, Deposit Amt.",
                                    "line 6, Deposit Amt.");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b,c\n1,2,3", "date,amount,reference,narration,payer\n"})
    void aFileWithoutHeadingOrEntriesIsRefused(String file) {
        assertThatThrownBy(() -> BankCsv.read(file, PLAIN)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest(name = "camt.053.001.{0}")
    @ValueSource(strings = {"02", "04", "08"})
    void readsCamtWhereverTheVersionPutsTheName(String version) {
        String debtor = version.equals("08") ? "<Pty><Nm>Sahyadri Agro</Nm></Pty>" : "<Nm>Sahyadri Agro</Nm>";
        List<BankEntry> entries = Camt053.read(camt(
                version,
                """
                <Ntry><Amt Ccy="INR">117900.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
                  <BookgDt><DtTm>2026-07-15T10:11:12</DtTm></BookgDt><AcctSvcrRef>S-1</AcctSvcrRef>
                  <NtryDtls><TxDtls><Refs><EndToEndId>UTR-9</EndToEndId></Refs>
                    <RltdPties><Dbtr>%s</Dbtr><DbtrAcct><Id><Othr><Id>00420042</Id></Othr></Id></DbtrAcct></RltdPties>
                    <RmtInf><Ustrd>MH-2627-000001</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
                <Ntry><Amt Ccy="INR">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts>
                  <BookgDt><Dt>2026-07-15</Dt></BookgDt></Ntry>
                <Ntry><Amt Ccy="INR">7.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                  <BookgDt><Dt>2026-07-16</Dt></BookgDt><NtryRef>2</NtryRef></Ntry>"""
                        .formatted(debtor)));

        assertThat(entries)
                .containsExactly(
                        new BankEntry(
                                LocalDate.of(2026, 7, 15),
                                "INR",
                                new BigDecimal("117900.00"),
                                "S-1",
                                "UTR-9",
                                "MH-2627-000001",
                                "Sahyadri Agro",
                                "00420042"),
                        new BankEntry(
                                LocalDate.of(2026, 7, 16),
                                "INR",
                                new BigDecimal("-7.00"),
                                "ST-7/2",
                                "",
                                "",
                                null,
                                null));
    }

    @Test
    void refusesAnEntryWithoutDayAndAnythingThatIsNoStatement() {
        assertThatThrownBy(() ->
                        Camt053.read(camt("02", "<Ntry><Amt Ccy=\"INR\">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Ntry>")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Problem.Violation::field)
                        .containsExactly("entry 1, BookgDt"));
        assertThatThrownBy(() -> Camt053.read(camt("09", ""))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Camt053.read("no xml".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Problem.class);
    }

    @Test
    void readsNoFileOfTheMachineThroughAnEntity() {
        byte[] evil =
                """
                <!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">&x;</Document>"""
                        .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Camt053.read(evil))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.getMessage())
                        .contains("without a DTD"));
    }

    private static byte[] camt(String version, String entries) {
        return ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001." + version
                        + "\"><BkToCstmrStmt><Stmt><Id>ST-7</Id>" + entries + "</Stmt></BkToCstmrStmt></Document>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
