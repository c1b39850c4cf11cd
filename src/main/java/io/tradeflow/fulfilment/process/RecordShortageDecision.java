package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.fulfilment.ShortageChoice;
import io.tradeflow.fulfilment.Shortages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("recordShortageDecision")
@ProcessStep(
        label = "Record shortage decision",
        description =
                "Keeps what the planner decided for each open line. Belongs into the transaction of the decision task; what follows from it are steps of their own.",
        inputs = {
            @ProcessStep.Variable(name = "orderNumber", description = "Number of the order"),
            @ProcessStep.Variable(
                    name = "shortageDecision",
                    description = "WAIT, SPLIT, PRODUCE or SHORT_CLOSE, for all lines not named"),
            @ProcessStep.Variable(name = "until", description = "New date for these lines, optional"),
            @ProcessStep.Variable(name = "lines", description = "What is decided otherwise, by line, as JSON"),
            @ProcessStep.Variable(name = "reason", description = "Why something is given up")
        },
        outcomes = {
            @ProcessStep.Variable(name = "shortageDecisionId", description = "The decision"),
            @ProcessStep.Variable(name = "shortageOutcome", description = "CLOSED if all is given up, else OPEN"),
            @ProcessStep.Variable(name = "givesUp", description = "Whether lines are given up"),
            @ProcessStep.Variable(name = "produces", description = "Whether goods are produced"),
            @ProcessStep.Variable(name = "substitutes", description = "Whether other products are offered"),
            @ProcessStep.Variable(name = "splits", description = "Whether what is there is shipped at once"),
            @ProcessStep.Variable(
                    name = "shortageReviewIn",
                    description = "When a planner looks again, if dates were named")
        })
class RecordShortageDecision implements JavaDelegate {

    private final Shortages shortages;
    private final TaskCompleter completer;

    RecordShortageDecision(Shortages shortages, TaskCompleter completer) {
        this.shortages = shortages;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Shortages.Recorded recorded = shortages.record(
                (String) execution.getVariable("orderNumber"),
                ShortageFields.decision(execution.getVariables()),
                completer.actor());
        execution.setVariable("shortageDecisionId", recorded.decisionId());
        execution.setVariable("shortageOutcome", recorded.allGivenUp() ? "CLOSED" : "OPEN");
        execution.setVariable("givesUp", recorded.choices().contains(ShortageChoice.CANCEL));
        execution.setVariable("produces", recorded.choices().contains(ShortageChoice.PRODUCE));
        execution.setVariable("substitutes", recorded.choices().contains(ShortageChoice.SUBSTITUTE));
        execution.setVariable("splits", recorded.choices().contains(ShortageChoice.SPLIT));
        if (recorded.reviewInDays() != null) {
            execution.setVariable("shortageReviewIn", "P" + recorded.reviewInDays() + "D");
        }
    }
}
