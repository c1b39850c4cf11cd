package io.tradeflow.approval.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalTitleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    85000      | ₹85,000
                    99999.49   | ₹99,999
                    99999.5    | ₹1 lakh
                    420000     | ₹4.2 lakh
                    9994999    | ₹99.9 lakh
                    9995000    | ₹1 crore
                    12500000   | ₹1.3 crore
                    1000000000 | ₹100 crore
                    0          | ₹0""")
    void rupees_are_shown_as_they_are_spoken_of(BigDecimal rupees, String shown) {
        assertThat(ApprovalTitle.indian(rupees)).isEqualTo(shown);
    }

    @Test
    void the_title_carries_the_facts() {
        assertThat(title("DISCOUNT", "420000", "18.04", "9").text())
                .isEqualTo("Approve discount 18 % · QTN-2627-000001 · Sahyadri Agro · ₹4.2 lakh");
        assertThat(title("MARGIN", "420000", "18", "9.46").text())
                .isEqualTo("Approve margin 9.5 % · QTN-2627-000001 · Sahyadri Agro · ₹4.2 lakh");
        assertThat(title("VALUE", "2600000", "1", "30").text())
                .isEqualTo("Approve value · QTN-2627-000001 · Sahyadri Agro · ₹26 lakh");
    }

    @Test
    void of_several_levels_the_title_says_which() {
        ApprovalTitle title = new ApprovalTitle(
                "FLOOR", 2, 2, "QTN-2627-000001", "Sahyadri Agro", decimal("420000"), decimal("30"), decimal("9"));

        assertThat(title.text())
                .isEqualTo("Approve price below floor · level 2 of 2 · QTN-2627-000001 · Sahyadri Agro · ₹4.2 lakh");
    }

    @Test
    void lists_show_what_is_at_stake() {
        assertThat(title("DISCOUNT", "420000", "18.04", "9.46").amount()).isEqualTo("₹4.2 lakh");
        assertThat(title("DISCOUNT", "420000", "18.04", "9.46").figures()).isEqualTo("18 % off, margin 9.5 %");
        assertThat(title("MARGIN", null, null, null).amount()).isEqualTo("–");
    }

    @Test
    void what_is_not_known_is_said_so() {
        assertThat(title("MARGIN", null, null, null).text())
                .isEqualTo("Approve margin not known · QTN-2627-000001 · Sahyadri Agro");
    }

    private static ApprovalTitle title(String kind, String value, String discount, String margin) {
        return new ApprovalTitle(
                kind, 1, 1, "QTN-2627-000001", "Sahyadri Agro", decimal(value), decimal(discount), decimal(margin));
    }

    private static BigDecimal decimal(String value) {
        return value == null ? null : new BigDecimal(value);
    }
}
