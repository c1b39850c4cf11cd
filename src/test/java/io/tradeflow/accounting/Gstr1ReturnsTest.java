package io.tradeflow.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.MigratedDatabase;
import io.tradeflow.einvoice.EInvoiceDuties;
import io.tradeflow.einvoice.EInvoiceDuty;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Parties;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A month of 2,000 documents (1,667 invoices and their notes) of every kind, against sums that were made without the program. */
class Gstr1ReturnsTest {

    private static final Actor.Staff FARID = new Actor.Staff("farid", "Farid Khan", Set.of("finance"));
    private static final Period JULY = Period.parse("2026-07");
    private static final int INVOICES = 1667;

    private static GeneratedMonth month;
    private static DataSource database;
    private static JdbcClient jdbc;
    private static TaxDocuments documents;
    private static Gstr1Returns returns;
    private static SalesRegister register;
    private static Gstr1 gstr1;
    private static Duration taken;

    @BeforeAll
    static void write() {
        database = MigratedDatabase.dataSource();
        jdbc = JdbcClient.create(database);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        month = GeneratedMonth.of(INVOICES);
        month.write(new NamedParameterJdbcTemplate(database), transaction);
        EInvoiceDuties duties = mock(EInvoiceDuties.class);
        when(duties.on(any()))
                .thenReturn(Optional.of(
                        new EInvoiceDuty(LocalDate.of(2023, 8, 1), true, null, 24, "Turnover above 5 crore")));
        Parties parties = mock(Parties.class);
        when(parties.branches())
                .thenReturn(
                        List.of(new Branch("MH", "Pune", GeneratedMonth.SELLER, (Address) null, "MH-1", "MH", null)));
        documents = new TaxDocuments(database, Clock.system(ZoneId.of("Asia/Kolkata")));
        returns = new Gstr1Returns(documents, new IssuedNumbers(jdbc), new Gstr1Schema(), parties, duties);
        register = new SalesRegister(documents);
        Instant start = Instant.ofEpochMilli(System.currentTimeMillis());
        gstr1 = returns.of(FARID, GeneratedMonth.SELLER, JULY);
        taken = Duration.between(start, Instant.ofEpochMilli(System.currentTimeMillis()));
    }

    @Test
    void everyTableComesToTheSumOfItsDocuments() {
        for (Gstr1.Section section : gstr1.sections()) {
            if (section.table().countsSupplies()) {
                BigDecimal[] expected = month.expected.getOrDefault(
                        section.table(), new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO});
                assertThat(figures(section.total()))
                        .as(section.table().name())
                        .usingElementComparator(BigDecimal::compareTo)
                        .containsExactly(expected[0], expected[1], expected[1], expected[2]);
            }
            assertThat(section.difference().isZero()).as(section.table().name()).isTrue();
        }
        assertThat(gstr1.agrees()).isTrue();
        assertThat(gstr1.documents()).isEqualTo(INVOICES + month.creditNotes() + month.debitNotes());
        assertThat(month.expected).containsKeys(Gstr1Table.CDNR, Gstr1Table.CDNUR, Gstr1Table.NIL, Gstr1Table.B2CL);
        assertThat(taken).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void allTablesTogetherComeToTheSumOfAllDocumentsAndSoDoesTheSummaryByHsn() {
        BigDecimal[] bySql = jdbc.sql(
                        """
                        select sum(t) as t, sum(c) as c, sum(s) as s, sum(i) as i from (
                            select inr_taxable_value as t, inr_cgst as c, inr_sgst as s, inr_igst as i from tax_invoice
                            union all
                            select sign * inr_taxable_value, sign * inr_cgst, sign * inr_sgst, sign * inr_igst
                            from (select case kind when 'CRN' then -1 else 1 end as sign, * from tax_note where not commercial) n) d""")
                .query((row, index) -> new BigDecimal[] {
                    row.getBigDecimal("t"), row.getBigDecimal("c"), row.getBigDecimal("s"), row.getBigDecimal("i")
                })
                .single();
        for (Amounts sum : List.of(gstr1.all(), gstr1.section(Gstr1Table.HSN).total())) {
            assertThat(figures(sum))
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(bySql);
        }
        assertThat(gstr1.section(Gstr1Table.HSN).rows()).hasSize(month.expectedByHsn.size());
        for (List<String> row : returns.sheet(gstr1, Gstr1Table.HSN).rows()) {
            BigDecimal[] expected =
                    month.expectedByHsn.get(row.get(0) + " " + row.get(1) + " " + row.get(3) + " " + row.get(5));
            assertThat(List.of(row.get(4), row.get(6), row.get(7), row.get(8)))
                    .as(row.toString())
                    .extracting(BigDecimal::new)
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(expected[3], expected[0], expected[2], expected[1]);
        }
    }

    @Test
    void theNumbersIssuedAreCountedAndAMissingOneIsNamed() {
        assertThat(returns.sheet(gstr1, Gstr1Table.DOCS).rows())
                .containsExactly(
                        List.of(
                                "Invoices for outward supply",
                                "MH",
                                "MH-2627-000001",
                                "MH-2627-001667",
                                "1667",
                                "0",
                                "1667"),
                        List.of("Debit Note", "MHD", "MHD-2627-000001", "MHD-2627-000166", "166", "0", "166"),
                        List.of("Credit Note", "MHC", "MHC-2627-000001", "MHC-2627-000167", "167", "0", "167"));
        List<TaxDocument> withoutOne = documents.of(GeneratedMonth.SELLER, JULY).stream()
                .filter(document -> document.kind() != TaxDocument.Kind.INVOICE || document.serial() != 7)
                .toList();
        Gstr1Gaps gaps = new Gstr1Gaps(day -> false, document -> true);
        new IssuedNumbers(jdbc).of(withoutOne, gaps);
        assertThat(gaps.all()).extracting(Gstr1.Gap::document).containsExactly("MH-2627-000007");
    }

    @Test
    void vouchersAreCountedByTheirNumbers() {
        new TransactionTemplate(new JdbcTransactionManager(database)).executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("set local session_replication_role = replica").update();
            voucher("receipt_voucher", "receipt_number", "MHR", 9, "x");
            voucher("receipt_voucher", "receipt_number", "MHR", 10, "x");
            voucher("refund_voucher", "refund_number", "MHF", 1, "x");
            challan(1, "SAMPLE");
            challan(2, "JOB_WORK");
            challan(3, "INVOICE_FOLLOWS");
            challan(4, "LOTS");
            challan(5, "REPLACEMENT");
            assertThat(returns.sheet(returns.of(FARID, GeneratedMonth.SELLER, JULY), Gstr1Table.DOCS)
                            .rows())
                    .contains(
                            List.of("Receipt Voucher", "MHR", "MHR-9", "MHR-10", "2", "0", "2"),
                            List.of("Refund Voucher", "MHF", "MHF-1", "MHF-1", "1", "0", "1"),
                            List.of("Delivery Challan for job work", "MHC", "MHC-2", "MHC-2", "1", "0", "1"),
                            List.of(
                                    "Delivery Challan in cases other than by way of supply (excluding at S no. 9 to 11)",
                                    "MHC",
                                    "MHC-1",
                                    "MHC-5",
                                    "2",
                                    "0",
                                    "2"));
        });
    }

    private static void challan(int serial, String purpose) {
        jdbc.sql(
                        """
                        insert into delivery_challan (number, seller_gstin, financial_year, series, serial, shipment_number,
                            deal_number, order_number, buyer_code, branch_code, purpose, issued_on, place_of_supply,
                            inter_state, taxable_value, cgst, sgst, igst, document_id, issued_by, issued_at)
                        values (:number, :gstin, '2627', 'MHC', :serial, :number, 'x', 'x', 'x', 'MH', :purpose, '2026-07-09',
                            '27', false, 10, 0, 0, 0, 1, 'x', now())""")
                .param("number", "MHC-" + serial)
                .param("gstin", GeneratedMonth.SELLER)
                .param("serial", serial)
                .param("purpose", purpose)
                .update();
    }

    private static void voucher(String table, String of, String series, int serial, String any) {
        boolean refund = table.equals("refund_voucher");
        jdbc.sql("insert into " + table + " (number, seller_gstin, financial_year, series, serial, " + of
                        + (refund ? ", receipt_voucher" : ", deal_number, order_number, buyer_code")
                        + ", issued_on, currency, amount, document_id) values (:number, :gstin, '2627', :series, :serial, :number"
                        + (refund ? ", :any" : ", :any, :any, :any") + ", '2026-07-09', 'INR', 10, 1)")
                .param("number", series + "-" + serial)
                .param("gstin", GeneratedMonth.SELLER)
                .param("series", series)
                .param("serial", serial)
                .param("any", any)
                .update();
    }

    @Test
    void whatWasCancelledCountsByItsNumberAloneAndWhatIsNotRegisteredIsNamed() {
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("set local session_replication_role = replica").update();
            eInvoice(1, "REGISTERED", "null");
            eInvoice(2, "CANCELLED", "'2026-07-02T20:00:00Z'");
            Gstr1 now = returns.of(FARID, GeneratedMonth.SELLER, JULY);
            assertThat(now.agrees()).isTrue();
            assertThat(returns.sheet(now, Gstr1Table.B2B).rows())
                    .extracting(row -> row.get(2))
                    .contains("MH-2627-000001")
                    .doesNotContain("MH-2627-000002");
            assertThat(returns.sheet(now, Gstr1Table.DOCS).rows().get(0)).endsWith("1667", "1", "1666");
            assertThat(now.gaps())
                    .extracting(Gstr1.Gap::document)
                    .contains("MH-2627-000003", "MHC-2627-000001")
                    .doesNotContain("MH-2627-000001", "MH-2627-000002", "MH-2627-000007");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            register.write(FARID, JULY, SalesRegister.By.RATE, out, false);
            assertThat(out.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains(",Cancelled")))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("MH-2627-000002") && line.contains(",0.00,0.00,0.00,0.00,"));
        });
    }

    /** Entered weeks after the invoice; the latest entry counts. */
    @Test
    void exportsCarryTheShippingBillThatWasEnteredAndWithoutOneTheyAreNamed() {
        String export = returns.sheet(gstr1, Gstr1Table.EXP).rows().get(0).stream()
                .filter(cell -> cell.startsWith("MH-2627-"))
                .findFirst()
                .orElseThrow();
        assertThat(gaps(gstr1, export)).anyMatch(what -> what.contains("shipping bill"));
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("set local session_replication_role = replica").update();
            for (String number : List.of("1111111", "7654321")) {
                jdbc.sql(
                                "insert into shipping_bill_entry (invoice_number, number, dated_on, port_code, entered_by, entered_at)"
                                        + " values (:invoice, :number, '2026-07-31', 'INNSA1', 'farid', now())")
                        .param("invoice", export)
                        .param("number", number)
                        .update();
            }
            Gstr1 now = returns.of(FARID, GeneratedMonth.SELLER, JULY);
            assertThat(now.agrees()).isTrue();
            assertThat(returns.sheet(now, Gstr1Table.EXP).rows())
                    .filteredOn(row -> row.contains(export))
                    .isNotEmpty()
                    .allMatch(row -> row.contains("INNSA1") && row.contains("7654321"));
            assertThat(gaps(now, export)).noneMatch(what -> what.contains("shipping bill"));
            JsonNode json = returns.json(now);
            assertThat(new Gstr1Schema().violations(json)).isEmpty();
            assertThat(json.path("exp").findValuesAsText("sbnum")).containsExactly("7654321");
        });
    }

    private static List<String> gaps(Gstr1 of, String document) {
        return of.gaps().stream()
                .filter(gap -> gap.document().equals(document))
                .map(Gstr1.Gap::what)
                .toList();
    }

    private static void eInvoice(int serial, String state, String cancelledAt) {
        jdbc.sql(
                        "insert into e_invoice (irn, document_type, document_number, deal_number, seller_gstin, buyer_code, buyer_name, issued_on,"
                                + " total, state, wanted_at, ack_no, ack_at, signed_qr_code, registered_at, cancelled_at, cancel_code) values"
                                + " (rpad('" + serial + "', 64, 'a'), 'INV', 'MH-2627-00000" + serial
                                + "', 'D', 'S', 'B', 'B', '2026-07-01', 1, '" + state + "', now(), '" + serial
                                + "', now(), 'q', now(), " + cancelledAt + ", "
                                + (state.equals("CANCELLED") ? "1" : "null") + ")")
                .update();
    }

    @Test
    void theFileForTheOfflineToolIsWhatTheSchemaAsksForAndComesToTheSame() {
        JsonNode json = returns.json(gstr1);
        assertThat(new Gstr1Schema().violations(json)).isEmpty();
        assertThat(json.path("fp").asText()).isEqualTo("072026");
        BigDecimal b2b = BigDecimal.ZERO;
        for (JsonNode buyer : json.path("b2b")) {
            for (JsonNode invoice : buyer.path("inv")) {
                for (JsonNode item : invoice.path("itms")) {
                    b2b = b2b.add(item.path("itm_det").path("txval").decimalValue());
                }
            }
        }
        assertThat(b2b).isEqualByComparingTo(month.expected.get(Gstr1Table.B2B)[0]);
        assertThat(json.path("hsn").has("hsn_b2b")).isTrue();
        assertThat(json.path("hsn").has("hsn_b2c")).isTrue();
        Set<String> types =
                json.path("b2b").findValuesAsText("inv_typ").stream().collect(Collectors.toSet());
        assertThat(types).containsExactlyInAnyOrder("R", "SEWP", "SEWOP");
    }

    @Test
    void theSameMonthGivesTheSameBytes() {
        assertThat(zip(returns.of(FARID, GeneratedMonth.SELLER, JULY))).isEqualTo(zip(gstr1));
        List<String> numbers = returns.sheet(gstr1, Gstr1Table.EXP).rows().stream()
                .map(row -> row.get(1))
                .toList();
        assertThat(numbers).isSorted();
    }

    @Test
    void theRegisterAddsUpToTheDocumentsAndRunsNoFormula() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        register.write(FARID, JULY, SalesRegister.By.RATE, out, false);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        BigDecimal total = lines.stream()
                .skip(1)
                .map(line -> line.replace("\"Buyer, \"\"B\"\"\"", "B").split(",", -1)[16])
                .filter(cell -> !cell.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(total)
                .isEqualByComparingTo(jdbc.sql(
                                """
                                select (select sum(inr_grand_total) from tax_invoice)
                                    + (select sum(case kind when 'CRN' then -1 else 1 end * inr_grand_total) from tax_note)""")
                        .query(BigDecimal.class)
                        .single());
        ByteArrayOutputStream hsn = new ByteArrayOutputStream();
        returns.writeCsv(gstr1, Gstr1Table.HSN, hsn, false);
        assertThat(hsn.toString(StandardCharsets.UTF_8)).contains("'=Pump");
    }

    @Test
    void onlyFinanceReadsAndOnlyOurGstins() {
        Actor.Staff asha = new Actor.Staff("asha", "Asha", Set.of("sales-desk"));
        assertThatThrownBy(() -> returns.of(asha, GeneratedMonth.SELLER, JULY))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.slug()).isEqualTo("finance-only"));
        assertThatThrownBy(() -> register.write(asha, JULY, SalesRegister.By.HSN, new ByteArrayOutputStream(), false))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> returns.of(FARID, "24AAQCA8719H1ZC", JULY))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.slug()).isEqualTo("gstin-unknown"));
    }

    private static byte[] zip(Gstr1 of) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        returns.writeZip(of, out);
        return out.toByteArray();
    }

    private static List<BigDecimal> figures(Amounts amounts) {
        return Arrays.asList(amounts.taxable(), amounts.cgst(), amounts.sgst(), amounts.igst());
    }
}
