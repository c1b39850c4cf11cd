package io.tradeflow.desk;

import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.inquiry.Inquiry;
import io.tradeflow.inquiry.InquiryDraft;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Parties;
import io.tradeflow.quotation.QuoteCopies;
import io.tradeflow.quotation.QuoteCopy;
import io.tradeflow.screen.InquiryForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An inquiry taken in by the sales desk: a call, a mail, a visit. */
@Controller
class InquiryPages {

    private final Inquiries inquiries;
    private final QuoteCopies copies;
    private final Parties parties;

    InquiryPages(Inquiries inquiries, QuoteCopies copies, Parties parties) {
        this.inquiries = inquiries;
        this.copies = copies;
        this.parties = parties;
    }

    @GetMapping("/desk/inquiries/new")
    String blank(
            Actor.Staff by,
            @RequestParam(required = false) String copyOf,
            @RequestParam(defaultValue = "DUPLICATE") QuoteCopy.Kind copyKind,
            Model model) {
        if (copyOf != null) {
            model.addAttribute("copyOf", copyOf);
            model.addAttribute("copyKind", copyKind);
            return form(InquiryForm.of(copies.draft(by, copyOf, null)), model);
        }
        return form(InquiryForm.blank(InquiryDraft.Channel.SALES_CALL), model);
    }

    @PostMapping("/desk/inquiries")
    String submit(
            Actor.Staff by,
            @RequestParam(required = false) String copyOf,
            @RequestParam(defaultValue = "DUPLICATE") QuoteCopy.Kind copyKind,
            @ModelAttribute InquiryForm typed,
            Model model) {
        InquiryForm form = typed.compacted();
        try {
            InquiryDraft draft = form.toDraft(form.buyerCode(), form.channel());
            Inquiry inquiry = copyOf == null ? inquiries.submit(by, draft) : copies.begin(by, copyOf, copyKind, draft);
            return "redirect:/desk/deals/" + inquiry.number();
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            model.addAttribute("copyOf", copyOf);
            model.addAttribute("copyKind", copyKind);
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
