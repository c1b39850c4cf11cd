package io.tradeflow.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.kernel.DealStage;
import io.tradeflow.kernel.Money;
import io.tradeflow.quotation.Amounts;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowTest {

    private final Show show = new Show(Clock.systemUTC());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "12.500000 | 12.5",
                "999 | 999",
                "1000 | 1,000",
                "100000 | 1,00,000",
                "12345678.25 | 1,23,45,678.25",
                "-1234.5 | -1,234.5",
                "1E+5 | 1,00,000"
            })
    void numbersAreGroupedTheIndianWay(BigDecimal number, String shown) {
        assertThat(show.number(number)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "420000 | INR | ₹4,20,000.00",
                "-16000.5 | INR | -₹16,000.50",
                "0 | INR | ₹0.00",
                "-1234.5 | USD | USD -1,234.50"
            })
    void moneyLooksTheSameOnPagesAndInSentences(BigDecimal amount, String currency, String shown) {
        assertThat(show.money(Money.of(amount, currency))).isEqualTo(shown);
        assertThat(Amounts.shown(Money.of(amount, currency))).isEqualTo(shown);
    }

    @Test
    void aCellOfAFileShowsAmountsGroupedAndAllElseAsItIs() {
        assertThat(List.of("1234567.50", "-350.00", "18", "MH-2627-000001", "27-Nov-2026", "").stream()
                        .map(show::cell))
                .containsExactly("12,34,567.50", "-350.00", "18", "MH-2627-000001", "27-Nov-2026", "–");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "neededBy | Needed by",
                "poDate | PO date",
                "lines[2].quantity | Line 3, quantity",
                "lines[0].sku | Line 1, SKU",
                "lines[0].expiresOn | Line 1, expires on",
                "parts[0].amount | Invoice 1, amount",
                "unitPrice.MH-2627-000003.1 | Unit price, line 1 of MH-2627-000003",
                "lines[4] | Line 5"
            })
    void fieldsAreNamedInWords(String path, String shown) {
        assertThat(show.field(path)).isEqualTo(shown);
    }

    @Test
    void constantsAreWords() {
        assertThat(show.label(DealStage.AWAITING_PAYMENT)).isEqualTo("Awaiting payment");
    }

    @Test
    void whatIsNewStandsFirst() {
        assertThat(show.latestFirst(List.of("received", "sent"))).containsExactly("sent", "received");
    }
}
