package io.tradeflow.desk;

import io.tradeflow.engine.StaffTask;
import io.tradeflow.engine.Tasks;
import io.tradeflow.fulfilment.Inspecting;
import io.tradeflow.fulfilment.InspectionSheet;
import io.tradeflow.fulfilment.Packing;
import io.tradeflow.fulfilment.PickList;
import io.tradeflow.fulfilment.PickLists;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tasks of the warehouse as its pages show and complete them; the checks are those of Tasklist. */
@Service
class WarehouseWork {

    static final String PICK = "fulfilment/pick";
    static final String INSPECT = "fulfilment/inspect";
    static final String PACK = "fulfilment/pack";

    private static final Set<String> FORMS =
            Set.of(PICK, INSPECT, PACK, "fulfilment/decide-short-pick", "dispatch/hand-over");
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 10;

    private final Tasks tasks;
    private final PickLists lists;
    private final Inspecting inspecting;

    WarehouseWork(Tasks tasks, PickLists lists, Inspecting inspecting) {
        this.inspecting = inspecting;
        this.tasks = tasks;
        this.lists = lists;
    }

    /** What this person may do or has taken, most urgent first. */
    List<StaffTask> open(Actor.Staff by) {
        List<StaffTask> found = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            List<StaffTask> some = tasks.of(by, null, page, PAGE);
            some.stream().filter(task -> FORMS.contains(task.form())).forEach(found::add);
            if (some.size() < PAGE) {
                break;
            }
        }
        return found;
    }

    /** Completes the pick task of every shipment of the list with what was scanned: all of them or none. @return how many */
    @Transactional
    int completePick(Actor.Staff by, String number) {
        lists.result(by, number);
        PickList list = lists.list(by, number);
        list.targets().forEach(target -> complete(by, PICK, target.shipmentNumber(), target.dealNumber(), Map.of()));
        return list.targets().size();
    }

    /** Keeps what was found in every line and completes the inspection with it: all or nothing. */
    @Transactional
    void completeInspection(
            Actor.Staff by,
            InspectionSheet sheet,
            Map<Integer, InspectionSheet.Finding> findings,
            Map<Integer, BigDecimal> rejected,
            String remark) {
        findings.forEach((line, finding) -> {
            try {
                inspecting.keep(by, sheet.shipmentNumber(), line, finding);
            } catch (Problem problem) {
                throw Problem.invalid(
                        problem.slug(),
                        problem.title(),
                        problem.violations().stream()
                                .map(wrong -> new Problem.Violation("line " + line, wrong.message()))
                                .toList());
            }
        });
        String quantities = rejected.entrySet().stream()
                .map(line -> "\"" + line.getKey() + "\":\"" + line.getValue().toPlainString() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        Map<String, Object> submitted = new HashMap<>();
        submitted.put("rejected", quantities);
        submitted.put("remark", remark);
        complete(by, INSPECT, sheet.shipmentNumber(), sheet.dealNumber(), submitted);
    }

    /** Completes the pack task with the packages as they were packed. */
    void completePacking(Actor.Staff by, Packing.Table table, String note) {
        Map<String, Object> submitted = new HashMap<>();
        submitted.put("asPacked", true);
        submitted.put("packingNote", note);
        complete(by, PACK, table.shipmentNumber(), table.dealNumber(), submitted);
    }

    /** @throws Problem {@code not-waiting} where nobody waits for that any more */
    void complete(
            Actor.Staff by, String form, String shipmentNumber, String dealNumber, Map<String, Object> submitted) {
        StaffTask task = tasks.of(by, dealNumber, 0, PAGE).stream()
                .filter(one -> form.equals(one.form())
                        && shipmentNumber.equals(one.references().get("shipmentNumber")))
                .findFirst()
                .orElseThrow(() -> Problem.conflict(
                        "not-waiting",
                        "Somebody was quicker",
                        "The task for " + shipmentNumber + " is done already, or somebody else has taken it"));
        tasks.complete(by, task.id(), submitted);
    }
}
