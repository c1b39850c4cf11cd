package io.tradeflow.desk;

import io.tradeflow.engine.StaffTask;
import io.tradeflow.fulfilment.CountRequests;
import io.tradeflow.fulfilment.PickLists;
import io.tradeflow.fulfilment.PickingRounds;
import io.tradeflow.inventory.Bin;
import io.tradeflow.inventory.Bins;
import io.tradeflow.inventory.Stock;
import io.tradeflow.inventory.Warehouse;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.screen.TypedForm;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The floor of a warehouse: what is to be picked, inspected and packed, picking with a scanner, and where goods lie. */
@Controller
class WarehousePages {

    private static final String FLOOR = "/desk/warehouse";

    private final WarehouseWork work;
    private final PickLists lists;
    private final PickingRounds rounds;
    private final CountRequests counts;
    private final Bins bins;
    private final Stock stock;

    WarehousePages(
            WarehouseWork work, PickLists lists, PickingRounds rounds, CountRequests counts, Bins bins, Stock stock) {
        this.work = work;
        this.lists = lists;
        this.rounds = rounds;
        this.counts = counts;
        this.bins = bins;
        this.stock = stock;
    }

    @GetMapping(FLOOR)
    String floor(
            Actor.Staff by,
            @RequestParam(name = "warehouse", required = false) String wanted,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "false") boolean mine,
            Model model) {
        String code = warehouse(wanted, model);
        List<StaffTask> open = work.open(by).stream()
                .filter(task -> !mine || by.userId().equals(task.assignee()))
                .toList();
        Map<String, StaffTask> picks = new HashMap<>();
        open.stream()
                .filter(task -> WarehouseWork.PICK.equals(task.form()))
                .forEach(task -> picks.put(shipment(task), task));
        List<PickingRounds.Waiting> waiting = code == null ? List.of() : rounds.waiting(code);
        Set<String> zones = new TreeSet<>();
        waiting.forEach(one -> zones.addAll(one.zones()));
        model.addAttribute("mayPick", PickLists.mayPick(by));
        model.addAttribute("zone", zone);
        model.addAttribute("mine", mine);
        model.addAttribute("zones", zones);
        model.addAttribute("picks", picks);
        model.addAttribute(
                "waiting",
                waiting.stream()
                        .filter(one -> zone.isEmpty() || one.zones().contains(zone))
                        .filter(one -> !mine || picks.containsKey(one.shipmentNumber()))
                        .toList());
        model.addAttribute(
                "others",
                open.stream()
                        .filter(task -> !WarehouseWork.PICK.equals(task.form())
                                && (code == null
                                        || code.equals(task.references().get("warehouseCode"))))
                        .toList());
        model.addAttribute(
                "counts",
                counts.open().stream()
                        .filter(request -> request.warehouseCode().equals(code))
                        .toList());
        return "desk/warehouse";
    }

    @PostMapping(FLOOR + "/rounds")
    String createRound(
            Actor.Staff by,
            @RequestParam(name = "shipment", defaultValue = "") List<String> shipments,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        String[] created = new String[1];
        typed.submit(nextPage, () -> {
            created[0] = rounds.create(by, typed.text("warehouse"), shipments, typed.text("picker"));
            return "Round " + created[0] + " is ready: " + shipments.size() + " shipments, one tote each.";
        });
        return "redirect:"
                + (created[0] == null
                        ? FLOOR + "?warehouse=" + typed.text("warehouse")
                        : FLOOR + "/pick/" + created[0]);
    }

    @PostMapping(FLOOR + "/rounds/{number}/removal")
    String dissolve(Actor.Staff by, @PathVariable String number, RedirectAttributes nextPage) {
        new TypedForm(Map.of()).submit(nextPage, () -> {
            rounds.dissolve(by, number);
            return "Round " + number + " is dissolved; its shipments are picked one by one.";
        });
        return "redirect:" + FLOOR;
    }

    @GetMapping(FLOOR + "/pick/{number}")
    String pick(Actor.Staff by, @PathVariable String number, Model model, RedirectAttributes nextPage) {
        try {
            model.addAttribute("list", lists.list(by, number));
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            nextPage.addFlashAttribute("done", "Nothing is to be picked of " + number + " any more.");
            return "redirect:" + FLOOR;
        }
        return "desk/warehouse-pick";
    }

    @PostMapping(FLOOR + "/pick/{number}/completion")
    String completePick(Actor.Staff by, @PathVariable String number, RedirectAttributes nextPage) {
        boolean[] done = {false};
        new TypedForm(Map.of()).submit(nextPage, () -> {
            int shipments = work.completePick(by, number);
            done[0] = true;
            return shipments == 1 ? number + " is picked." : number + " is picked: " + shipments + " shipments.";
        });
        return "redirect:" + (done[0] ? FLOOR : FLOOR + "/pick/" + number);
    }

    @PostMapping(FLOOR + "/counts/{id}")
    String count(
            Actor.Staff by,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            BigDecimal quantity = typed.decimal("quantity");
            typed.requireReadable();
            counts.count(by, id, quantity);
            return "The count is booked.";
        });
        return "redirect:" + FLOOR + "?warehouse=" + typed.text("warehouse");
    }

    @GetMapping(FLOOR + "/bins")
    String bins(
            Actor.Staff by,
            @RequestParam(name = "warehouse", required = false) String wanted,
            @RequestParam(required = false) String sku,
            Model model) {
        String code = warehouse(wanted, model);
        model.addAttribute("mayKeep", bins.mayKeep(by));
        model.addAttribute("bins", code == null ? List.of() : bins.of(code));
        model.addAttribute("sku", sku);
        if (sku != null && !sku.isBlank()) {
            model.addAttribute(
                    "balances",
                    stock.balances(sku.strip()).stream()
                            .filter(balance -> balance.warehouseCode().equals(code))
                            .toList());
        }
        return "desk/warehouse-bins";
    }

    @PostMapping(FLOOR + "/bins")
    String saveBin(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            Integer sequence = typed.wholeNumber("pickSequence");
            typed.requireReadable();
            bins.save(
                    by,
                    List.of(new Bin(
                            typed.text("warehouse"),
                            typed.text("code"),
                            typed.text("zone"),
                            sequence == null ? 0 : sequence)));
            return "Bin " + typed.text("code") + " is kept.";
        });
        nextPage.addAttribute("warehouse", typed.text("warehouse"));
        return "redirect:" + FLOOR + "/bins";
    }

    @PostMapping(FLOOR + "/bin-moves")
    String move(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            bins.move(by, typed.text("warehouse"), typed.text("sku"), typed.text("batch"), typed.text("toBin"));
            return typed.text("sku") + " lies in " + typed.text("toBin") + " now.";
        });
        nextPage.addAttribute("warehouse", typed.text("warehouse"));
        nextPage.addAttribute("sku", typed.text("sku"));
        return "redirect:" + FLOOR + "/bins";
    }

    /** The one asked for, or the first there is; null in a house without any. */
    private String warehouse(String wanted, Model model) {
        List<Warehouse> all = stock.warehouses();
        String code = all.stream()
                .map(Warehouse::code)
                .filter(one -> one.equals(wanted))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.get(all.size() - 1).code());
        model.addAttribute("warehouses", all);
        model.addAttribute("code", code);
        return code;
    }

    private static String shipment(StaffTask task) {
        return (String) task.references().get("shipmentNumber");
    }
}
