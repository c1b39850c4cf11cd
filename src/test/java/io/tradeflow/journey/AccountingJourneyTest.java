package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a deal leaves behind for the accountant. */
@TradeflowTest
class AccountingJourneyTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";
    /** Commas outside quotation marks. */
    private static final String CELLS = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    private static final String GSTR1 = "/accounting/gstr-1";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Test
    void anInvoiceAndItsMoneyAreInTheReturnTheRegisterAndTheJournal() {
        Deal deal = Deal.inquire(new Api(port, PRIYA), jobs, PRIYA, "CP-010-CI", "2");
        deal.accept().ship().payAll();
        JsonNode invoice = deal.invoices().path(0);
        String number = invoice.path("number").asText();
        YearMonth month = YearMonth.parse(invoice.path("issuedOn").asText().substring(0, 7));
        Api farid = deal.as("farid");

        String of = "?gstin=" + invoice.path("sellerGstin").asText() + "&period=" + month;
        JsonNode gstr1 = farid.get(GSTR1 + of);
        assertThat(gstr1.path("agrees").asBoolean()).as(gstr1::toPrettyString).isTrue();
        assertThat(farid.tryGet(GSTR1 + "/b2b.csv" + of).with(200).text())
                .contains("," + number + ",")
                .contains(invoice.path("totals").path("taxableValue").asText());
        assertThat(farid.get(GSTR1 + "/return.json" + of).path("b2b").findValuesAsText("inum"))
                .contains(number);
        assertThat(farid.bytes(GSTR1 + "/return.zip" + of)).startsWith('P', 'K');

        String days = "?from=" + month.atDay(1) + "&until=" + month.atEndOfMonth();
        assertThat(farid.tryGet("/accounting/sales-register.csv" + days)
                        .with(200)
                        .text()
                        .lines()
                        .filter(line -> line.contains(number)))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(
                                deal.number(),
                                invoice.path("totals").path("grandTotal").asText()));

        assertThat(pending(farid, days, deal.number())).containsExactly("Invoice", "Receipt", "Money applied");
        JsonNode export = farid.post(
                        "/accounting/journal-exports",
                        Map.of(
                                "from",
                                month.atDay(1).toString(),
                                "until",
                                month.atEndOfMonth().toString()))
                .with(200)
                .json();
        String file = farid.tryGet(
                        "/accounting/journal-exports/" + export.path("number").asLong() + ".csv")
                .with(200)
                .text();
        List<String[]> lines =
                file.lines().skip(1).map(line -> line.split(CELLS, -1)).toList();
        assertThat(sum(lines, 7)).isEqualByComparingTo(sum(lines, 8)).isPositive();
        assertThat(file.lines().filter(line -> line.contains(number))).hasSizeGreaterThanOrEqualTo(5);
        assertThat(pending(farid, days, deal.number())).isEmpty();

        deal.as("asha").tryGet(GSTR1 + of).problem(403, "finance-only", null);
        deal.as("asha").tryGet("/accounting/sales-register.csv" + days).problem(403, "finance-only", null);
        farid.tryGet(GSTR1 + "?gstin=27AAPFU0939F1ZV&period=2026").problem(422, "period-invalid", "period");
        farid.put("/accounting/ledger-accounts", Map.of("purpose", "BANK", "validFrom", "2026-01-01"))
                .problem(422, "ledger-account-invalid", "code");
    }

    private static List<String> pending(Api farid, String days, String deal) {
        return farid.get("/accounting/journal-exports/pending" + days).findParents("dealNumber").stream()
                .filter(entry -> entry.path("dealNumber").asText().equals(deal))
                .map(entry -> entry.path("kind").asText())
                .toList();
    }

    private static BigDecimal sum(List<String[]> lines, int column) {
        return lines.stream().map(line -> new BigDecimal(line[column])).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
