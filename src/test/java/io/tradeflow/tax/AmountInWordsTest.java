package io.tradeflow.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.kernel.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountInWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        0             | INR | Rupees Zero Only
        0.05          | INR | Rupees Zero and Five Paise Only
        1             | INR | Rupees One Only
        19            | INR | Rupees Nineteen Only
        20            | INR | Rupees Twenty Only
        99.99         | INR | Rupees Ninety Nine and Ninety Nine Paise Only
        100           | INR | Rupees One Hundred Only
        101           | INR | Rupees One Hundred One Only
        1000          | INR | Rupees One Thousand Only
        100000        | INR | Rupees One Lakh Only
        939334.50     | INR | Rupees Nine Lakh Thirty Nine Thousand Three Hundred Thirty Four and Fifty Paise Only
        10000000      | INR | Rupees One Crore Only
        7180000000    | INR | Rupees Seven Hundred Eighteen Crore Only
        12345678901   | INR | Rupees One Thousand Two Hundred Thirty Four Crore Fifty Six Lakh Seventy Eight Thousand Nine Hundred One Only
        -2.675        | INR | Rupees Minus Two and Sixty Eight Paise Only
        1250.37       | USD | US Dollars One Thousand Two Hundred Fifty and Thirty Seven Cents Only
        1000000       | USD | US Dollars One Million Only
        2500000000    | EUR | Euros Two Billion Five Hundred Million Only
        10.25         | AED | UAE Dirhams Ten and Twenty Five Fils Only
        3.10          | GBP | Pounds Sterling Three and Ten Pence Only
        """)
    void saysTheAmount(String amount, String currency, String words) {
        assertThat(AmountInWords.of(Money.of(amount, currency))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        0          | INR | 0.00
        999        | INR | 999.00
        1000       | INR | 1,000.00
        99999.9    | INR | 99,999.90
        100000     | INR | 1,00,000.00
        939334.5   | INR | 9,39,334.50
        8383393.34 | INR | 83,83,393.34
        1234567890 | INR | 1,23,45,67,890.00
        -100000    | INR | -1,00,000.00
        -0.004     | INR | 0.00
        1234567.8  | USD | 1,234,567.80
        """)
    void groupsTheFigure(String amount, String currency, String figure) {
        assertThat(AmountInWords.grouped(Money.of(amount, currency))).isEqualTo(figure);
    }
}
