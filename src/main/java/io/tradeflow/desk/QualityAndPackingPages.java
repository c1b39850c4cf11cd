package io.tradeflow.desk;

import io.tradeflow.fulfilment.Inspecting;
import io.tradeflow.fulfilment.InspectionPhoto;
import io.tradeflow.fulfilment.InspectionPhotos;
import io.tradeflow.fulfilment.InspectionSheet;
import io.tradeflow.fulfilment.Packing;
import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.screen.TypedForm;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Inspection by checklist and packing by scanner, for a handheld. */
@Controller
class QualityAndPackingPages {

    private static final String FLOOR = "/desk/warehouse";
    private static final Pattern PHOTOS_OF_LINE = Pattern.compile("line-([0-9]{1,6})\\.photo");

    private final WarehouseWork work;
    private final Inspecting inspecting;
    private final InspectionPhotos photos;
    private final Packing packing;
    private final Inquiries inquiries;
    private final SalesOrders orders;

    QualityAndPackingPages(
            WarehouseWork work,
            Inspecting inspecting,
            InspectionPhotos photos,
            Packing packing,
            Inquiries inquiries,
            SalesOrders orders) {
        this.work = work;
        this.inspecting = inspecting;
        this.photos = photos;
        this.packing = packing;
        this.inquiries = inquiries;
        this.orders = orders;
    }

    @GetMapping(FLOOR + "/inspect/{number}")
    String inspect(Actor.Staff by, @PathVariable String number, Model model, RedirectAttributes nextPage) {
        try {
            model.addAttribute("sheet", inspecting.sheet(number));
        } catch (Problem problem) {
            return notNow(problem, nextPage);
        }
        model.addAttribute(
                "photos", photos.of(number).stream().collect(Collectors.groupingBy(InspectionPhoto::lineNo)));
        return "desk/warehouse-inspect";
    }

    @PostMapping(FLOOR + "/inspect/{number}")
    String completeInspection(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            RedirectAttributes nextPage)
            throws IOException {
        Map<Integer, List<byte[]>> taken = taken(files);
        TypedForm typed = new TypedForm(fields);
        boolean[] done = {false};
        typed.submit(nextPage, () -> {
            // first, each by itself: a browser does not keep chosen files when the rest is refused
            keepPhotos(by, number, taken);
            InspectionSheet sheet = inspecting.sheet(number);
            Map<Integer, InspectionSheet.Finding> findings = new HashMap<>();
            Map<Integer, BigDecimal> rejected = new HashMap<>();
            for (InspectionSheet.Line line : sheet.lines()) {
                String at = "line-" + line.lineNo() + ".";
                BigDecimal quantity = typed.decimal(at + "rejected");
                rejected.put(line.lineNo(), quantity == null ? BigDecimal.ZERO : quantity);
                Map<Integer, String> results = new HashMap<>();
                line.items().forEach(item -> results.put(item.itemNo(), typed.text(at + "item-" + item.itemNo())));
                findings.put(
                        line.lineNo(),
                        new InspectionSheet.Finding(
                                typed.wholeNumber(at + "sample"),
                                typed.wholeNumber(at + "defective"),
                                typed.text(at + "defect"),
                                typed.text(at + "block") != null,
                                results));
            }
            typed.requireReadable();
            work.completeInspection(by, sheet, findings, rejected, typed.text("remark"));
            done[0] = true;
            return number + " is inspected.";
        });
        return "redirect:" + (done[0] ? FLOOR : FLOOR + "/inspect/" + number);
    }

    private static Map<Integer, List<byte[]>> taken(MultiValueMap<String, MultipartFile> files) throws IOException {
        Map<Integer, List<byte[]>> taken = new TreeMap<>();
        for (Map.Entry<String, List<MultipartFile>> field : files.entrySet()) {
            Matcher line = PHOTOS_OF_LINE.matcher(field.getKey());
            for (MultipartFile file : line.matches() ? field.getValue() : List.<MultipartFile>of()) {
                if (!file.isEmpty()) {
                    taken.computeIfAbsent(Integer.valueOf(line.group(1)), number -> new ArrayList<>())
                            .add(file.getBytes());
                }
            }
        }
        return taken;
    }

    private void keepPhotos(Actor.Staff by, String number, Map<Integer, List<byte[]>> taken) {
        taken.forEach((line, contents) -> contents.forEach(content -> {
            try {
                photos.add(by, number, line, content);
            } catch (Problem problem) {
                throw problem.violations().isEmpty()
                        ? problem
                        : Problem.invalid(
                                problem.slug(),
                                "line " + line,
                                problem.violations().get(0).message());
            }
        }));
    }

    @GetMapping(FLOOR + "/pack/{number}")
    String pack(Actor.Staff by, @PathVariable String number, Model model, RedirectAttributes nextPage) {
        Packing.Table table;
        try {
            table = packing.table(by, number);
        } catch (Problem problem) {
            return notNow(problem, nextPage);
        }
        SalesOrder order = orders.order(table.orderNumber());
        model.addAttribute("table", table);
        model.addAttribute("handling", inquiries.inquiry(table.dealNumber()).handling());
        model.addAttribute(
                "notes",
                order.lines().stream()
                        .filter(line -> line.note() != null && !line.note().isBlank())
                        .filter(line -> table.lines().stream().anyMatch(one -> one.orderLineNo() == line.lineNo()))
                        .collect(Collectors.toMap(SalesOrder.Line::sku, SalesOrder.Line::note, (one, other) -> one)));
        return "desk/warehouse-pack";
    }

    @PostMapping(FLOOR + "/pack/{number}/completion")
    String completePacking(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        boolean[] done = {false};
        typed.submit(nextPage, () -> {
            work.completePacking(by, packing.table(by, number), typed.text("packingNote"));
            done[0] = true;
            return number + " is packed.";
        });
        return "redirect:" + (done[0] ? FLOOR : FLOOR + "/pack/" + number);
    }

    /** Somebody was quicker: back to what there is to do. */
    private static String notNow(Problem problem, RedirectAttributes nextPage) {
        if (problem.kind() == Problem.Kind.FORBIDDEN) {
            throw problem;
        }
        nextPage.addFlashAttribute("problem", problem);
        return "redirect:" + FLOOR;
    }
}
