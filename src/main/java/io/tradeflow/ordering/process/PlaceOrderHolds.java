package io.tradeflow.ordering.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.ordering.OrderHold;
import io.tradeflow.ordering.OrderHolds;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("placeOrderHolds")
@ProcessStep(
        label = "Place order holds",
        description = "Holds the order for each reason that the decision table gave; none lets it go on.",
        inputs = {
            @ProcessStep.Variable(name = "orderNumber", description = "Number of the order"),
            @ProcessStep.Variable(name = "orderHolds", description = "Result of order-hold.dmn")
        })
class PlaceOrderHolds implements JavaDelegate {

    private final OrderHolds holds;

    PlaceOrderHolds(OrderHolds holds) {
        this.holds = holds;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void execute(DelegateExecution execution) {
        List<Map<String, Object>> decided = (List<Map<String, Object>>) execution.getVariable("orderHolds");
        holds.place(
                (String) execution.getVariable("orderNumber"),
                decided.stream()
                        .map(row -> new OrderHold.Need((String) row.get("reason"), (String) row.get("because"), (String)
                                row.get("releasedBy")))
                        .toList());
    }
}
