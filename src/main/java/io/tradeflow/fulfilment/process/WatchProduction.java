package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.fulfilment.ProductionRequest;
import io.tradeflow.fulfilment.ProductionRequests;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("watchProduction")
@ProcessStep(
        label = "Watch production",
        description = "Reads the day the plant names, so that the process asks when it is over.",
        inputs = @ProcessStep.Variable(name = "productionNumber", description = "Number of the production request"),
        outcomes = {
            @ProcessStep.Variable(name = "productionDueAt", description = "The first moment after the expected day"),
            @ProcessStep.Variable(name = "productionSku", description = "What is produced")
        })
class WatchProduction implements JavaDelegate {

    private final ProductionRequests production;
    private final Clock clock;

    WatchProduction(ProductionRequests production, Clock clock) {
        this.production = production;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProductionRequest request = production.request((String) execution.getVariable("productionNumber"));
        execution.setVariable("productionSku", request.sku());
        execution.setVariable(
                "productionDueAt",
                Date.from(request.expectedOn()
                        .plusDays(1)
                        .atStartOfDay(clock.getZone())
                        .toInstant()));
    }
}
