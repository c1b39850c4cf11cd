package io.tradeflow.payment.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.payment.ReceiptDraft;
import io.tradeflow.payment.RefundPayment;
import io.tradeflow.payment.Refunds;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finance has paid money back. */
@Component
class PayBackForm implements TaskForm {

    private static final String PAID_ON = "paidOn";
    private static final String REFERENCE = "reference";
    private static final String MODE = "mode";
    private static final String ACCOUNT = "account";

    private final Refunds refunds;

    PayBackForm(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public String form() {
        return "payment/pay-back";
    }

    @Override
    public Set<String> fields() {
        return Set.of(PAID_ON, REFERENCE, MODE, ACCOUNT);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        refunds.check(
                (String) context.get("refundNumber"),
                new RefundPayment(
                        day(submitted.get(PAID_ON)),
                        mode(submitted.get(MODE)),
                        text(submitted.get(REFERENCE)),
                        text(submitted.get(ACCOUNT))));
    }

    private static String text(Object submitted) {
        return submitted == null ? null : submitted.toString();
    }

    private static ReceiptDraft.Mode mode(Object submitted) {
        return ReceiptDraft.Mode.ofMoney().stream()
                .filter(mode -> mode.name().equals(text(submitted)))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "refund-invalid",
                        MODE,
                        "Say how it was paid: one of "
                                + ReceiptDraft.Mode.ofMoney().stream()
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }

    private static LocalDate day(Object text) {
        try {
            return text == null || text.toString().isBlank() ? null : LocalDate.parse(text.toString());
        } catch (DateTimeParseException notADay) {
            throw Problem.invalid("refund-invalid", PAID_ON, "A day such as 2026-12-15");
        }
    }
}
