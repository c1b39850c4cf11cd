package io.tradeflow.desk;

import io.tradeflow.approval.Approval;
import io.tradeflow.approval.Approvals;
import io.tradeflow.approval.HandingOver;
import io.tradeflow.approval.ReasonReaders;
import io.tradeflow.approval.Reassignment;
import io.tradeflow.kernel.Actor;
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

/** Which decisions are open, with whom and until when; and one of them handed to somebody else. */
@Controller
class OpenApprovalPages {

    private final Approvals approvals;
    private final HandingOver handing;
    private final Quotations quotations;
    private final ReasonReaders readers;

    OpenApprovalPages(Approvals approvals, HandingOver handing, Quotations quotations, ReasonReaders readers) {
        this.approvals = approvals;
        this.handing = handing;
        this.quotations = quotations;
        this.readers = readers;
    }

    @GetMapping("/desk/approvals")
    String open(Actor.Staff by, Model model) {
        List<Approval> open = quotations.seesMargins(by) ? approvals.allOpen() : List.of();
        model.addAttribute("open", open);
        model.addAttribute("holders", handing.holders(open));
        return "desk/open-approvals";
    }

    @GetMapping("/desk/approvals/{id}/reassignment")
    String form(Actor.Staff by, @PathVariable long id, Model model) {
        Approval approval = approvals.approval(id);
        model.addAttribute("approval", approval);
        model.addAttribute("readsReasons", readers.mayRead(by, approval));
        model.addAttribute("holder", handing.holders(List.of(approval)).get(id));
        model.addAttribute("receivers", handing.receivers(by, id));
        return "desk/reassign";
    }

    @PostMapping("/desk/approvals/{id}/reassignment")
    String reassign(
            Actor.Staff by,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            Reassignment done = handing.reassign(by, id, typed.text("userId"), typed.text("reason"));
            return done.toName() + " has it now and gets a mail.";
        });
        return nextPage.getFlashAttributes().containsKey("problem")
                ? "redirect:/desk/approvals/" + id + "/reassignment"
                : "redirect:/desk/deals/" + approvals.approval(id).dealNumber();
    }
}
