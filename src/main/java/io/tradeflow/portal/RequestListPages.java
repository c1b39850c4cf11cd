package io.tradeflow.portal;

import io.tradeflow.inquiry.Inquiry;
import io.tradeflow.inquiry.InquiryDraft;
import io.tradeflow.inquiry.RequestLists;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.screen.InquiryForm;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a buyer has put together, and how it becomes an inquiry. */
@Controller
class RequestListPages {

    private final RequestLists lists;

    RequestListPages(RequestLists lists) {
        this.lists = lists;
    }

    @GetMapping("/portal/request-list")
    String list(Actor.BuyerUser by, Model model) {
        return page(by, InquiryForm.blank(InquiryDraft.Channel.PORTAL), model);
    }

    /** Quantities as they are typed now; a line without one leaves the list. */
    @PostMapping("/portal/request-list")
    String change(Actor.BuyerUser by, @ModelAttribute InquiryForm typed, Model model, RedirectAttributes nextPage) {
        InquiryForm kept = typed.withQuantitiesOnly();
        try {
            lists.replace(by, linesOf(by, kept));
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            return page(by, kept, model);
        }
        nextPage.addFlashAttribute("done", "The list is changed.");
        return "redirect:/portal/request-list";
    }

    @PostMapping("/portal/request-list/inquiry")
    String submit(Actor.BuyerUser by, @ModelAttribute InquiryForm form, Model model) {
        try {
            InquiryDraft details = form.withoutLines().toDraft(by.buyerCode(), InquiryDraft.Channel.PORTAL);
            Inquiry inquiry = lists.submit(
                    by, details.buyerReference(), details.requirement(), details.urgency(), details.neededBy());
            return "redirect:/portal/deals/" + inquiry.number();
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            return page(by, form, model);
        }
    }

    private String page(Actor.BuyerUser by, InquiryForm form, Model model) {
        model.addAttribute("lines", lists.lines(by));
        model.addAttribute("form", form);
        model.addAttribute("urgencies", InquiryDraft.Urgency.values());
        return "portal/request-list";
    }

    private static List<InquiryDraft.Line> linesOf(Actor.BuyerUser by, InquiryForm form) {
        return form.toDraft(by.buyerCode(), InquiryDraft.Channel.PORTAL).lines();
    }
}
