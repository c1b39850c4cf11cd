package io.tradeflow.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.MigratedDatabase;
import io.tradeflow.einvoice.EInvoiceDuties;
import io.tradeflow.einvoice.EInvoiceDuty;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Address;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Parties;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seven papers of July, worked out by hand. To a registered buyer in the State: an invoice over 1,000.00 at 18 %, 100.00 of it freight; a bill of
 * supply over 500.00; an invoice over 400.00 at 18 % that was cancelled, and the one that replaced it. To a consumer in the State: 200.00 at 5 %
 * and 300.00 exempt on one paper. To another State: 1,000.00 at 5 % under reverse charge, and 2,000.00 at 18 % as a deemed export.
 */
class RarePapersTest {

    private static final Actor.Staff FARID = new Actor.Staff("farid", "Farid Khan", Set.of("finance"));
    private static final Period JULY = Period.parse("2026-07");
    private static final String SELLER = "27AAPFU0939F1ZV";
    private static final String PUNE = "27AAZCS0101A1ZP";
    private static final String SURAT = "24AAQCA8719H1ZC";

    private static JdbcClient jdbc;
    private static TransactionTemplate transaction;
    private static Gstr1Returns returns;
    private static SalesRegister register;
    private static TaxDocuments documents;
    private static Journal journal;
    private static LedgerAccounts accounts;
    private static Gstr1 gstr1;

    @BeforeAll
    static void papers() {
        DataSource database = MigratedDatabase.dataSource();
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        invoice(1, "MH-2627-000001", "TAX_INVOICE", PUNE, "27", "B2B", false, "1000", "90", "0", "1180");
        line(1, 1, "TAXABLE", "1000", "18", "90", "0", "100");
        invoice(2, "MH-2627-000002", "INVOICE_CUM_BILL_OF_SUPPLY", null, "27", null, false, "500", "5", "0", "510");
        line(2, 1, "TAXABLE", "200", "5", "5", "0", "0");
        line(2, 2, "EXEMPT", "300", "0", "0", "0", "0");
        invoice(3, "MH-2627-000003", "TAX_INVOICE", SURAT, "24", "B2B", true, "1000", "0", "50", "1000");
        line(3, 1, "TAXABLE", "1000", "5", "0", "50", "0");
        invoice(4, "MH-2627-000004", "TAX_INVOICE", SURAT, "24", "DEXP", false, "2000", "0", "360", "2360");
        line(4, 1, "TAXABLE", "2000", "18", "0", "360", "0");
        for (int twice = 5; twice <= 6; twice++) {
            invoice(twice, "MH-2627-00000" + twice, "TAX_INVOICE", PUNE, "27", "B2B", false, "400", "36", "0", "472");
            line(twice, 1, "TAXABLE", "400", "18", "36", "0", "0");
        }
        invoice(7, "MH-2627-B00001", "BILL_OF_SUPPLY", PUNE, "27", null, false, "500", "0", "0", "500");
        line(7, 1, "EXEMPT", "500", "0", "0", "0", "0");
        unchecked(
                "insert into e_invoice (irn, document_type, document_number, deal_number, seller_gstin, buyer_code, buyer_name, issued_on,"
                        + " total, state, wanted_at, ack_no, ack_at, signed_qr_code, registered_at, cancelled_at, cancel_code) values"
                        + " (repeat('a', 64), 'INV', 'MH-2627-000005', 'D', 'S', 'B', 'B', '2026-07-05', 472, 'CANCELLED', now(), '1', now(),"
                        + " 'q', now(), '2026-07-05T20:00:00Z', 1)");

        Clock clock = Clock.fixed(Instant.parse("2026-08-02T06:00:00Z"), ZoneId.of("Asia/Kolkata"));
        Parties parties = mock(Parties.class);
        when(parties.branches())
                .thenReturn(List.of(new Branch("MH", "Pune", SELLER, (Address) null, "MH-1", "MH", null)));
        EInvoiceDuties duties = mock(EInvoiceDuties.class);
        when(duties.on(any()))
                .thenReturn(Optional.of(
                        new EInvoiceDuty(LocalDate.of(2023, 8, 1), false, null, 24, "Turnover below 5 crore")));
        documents = new TaxDocuments(database, clock);
        returns = new Gstr1Returns(documents, new IssuedNumbers(jdbc), new Gstr1Schema(), parties, duties);
        register = new SalesRegister(documents);
        accounts = new LedgerAccounts(jdbc, parties, clock);
        journal = new Journal(
                documents,
                new MoneyVouchers(jdbc, mock(CustomsRates.class)),
                accounts,
                new JournalTable(jdbc, new NamedParameterJdbcTemplate(database), clock));
        gstr1 = returns.of(FARID, SELLER, JULY);
    }

    @Test
    void inTheReturnEachStandsWhereItBelongs() {
        assertThat(gstr1.agrees()).isTrue();
        assertThat(gstr1.gaps()).isEmpty();
        // number, date, value, place, reverse charge, type, rate, taxable, IGST, CGST, SGST
        assertThat(returns.sheet(gstr1, Gstr1Table.B2B).rows())
                .extracting(row -> String.join(" ", row.subList(2, 13)))
                .containsExactlyInAnyOrder(
                        "MH-2627-000001 01-Jul-2026 1180.00 27-Maharashtra N Regular B2B 18 1000.00 0.00 90.00 90.00",
                        "MH-2627-000003 03-Jul-2026 1000.00 24-Gujarat Y Regular B2B 5 1000.00 50.00 0.00 0.00",
                        "MH-2627-000004 04-Jul-2026 2360.00 24-Gujarat N Deemed Exp 18 2000.00 360.00 0.00 0.00",
                        "MH-2627-000006 06-Jul-2026 472.00 27-Maharashtra N Regular B2B 18 400.00 0.00 36.00 36.00");
        assertThat(returns.sheet(gstr1, Gstr1Table.B2CS).rows())
                .containsExactly(
                        List.of("Intra-State", "27-Maharashtra", "5", "200.00", "0.00", "5.00", "5.00", "0.00"));
        assertThat(returns.sheet(gstr1, Gstr1Table.NIL).rows())
                .containsExactly(
                        List.of("Intra-State to registered persons", "0.00", "500.00", "0.00"),
                        List.of("Intra-State to consumers", "0.00", "300.00", "0.00"));
        assertThat(returns.sheet(gstr1, Gstr1Table.DOCS).rows())
                .containsExactlyInAnyOrder(
                        List.of("Invoices for outward supply", "MH", "MH-2627-000001", "MH-2627-000006", "6", "1", "5"),
                        List.of(
                                "Invoices for outward supply",
                                "MH",
                                "MH-2627-B00001",
                                "MH-2627-B00001",
                                "1",
                                "0",
                                "1"));
        // 4,400 taxed to registered, 200 to consumers, 800 exempt
        assertThat(gstr1.all())
                .isEqualTo(new Amounts(
                        new BigDecimal("5400.00"),
                        new BigDecimal("131.00"),
                        new BigDecimal("131.00"),
                        new BigDecimal("410.00")));
    }

    @Test
    void theFileForTheOfflineToolMarksThem() {
        JsonNode json = returns.json(gstr1);
        assertThat(new Gstr1Schema().violations(json)).isEmpty();
        Map<String, String> marks = new TreeMap<>();
        json.path("b2b").forEach(buyer -> buyer.path("inv")
                .forEach(invoice -> marks.put(
                        invoice.path("inum").asText(),
                        invoice.path("rchrg").asText()
                                + " "
                                + invoice.path("inv_typ").asText()
                                + " "
                                + invoice.path("val")
                                        .decimalValue()
                                        .stripTrailingZeros()
                                        .toPlainString())));
        assertThat(marks)
                .isEqualTo(Map.of(
                        "MH-2627-000001", "N R 1180",
                        "MH-2627-000003", "Y R 1000",
                        "MH-2627-000004", "N DE 2360",
                        "MH-2627-000006", "N R 472"));
    }

    @Test
    void aMissingBillOfSupplyIsNamedByItsOwnNumber() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            unchecked(
                    "update tax_invoice set number = 'MH-2627-B00003', serial = 3, paper = 'BILL_OF_SUPPLY', cgst = 0, sgst = 0,"
                            + " inr_cgst = 0, inr_sgst = 0, grand_total = 400, inr_grand_total = 400 where id = 6");
            assertThat(returns.of(FARID, SELLER, JULY).gaps())
                    .extracting(Gstr1.Gap::document)
                    .contains("MH-2627-B00002");
        });
    }

    @Test
    void inTheRegisterEachAddsUpAndWhatWasCancelledIsZero() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        register.write(FARID, JULY, SalesRegister.By.RATE, out, false);
        // number, kind, supply type, reverse charge, rate, taxable, CGST, SGST, IGST, round-off, total, status
        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1).map(line -> {
                    String[] cells = line.split(",", -1);
                    return String.join(
                            " ", cells[1], cells[2], cells[7], cells[8], cells[10], cells[11], cells[12], cells[13],
                            cells[14], cells[15], cells[16], cells[26]);
                }))
                .containsExactlyInAnyOrder(
                        "MH-2627-000001 Invoice B2B N 18 1000.00 90.00 90.00 0.00 0.00 1180.00 Issued",
                        "MH-2627-000002 Invoice B2C N 0 300.00 0.00 0.00 0.00 0.00 510.00 Issued",
                        "MH-2627-000002 Invoice B2C N 5 200.00 5.00 5.00 0.00   Issued",
                        "MH-2627-000003 Invoice B2B Y 5 1000.00 0.00 0.00 50.00 0.00 1000.00 Issued",
                        "MH-2627-000004 Invoice DEXP N 18 2000.00 0.00 0.00 360.00 0.00 2360.00 Issued",
                        "MH-2627-000005 Invoice B2B N 18 0.00 0.00 0.00 0.00 0.00 0.00 Cancelled",
                        "MH-2627-000006 Invoice B2B N 18 400.00 36.00 36.00 0.00 0.00 472.00 Issued",
                        "MH-2627-B00001 Bill of supply B2C N 0 500.00 0.00 0.00 0.00 0.00 500.00 Issued");
    }

    @Test
    void inTheJournalTheBuyerOwesNoTaxUnderReverseChargeAndTheCancelledGoesOutAgain() {
        List<JournalEntry> entries = journal.pending(FARID, JULY);
        assertThat(entries)
                .extracting(JournalEntry::document, JournalEntry::kind)
                .hasSize(8);
        assertThat(ledger(entries)).usingRecursiveComparison().isEqualTo(figures(0));
        assertThat(ledger(entries.stream()
                        .filter(entry -> entry.document().equals("MH-2627-000003"))
                        .toList()))
                .isEqualTo(Map.of("1200", new BigDecimal("1000.00"), "4020", new BigDecimal("-1000.00")));
        assertThat(ledger(entries.stream()
                                .filter(entry -> entry.document().equals("MH-2627-000005"))
                                .toList())
                        .values())
                .allMatch(left -> left.signum() == 0);

        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            accounts.enter(
                    FARID,
                    new LedgerAccount(
                            LedgerPurpose.FREIGHT_RECOVERED, "", LocalDate.of(2026, 7, 1), "4060", "Freight"));
            assertThat(ledger(journal.pending(FARID, JULY))).isEqualTo(figures(100));
        });
    }

    /** The bill of July is no supply of its own any more; the buyer owes the tax, and its sales are those of the revised invoice. */
    @Test
    void aRevisedInvoiceStandsInPlaceOfItsBill() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            invoice(8, "MH-2627-B00002", "BILL_OF_SUPPLY", SURAT, "24", null, false, "1000", "0", "0", "1000");
            line(8, 1, "TAXABLE", "1000", "0", "0", "0", "0");
            assertThat(returns.of(FARID, SELLER, JULY).gaps()).singleElement().satisfies(gap -> {
                assertThat(gap.document()).isEqualTo("MH-2627-B00002");
                assertThat(gap.what()).contains("issue its revised invoice");
            });
            unchecked(
                    "insert into revised_invoice (id, number, invoice_id, seller_gstin, financial_year, series, serial, issued_on, due_on,"
                            + " place_of_supply, inter_state, nature, supply_type, reverse_charge, taxable_value, cgst, sgst, igst, round_off,"
                            + " grand_total, billed, document_id, issued_by, issued_at) overriding system value values (1, 'MH-2627-V00001', 8,"
                            + " '27AAPFU0939F1ZV', '2627', 'MH', 1, '2026-07-20', '2026-08-20', '24', true, 'x', 'B2B', false, 1000, 0, 0, 180,"
                            + " 0, 1180, 1000, 1, 'x', now())");
            unchecked("insert into revised_invoice_line values (1, 1, 'TAXABLE', 18, 0, 0, 180, 1, 1000)");
            Gstr1 now = returns.of(FARID, SELLER, JULY);
            assertThat(now.agrees()).isTrue();
            assertThat(now.gaps()).isEmpty();
            assertThat(returns.sheet(now, Gstr1Table.B2B).rows())
                    .extracting(row -> String.join(" ", row.subList(2, 13)))
                    .contains("MH-2627-V00001 20-Jul-2026 1180.00 24-Gujarat N Regular B2B 18 1000.00 180.00 0.00 0.00")
                    .noneMatch(row -> row.startsWith("MH-2627-B00002"));
            assertThat(returns.sheet(now, Gstr1Table.DOCS).rows())
                    .contains(List.of("Revised Invoice", "MH", "MH-2627-V00001", "MH-2627-V00001", "1", "0", "1"));
            assertThat(new Gstr1Schema().violations(returns.json(now))).isEmpty();
            assertThat(ledger(journal.pending(FARID, JULY).stream()
                            .filter(entry -> entry.document().equals("MH-2627-V00001"))
                            .toList()))
                    .containsEntry("1200", new BigDecimal("180.00"))
                    .containsEntry("2230", new BigDecimal("-180.00"))
                    .containsEntry("4020", new BigDecimal("-1000.00"))
                    .containsEntry("4010", new BigDecimal("1000.00"));
        });
    }

    /**
     * The bill of July, the revised invoice of 20 August and, on the day after, a credit note over half of it. Each month the register comes to what the
     * journal books as sales, and its rows of the return to what the return says: the supply counts once.
     */
    @Test
    void aSupplyThatIsRevisedCountsOnceInTheRegister() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            invoice(8, "MH-2627-B00002", "BILL_OF_SUPPLY", SURAT, "24", null, false, "1000", "0", "0", "1000");
            line(8, 1, "TAXABLE", "1000", "0", "0", "0", "0");
            unchecked(
                    "insert into revised_invoice (id, number, invoice_id, seller_gstin, financial_year, series, serial, issued_on, due_on,"
                            + " place_of_supply, inter_state, nature, supply_type, reverse_charge, taxable_value, cgst, sgst, igst, round_off,"
                            + " grand_total, billed, document_id, issued_by, issued_at) overriding system value values (1, 'MH-2627-V00001', 8,"
                            + " '27AAPFU0939F1ZV', '2627', 'MH', 1, '2026-08-20', '2026-09-20', '24', true, 'x', 'B2B', false, 1000, 0, 0, 180,"
                            + " 0, 1180, 1000, 1, 'x', now())");
            unchecked("insert into revised_invoice_line values (1, 1, 'TAXABLE', 18, 0, 0, 180, 1, 1000)");
            unchecked(
                    "insert into tax_note (id, kind, number, seller_gstin, financial_year, series, serial, deal_number, order_number,"
                            + " buyer_code, buyer_name, buyer_gstin, branch_code, issued_on, reason, commercial, currency, exchange_rate,"
                            + " place_of_supply, inter_state, nature, tax_reason, tax_reasons, reverse_charge, taxable_value, cgst, sgst, igst,"
                            + " round_off, grand_total, inr_taxable_value, inr_cgst, inr_sgst, inr_igst, inr_round_off, inr_grand_total,"
                            + " document_id, issued_by, issued_at) overriding system value values (1, 'CRN', 'MH-2627-CN00001',"
                            + " '27AAPFU0939F1ZV', '2627', 'MH', 1, 'INQ-1', 'SO-1', 'B', 'Buyer', '" + SURAT
                            + "', 'MH', '2026-08-21',"
                            + " 'DEFICIENCY', false, 'INR', 1, '24', true, 'x', 'x', '[]', false, 500, 0, 0, 90, 0, 590, 500, 0, 0, 90, 0, 590,"
                            + " 1, 'x', now())");
            unchecked("insert into tax_note_invoice values (1, 8, 'MH-2627-B00002', '2026-07-08', 590, 0, 590, 0, 1)");
            unchecked(
                    "insert into tax_note_line values (1, 1, 8, 1, 1, 'SKU', 'Pump', '84137010', 0.5, 'NOS', 1000, 500, 'TAXABLE', 18, 0, 0,"
                            + " 90, 500, 0, 0, 90)");

            Period august = Period.parse("2026-08");
            assertThat(register(august))
                    .containsExactly(
                            "2026-08-20 MH-2627-V00001 Revised invoice B2B 18 1000.00 180.00 0.00 1180.00 MH-2627-B00002 Issued Y",
                            "2026-08-20 MH-2627-B00002 Bill of supply B2C 0 -1000.00 0.00 0.00 -1000.00  Replaced by MH-2627-V00001 N",
                            "2026-08-21 MH-2627-CN00001 Credit note B2B 18 -500.00 -90.00 0.00 -590.00 MH-2627-V00001 Issued Y");
            assertThat(new ShownRegister(documents, register)
                            .page(FARID, august, SalesRegister.By.RATE, 0)
                            .rows())
                    .extracting(row -> row.number() + " " + row.kind() + " " + row.status() + " " + row.inGstr1())
                    .as("on the page as in the file")
                    .containsExactly(
                            "MH-2627-V00001 Revised invoice Issued true",
                            "MH-2627-B00002 Bill of supply Replaced by MH-2627-V00001 false",
                            "MH-2627-CN00001 Credit note Issued true");
            assertThat(register(JULY))
                    .contains("2026-07-08 MH-2627-B00002 Bill of supply B2C 0 1000.00 0.00 0.00 1000.00  Issued N");
            for (Period month : List.of(JULY, august)) {
                Gstr1 ofMonth = returns.of(FARID, SELLER, month);
                assertThat(ofMonth.agrees()).isTrue();
                assertThat(taxable(month, "Y"))
                        .as("GSTR-1 of %s", month)
                        .isEqualByComparingTo(ofMonth.all().taxable());
                assertThat(taxable(month, "")).as("sales of %s", month).isEqualByComparingTo(sales(month));
            }
            assertThat(returns.sheet(returns.of(FARID, SELLER, august), Gstr1Table.CDNR)
                            .rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row).contains("MH-2627-CN00001", "500.00", "90.00"));
            assertThat(returns.of(FARID, SELLER, august).all().taxable()).isEqualByComparingTo("500");
            assertThat(sales(august)).isEqualByComparingTo("-500");
        });
    }

    /** Day, number, kind, supply type, rate, taxable, IGST, round-off, total, corrected, status, in the return. */
    private static List<String> register(Period period) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        register.write(FARID, period, SalesRegister.By.RATE, out, false);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    return String.join(
                            " ",
                            cells[0],
                            cells[1],
                            cells[2],
                            cells[7],
                            cells[10],
                            cells[11].replace("'", ""),
                            cells[14].replace("'", ""),
                            cells[15],
                            cells[16].replace("'", ""),
                            cells[24],
                            cells[26],
                            cells[27]);
                })
                .toList();
    }

    /** The sum of that column, of the rows with this mark only. */
    private static BigDecimal taxable(Period period, String inReturn) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        register.write(FARID, period, SalesRegister.By.HSN, out, false);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[27].contains(inReturn))
                .map(cells -> new BigDecimal(cells[11].replace("'", "")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the journal books on the accounts of sales, of documents of that month. */
    private static BigDecimal sales(Period month) {
        return ledger(journal.pending(FARID, month).stream()
                        .filter(entry -> month.includes(entry.on()))
                        .toList())
                .entrySet()
                .stream()
                .filter(account -> account.getKey().startsWith("4"))
                .map(account -> account.getValue().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Debit less credit. @param freight that has an account of its own */
    private static Map<String, BigDecimal> figures(int freight) {
        Map<String, BigDecimal> figures = new TreeMap<>(Map.of(
                "1200", new BigDecimal("6022.00"),
                "4010", BigDecimal.valueOf(-160000L + freight * 100L, 2),
                "4020", new BigDecimal("-3000.00"),
                "4050", new BigDecimal("-800.00"),
                "2210", new BigDecimal("-131.00"),
                "2220", new BigDecimal("-131.00"),
                "2230", new BigDecimal("-360.00")));
        if (freight > 0) {
            figures.put("4060", BigDecimal.valueOf(-freight * 100L, 2));
        }
        return figures;
    }

    private static Map<String, BigDecimal> ledger(List<JournalEntry> entries) {
        Map<String, BigDecimal> byAccount = new TreeMap<>();
        entries.forEach(entry -> entry.lines()
                .forEach(line ->
                        byAccount.merge(line.accountCode(), line.debit().subtract(line.credit()), BigDecimal::add)));
        return byAccount;
    }

    private static void invoice(
            int id,
            String number,
            String paper,
            String gstin,
            String place,
            String supplyType,
            boolean reverseCharge,
            String taxable,
            String half,
            String igst,
            String total) {
        String figures = String.join(", ", taxable, half, half, igst, "0", total);
        unchecked(
                """
                insert into tax_invoice (id, number, seller_gstin, financial_year, series, serial, deal_number, order_number,
                    shipment_number, buyer_code, buyer_name, buyer_gstin, branch_code, issued_on, due_on, currency,
                    exchange_rate, place_of_supply, inter_state, nature, reason, taxable_value, cgst, sgst, igst, round_off,
                    grand_total, inr_taxable_value, inr_cgst, inr_sgst, inr_igst, inr_round_off, inr_grand_total, document_id,
                    issued_at, supply_type, paper, reverse_charge)
                overriding system value
                values (%1$d, '%2$s', '27AAPFU0939F1ZV', '2627', 'MH', %3$d, 'INQ-1', 'SO-1', 'SHP-%1$d', 'B', 'Buyer', %4$s, 'MH',
                    '2026-07-0%1$d', '2026-07-31', 'INR', 1, '%5$s', %6$s, 'x', 'x', %7$s, %7$s, 1, now(), %8$s, '%9$s', %10$s)"""
                        .formatted(
                                id,
                                number,
                                Long.parseLong(number.replaceFirst(".*[-B]", "")),
                                quoted(gstin),
                                place,
                                !place.equals("27"),
                                figures,
                                quoted(supplyType),
                                paper,
                                reverseCharge));
    }

    private static void line(
            int invoice,
            int no,
            String treatment,
            String taxable,
            String rate,
            String half,
            String igst,
            String freight) {
        unchecked(
                """
                insert into tax_invoice_line (invoice_id, line_no, order_line_no, sku, description, hsn, quantity, unit,
                    unit_price, net, treatment, rate, cgst, sgst, igst, inr_net, inr_cgst, inr_sgst, inr_igst, freight_share)
                values (%1$d, %2$d, %2$d, 'SKU', 'Pump', '84137010', 1, 'NOS', 1, %3$s, '%4$s', %5$s, %6$s, %6$s, %7$s, %3$s, %6$s, %6$s, %7$s,
                    %8$s)"""
                        .formatted(invoice, no, taxable, treatment, rate, half, igst, freight));
    }

    private static String quoted(String text) {
        return text == null ? "null" : "'" + text + "'";
    }

    private static void unchecked(String statement) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(statement).update();
        });
    }
}
