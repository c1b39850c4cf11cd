package io.tradeflow.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.accounting.TaxDocument.Kind;
import io.tradeflow.accounting.TaxDocument.Line;
import io.tradeflow.accounting.TaxDocument.Original;
import io.tradeflow.accounting.TaxDocument.Party;
import io.tradeflow.tax.SupplyType;
import io.tradeflow.tax.TaxTreatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Kinds of documents that are rare, and the edges of the law. */
class Gstr1TablesTest {

    private static final String REGISTERED = "24AAQCA8719H1ZC";
    private static final Period JULY = Period.parse("2026-07");

    @Test
    void reverseChargeAndDeemedExportsStandInB2bByTheirMark() {
        JsonNode json = json(
                JULY,
                document("1", "2026-07-01", REGISTERED, SupplyType.B2B, true, null, "100"),
                document("2", "2026-07-01", REGISTERED, SupplyType.DEXP, false, null, "100"));
        JsonNode invoices = json.path("b2b").path(0).path("inv");
        assertThat(invoices.path(0).path("rchrg").asText()).isEqualTo("Y");
        assertThat(invoices.path(1).path("inv_typ").asText()).isEqualTo("DE");
        assertThat(new Gstr1Schema().violations(json)).isEmpty();
    }

    @Test
    void whatIsLargeForAConsumerIsDecidedByTheDayOfTheInvoice() {
        // 1,50,000 is large since August 2024, and was not in July; a note follows its invoice
        assertThat(table(document("1", "2024-07-31", null, null, false, null, "150000")))
                .isEqualTo(Gstr1Table.B2CS);
        assertThat(table(document("1", "2024-08-01", null, null, false, null, "150000")))
                .isEqualTo(Gstr1Table.B2CL);
        assertThat(table(document("1", "2024-08-01", null, null, false, null, "100000")))
                .isEqualTo(Gstr1Table.B2CS);
        Original small = new Original("0", LocalDate.of(2024, 7, 31), new BigDecimal("150000"));
        Original large = new Original("0", LocalDate.of(2024, 8, 1), new BigDecimal("150000"));
        assertThat(table(document("1", "2024-09-01", null, null, false, small, "10")))
                .isEqualTo(Gstr1Table.B2CS);
        assertThat(table(document("1", "2024-09-01", null, null, false, large, "10")))
                .isEqualTo(Gstr1Table.CDNUR);
    }

    @Test
    void theSummaryByHsnIsSplitSinceMayOfTwentyFive() {
        Period april = Period.parse("2025-04");
        assertThat(json(april, document("1", "2025-04-30", null, null, false, null, "10"))
                        .path("hsn")
                        .fieldNames()
                        .next())
                .isEqualTo("data");
        Period may = Period.parse("2025-05");
        assertThat(json(may, document("1", "2025-05-01", null, null, false, null, "10"))
                        .path("hsn")
                        .fieldNames()
                        .next())
                .isEqualTo("hsn_b2c");
    }

    @Test
    void aDifferenceBetweenLinesAndHeadIsShown() {
        TaxDocument right = document("1", "2026-07-01", REGISTERED, SupplyType.B2B, false, null, "100");
        Line line = right.lines().get(0);
        Line wrong = new Line(
                1,
                line.hsn(),
                line.description(),
                line.quantity(),
                line.unit(),
                line.treatment(),
                line.rate(),
                line.amounts().plus(new Amounts(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)),
                line.freight());
        assertThat(gstr1(JULY, right).agrees()).isTrue();
        Gstr1 differs = gstr1(JULY, right.with(List.of(wrong)));
        assertThat(differs.agrees()).isFalse();
        assertThat(differs.section(Gstr1Table.B2B).difference().taxable()).isEqualByComparingTo("1");
        assertThat(differs.difference().taxable()).isEqualByComparingTo("1");
    }

    private static Gstr1Table table(TaxDocument document) {
        return gstr1(JULY, document).sections().stream()
                .filter(section ->
                        section.table().countsSupplies() && !section.rows().isEmpty())
                .map(Gstr1.Section::table)
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(Period period, TaxDocument... documents) {
        return Gstr1Json.of(gstr1(period, documents));
    }

    private static Gstr1 gstr1(Period period, TaxDocument... documents) {
        Gstr1Tables tables = new Gstr1Tables(period);
        List.of(documents).forEach(tables::add);
        return new Gstr1("27AAPFU0939F1ZV", period, tables.sections(), documents.length, tables.all(), List.of());
    }

    /** Inter-State goods without tax on them, so that value and total are one. */
    private static TaxDocument document(
            String number,
            String on,
            String gstin,
            SupplyType type,
            boolean reverseCharge,
            Original original,
            String value) {
        BigDecimal total = new BigDecimal(value).setScale(2);
        Amounts amounts = new Amounts(total, Amounts.ZERO.cgst(), Amounts.ZERO.sgst(), Amounts.ZERO.igst());
        return new TaxDocument(
                original == null ? Kind.INVOICE : Kind.DEBIT_NOTE,
                number,
                "MH",
                Long.parseLong(number),
                LocalDate.parse(on),
                "INQ-1",
                "SO-1",
                new Party("B", "Buyer", gstin),
                "27AAPFU0939F1ZV",
                "MH",
                "24",
                true,
                type,
                reverseCharge,
                false,
                "INR",
                BigDecimal.ONE,
                amounts,
                Amounts.ZERO.taxable(),
                total,
                total,
                null,
                false,
                null,
                original,
                null,
                List.of(new Line(
                        1,
                        "84137010",
                        "Pump",
                        BigDecimal.ONE,
                        "NOS",
                        TaxTreatment.TAXABLE,
                        BigDecimal.ZERO,
                        amounts,
                        Amounts.ZERO.taxable())));
    }
}
