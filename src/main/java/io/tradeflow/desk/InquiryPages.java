package io.tradeflow.desk;

import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.inquiry.Inquiry;
import io.tradeflow.inquiry.InquiryDraft;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Parties;
import io.tradeflow.screen.InquiryForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** An inquiry taken in by the sales desk: a call, a mail, a visit. */
@Controller
class InquiryPages {

    private final Inquiries inquiries;
    private final Parties parties;

    InquiryPages(Inquiries inquiries, Parties parties) {
        this.inquiries = inquiries;
        this.parties = parties;
    }

    @GetMapping("/desk/inquiries/new")
    String blank(Actor.Staff by, Model model) {
        return form(InquiryForm.blank(InquiryDraft.Channel.SALES_CALL), model);
    }

    @PostMapping("/desk/inquiries")
    String submit(Actor.Staff by, @ModelAttribute InquiryForm typed, Model model) {
        InquiryForm form = typed.compacted();
        try {
            Inquiry inquiry = inquiries.submit(by, form.toDraft(form.buyerCode(), form.channel()));
            return "redirect:/desk/deals/" + inquiry.number();
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            return form(form.withMoreLines(), model);
        }
    }

    private String form(InquiryForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("buyers", parties.buyers());
        model.addAttribute("channels", InquiryDraft.Channel.values());
        model.addAttribute("urgencies", InquiryDraft.Urgency.values());
        return "desk/inquiry";
    }
}
