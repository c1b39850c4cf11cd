package io.tradeflow.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.MigratedDatabase;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Parties;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A month of 2,000 documents of every kind, against sums that were made without the program. */
class Gstr1ReturnsTest {

    private static final Actor.Staff FARID = new Actor.Staff("farid", "Farid Khan", Set.of("finance"));
    private static final Period JULY = Period.parse("2026-07");
    private static final int DOCUMENTS = 2000;

    private static GeneratedMonth month;
    private static JdbcClient jdbc;
    private static TaxDocuments documents;
    private static Gstr1Returns returns;
    private static SalesRegister register;
    private static Gstr1 gstr1;
    private static Duration taken;

    @BeforeAll
    static void write() {
        DataSource database = MigratedDatabase.dataSource();
        jdbc = JdbcClient.create(database);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        month = GeneratedMonth.of(DOCUMENTS);
        month.write(new NamedParameterJdbcTemplate(database), transaction);
        Parties parties = mock(Parties.class);
        when(parties.branches())
                .thenReturn(
                        List.of(new Branch("MH", "Pune", GeneratedMonth.SELLER, (Address) null, "MH-1", "MH", null)));
        documents = new TaxDocuments(database);
        returns = new Gstr1Returns(documents, new IssuedNumbers(jdbc), new Gstr1Schema(), parties);
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
        assertThat(gstr1.documents()).isEqualTo(DOCUMENTS);
        assertThat(taken).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void allTablesTogetherComeToTheSumOfAllDocumentsAndSoDoesTheSummaryByHsn() {
        BigDecimal[] bySql = jdbc.sql(
                        "select sum(inr_taxable_value) as t, sum(inr_cgst) as c, sum(inr_sgst) as s, sum(inr_igst) as i from tax_invoice")
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
                .containsExactly(List.of(
                        "Invoices for outward supply", "MH", "MH-2627-000001", "MH-2627-002000", "2000", "0", "2000"));
        List<TaxDocument> withoutOne = documents.of(GeneratedMonth.SELLER, JULY).stream()
                .filter(document -> document.serial() != 7)
                .toList();
        Gstr1Gaps gaps = new Gstr1Gaps();
        new IssuedNumbers(jdbc).of(withoutOne, gaps);
        assertThat(gaps.all()).extracting(Gstr1.Gap::document).containsExactly("MH-2627-000007");
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
                .isEqualByComparingTo(jdbc.sql("select sum(inr_grand_total) from tax_invoice")
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
