package io.tradeflow.portal;

import io.tradeflow.kernel.Actor;
import io.tradeflow.party.BuyerPeople;
import io.tradeflow.screen.CompanyForms;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The own company: its people, units, limits and deputies; each sees the own limits, administrators change all. */
@Controller
class CompanyPages {

    private final CompanyForms forms;
    private final BuyerPeople people;

    CompanyPages(CompanyForms forms, BuyerPeople people) {
        this.forms = forms;
        this.people = people;
    }

    @GetMapping("/portal/company")
    String company(Actor.BuyerUser by, Model model) {
        forms.show(by, by.buyerCode(), "/portal/company", model);
        model.addAttribute("self", people.find(by).orElseThrow());
        return "portal/company";
    }

    @PostMapping("/portal/company/invitations")
    String invite(Actor.BuyerUser by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        forms.invite(by, by.buyerCode(), fields, nextPage);
        return "redirect:/portal/company";
    }

    @PostMapping("/portal/company/invitations/again")
    String inviteAgain(Actor.BuyerUser by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        forms.inviteAgain(by, by.buyerCode(), fields, nextPage);
        return "redirect:/portal/company";
    }

    @PostMapping("/portal/company/people")
    String change(Actor.BuyerUser by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        forms.change(by, by.buyerCode(), fields, nextPage);
        return "redirect:/portal/company";
    }

    @PostMapping("/portal/company/units")
    String addUnit(Actor.BuyerUser by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        forms.addUnit(by, by.buyerCode(), fields, nextPage);
        return "redirect:/portal/company";
    }

    @PostMapping("/portal/company/units/{id}")
    String changeUnit(
            Actor.BuyerUser by,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        forms.changeUnit(by, by.buyerCode(), id, fields, nextPage);
        return "redirect:/portal/company";
    }

    @PostMapping("/portal/company/units/{id}/removal")
    String removeUnit(Actor.BuyerUser by, @PathVariable long id, RedirectAttributes nextPage) {
        forms.removeUnit(by, by.buyerCode(), id, nextPage);
        return "redirect:/portal/company";
    }

    @PostMapping("/portal/company/policy")
    String savePolicy(Actor.BuyerUser by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        forms.savePolicy(by, by.buyerCode(), fields, nextPage);
        return "redirect:/portal/company";
    }

    @PostMapping("/portal/company/deputies")
    String addDeputy(Actor.BuyerUser by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        forms.addDeputy(by, by.buyerCode(), fields, nextPage);
        return "redirect:/portal/company";
    }

    @PostMapping("/portal/company/deputies/{id}/removal")
    String removeDeputy(Actor.BuyerUser by, @PathVariable long id, RedirectAttributes nextPage) {
        forms.removeDeputy(by, by.buyerCode(), id, nextPage);
        return "redirect:/portal/company";
    }
}
