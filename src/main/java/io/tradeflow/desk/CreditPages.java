package io.tradeflow.desk;

import io.tradeflow.credit.Bucket;
import io.tradeflow.credit.CreditAccount;
import io.tradeflow.credit.CreditAccounts;
import io.tradeflow.credit.CreditLimit;
import io.tradeflow.credit.CreditOverride;
import io.tradeflow.credit.CreditOverrides;
import io.tradeflow.credit.CreditStanding;
import io.tradeflow.credit.Exposure;
import io.tradeflow.credit.ExposureRow;
import io.tradeflow.credit.Exposures;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Parties;
import io.tradeflow.quotation.Amounts;
import io.tradeflow.screen.TypedForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What buyers owe against what was agreed, and the limits. */
@Controller
class CreditPages {

    private final CreditAccounts accounts;
    private final Exposures exposures;
    private final CreditOverrides overrides;
    private final SalesOrders orders;
    private final Parties parties;
    private final Clock clock;

    CreditPages(
            CreditAccounts accounts,
            Exposures exposures,
            CreditOverrides overrides,
            SalesOrders orders,
            Parties parties,
            Clock clock) {
        this.accounts = accounts;
        this.exposures = exposures;
        this.overrides = overrides;
        this.orders = orders;
        this.parties = parties;
        this.clock = clock;
    }

    @GetMapping("/desk/credit")
    String overview(Actor.Staff by, Model model) {
        List<CreditAccount> all = accounts.accounts(by);
        model.addAttribute("accounts", all.stream().map(Shown::of).toList());
        model.addAttribute("discrepancies", exposures.reconcile());
        model.addAttribute("maySet", accounts.maySet(by));
        model.addAttribute("buyers", parties.buyers());
        return "desk/credit";
    }

    @GetMapping("/desk/credit/{buyerCode}/{currency}")
    String account(Actor.Staff by, @PathVariable String buyerCode, @PathVariable String currency, Model model) {
        accounts.requireReader(by);
        Exposure exposure = exposures.of(buyerCode, currency);
        model.addAttribute("buyer", parties.buyer(buyerCode));
        model.addAttribute("exposure", exposure);
        model.addAttribute("bar", CreditBar.of(exposure));
        model.addAttribute("rows", exposures.rows(buyerCode, currency));
        model.addAttribute("changes", accounts.changes(by, buyerCode, currency));
        model.addAttribute("overrides", overrides.ofAccount(by, buyerCode, currency));
        model.addAttribute(
                "onOrder",
                exposures.rows(buyerCode, currency).stream()
                        .filter(row -> row.bucket() == Bucket.CONFIRMED)
                        .map(ExposureRow::orderNumber)
                        .toList());
        model.addAttribute("over", exposure.excessWith(Money.zero(currency)));
        model.addAttribute("maySet", accounts.maySet(by));
        model.addAttribute("today", LocalDate.now(clock));
        return "desk/credit-account";
    }

    /** Of a buyer without an account: opens the page on which the first limit is set. */
    @GetMapping("/desk/credit/account")
    String find(Actor.Staff by, @RequestParam String buyerCode) {
        return "redirect:/desk/credit/" + buyerCode + "/"
                + parties.buyer(buyerCode).currency();
    }

    @PostMapping("/desk/credit/{buyerCode}/{currency}/limit")
    String setLimit(
            Actor.Staff by,
            @PathVariable String buyerCode,
            @PathVariable String currency,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            CreditLimit limit = new CreditLimit(
                    typed.decimal("amount"), typed.date("validUntil"), typed.text("groupCode"), typed.text("reason"));
            typed.requireReadable();
            accounts.setLimit(by, buyerCode, currency, limit);
            return "The limit is set.";
        });
        nextPage.addAttribute("buyerCode", buyerCode);
        nextPage.addAttribute("currency", currency);
        return "redirect:/desk/credit/{buyerCode}/{currency}";
    }

    @PostMapping("/desk/credit/{buyerCode}/{currency}/overrides")
    String allow(
            Actor.Staff by,
            @PathVariable String buyerCode,
            @PathVariable String currency,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            CreditOverride.Terms terms = new CreditOverride.Terms(
                    typed.decimal("ceiling"), typed.date("validUntil"), typed.text("overrideReason"));
            typed.requireReadable();
            SalesOrder order = orders.order(typed.text("orderNumber"));
            if (!order.buyerCode().equals(buyerCode) || !order.currency().equals(currency)) {
                throw Problem.notFound("order of this account", order.number());
            }
            overrides.grant(by, order.debt(), order.revision(), terms);
            return granted(order);
        });
        nextPage.addAttribute("buyerCode", buyerCode);
        nextPage.addAttribute("currency", currency);
        return "redirect:/desk/credit/{buyerCode}/{currency}";
    }

    /** Says at once where what was allowed does not do. */
    private String granted(SalesOrder order) {
        CreditStanding standing = exposures.standing(order.debt(), order.revision());
        String granted = order.number() + " may bring the account over its limit by what you allowed.";
        return standing.excess().isPositive()
                ? granted + " The account is over it by " + Amounts.shown(standing.overLimit()) + " now: "
                        + Amounts.shown(standing.excess())
                        + " of that are not covered."
                : granted;
    }

    @PostMapping("/desk/credit/{buyerCode}/{currency}/overrides/{id}/withdraw")
    String withdraw(
            Actor.Staff by,
            @PathVariable String buyerCode,
            @PathVariable String currency,
            @PathVariable long id,
            RedirectAttributes nextPage) {
        new TypedForm(Map.of()).submit(nextPage, () -> {
            overrides.withdraw(by, buyerCode, currency, id);
            return "The override does not stand any more. What is picked already goes on.";
        });
        nextPage.addAttribute("buyerCode", buyerCode);
        nextPage.addAttribute("currency", currency);
        return "redirect:/desk/credit/{buyerCode}/{currency}";
    }

    /** An account with its bar. */
    record Shown(CreditAccount account, CreditBar bar) {

        static Shown of(CreditAccount account) {
            return new Shown(account, CreditBar.of(account.exposure()));
        }
    }
}
