package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.fulfilment.ProductionRequests;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The planner's form when production is late: the day the plant names now. */
@Component
class LateProductionForm implements TaskForm {

    private static final String NEW_DATE = "newDate";

    private final ProductionRequests production;

    LateProductionForm(ProductionRequests production) {
        this.production = production;
    }

    @Override
    public String form() {
        return "fulfilment/late-production";
    }

    @Override
    public Set<String> fields() {
        return Set.of(NEW_DATE);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        String day = FormText.text(submitted, NEW_DATE);
        try {
            production.checkDate(day == null ? null : LocalDate.parse(day));
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid(
                    "production-date-invalid", NEW_DATE, "'" + day + "' is not a date such as 2026-12-01");
        } catch (Problem wrong) {
            throw Problem.invalid(wrong.slug(), NEW_DATE, wrong.getMessage());
        }
    }
}
