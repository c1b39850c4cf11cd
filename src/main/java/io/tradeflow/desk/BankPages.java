package io.tradeflow.desk;

import io.tradeflow.kernel.Actor;
import io.tradeflow.payment.BankStatements;
import io.tradeflow.payment.BankStatements.Uploaded;
import io.tradeflow.payment.Receipt;
import io.tradeflow.payment.ReceiptDraft;
import io.tradeflow.screen.TypedForm;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bank statements: uploads, and lines that finance says what they are. */
@Controller
class BankPages {

    private static final int PARTS = 4;

    private final BankStatements statements;

    BankPages(BankStatements statements) {
        this.statements = statements;
    }

    @GetMapping("/desk/bank")
    String lines(Actor.Staff by, Model model) {
        boolean may = by.isIn("finance");
        model.addAttribute("mayChange", may);
        model.addAttribute("waiting", may ? statements.waiting(by) : List.of());
        model.addAttribute("decided", may ? statements.decided(by) : List.of());
        model.addAttribute("layouts", statements.layouts());
        model.addAttribute("parts", PARTS);
        return "desk/bank";
    }

    @PostMapping("/desk/bank")
    String upload(
            Actor.Staff by,
            @RequestParam Map<String, String> fields,
            @RequestParam MultipartFile file,
            RedirectAttributes nextPage)
            throws IOException {
        byte[] content = file.getBytes();
        boolean xml = String.valueOf(file.getOriginalFilename())
                .toLowerCase(Locale.ROOT)
                .endsWith(".xml");
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            Uploaded uploaded = xml
                    ? statements.uploadCamt(by, typed.text("account"), content)
                    : statements.uploadCsv(by, typed.text("account"), typed.text("layout"), content);
            return uploaded.added() + " new lines, " + uploaded.known() + " known before, " + uploaded.withdrawals()
                    + " withdrawals not kept.";
        });
        return "redirect:/desk/bank";
    }

    @PostMapping("/desk/bank/{id}/confirmation")
    String confirm(
            Actor.Staff by,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            List<ReceiptDraft.Part> parts = parts(typed);
            typed.requireReadable();
            return "Receipt "
                    + statements
                            .confirm(by, id, typed.text("buyerCode"), typed.text("orderNumber"), parts)
                            .number()
                    + " is booked.";
        });
        return "redirect:/desk/bank";
    }

    @PostMapping("/desk/bank/{id}/split")
    String split(
            Actor.Staff by,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            List<BankStatements.Share> shares = shares(typed);
            typed.requireReadable();
            return statements.split(by, id, shares).stream()
                            .map(Receipt::number)
                            .collect(Collectors.joining(", ")) + " are booked.";
        });
        return "redirect:/desk/bank";
    }

    private static List<BankStatements.Share> shares(TypedForm typed) {
        List<BankStatements.Share> shares = new ArrayList<>();
        for (int index = 0; index < PARTS; index++) {
            String buyer = typed.text("shareBuyer" + index);
            if (buyer != null) {
                BigDecimal amount = typed.decimal("shareAmount" + index);
                String invoice = typed.text("shareInvoice" + index);
                shares.add(new BankStatements.Share(
                        buyer,
                        typed.text("shareOrder" + index),
                        amount,
                        invoice == null ? List.of() : List.of(new ReceiptDraft.Part(invoice, amount, null))));
            }
        }
        return shares;
    }

    @PostMapping("/desk/bank/{id}/receipt")
    String link(
            Actor.Staff by,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(
                nextPage,
                () -> "The line is receipt "
                        + statements.link(by, id, typed.text("receiptNumber")).number() + ".");
        return "redirect:/desk/bank";
    }

    @PostMapping("/desk/bank/{id}/dismissal")
    String ignore(
            Actor.Staff by,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            statements.ignore(by, id, typed.text("reason"));
            return "The line is ignored.";
        });
        return "redirect:/desk/bank";
    }

    private static List<ReceiptDraft.Part> parts(TypedForm typed) {
        List<ReceiptDraft.Part> parts = new ArrayList<>();
        for (int index = 0; index < PARTS; index++) {
            String invoice = typed.text("invoice" + index);
            if (invoice != null) {
                BigDecimal tds = typed.decimal("tds" + index);
                parts.add(new ReceiptDraft.Part(
                        invoice,
                        typed.decimal("amount" + index),
                        tds == null ? null : new ReceiptDraft.Tds(typed.text("section" + index), tds, null, null),
                        typed.decimal("discount" + index)));
            }
        }
        return parts;
    }
}
