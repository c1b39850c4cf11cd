package io.tradeflow.desk;

import io.tradeflow.kernel.Actor;
import io.tradeflow.party.Parties;
import io.tradeflow.payment.Deductions;
import io.tradeflow.payment.Payments;
import io.tradeflow.payment.Receipt;
import io.tradeflow.payment.ReceiptDraft;
import io.tradeflow.payment.Refunds;
import io.tradeflow.quotation.Amounts;
import io.tradeflow.screen.TypedForm;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Open items, and money coming in. */
@Controller
class PaymentPages {

    /** Invoices one transfer can name on the page; the API takes any number. */
    private static final int PARTS = 6;

    private final Payments payments;
    private final Refunds refunds;
    private final Deductions deductions;
    private final Parties parties;
    private final Clock clock;

    PaymentPages(Payments payments, Refunds refunds, Deductions deductions, Parties parties, Clock clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.deductions = deductions;
        this.parties = parties;
        this.clock = clock;
    }

    @GetMapping("/desk/payments")
    String openItems(Actor.Staff by, @RequestParam(required = false) String invoice, Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("openItems", payments.openItems(by));
        model.addAttribute("refunds", refunds.due());
        model.addAttribute("modes", ReceiptDraft.Mode.ofMoney());
        model.addAttribute("sections", deductions.rates(today));
        model.addAttribute("today", today);
        model.addAttribute("mayRecord", by.isIn("finance"));
        model.addAttribute("parts", PARTS);
        model.addAttribute("wanted", invoice);
        model.addAttribute("buyers", parties.buyers());
        return "desk/payments";
    }

    @PostMapping("/desk/payments")
    String record(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> booked(payments.record(by, receipt(typed))));
        return "redirect:/desk/payments";
    }

    private static String booked(Receipt receipt) {
        String booked = "Receipt " + receipt.number() + " is booked.";
        return receipt.unapplied().isPositive()
                ? booked + " " + Amounts.shown(receipt.unapplied()) + " of it are not applied"
                        + (receipt.isOnAccount() ? " and stand on the buyer's account." : " and stay with the order.")
                : booked;
    }

    private static ReceiptDraft receipt(TypedForm typed) {
        BigDecimal amount = typed.decimal("amount");
        List<ReceiptDraft.Part> parts = parts(typed);
        ReceiptDraft.Tds tds = tds(typed, "tds", "tdsSection");
        BigDecimal discount = typed.decimal("discount");
        boolean onlyOne = parts.isEmpty() && (tds != null || discount != null);
        if (onlyOne) {
            parts = List.of(new ReceiptDraft.Part(typed.text("invoiceNumber"), amount, tds, discount));
        }
        ReceiptDraft draft = new ReceiptDraft(
                typed.text("buyerCode"),
                typed.text("orderNumber"),
                onlyOne ? null : typed.text("invoiceNumber"),
                amount,
                typed.text("currency"),
                typed.choice("mode", ReceiptDraft.Mode.class),
                typed.text("reference"),
                typed.date("receivedOn"),
                parts);
        typed.requireReadable();
        return draft;
    }

    private static List<ReceiptDraft.Part> parts(TypedForm typed) {
        List<ReceiptDraft.Part> parts = new ArrayList<>();
        for (int index = 0; index < PARTS; index++) {
            String invoice = typed.text("invoice" + index);
            if (invoice != null) {
                parts.add(new ReceiptDraft.Part(
                        invoice.toUpperCase(Locale.ROOT),
                        typed.decimal("amount" + index),
                        tds(typed, "tds" + index, "tdsSection" + index),
                        typed.decimal("discount" + index)));
            }
        }
        return parts;
    }

    private static ReceiptDraft.Tds tds(TypedForm typed, String amountField, String sectionField) {
        BigDecimal amount = typed.decimal(amountField);
        return amount == null ? null : new ReceiptDraft.Tds(typed.text(sectionField), amount, null, null);
    }
}
