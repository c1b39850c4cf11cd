package io.tradeflow.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.payment.Applications.Application;
import io.tradeflow.payment.Applications.Open;
import io.tradeflow.payment.Applications.Unapplied;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ApplicationsTest {

    @Test
    void givesMoneyToTheNamedInvoiceFirstThenToThoseDueFirst() {
        List<Application> applications = Applications.of(
                List.of(new Unapplied("R1", "I2", amount(150))),
                List.of(new Open("I1", amount(30)), new Open("I2", amount(100)), new Open("I3", amount(50))));

        assertThat(applications)
                .containsExactly(
                        new Application("R1", "I2", amount(100)),
                        new Application("R1", "I1", amount(30)),
                        new Application("R1", "I3", amount(20)));
    }

    @Test
    void takesReceiptsInTheOrderTheyCame() {
        List<Application> applications = Applications.of(
                List.of(new Unapplied("R1", null, amount(40)), new Unapplied("R2", null, amount(100))),
                List.of(new Open("I1", amount(70))));

        assertThat(applications)
                .containsExactly(new Application("R1", "I1", amount(40)), new Application("R2", "I1", amount(30)));
    }

    @Property(tries = 500)
    void usesUpTheMoneyOrTheInvoicesAndNeverMore(
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 1000) Integer> money,
            @ForAll @Size(max = 8) List<@IntRange(max = 1000) Integer> open,
            @ForAll @IntRange(max = 9) int named) {
        List<Unapplied> receipts = new ArrayList<>();
        money.forEach(value -> receipts.add(new Unapplied("R" + receipts.size(), "I" + named, amount(value))));
        List<Open> invoices = new ArrayList<>();
        open.forEach(value -> invoices.add(new Open("I" + invoices.size(), amount(value))));

        List<Application> applications = Applications.of(receipts, invoices);

        BigDecimal moneyInAll =
                amount(money.stream().mapToInt(Integer::intValue).sum());
        BigDecimal openInAll = amount(open.stream().mapToInt(Integer::intValue).sum());
        assertThat(sum(applications)).isEqualByComparingTo(moneyInAll.min(openInAll));
        for (Unapplied receipt : receipts) {
            assertThat(sum(applications.stream()
                            .filter(one -> one.receiptNumber().equals(receipt.receiptNumber()))
                            .toList()))
                    .isLessThanOrEqualTo(receipt.amount());
        }
        for (Open invoice : invoices) {
            assertThat(sum(applications.stream()
                            .filter(one -> one.invoiceNumber().equals(invoice.invoiceNumber()))
                            .toList()))
                    .isLessThanOrEqualTo(invoice.amount());
        }
    }

    private static BigDecimal sum(List<Application> applications) {
        return applications.stream().map(Application::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(int value) {
        return BigDecimal.valueOf(value);
    }
}
