package io.tradeflow.access;

import io.tradeflow.kernel.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page and the way home. */
@Controller
class SignInPages {

    private static final Map<String, String> MESSAGES = Map.of(
            "failed", "User name or password is wrong.",
            "locked", "Too many failed sign-ins. Wait a few minutes before you try again.",
            "goodbye", "You are signed out.",
            "welcome", "Your password is set. Sign in with your mail address.");

    private final boolean isDemo;

    SignInPages(Environment environment) {
        this.isDemo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @GetMapping("/")
    String home(Actor actor) {
        return "redirect:" + Homes.of(actor);
    }

    @GetMapping("/login")
    String signIn(@RequestParam Map<String, String> query, Authentication current, Model model) {
        if (current instanceof SignedIn signedIn) {
            return "redirect:" + Homes.of(signedIn.getPrincipal());
        }
        model.addAttribute("demo", isDemo);
        query.keySet().stream().filter(MESSAGES::containsKey).findFirst().ifPresent(key -> {
            model.addAttribute("message", MESSAGES.get(key));
            model.addAttribute("tone", List.of("goodbye", "welcome").contains(key) ? "good" : "bad");
        });
        return "access/login";
    }
}
