package io.tradeflow.portal;

import io.tradeflow.fulfilment.Substitutions;
import io.tradeflow.kernel.Actor;
import io.tradeflow.screen.TypedForm;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a buyer says to a product that is offered in place of a missing one. */
@Controller("portalSubstitutionAnswers")
class SubstitutionAnswers {

    private final Substitutions substitutions;

    SubstitutionAnswers(Substitutions substitutions) {
        this.substitutions = substitutions;
    }

    @PostMapping("/portal/deals/{deal}/substitutions/{id}/answer")
    String answer(
            Actor.BuyerUser by,
            @PathVariable String deal,
            @PathVariable long id,
            @RequestParam boolean agrees,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            substitutions.answer(by, id, agrees, typed.text("note"));
            return agrees ? "The order line is replaced." : "The offer is declined; we look for another way.";
        });
        return "redirect:/portal/deals/" + deal;
    }
}
