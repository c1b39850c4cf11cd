package io.tradeflow.quotation.process;

import io.tradeflow.approval.ApprovalNeed;
import io.tradeflow.engine.ProcessStep;
import io.tradeflow.quotation.Quotations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks for the approvals that the decision table and the quote's template demand. */
@Component("requestApprovals")
@ProcessStep(
        label = "Request approvals",
        description =
                "Asks for one decision of each kind on the quote as it is now, those of its template included; none demanded is recorded as well.",
        inputs = {
            @ProcessStep.Variable(name = "quoteNumber", description = "Number of the quote"),
            @ProcessStep.Variable(
                    name = "approvalKinds",
                    description = "Rows the decision table found: kind, levels, because")
        })
class RequestApprovals implements JavaDelegate {

    private static final int STRICTEST = 2;

    private final Quotations quotations;

    RequestApprovals(Quotations quotations) {
        this.quotations = quotations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String quoteNumber = (String) execution.getVariable("quoteNumber");
        List<ApprovalNeed> preset = quotations.presetApprovals(quoteNumber);
        List<ApprovalNeed> needs = needs(execution, preset);
        if (!preset.isEmpty()) {
            // the gateway behind this step asks whether there is any
            execution.setVariable("approvalKinds", rows(needs));
        }
        quotations.requestApprovals(quoteNumber, needs);
    }

    private static List<Map<String, Object>> rows(List<ApprovalNeed> needs) {
        List<Map<String, Object>> rows = new ArrayList<>();
        needs.forEach(need -> rows.add(
                new HashMap<>(Map.of("kind", need.kind(), "levels", need.levels(), "because", need.because()))));
        return rows;
    }

    /** Of several rows for a kind the highest level counts; a row that cannot be read asks for the strictest. */
    private static List<ApprovalNeed> needs(DelegateExecution execution, List<ApprovalNeed> preset) {
        Map<String, ApprovalNeed> byKind = new TreeMap<>();
        if (execution.getVariable("approvalKinds") instanceof Collection<?> found) {
            for (Object row : found) {
                ApprovalNeed need = need(row);
                byKind.merge(need.kind(), need, RequestApprovals::higher);
            }
        }
        preset.forEach(need -> byKind.merge(need.kind(), need, RequestApprovals::higher));
        return List.copyOf(byKind.values());
    }

    /** Of two of the same level the first says why. */
    private static ApprovalNeed higher(ApprovalNeed one, ApprovalNeed other) {
        return other.levels() > one.levels() ? other : one;
    }

    private static ApprovalNeed need(Object row) {
        Map<?, ?> cells = row instanceof Map<?, ?> map ? map : Map.of("kind", String.valueOf(row));
        Object kind = cells.get("kind");
        Object because = cells.get("because");
        int levels = cells.get("levels") instanceof Number number ? Math.max(1, number.intValue()) : STRICTEST;
        return new ApprovalNeed(
                kind == null ? "UNKNOWN" : String.valueOf(kind),
                levels,
                because == null ? "" : String.valueOf(because));
    }
}
