package io.tradeflow.desk;

import io.tradeflow.catalog.Categories;
import io.tradeflow.fulfilment.Checklist;
import io.tradeflow.fulfilment.Checklists;
import io.tradeflow.fulfilment.InspectionSheet;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.screen.TypedForm;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The checklists by which goods are inspected, as quality writes them. */
@Controller
class ChecklistPages {

    private static final String LIST = "/desk/checklists";
    private static final int MOST_ROWS = 50;
    private static final int BLANK_ROWS = 4;

    private final Checklists checklists;
    private final Categories categories;
    private final Clock clock;

    ChecklistPages(Checklists checklists, Categories categories, Clock clock) {
        this.checklists = checklists;
        this.categories = categories;
        this.clock = clock;
    }

    @GetMapping(LIST)
    String list(Actor.Staff by, Model model) {
        model.addAttribute("checklists", checklists.all());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("mayKeep", checklists.mayKeep(by));
        return "desk/checklists";
    }

    @GetMapping(LIST + "/one")
    String one(Actor.Staff by, @RequestParam(required = false) String code, Model model) {
        return shown(by, code == null ? Map.of("isNew", "true") : fields(checklists.checklist(code)), model);
    }

    @PostMapping(LIST)
    String save(Actor.Staff by, @RequestParam Map<String, String> fields, Model model, RedirectAttributes nextPage) {
        try {
            Checklist read = read(fields);
            if (fields.containsKey("isNew")
                    && checklists.all().stream().anyMatch(one -> one.code().equals(read.code()))) {
                throw Problem.invalid("invalid-checklist", "code", "There is a checklist " + read.code() + " already");
            }
            checklists.save(by, read);
            nextPage.addFlashAttribute("done", "Checklist " + read.code() + " is kept.");
            return "redirect:" + LIST;
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            return shown(by, fields, model);
        }
    }

    private String shown(Actor.Staff by, Map<String, String> fields, Model model) {
        int filled = IntStream.range(0, MOST_ROWS)
                .filter(row -> !fields.getOrDefault(field(row, "label"), "").isBlank())
                .max()
                .orElse(-1);
        model.addAttribute("f", fields);
        model.addAttribute("isNew", fields.containsKey("isNew"));
        model.addAttribute("rows", Math.min(MOST_ROWS, filled + 1 + BLANK_ROWS));
        model.addAttribute("kinds", InspectionSheet.Kind.values());
        model.addAttribute("categories", categories.all());
        model.addAttribute("mayKeep", checklists.mayKeep(by));
        return "desk/checklist";
    }

    /** Rows without a label are left out; the others are numbered anew, from 1. */
    private static Checklist read(Map<String, String> fields) {
        TypedForm typed = new TypedForm(fields);
        List<InspectionSheet.Item> items = new ArrayList<>();
        for (int row = 0; row < MOST_ROWS; row++) {
            String label = typed.text(field(row, "label"));
            if (label != null) {
                items.add(new InspectionSheet.Item(
                        items.size() + 1,
                        typed.choice(field(row, "kind"), InspectionSheet.Kind.class),
                        label,
                        typed.text(field(row, "unit")),
                        typed.decimal(field(row, "least")),
                        typed.decimal(field(row, "most"))));
            }
        }
        Checklist checklist = new Checklist(
                typed.text("code"),
                typed.text("name"),
                typed.text("sku"),
                typed.text("category"),
                typed.date("validFrom"),
                typed.date("validTo"),
                items);
        typed.requireReadable();
        return checklist;
    }

    private static Map<String, String> fields(Checklist checklist) {
        Map<String, String> fields = new HashMap<>();
        fields.put("code", checklist.code());
        fields.put("name", checklist.name());
        fields.put("sku", checklist.sku());
        fields.put("category", checklist.category());
        fields.put("validFrom", text(checklist.validFrom()));
        fields.put("validTo", text(checklist.validTo()));
        for (int row = 0; row < checklist.items().size(); row++) {
            InspectionSheet.Item item = checklist.items().get(row);
            fields.put(field(row, "label"), item.label());
            fields.put(field(row, "kind"), item.kind().name());
            fields.put(field(row, "unit"), item.unit());
            fields.put(field(row, "least"), plain(item.least()));
            fields.put(field(row, "most"), plain(item.most()));
        }
        return fields;
    }

    private static String field(int row, String name) {
        return "items[" + row + "]." + name;
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static String plain(BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros().toPlainString();
    }
}
