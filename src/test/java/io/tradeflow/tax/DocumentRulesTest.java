package io.tradeflow.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tradeflow.kernel.Money;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What documents carry beside amounts: numbers, codes, units and words. */
class DocumentRulesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/tax/document-numbers.psv", delimiter = '|', nullValues = "-")
    void checksNumbers(String source, String number, String wrong, String notRegistered) {
        assertMatches(TaxDocumentNumber.whyInvalid(number), wrong);
        assertMatches(TaxDocumentNumber.whyNotRegistered(number), notRegistered);
    }

    @Test
    void numbersThatDifferInCapitalsAreOne() {
        TaxDocumentNumber number = new TaxDocumentNumber("inv/1");

        assertThat(number.clashesWith(new TaxDocumentNumber("INV/1"))).isTrue();
        assertThat(number.clashesWith(new TaxDocumentNumber("INV/2"))).isFalse();
        assertThat(number.key()).isEqualTo("INV/1");
        assertThatIllegalArgumentException().isThrownBy(() -> new TaxDocumentNumber("INV 1"));
    }

    @ParameterizedTest(name = "{0}: {1} at {2} -> {5}")
    @CsvFileSource(resources = "/tax/hsn.psv", delimiter = '|', nullValues = "-")
    void checksHsnCodes(String source, String code, BigDecimal turnover, LocalDate day, SupplyType type, String wrong) {
        int least = Hsn.leastDigits(turnover, day, Optional.ofNullable(type));

        assertMatches(Hsn.whyInvalid(code, least), wrong);
    }

    @ParameterizedTest(name = "{0}: {1} of {2} -> {3}")
    @CsvFileSource(resources = "/tax/units.psv", delimiter = '|', nullValues = "-")
    void reportsUnits(String source, String unit, String hsn, String code) {
        assertThat(Uqc.of(unit, hsn).code()).isEqualTo(code);
    }

    /** Products take their units from a table of the database; it and the portals' list must not drift apart. */
    @Test
    void productsKnowTheUnitsOfThePortals() throws IOException {
        Map<String, String> ofProducts = new TreeMap<>();
        try (InputStream file = getClass().getResourceAsStream("/db/migration/V20__catalog.sql")) {
            Matcher row = Pattern.compile("\\('([A-Z]{3})', '([^']*)'\\)")
                    .matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            while (row.find()) {
                ofProducts.put(row.group(1), row.group(2));
            }
        }
        Map<String, String> ofPortals = new TreeMap<>();
        Uqc.all().values().forEach(uqc -> ofPortals.put(uqc.code(), uqc.name()));

        assertThat(ofPortals).hasSize(45).isEqualTo(ofProducts);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvFileSource(resources = "/tax/words.psv", delimiter = '|')
    void saysAmounts(String source, String amount, String currency, String words) {
        assertThat(AmountInWords.of(Money.of(amount, currency))).isEqualTo(words);
    }

    private static void assertMatches(Optional<String> found, String expected) {
        if (expected == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found.orElse("nothing wrong")).contains(expected);
        }
    }
}
