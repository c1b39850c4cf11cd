package io.tradeflow.dispatch.process;

import io.tradeflow.dispatch.Consignment;
import io.tradeflow.dispatch.Consignments;
import io.tradeflow.engine.ProcessStep;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("checkConsignment")
@ProcessStep(
        label = "Check consignment",
        description = "Looks how a consignment stands and until when it may take.",
        inputs = @ProcessStep.Variable(name = "shipmentNumber", description = "Number of the shipment"),
        outcomes = {
            @ProcessStep.Variable(
                    name = "consignmentOutcome",
                    description = "ON_ITS_WAY, DELIVERED, PARTLY_REFUSED, REFUSED or LOST"),
            @ProcessStep.Variable(
                    name = "transitDueAt",
                    description = "The evening of the expected day; after it the consignment is chased")
        })
class CheckConsignment implements JavaDelegate {

    /** Carriers deliver until the evening. */
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    private final Consignments consignments;
    private final Clock clock;

    CheckConsignment(Consignments consignments, Clock clock) {
        this.consignments = consignments;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Consignment consignment = consignments
                .ofShipment((String) execution.getVariable("shipmentNumber"))
                .orElseThrow();
        execution.setVariable(
                "consignmentOutcome",
                consignment.status().isOver() ? consignment.status().name() : "ON_ITS_WAY");
        execution.setVariable(
                "transitDueAt",
                Date.from(expectedOn(consignment)
                        .atTime(EVENING)
                        .atZone(clock.getZone())
                        .toInstant()));
    }

    /** Goods handed over before days were kept are expected today. */
    private LocalDate expectedOn(Consignment consignment) {
        LocalDate day = consignment.handOver().expectedOn();
        return day == null ? LocalDate.now(clock) : day;
    }
}
