package io.tradeflow.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tradeflow.MigratedDatabase;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Parties;
import io.tradeflow.tax.CustomsRate;
import io.tradeflow.tax.CustomsRates;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Entries for the ledger of a month of documents and of the money that came for them. */
class JournalTest {

    private static final Actor.Staff FARID = new Actor.Staff("farid", "Farid Khan", Set.of("finance"));
    private static final Period JULY = Period.parse("2026-07");

    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private Journal journal;
    private CustomsRates rates;
    private LedgerAccounts accounts;

    @BeforeEach
    void aMonthOfDocuments() {
        DataSource database = MigratedDatabase.dataSource();
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        NamedParameterJdbcTemplate batches = new NamedParameterJdbcTemplate(database);
        GeneratedMonth.of(90).write(batches, transaction);
        Parties parties = mock(Parties.class);
        when(parties.branches())
                .thenReturn(
                        List.of(new Branch("MH", "Pune", GeneratedMonth.SELLER, (Address) null, "MH-1", "MH", null)));
        Clock clock = Clock.fixed(Instant.parse("2026-08-02T06:00:00Z"), ZoneId.of("Asia/Kolkata"));
        accounts = new LedgerAccounts(jdbc, parties, clock);
        rates = mock(CustomsRates.class);
        when(rates.rate(eq("USD"), any()))
                .thenReturn(new CustomsRate("USD", LocalDate.of(2026, 7, 1), new BigDecimal("84"), "test"));
        journal = new Journal(
                new TaxDocuments(database, clock),
                new MoneyVouchers(jdbc, rates),
                accounts,
                new JournalTable(jdbc, batches, clock));
    }

    @Test
    void whatBuyersOweIsWhatWasInvoicedLessWhatWasCredited() {
        List<JournalEntry> entries = journal.pending(FARID, JULY);
        assertThat(entries).hasSize(90 + 9 + 9).allSatisfy(JournalTest::balances);
        Map<String, BigDecimal> ledger = ledger(entries);
        assertThat(ledger.get("1200"))
                .isEqualByComparingTo(jdbc.sql(
                                """
                                select (select sum(inr_grand_total) from tax_invoice)
                                    + (select sum(case kind when 'CRN' then -1 else 1 end * inr_grand_total) from tax_note)""")
                        .query(BigDecimal.class)
                        .single());
        assertThat(ledger.get("2210").negate())
                .isEqualByComparingTo(jdbc.sql(
                                """
                                select (select sum(inr_cgst) from tax_invoice)
                                    + (select sum(case kind when 'CRN' then -1 else 1 end * inr_cgst) from tax_note)""")
                        .query(BigDecimal.class)
                        .single());
        assertThat(ledger).containsKeys("2230", "4010", "4020", "4030", "4040", "4050", "4100", "5030");
    }

    @Test
    void whatWasHandedOverStaysAndTheSamePeriodGivesTheSameFile() {
        anInvoiceOfAHundredDollars();
        JournalExport first = export(JULY);
        String file = file(first.number());
        assertThat(export(JULY)).isEqualTo(first);
        assertThat(file(first.number())).isEqualTo(file).contains("Buyer, \"\"B\"\"");
        assertThat(file.lines())
                .hasSize(1
                        + journal.entries(FARID, first.number()).stream()
                                .mapToInt(entry -> entry.lines().size())
                                .sum());

        money();
        JournalExport second = export(JULY);
        assertThat(second.number()).isEqualTo(2);
        assertThat(journal.entries(FARID, 2)).extracting(JournalEntry::kind).doesNotContain("Invoice", "Credit note");
        assertThat(file(first.number())).isEqualTo(file);
        assertThatThrownBy(() -> jdbc.sql("update journal_line set debit = 1").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("stays as it was");
    }

    @Test
    void moneyComesInIsAppliedTakenBackAndPaidBack() {
        anInvoiceOfAHundredDollars();
        money();
        List<JournalEntry> entries = journal.pending(FARID, JULY).stream()
                .filter(entry ->
                        !List.of("Invoice", "Credit note", "Debit note").contains(entry.kind()))
                .toList();
        assertThat(entries).allSatisfy(JournalTest::balances);
        assertThat(entries)
                .extracting(JournalEntry::kind)
                .containsExactly(
                        "Receipt",
                        "Receipt",
                        "Money applied",
                        "Tax deducted",
                        "Early-payment discount",
                        "Write-off",
                        "Money applied",
                        "Receipt taken back",
                        "Money applied",
                        "Refund");
        Map<String, BigDecimal> ledger = ledger(entries);
        // by hand: 1,000.00 by cheque came back, 100 USD at 84.00 came and settled an item of 100 USD that stood at
        // 83.25, 50.00 were paid back
        assertThat(ledger.get("1010")).isEqualByComparingTo("8350.00");
        assertThat(ledger.get("1200")).isEqualByComparingTo("-8361.00");
        assertThat(ledger.get("1310")).isEqualByComparingTo("1.00");
        assertThat(ledger.get("5010")).isEqualByComparingTo("20.00");
        assertThat(ledger.get("5020")).isEqualByComparingTo("15.00");
        assertThat(ledger.get("5040")).isEqualByComparingTo("-75.00");
        assertThat(ledger.get("2100")).isEqualByComparingTo("50.00");
    }

    /**
     * By hand: 100 USD at 83.25 = 8325.00; 80 USD come at 84.00 = 6720.00 and settle 6660.00 of it, gain 60.00. A note of 30 USD stands at
     * 2520.00: 20 USD of it, 1680.00, take off what was 1665.00, a loss of 15.00 less on the item; 10 USD, 840.00, stay to the buyer and are
     * paid back at 85.00 = 850.00, loss 10.00.
     */
    @Test
    void whatIsSettledInAnotherCurrencyComesToZeroInRupees() {
        anInvoiceOfAHundredDollars();
        when(rates.rate("USD", LocalDate.of(2026, 7, 25)))
                .thenReturn(new CustomsRate("USD", LocalDate.of(2026, 7, 16), new BigDecimal("85"), "test"));
        String note = jdbc.sql("select number from tax_note where kind = 'CRN' order by id limit 1")
                .query(String.class)
                .single();
        unchecked(
                "update tax_note set currency = 'USD', exchange_rate = 84, taxable_value = 30, cgst = 0, sgst = 0, igst = 0, grand_total = 30,"
                        + " inr_taxable_value = 2520, inr_cgst = 0, inr_sgst = 0, inr_igst = 0, inr_grand_total = 2520 where number = '"
                        + note + "'");
        unchecked(
                "update tax_note_line set inr_taxable_value = 2520, inr_cgst = 0, inr_sgst = 0, inr_igst = 0 where note_id ="
                        + " (select id from tax_note where number = '" + note + "')");
        unchecked(
                "update tax_note_invoice set invoice_number = 'MH-2627-000090', grand_total = 30, inr_grand_total = 2520 where note_id ="
                        + " (select id from tax_note where number = '" + note + "')");
        unchecked(
                "insert into open_item (invoice_number, currency, amount, deal_number, order_number, buyer_code, buyer_name, issued_on,"
                        + " due_on, paid) values ('MH-2627-000090', 'USD', 100, 'D', 'O', 'B', 'B', '2026-07-01', '2026-07-31', 0)");
        String receipt =
                "insert into receipt (number, buyer_code, currency, amount, applied, mode, reference, received_on, recorded_by,"
                        + " recorded_at) values ";
        unchecked(receipt + "('RCT-8', 'B', 'USD', 80, 0, 'WIRE', 'W8', '2026-07-03', 'x', now())");
        unchecked(receipt + "('RCT-9', 'B', 'USD', 10, 0, 'CREDIT_NOTE', '" + note + "', '2026-07-06', 'x', now())");
        String entry =
                "insert into settlement_entry (id, invoice_number, kind, amount, receipt_number, source, booked_on, booked_by, booked_at)"
                        + " overriding system value values ";
        unchecked(entry + "(81, 'MH-2627-000090', 'RECEIPT', 80, 'RCT-8', null, '2026-07-05', 'x', now())");
        unchecked(entry + "(82, 'MH-2627-000090', 'CREDIT_NOTE', 20, null, '" + note + "', '2026-07-06', 'x', now())");
        unchecked(
                "insert into refund (number, buyer_code, buyer_name, currency, amount, reason, due_since, paid_on, reference, paid_by, paid_at)"
                        + " values ('RFD-9', 'B', 'B', 'USD', 10, 'too much', now(), '2026-07-25', 'P9', 'x', now())");
        unchecked("insert into refund_part values ('RFD-9', 'RCT-9', 10)");

        List<JournalEntry> entries = journal.pending(FARID, JULY).stream()
                .filter(one -> List.of("MH-2627-000090", note, "RCT-8", "RCT-9", "RFD-9")
                        .contains(one.document()))
                .toList();

        assertThat(entries).hasSize(7).allSatisfy(JournalTest::balances);
        Map<String, BigDecimal> ledger = ledger(entries);
        assertThat(ledger.get("1200")).as("receivables").isEqualByComparingTo("0");
        assertThat(ledger.get("2100")).as("advances").isEqualByComparingTo("0");
        assertThat(ledger.get("1010")).isEqualByComparingTo("5870.00");
        assertThat(ledger.get("5040")).isEqualByComparingTo("-65.00");
    }

    @Test
    void anAccountEnteredForDaysThatWereExportedMovesTheEntriesInTheNextFile() {
        export(JULY);
        accounts.enter(
                FARID, new LedgerAccount(LedgerPurpose.ROUND_OFF, "", LocalDate.of(2026, 7, 1), "5999", "Rounding"));
        List<JournalEntry> next = journal.entries(FARID, export(JULY).number());
        assertThat(next).isNotEmpty().allSatisfy(JournalTest::balances);
        Map<String, BigDecimal> ledger = ledger(next);
        assertThat(ledger.get("1200")).isEqualByComparingTo("0");
        assertThat(ledger.get("5999").add(ledger.get("5030"))).isEqualByComparingTo("0");
        assertThat(next.stream().filter(JournalEntry::takesBack)).hasSize(next.size() / 2);
        assertThat(export(JULY).number()).isEqualTo(2);
    }

    @Test
    void aBranchAndAModeHaveAccountsOfTheirOwnAndFreightIfWanted() {
        accounts.enter(
                FARID,
                new LedgerAccount(
                        LedgerPurpose.OUTPUT_IGST,
                        GeneratedMonth.SELLER,
                        LocalDate.of(2026, 1, 1),
                        "2231",
                        "Output IGST Pune"));
        accounts.enter(
                FARID,
                new LedgerAccount(LedgerPurpose.BANK, "CHEQUE", LocalDate.of(2026, 1, 1), "1011", "Cheques in hand"));
        anInvoiceOfAHundredDollars();
        money();
        Map<String, BigDecimal> ledger = ledger(journal.pending(FARID, JULY));
        assertThat(ledger).containsKeys("2231", "1011").doesNotContainKey("2230");
        assertThatThrownBy(() -> accounts.enter(
                        FARID, new LedgerAccount(LedgerPurpose.BANK, "27AAPFU0939F1ZV", null, " ", null)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Problem.Violation::field)
                        .containsExactly("qualifier", "validFrom", "code", "name"));
    }

    @Test
    void aCancelledInvoiceIsEnteredTheOtherWayRoundOnItsDay() {
        export(JULY);
        unchecked(
                "insert into e_invoice (irn, document_type, document_number, deal_number, seller_gstin, buyer_code, buyer_name, issued_on,"
                        + " total, state, wanted_at, ack_no, ack_at, signed_qr_code, registered_at, cancelled_at, cancel_code) values"
                        + " (repeat('a', 64), 'INV', 'MH-2627-000002', 'D', 'S', 'B', 'B', '2026-07-01', 1, 'CANCELLED', now(), '1', now(),"
                        + " 'q', now(), '2026-07-01T20:00:00Z', 1)");
        List<JournalEntry> next = journal.entries(FARID, export(JULY).number());
        assertThat(next).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("Cancelled document");
            assertThat(entry.on()).isEqualTo("2026-07-02");
            assertThat(entry.document()).isEqualTo("MH-2627-000002");
        });
        assertThat(ledger(next).get("1200").signum()).isNegative();
    }

    @Test
    void anEntryThatDoesNotBalanceStopsTheWholeFileAndIsNamed() {
        unchecked("update tax_invoice_line set inr_net = inr_net + 1 where invoice_id = 5 and line_no = 1");
        assertThatThrownBy(() -> export(JULY)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.slug()).isEqualTo("journal-unbalanced");
            assertThat(problem).hasMessageContaining("MH-2627-000005");
        });
        assertThat(journal.exports(FARID)).isEmpty();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("insert into journal_export values (1, '2026-07-01', '2026-07-31', 1, 1, 'x', now())")
                            .update();
                    jdbc.sql(
                                    "insert into journal_voucher values (1, 1, 'X', 1, false, 'Invoice', 'MH-1', '2026-07-01', null, 'B', 'B', 'INR', 'x', 'x')")
                            .update();
                    jdbc.sql("insert into journal_line values (1, 1, 1, '1200', 'x', 1, 0)")
                            .update();
                }))
                .hasMessageContaining("MH-1 does not balance");
    }

    @Test
    void onlyFinanceHandsOver() {
        Actor.Staff asha = new Actor.Staff("asha", "Asha", Set.of("sales-desk"));
        for (Runnable deed : List.<Runnable>of(
                () -> journal.export(asha, JULY),
                () -> journal.pending(asha, JULY),
                () -> journal.exports(asha),
                () -> accounts.all(asha))) {
            assertThatThrownBy(deed::run).isInstanceOfSatisfying(Problem.class, p -> assertThat(p.slug())
                    .isEqualTo("finance-only"));
        }
    }

    private JournalExport export(Period period) {
        return transaction.execute(status -> journal.export(FARID, period));
    }

    private String file(long number) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        journal.write(FARID, number, out, false);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void balances(JournalEntry entry) {
        assertThat(entry.lines()).isNotEmpty();
        assertThat(entry.lines().stream()
                        .map(line -> line.debit().subtract(line.credit()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .as(entry.document())
                .isEqualByComparingTo("0");
    }

    private static Map<String, BigDecimal> ledger(List<JournalEntry> entries) {
        Map<String, BigDecimal> byAccount = new TreeMap<>();
        entries.forEach(entry -> entry.lines()
                .forEach(line ->
                        byAccount.merge(line.accountCode(), line.debit().subtract(line.credit()), BigDecimal::add)));
        return byAccount;
    }

    private void anInvoiceOfAHundredDollars() {
        unchecked(
                "update tax_invoice set currency = 'USD', exchange_rate = 83.25, taxable_value = 100, cgst = 0, sgst = 0, igst = 0,"
                        + " round_off = 0, grand_total = 100, inr_taxable_value = 8325, inr_cgst = 0, inr_sgst = 0, inr_igst = 0,"
                        + " inr_round_off = 0, inr_grand_total = 8325 where id = 90");
        unchecked(
                "update tax_invoice_line set inr_net = case line_no when 1 then 8325 else 0 end, inr_cgst = 0, inr_sgst = 0,"
                        + " inr_igst = 0 where invoice_id = 90");
    }

    /** Two receipts, one of which is taken back; settlements of every kind; a refund. */
    private void money() {
        for (String item : List.of("'MH-2627-000001', 'INR', 2000", "'MH-2627-000090', 'USD', 100")) {
            unchecked(
                    "insert into open_item (invoice_number, currency, amount, deal_number, order_number, buyer_code, buyer_name, issued_on,"
                            + " due_on, paid, discount_percent, discount_until) values (" + item
                            + ", 'D', 'O', 'B', 'B', '2026-07-01', '2026-07-31', 0, 2, '2026-07-10')");
        }
        unchecked(
                "insert into receipt (number, buyer_code, currency, amount, applied, mode, reference, received_on, recorded_by, recorded_at,"
                        + " reversed, reversed_on, reversed_by, reversed_reason)"
                        + " values ('RCT-1', 'B', 'INR', 1000, 0, 'CHEQUE', 'C1', '2026-07-02', 'x', now(), 1000, '2026-07-20', 'x', 'bounced')");
        unchecked(
                "insert into receipt (number, buyer_code, currency, amount, applied, mode, reference, received_on, recorded_by, recorded_at)"
                        + " values ('RCT-2', 'B', 'USD', 100, 0, 'WIRE', 'W1', '2026-07-03', 'x', now())");
        String entry =
                "insert into settlement_entry (id, invoice_number, kind, amount, receipt_number, reverses, reason, booked_on, booked_by, booked_at)"
                        + " overriding system value values ";
        unchecked(entry + "(1, 'MH-2627-000001', 'RECEIPT', 1000, 'RCT-1', null, null, '2026-07-05', 'x', now())");
        unchecked(entry + "(2, 'MH-2627-000001', 'TDS', 1, 'RCT-1', null, null, '2026-07-05', 'x', now())");
        unchecked(entry + "(3, 'MH-2627-000001', 'EARLY_DISCOUNT', 20, null, null, null, '2026-07-05', 'x', now())");
        unchecked(entry + "(4, 'MH-2627-000001', 'WRITE_OFF', 15, null, null, null, '2026-07-05', 'x', now())");
        unchecked(entry + "(5, 'MH-2627-000090', 'RECEIPT', 100, 'RCT-2', null, null, '2026-07-06', 'x', now())");
        unchecked(entry + "(6, 'MH-2627-000001', 'RECEIPT', -1000, 'RCT-1', 1, 'bounced', '2026-07-20', 'x', now())");
        unchecked(
                "insert into refund (number, buyer_code, buyer_name, currency, amount, reason, due_since, paid_on, reference, paid_by, paid_at)"
                        + " values ('RFD-1', 'B', 'B', 'INR', 50, 'too much', now(), '2026-07-21', 'P1', 'x', now())");
    }

    private void unchecked(String statement) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(statement).update();
        });
    }
}
