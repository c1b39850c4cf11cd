package io.tradeflow.desk;

import io.tradeflow.document.Documents;
import io.tradeflow.kernel.Actor;
import io.tradeflow.notification.SentMail;
import io.tradeflow.notification.SentMails;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The outbox: what was mailed, what still waits and why. */
@Controller
class MailPages {

    private static final int PAGE_SIZE = 30;

    private final SentMails mails;
    private final Documents documents;

    MailPages(SentMails mails, Documents documents) {
        this.mails = mails;
        this.documents = documents;
    }

    @GetMapping("/desk/mails")
    String mails(Actor.Staff by, @RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("mails", mails.latest(Math.max(page, 0), PAGE_SIZE));
        model.addAttribute("page", page);
        model.addAttribute("size", PAGE_SIZE);
        return "desk/mails";
    }

    @GetMapping("/desk/mails/{id}")
    String mail(Actor.Staff by, @PathVariable long id, Model model) {
        SentMail mail = mails.one(id);
        model.addAttribute("mail", mail);
        model.addAttribute(
                "documents",
                mail.documentIds().stream().map(d -> documents.document(by, d)).toList());
        return "desk/mail";
    }

    /** The message as a file any mail program opens. */
    @GetMapping("/desk/mails/{id}.eml")
    ResponseEntity<byte[]> raw(Actor.Staff by, @PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .header("Content-Disposition", "attachment; filename=\"mail-" + id + ".eml\"")
                .body(mails.raw(id));
    }
}
