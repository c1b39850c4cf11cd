package io.tradeflow.screen;

import io.tradeflow.kernel.Actor;
import io.tradeflow.party.BuyerPeople;
import io.tradeflow.party.BuyerRole;
import io.tradeflow.party.Parties;
import io.tradeflow.party.PersonChange;
import io.tradeflow.purchasing.Invitations;
import io.tradeflow.purchasing.PurchasePolicy;
import io.tradeflow.purchasing.PurchaseRules;
import io.tradeflow.purchasing.Spending;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A buyer's company as its administrators keep it in the portal and the sales desk keeps it for them. */
@Component
public class CompanyForms {

    private final BuyerPeople people;
    private final Invitations invitations;
    private final PurchaseRules rules;
    private final Spending spending;
    private final Parties parties;

    CompanyForms(BuyerPeople people, Invitations invitations, PurchaseRules rules, Spending spending, Parties parties) {
        this.people = people;
        this.invitations = invitations;
        this.rules = rules;
        this.spending = spending;
        this.parties = parties;
    }

    /** @param base path of the page, to which the forms are sent */
    public void show(Actor by, String buyerCode, String base, Model model) {
        model.addAttribute("base", base);
        model.addAttribute("buyer", parties.buyer(buyerCode));
        model.addAttribute("people", people.of(buyerCode));
        model.addAttribute("units", people.units(buyerCode));
        model.addAttribute("policy", rules.policy(buyerCode));
        model.addAttribute("deputies", rules.deputies(buyerCode));
        model.addAttribute("spending", spending);
        model.addAttribute("roles", BuyerRole.values());
        model.addAttribute("mayKeep", people.mayKeep(by, buyerCode));
    }

    public void invite(Actor by, String buyerCode, Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            PersonChange person = person(typed, true);
            invitations.invite(by, buyerCode, typed.text("userId"), person);
            return person.name() + " gets a mail with a link to set a password.";
        });
    }

    public void inviteAgain(Actor by, String buyerCode, Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            invitations.inviteAgain(by, buyerCode, typed.text("userId"));
            return "A new link is on its way.";
        });
    }

    public void change(Actor by, String buyerCode, Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(
                nextPage,
                () -> people.change(by, buyerCode, typed.text("userId"), person(typed, typed.text("active") != null))
                                .name()
                        + " is changed.");
    }

    public void addUnit(Actor by, String buyerCode, Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            Long parent = number(typed, "parentId");
            typed.requireReadable();
            return people.addUnit(by, buyerCode, typed.text("name"), parent).name() + " is there.";
        });
    }

    public void changeUnit(
            Actor by, String buyerCode, long id, Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            Long parent = number(typed, "parentId");
            typed.requireReadable();
            return people.changeUnit(by, buyerCode, id, typed.text("name"), parent)
                            .name() + " is changed.";
        });
    }

    public void removeUnit(Actor by, String buyerCode, long id, RedirectAttributes nextPage) {
        new TypedForm(Map.of()).submit(nextPage, () -> {
            people.removeUnit(by, buyerCode, id);
            return "The unit is gone.";
        });
    }

    public void savePolicy(Actor by, String buyerCode, Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            BigDecimal above = typed.decimal("secondLevelAbove");
            BigDecimal hours = typed.decimal("escalateAfterHours");
            typed.requireReadable();
            rules.savePolicy(by, buyerCode, new PurchasePolicy(above, hours == null ? 0 : hours.intValue()));
            return "The rules are saved; they hold for what is asked from now on.";
        });
    }

    public void addDeputy(Actor by, String buyerCode, Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            var from = typed.date("fromDay");
            var until = typed.date("untilDay");
            typed.requireReadable();
            rules.addDeputy(by, buyerCode, typed.text("userId"), typed.text("deputyId"), from, until);
            return "The deputy is named.";
        });
    }

    public void removeDeputy(Actor by, String buyerCode, long id, RedirectAttributes nextPage) {
        new TypedForm(Map.of()).submit(nextPage, () -> {
            rules.removeDeputy(by, buyerCode, id);
            return "The deputy is taken out.";
        });
    }

    private static PersonChange person(TypedForm typed, boolean active) {
        Set<BuyerRole> roles = Arrays.stream(BuyerRole.values())
                .filter(role -> typed.text("role-" + role) != null)
                .collect(Collectors.toSet());
        Long unit = number(typed, "unitId");
        BigDecimal orderLimit = typed.decimal("orderLimit");
        BigDecimal monthLimit = typed.decimal("monthLimit");
        typed.requireReadable();
        return new PersonChange(typed.text("name"), roles, active, unit, orderLimit, monthLimit);
    }

    private static Long number(TypedForm typed, String field) {
        BigDecimal number = typed.decimal(field);
        return number == null ? null : number.longValue();
    }
}
