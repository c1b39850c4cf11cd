package io.tradeflow.access;

import io.tradeflow.kernel.Problem;
import io.tradeflow.purchasing.Invitations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an invited person of a buyer sets the password; open to who has the link. */
@Controller
class InvitationPages {

    private final Invitations invitations;

    InvitationPages(Invitations invitations) {
        this.invitations = invitations;
    }

    @GetMapping("/invitation")
    String open(@RequestParam(defaultValue = "") String secret, Model model) {
        invitations.invited(secret).ifPresent(userId -> model.addAttribute("userId", userId));
        model.addAttribute("secret", secret);
        return "access/invitation";
    }

    @PostMapping("/invitation")
    String accept(
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String password,
            Model model) {
        try {
            invitations.accept(secret, password);
            return "redirect:/login?welcome";
        } catch (Problem problem) {
            model.addAttribute(
                    "message",
                    problem.violations().isEmpty()
                            ? problem.getMessage()
                            : "The password " + problem.violations().get(0).message());
            return open(secret, model);
        }
    }
}
