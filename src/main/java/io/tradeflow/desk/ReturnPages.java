package io.tradeflow.desk;

import io.tradeflow.inquiry.Deals;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.returns.CreditClaims;
import io.tradeflow.returns.ReturnPhotos;
import io.tradeflow.returns.Returns;
import io.tradeflow.screen.ReturnForm;
import io.tradeflow.screen.TypedForm;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Returns: all of them, one of them, and asking for one on a buyer's behalf. */
@Controller("deskReturnPages")
class ReturnPages {

    private final Deals deals;
    private final Returns returns;
    private final ReturnPhotos photos;
    private final CreditClaims claims;

    ReturnPages(Deals deals, Returns returns, ReturnPhotos photos, CreditClaims claims) {
        this.deals = deals;
        this.returns = returns;
        this.photos = photos;
        this.claims = claims;
    }

    @GetMapping("/desk/returns")
    String list(Actor.Staff by, @RequestParam(defaultValue = "false") boolean all, Model model) {
        model.addAttribute("returns", returns.list(all));
        model.addAttribute("all", all);
        return "desk/returns";
    }

    @GetMapping("/desk/deals/{deal}/returns/new")
    String ask(Actor.Staff by, @PathVariable String deal, Model model) {
        model.addAttribute("deal", deals.deal(by, deal));
        model.addAttribute("lines", returns.returnable(by, deal));
        ReturnForm.choices(model);
        return "desk/return-request";
    }

    @PostMapping("/desk/deals/{deal}/returns")
    String request(
            Actor.Staff by,
            @PathVariable String deal,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        deals.deal(by, deal);
        TypedForm typed = new TypedForm(fields);
        String[] number = new String[1];
        typed.submit(nextPage, () -> {
            number[0] = returns.request(by, ReturnForm.request(deal, typed, returns.returnable(by, deal)))
                    .number();
            return "Return " + number[0] + " is asked for. The buyer hears from it by mail.";
        });
        return number[0] == null
                ? "redirect:/desk/deals/" + deal + "/returns/new"
                : "redirect:/desk/returns/" + number[0];
    }

    @GetMapping("/desk/returns/{number}")
    String one(Actor.Staff by, @PathVariable String number, Model model) {
        model.addAttribute("goods", returns.goodsReturn(by, number));
        model.addAttribute("photos", photos.ids(by, number));
        model.addAttribute("claims", claims.ofReturn(number));
        return "desk/return";
    }

    @PostMapping("/desk/returns/{number}/withdrawal")
    String withdraw(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        new TypedForm(fields).submit(nextPage, () -> {
            returns.withdraw(by, number);
            return "The return is withdrawn.";
        });
        return "redirect:/desk/returns/" + number;
    }

    @PostMapping("/desk/returns/{number}/photos")
    String addPhoto(
            Actor.Staff by, @PathVariable String number, @RequestParam MultipartFile file, RedirectAttributes nextPage)
            throws IOException {
        try {
            photos.add(by, number, file.getBytes());
            nextPage.addFlashAttribute("done", "The photograph is added.");
        } catch (Problem problem) {
            nextPage.addFlashAttribute("problem", problem);
        }
        return "redirect:/desk/returns/" + number;
    }
}
