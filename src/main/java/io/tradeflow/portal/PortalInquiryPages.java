package io.tradeflow.portal;

import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.inquiry.Inquiry;
import io.tradeflow.inquiry.InquiryDraft;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.screen.InquiryForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** A buyer asks for a quote; always for the own company. */
@Controller
class PortalInquiryPages {

    private final Inquiries inquiries;

    PortalInquiryPages(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    @GetMapping("/portal/inquiries/new")
    String blank(Actor.BuyerUser by, Model model) {
        return form(InquiryForm.blank(InquiryDraft.Channel.PORTAL), model);
    }

    @PostMapping("/portal/inquiries")
    String submit(Actor.BuyerUser by, @ModelAttribute InquiryForm typed, Model model) {
        InquiryForm form = typed.compacted();
        try {
            Inquiry inquiry = inquiries.submit(by, form.toDraft(by.buyerCode(), InquiryDraft.Channel.PORTAL));
            return "redirect:/portal/deals/" + inquiry.number();
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            return form(form.withMoreLines(), model);
        }
    }

    private String form(InquiryForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("urgencies", InquiryDraft.Urgency.values());
        return "portal/inquiry";
    }
}
