package io.tradeflow.desk;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
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

/** A buyer's people, units and limits, kept by the sales desk for the buyer. */
@Controller
class BuyerCompanyPages {

    private final CompanyForms forms;
    private final BuyerPeople people;

    BuyerCompanyPages(CompanyForms forms, BuyerPeople people) {
        this.forms = forms;
        this.people = people;
    }

    @GetMapping("/desk/buyers/{code}/company")
    String company(Actor.Staff by, @PathVariable String code, Model model) {
        if (!people.mayKeep(by, code)) {
            throw Problem.forbidden("sales-only", "Only the sales desk keeps buyers' people");
        }
        forms.show(by, code, "/desk/buyers/" + code + "/company", model);
        return "desk/company";
    }

    @PostMapping("/desk/buyers/{code}/company/invitations")
    String invite(
            Actor.Staff by,
            @PathVariable String code,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        forms.invite(by, code, fields, nextPage);
        return "redirect:/desk/buyers/" + code + "/company";
    }

    @PostMapping("/desk/buyers/{code}/company/invitations/again")
    String inviteAgain(
            Actor.Staff by,
            @PathVariable String code,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        forms.inviteAgain(by, code, fields, nextPage);
        return "redirect:/desk/buyers/" + code + "/company";
    }

    @PostMapping("/desk/buyers/{code}/company/people")
    String change(
            Actor.Staff by,
            @PathVariable String code,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        forms.change(by, code, fields, nextPage);
        return "redirect:/desk/buyers/" + code + "/company";
    }

    @PostMapping("/desk/buyers/{code}/company/units")
    String addUnit(
            Actor.Staff by,
            @PathVariable String code,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        forms.addUnit(by, code, fields, nextPage);
        return "redirect:/desk/buyers/" + code + "/company";
    }

    @PostMapping("/desk/buyers/{code}/company/units/{id}")
    String changeUnit(
            Actor.Staff by,
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        forms.changeUnit(by, code, id, fields, nextPage);
        return "redirect:/desk/buyers/" + code + "/company";
    }

    @PostMapping("/desk/buyers/{code}/company/units/{id}/removal")
    String removeUnit(Actor.Staff by, @PathVariable String code, @PathVariable long id, RedirectAttributes nextPage) {
        forms.removeUnit(by, code, id, nextPage);
        return "redirect:/desk/buyers/" + code + "/company";
    }

    @PostMapping("/desk/buyers/{code}/company/policy")
    String savePolicy(
            Actor.Staff by,
            @PathVariable String code,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        forms.savePolicy(by, code, fields, nextPage);
        return "redirect:/desk/buyers/" + code + "/company";
    }

    @PostMapping("/desk/buyers/{code}/company/deputies")
    String addDeputy(
            Actor.Staff by,
            @PathVariable String code,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        forms.addDeputy(by, code, fields, nextPage);
        return "redirect:/desk/buyers/" + code + "/company";
    }

    @PostMapping("/desk/buyers/{code}/company/deputies/{id}/removal")
    String removeDeputy(Actor.Staff by, @PathVariable String code, @PathVariable long id, RedirectAttributes nextPage) {
        forms.removeDeputy(by, code, id, nextPage);
        return "redirect:/desk/buyers/" + code + "/company";
    }
}
