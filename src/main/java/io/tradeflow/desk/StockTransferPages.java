package io.tradeflow.desk;

import io.tradeflow.ewaybill.TransferEwayBills;
import io.tradeflow.inventory.Stock;
import io.tradeflow.inventory.StockReason;
import io.tradeflow.inventory.StockReasons;
import io.tradeflow.inventory.StockTransfer;
import io.tradeflow.inventory.StockTransfers;
import io.tradeflow.invoicing.TransferChallans;
import io.tradeflow.kernel.Actor;
import io.tradeflow.screen.TypedForm;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Goods sent from one warehouse to another. */
@Controller
class StockTransferPages {

    private static final int PAGE_SIZE = 30;
    private static final int LINES = 6;

    private final StockTransfers transfers;
    private final StockReasons reasons;
    private final TransferChallans challans;
    private final TransferEwayBills bills;
    private final Stock stock;
    private final Clock clock;

    StockTransferPages(
            StockTransfers transfers,
            StockReasons reasons,
            TransferChallans challans,
            TransferEwayBills bills,
            Stock stock,
            Clock clock) {
        this.transfers = transfers;
        this.reasons = reasons;
        this.challans = challans;
        this.bills = bills;
        this.stock = stock;
        this.clock = clock;
    }

    @GetMapping("/desk/stock/transfers")
    String latest(Actor.Staff by, @RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("transfers", transfers.latest(false, Math.max(page, 0), PAGE_SIZE));
        model.addAttribute("page", Math.max(page, 0));
        model.addAttribute("size", PAGE_SIZE);
        model.addAttribute("warehouses", stock.warehouses());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("lines", LINES);
        model.addAttribute("mayMove", transfers.mayMove(by));
        return "desk/stock-transfers";
    }

    @PostMapping("/desk/stock/transfers")
    String send(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            String number = transfers.send(by, draft(typed));
            return number + " is under way.";
        });
        return "redirect:/desk/stock/transfers";
    }

    private static StockTransfer.Draft draft(TypedForm typed) {
        List<StockTransfer.Goods> goods = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            String path = "lines[" + i + "].";
            String sku = typed.text(path + "sku");
            BigDecimal quantity = typed.decimal(path + "quantity");
            if (sku != null || quantity != null) {
                goods.add(new StockTransfer.Goods(sku, typed.text(path + "batch"), quantity));
            }
        }
        StockTransfer.Draft draft = new StockTransfer.Draft(
                typed.text("reference"),
                typed.text("fromWarehouse"),
                typed.text("toWarehouse"),
                typed.date("expectedOn"),
                typed.text("note"),
                goods);
        typed.requireReadable();
        return draft;
    }

    @GetMapping("/desk/stock/transfers/{number}")
    String one(Actor.Staff by, @PathVariable String number, Model model) {
        model.addAttribute("transfer", transfers.one(number));
        model.addAttribute("mayMove", transfers.mayMove(by));
        model.addAttribute("challan", challans.ofTransfer(number).orElse(null));
        model.addAttribute("bill", bills.ofTransfer(number).orElse(null));
        model.addAttribute(
                "reasons",
                reasons.all().stream()
                        .filter(reason -> reason.active() && reason.uses().contains(StockReason.Use.UNDER_WAY))
                        .toList());
        return "desk/stock-transfer";
    }

    @PostMapping("/desk/stock/transfers/{number}/challan")
    String issueChallan(Actor.Staff by, @PathVariable String number, RedirectAttributes nextPage) {
        new TypedForm(Map.of())
                .submit(
                        nextPage,
                        () -> "Delivery challan " + challans.issue(by, number).number() + " is issued.");
        nextPage.addAttribute("number", number);
        return "redirect:/desk/stock/transfers/{number}";
    }

    @PostMapping("/desk/stock/transfers/{number}/eway-bill")
    String recordBill(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            Integer km = typed.wholeNumber("distanceKm");
            typed.requireReadable();
            return "E-way bill "
                    + bills.record(
                                    by,
                                    number,
                                    new TransferEwayBills.Recorded(
                                            typed.text("ewayBillNumber"), km, typed.text("vehicleNumber")))
                            .number()
                    + " is recorded.";
        });
        nextPage.addAttribute("number", number);
        return "redirect:/desk/stock/transfers/{number}";
    }

    @PostMapping("/desk/stock/transfers/{number}/receipts")
    String receive(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            transfers.receive(by, number, arrival(typed, transfers.one(number)));
            return "Receipt " + typed.text("reference") + " is booked.";
        });
        nextPage.addAttribute("number", number);
        return "redirect:/desk/stock/transfers/{number}";
    }

    private static StockTransfer.Arrival arrival(TypedForm typed, StockTransfer transfer) {
        List<StockTransfer.ArrivedLine> lines = new ArrayList<>();
        for (StockTransfer.Line line : transfer.lines()) {
            String path = "lines[" + lines.size() + "].";
            lines.add(new StockTransfer.ArrivedLine(
                    line.lineNo(),
                    typed.decimal(path + "received"),
                    typed.decimal(path + "lost"),
                    typed.text(path + "reason"),
                    typed.text(path + "bin")));
        }
        typed.requireReadable();
        return new StockTransfer.Arrival(typed.text("reference"), lines);
    }
}
