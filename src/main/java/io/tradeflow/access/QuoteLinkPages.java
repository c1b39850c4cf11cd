package io.tradeflow.access;

import com.github.benmanes.caffeine.cache.Ticker;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Parties;
import io.tradeflow.quotation.DeliveryWishes;
import io.tradeflow.quotation.LinkedQuote;
import io.tradeflow.quotation.LinkedQuote.Person;
import io.tradeflow.quotation.Quote;
import io.tradeflow.quotation.QuoteLinks;
import io.tradeflow.screen.TakenLines;
import io.tradeflow.screen.TypedDelivery;
import io.tradeflow.screen.TypedForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The quote as the link of its mail shows it, to be answered without signing in. Looking changes nothing: mail programs look too. Every answer
 * ends on the page itself, which says how it stands now.
 */
@Controller
class QuoteLinkPages {

    private static final String PAGE = "access/quote-link";

    private final QuoteLinks links;
    private final Parties parties;
    private final LinkThrottle throttle;
    private final Clock clock;

    QuoteLinkPages(QuoteLinks links, Parties parties, AccessSettings settings, Clock clock) {
        this.links = links;
        this.parties = parties;
        this.throttle = new LinkThrottle(settings, Ticker.systemTicker());
        this.clock = clock;
    }

    @GetMapping("/quote-link")
    String open(
            @RequestParam(defaultValue = "") String secret,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Referrer-Policy", "no-referrer");
        String address = request.getRemoteAddr();
        if (throttle.isLocked(address)) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return PAGE;
        }
        Optional<LinkedQuote> linked = links.open(secret);
        if (linked.isEmpty()) {
            throttle.failed(address);
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        linked.ifPresent(found -> model.addAttribute("linked", found));
        model.addAttribute("secret", secret);
        model.addAttribute("today", LocalDate.now(clock));
        return PAGE;
    }

    @PostMapping("/quote-link/acceptance")
    String accept(
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return answer(fields, request, response, model, typed -> {
            LocalDate poDate = typed.date("poDate");
            Set<Integer> taken = TakenLines.of(fields);
            DeliveryWishes delivery = links.open(secret(typed))
                    .map(linked -> parties.buyer(linked.quote().buyerCode()))
                    .map(buyer -> TypedDelivery.of(typed, fields, buyer, taken))
                    .orElse(DeliveryWishes.NONE);
            typed.requireReadable();
            Quote answered = links.accept(
                    secret(typed), person(typed, request), typed.text("poNumber"), poDate, taken, delivery);
            return switch (answered.status()) {
                case ACCEPTED -> "Thank you. Your order is confirmed; the confirmation comes by mail.";
                case DRAFT -> "Thank you. We confirm the lines you took and tell you by mail.";
                default ->
                    "Thank you. Your company wants to approve this order first; its approver is asked and you are told by mail.";
            };
        });
    }

    @PostMapping("/quote-link/decline")
    String decline(
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return answer(fields, request, response, model, typed -> {
            links.decline(secret(typed), person(typed, request), typed.text("reason"));
            return "We have noted that you decline. Thank you for telling us.";
        });
    }

    @PostMapping("/quote-link/change-request")
    String requestChange(
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return answer(fields, request, response, model, typed -> {
            links.requestChange(secret(typed), person(typed, request), typed.text("wish"));
            return "Our sales desk works on a new revision for you; it comes by mail with a link of its own.";
        });
    }

    private String answer(
            Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Function<TypedForm, String> deed) {
        TypedForm typed = new TypedForm(fields);
        if (!throttle.isLocked(request.getRemoteAddr())) {
            try {
                model.addAttribute("done", deed.apply(typed));
            } catch (Problem problem) {
                model.addAttribute("problem", problem);
                model.addAttribute("typed", fields);
                response.setStatus(
                        problem.kind() == Problem.Kind.CONFLICT
                                ? HttpStatus.CONFLICT.value()
                                : HttpStatus.UNPROCESSABLE_ENTITY.value());
            }
        }
        return open(secret(typed), request, response, model);
    }

    private static String secret(TypedForm typed) {
        return typed.text("secret") == null ? "" : typed.text("secret");
    }

    private static Person person(TypedForm typed, HttpServletRequest request) {
        return new Person(typed.text("name"), request.getRemoteAddr());
    }
}
