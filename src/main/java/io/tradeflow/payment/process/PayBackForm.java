package io.tradeflow.payment.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.payment.Refunds;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finance has paid an advance back. */
@Component
class PayBackForm implements TaskForm {

    private static final String PAID_ON = "paidOn";
    private static final String REFERENCE = "reference";

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
        return Set.of(PAID_ON, REFERENCE);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        Object reference = submitted.get(REFERENCE);
        refunds.check(
                (String) context.get("refundNumber"),
                day(submitted.get(PAID_ON)),
                reference == null ? null : reference.toString());
    }

    private static LocalDate day(Object text) {
        try {
            return text == null || text.toString().isBlank() ? null : LocalDate.parse(text.toString());
        } catch (DateTimeParseException notADay) {
            throw Problem.invalid("refund-invalid", PAID_ON, "A day such as 2026-12-15");
        }
    }
}
