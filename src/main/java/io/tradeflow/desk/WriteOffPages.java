package io.tradeflow.desk;

import io.tradeflow.kernel.Actor;
import io.tradeflow.payment.WriteOff;
import io.tradeflow.payment.WriteOffs;
import io.tradeflow.screen.TypedForm;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rests of invoices that nobody will ask for any more. */
@Controller
class WriteOffPages {

    private final WriteOffs writeOffs;

    WriteOffPages(WriteOffs writeOffs) {
        this.writeOffs = writeOffs;
    }

    @GetMapping("/desk/write-offs")
    String writeOffs(Actor.Staff by, Model model) {
        model.addAttribute("proposals", writeOffs.proposals());
        model.addAttribute("writeOffs", writeOffs.all());
        model.addAttribute("reasons", WriteOff.Reason.values());
        model.addAttribute("mayChange", by.isIn("finance"));
        return "desk/write-offs";
    }

    @PostMapping("/desk/write-offs")
    String request(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            WriteOff.Reason reason = typed.choice("reason", WriteOff.Reason.class);
            typed.requireReadable();
            WriteOff writeOff = writeOffs.request(by, typed.text("invoiceNumber"), reason, typed.text("note"));
            return writeOff.number() + ": " + writeOff.status().label().toLowerCase() + ".";
        });
        return "redirect:/desk/write-offs";
    }

    @PostMapping("/desk/write-offs/{number}/withdrawal")
    String withdraw(Actor.Staff by, @PathVariable String number, RedirectAttributes nextPage) {
        new TypedForm(Map.of())
                .submit(nextPage, () -> writeOffs.withdraw(by, number).number() + " is withdrawn.");
        return "redirect:/desk/write-offs";
    }
}
