package io.tradeflow.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.kernel.Money;
import io.tradeflow.party.Branch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpiPaymentTest {

    @Test
    void namesPayeeAmountAndDocument() {
        assertThat(UpiPayment.of(account("nirmal@hdfc"), Money.of("15039", "INR"), "MH-2627-000001"))
                .isEqualTo("upi://pay?pa=nirmal@hdfc&pn=Nirmal%20Pumps%20%26%20Valves&am=15039.00&cu=INR"
                        + "&tr=MH-2627-000001&tn=MH-2627-000001");
    }

    @ParameterizedTest
    @CsvSource({"nirmal@hdfc, 100, USD", "nirmal@hdfc, 0, INR", ", 100, INR"})
    void isThereOnlyForRupeesThatAreOwedAndWhereUpiIsSetUp(String upiId, String amount, String currency) {
        assertThat(UpiPayment.of(account(upiId), Money.of(amount, currency), "MH-2627-000001"))
                .isNull();
    }

    private static Branch.BankAccount account(String upiId) {
        return new Branch.BankAccount("Nirmal Pumps & Valves", "HDFC Bank", "50200012345678", "HDFC0000001", upiId);
    }
}
