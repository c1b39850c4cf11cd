package io.tradeflow.desk;

import io.tradeflow.engine.StaffTask;
import io.tradeflow.engine.Tasks;
import io.tradeflow.fulfilment.PickList;
import io.tradeflow.fulfilment.PickLists;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    WarehouseWork(Tasks tasks, PickLists lists) {
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
