package io.tradeflow.portal;

import io.tradeflow.kernel.Actor;
import io.tradeflow.ordering.DealEndings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What cancelling a deal would undo, as the buyer reads it. */
@Controller("portalCancellationPages")
class CancellationPages {

    private final DealEndings endings;

    CancellationPages(DealEndings endings) {
        this.endings = endings;
    }

    @GetMapping("/portal/deals/{deal}/cancellation")
    String preview(Actor.BuyerUser by, @PathVariable String deal, Model model) {
        model.addAttribute("preview", endings.preview(by, deal));
        return "portal/cancellation";
    }
}
