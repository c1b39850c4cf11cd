package io.tradeflow.desk;

import io.tradeflow.kernel.Actor;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.payment.AppliedMoney;
import io.tradeflow.payment.Deductions;
import io.tradeflow.payment.EarlyDiscounts;
import io.tradeflow.payment.MoneyOnAccount;
import io.tradeflow.payment.Payments;
import io.tradeflow.payment.Receipt;
import io.tradeflow.payment.ReceiptFilter;
import io.tradeflow.payment.ReceiptSearch;
import io.tradeflow.payment.Refund;
import io.tradeflow.payment.Refunds;
import io.tradeflow.payment.Vouchers;
import io.tradeflow.quotation.Amounts;
import io.tradeflow.screen.AskedDays;
import io.tradeflow.screen.TypedForm;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Receipts: what became of the money, and what finance does with what is left. */
@Controller
class ReceiptPages {

    private static final int PAGE_SIZE = 50;

    private final Payments payments;
    private final ReceiptSearch search;
    private final AppliedMoney money;
    private final Refunds refunds;
    private final Deductions deductions;
    private final EarlyDiscounts discounts;
    private final MoneyOnAccount onAccount;
    private final Vouchers vouchers;
    private final Parties parties;
    private final Clock clock;

    ReceiptPages(
            Payments payments,
            ReceiptSearch search,
            AppliedMoney money,
            Refunds refunds,
            Deductions deductions,
            EarlyDiscounts discounts,
            MoneyOnAccount onAccount,
            Vouchers vouchers,
            Parties parties,
            Clock clock) {
        this.payments = payments;
        this.search = search;
        this.money = money;
        this.refunds = refunds;
        this.deductions = deductions;
        this.discounts = discounts;
        this.onAccount = onAccount;
        this.vouchers = vouchers;
        this.parties = parties;
        this.clock = clock;
    }

    @GetMapping("/desk/receipts")
    String receipts(
            Actor.Staff by,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) String partly,
            Model model) {
        TypedForm typed = new TypedForm(fields);
        Integer page = typed.wholeNumber("page");
        AskedDays days = AskedDays.of(typed, "from", "to", null);
        days.tell(fields, model);
        ReceiptFilter filter =
                new ReceiptFilter(typed.text("q"), days.first(), days.last(), page == null ? 0 : page, PAGE_SIZE);
        model.addAttribute("receipts", search.list(by, filter));
        model.addAttribute("sums", search.sums(by, filter));
        model.addAttribute("filter", filter);
        model.addAttribute("partly", partly);
        model.addAttribute("names", parties.buyers().stream().collect(Collectors.toMap(Buyer::code, Buyer::legalName)));
        if (partly != null) {
            return "desk/receipts :: list";
        }
        model.addAttribute("unapplied", payments.unapplied(by));
        model.addAttribute("pending", deductions.pending());
        model.addAttribute("mayChange", by.isIn("finance"));
        model.addAttribute("today", LocalDate.now(clock));
        return "desk/receipts";
    }

    @GetMapping("/desk/receipts/{number}")
    String receipt(Actor.Staff by, @PathVariable String number, Model model) {
        Receipt receipt = payments.receipt(number);
        model.addAttribute("receipt", receipt);
        model.addAttribute("buyer", parties.buyer(receipt.buyerCode()));
        model.addAttribute("voucher", vouchers.ofReceipt(number).orElse(null));
        model.addAttribute("entries", money.ofReceipt(number));
        model.addAttribute("candidates", money.candidates(receipt));
        model.addAttribute("discountable", discounts.open(receipt));
        model.addAttribute("mayChange", by.isIn("finance"));
        return "desk/receipt";
    }

    @PostMapping("/desk/receipts/{number}/applications")
    String apply(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        return submit(typed, number, nextPage, () -> {
            BigDecimal amount = typed.decimal("amount");
            typed.requireReadable();
            return Amounts.shown(money.apply(by, number, typed.text("invoiceNumber"), amount)
                            .amount())
                    + " are applied.";
        });
    }

    @PostMapping("/desk/receipts/{number}/order")
    String assign(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        return submit(
                typed,
                number,
                nextPage,
                () -> "The money is for order "
                        + onAccount
                                .assign(by, number, typed.text("orderNumber"))
                                .orderNumber() + " now.");
    }

    @PostMapping("/desk/receipts/{number}/discounts")
    String discount(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        return submit(
                typed,
                number,
                nextPage,
                () -> Amounts.shown(discounts
                                .allow(by, number, typed.text("invoiceNumber"))
                                .amount())
                        + " are taken off.");
    }

    @PostMapping("/desk/receipts/{number}/settlements/{id}/reversal")
    String unapply(
            Actor.Staff by,
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        return submit(typed, number, nextPage, () -> {
            money.unapply(by, id, typed.text("reason"));
            return "The entry is taken back.";
        });
    }

    @PostMapping("/desk/receipts/{number}/reversal")
    String reverse(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        return submit(typed, number, nextPage, () -> {
            money.reverse(by, number, typed.text("reason"));
            return "The receipt is taken back; what it had settled is open again.";
        });
    }

    @PostMapping("/desk/receipts/{number}/refund")
    String payBack(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        return submit(typed, number, nextPage, () -> {
            BigDecimal amount = typed.decimal("refundAmount");
            BigDecimal seen = typed.decimal("unapplied");
            typed.requireReadable();
            Refund refund = refunds.payBack(by, number, amount, seen, typed.text("refundReason"));
            return "Refund " + refund.number() + " is a task of finance now: pay back " + Amounts.shown(refund.amount())
                    + ".";
        });
    }

    @PostMapping("/desk/receipts/deductions/{id}/certificate")
    String certificate(
            Actor.Staff by,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            LocalDate on = typed.date("certificateOn");
            typed.requireReadable();
            deductions.certificate(by, id, typed.text("certificateNumber"), on);
            return "The certificate is entered.";
        });
        return "redirect:/desk/receipts";
    }

    private static String submit(TypedForm typed, String number, RedirectAttributes nextPage, Supplier<String> deed) {
        typed.submit(nextPage, deed);
        nextPage.addAttribute("number", number);
        return "redirect:/desk/receipts/{number}";
    }
}
