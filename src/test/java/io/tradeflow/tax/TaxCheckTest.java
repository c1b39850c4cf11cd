package io.tradeflow.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TaxCheckTest {

    @ParameterizedTest(name = "{0} -> {8}")
    @CsvFileSource(resources = "/tax/findings.psv", delimiter = '|', nullValues = "-")
    void namesWhatCannotBeRight(
            String source,
            String situation,
            TaxTreatment treatment,
            BigDecimal value,
            BigDecimal rate,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst,
            String findings) {
        TaxComputation.Line line = new TaxComputation.Line(1, "8413", treatment, value, rate, cgst, sgst, igst);
        BigDecimal total = value.add(line.tax());
        TaxComputation stated = new TaxComputation(
                "27",
                "Maharashtra",
                false,
                "",
                null,
                "",
                List.of(line),
                TaxComputation.summaryOf(List.of(line)),
                value,
                cgst,
                sgst,
                igst,
                total,
                BigDecimal.ZERO,
                total);

        List<TaxFinding> found = TaxCheck.of(Situations.named(situation), stated);

        assertThat(found)
                .extracting(finding -> finding.kind().name())
                .containsExactly(findings == null ? new String[0] : findings.split(" "));
        assertThat(found).allSatisfy(finding -> {
            assertThat(finding.reason().text()).isNotBlank();
            assertThat(finding.reason().source()).containsAnyOf("Act s. ", "Rules r. ");
        });
    }
}
