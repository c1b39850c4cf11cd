package io.tradeflow.portal;

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

/** Where a buyer asks to send goods back and follows what becomes of it. */
@Controller("portalReturnPages")
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

    @GetMapping("/portal/deals/{deal}/returns/new")
    String ask(Actor.BuyerUser by, @PathVariable String deal, Model model) {
        model.addAttribute("deal", deals.deal(by, deal));
        model.addAttribute("lines", returns.returnable(by, deal));
        ReturnForm.choices(model);
        return "portal/return-request";
    }

    @PostMapping("/portal/deals/{deal}/returns")
    String request(
            Actor.BuyerUser by,
            @PathVariable String deal,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        deals.deal(by, deal);
        TypedForm typed = new TypedForm(fields);
        String[] number = new String[1];
        typed.submit(nextPage, () -> {
            number[0] = returns.request(by, ReturnForm.request(deal, typed, returns.returnable(by, deal)))
                    .number();
            return "Return " + number[0] + " is asked for. You are told by mail.";
        });
        return number[0] == null
                ? "redirect:/portal/deals/" + deal + "/returns/new"
                : "redirect:/portal/returns/" + number[0];
    }

    @GetMapping("/portal/returns/{number}")
    String one(Actor.BuyerUser by, @PathVariable String number, Model model) {
        model.addAttribute("goods", returns.goodsReturn(by, number));
        model.addAttribute("photos", photos.ids(by, number));
        model.addAttribute("claims", claims.ofReturn(number));
        return "portal/return";
    }

    @PostMapping("/portal/returns/{number}/withdrawal")
    String withdraw(
            Actor.BuyerUser by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        new TypedForm(fields).submit(nextPage, () -> {
            returns.withdraw(by, number);
            return "The return is withdrawn.";
        });
        return "redirect:/portal/returns/" + number;
    }

    @PostMapping("/portal/returns/{number}/photos")
    String addPhoto(
            Actor.BuyerUser by,
            @PathVariable String number,
            @RequestParam MultipartFile file,
            RedirectAttributes nextPage)
            throws IOException {
        try {
            photos.add(by, number, file.getBytes());
            nextPage.addFlashAttribute("done", "The photograph is added.");
        } catch (Problem problem) {
            nextPage.addFlashAttribute("problem", problem);
        }
        return "redirect:/portal/returns/" + number;
    }
}
