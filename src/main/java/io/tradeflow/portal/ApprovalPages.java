package io.tradeflow.portal;

import io.tradeflow.document.DocumentKind;
import io.tradeflow.document.Documents;
import io.tradeflow.kernel.Actor;
import io.tradeflow.purchasing.PurchaseApproval;
import io.tradeflow.purchasing.PurchaseApproval.Outcome;
import io.tradeflow.purchasing.PurchaseApprovals;
import io.tradeflow.purchasing.Spending;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.screen.TypedForm;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The company's own approvals: what waits for whom, and the decision with all that is needed for it on one screen. */
@Controller
class ApprovalPages {

    private final PurchaseApprovals approvals;
    private final Quotations quotations;
    private final Documents documents;
    private final Spending spending;

    ApprovalPages(PurchaseApprovals approvals, Quotations quotations, Documents documents, Spending spending) {
        this.approvals = approvals;
        this.quotations = quotations;
        this.documents = documents;
        this.spending = spending;
    }

    @GetMapping("/portal/approvals")
    String queue(Actor.BuyerUser by, Model model) {
        List<PurchaseApproval> all = approvals.of(by);
        List<PurchaseApproval> mine = all.stream()
                .filter(approval -> approvals.mayDecide(by, approval))
                .toList();
        model.addAttribute("mine", mine);
        model.addAttribute(
                "others",
                all.stream().filter(approval -> !mine.contains(approval)).toList());
        return "portal/approvals";
    }

    @GetMapping("/portal/approvals/{id}")
    String approval(Actor.BuyerUser by, @PathVariable long id, Model model) {
        PurchaseApproval approval = approvals.approval(by, id);
        model.addAttribute("approval", approval);
        model.addAttribute("mayDecide", approvals.mayDecide(by, approval));
        model.addAttribute("usedNow", spending.usedThisMonth(by.buyerCode(), approval.requesterId()));
        quotations.ofDeal(by, approval.dealNumber()).stream()
                .filter(quote ->
                        quote.number().equals(approval.quoteNumber()) && quote.revision() == approval.revision())
                .findFirst()
                .ifPresent(quote -> {
                    model.addAttribute("quote", quote);
                    quotations
                            .deliveryWishes(quote.number())
                            .ifPresent(stated -> model.addAttribute("delivery", WishedDelivery.of(quote, stated)));
                });
        model.addAttribute(
                "documents",
                documents.ofDeal(by, approval.dealNumber()).stream()
                        .filter(document ->
                                document.kind() == DocumentKind.QUOTE && document.revision() == approval.revision())
                        .toList());
        return "portal/approval";
    }

    @PostMapping("/portal/approvals/{id}/decision")
    String decide(
            Actor.BuyerUser by,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            Outcome outcome = typed.choice("outcome", Outcome.class);
            typed.requireReadable();
            PurchaseApproval decided = approvals.decide(by, id, outcome, typed.text("comment"));
            return switch (outcome) {
                case APPROVED ->
                    decided.level() < decided.levels()
                            ? "Approved. The next level is asked now."
                            : "Approved. The order is placed for " + decided.requesterName() + ".";
                case REFUSED -> "Refused. " + decided.requesterName() + " is told by mail.";
                case SENT_BACK -> "Sent back. " + decided.requesterName() + " is told by mail.";
            };
        });
        return "redirect:/portal/approvals/" + id;
    }
}
