package io.tradeflow.desk;

import io.tradeflow.approval.ApprovalNeed;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.inventory.Promise;
import io.tradeflow.inventory.Promises;
import io.tradeflow.invoicing.ProformaInvoice;
import io.tradeflow.invoicing.ProformaInvoices;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Parties;
import io.tradeflow.quotation.ApprovalForecast;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.Quote;
import io.tradeflow.quotation.QuoteChanges;
import io.tradeflow.quotation.QuoteEdit;
import io.tradeflow.quotation.QuoteLineKind;
import io.tradeflow.quotation.QuoteTemplates;
import io.tradeflow.quotation.ShippingPolicy;
import io.tradeflow.screen.TypedForm;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The quote editor of the sales desk. Every change is one request; the answer is the changed line with the summary, or the whole editor where
 * lines come, go or move. The server computes all.
 */
@Controller
class QuoteEditorPages {

    private static final String PAGE = "desk/quote";
    private static final String EDITOR = "desk/quote-editor :: editor";
    private static final Set<String> LOOK_AGAIN = Set.of("quote-changed-meanwhile", "not-a-draft");

    private final Quotations quotations;
    private final Deals deals;
    private final Parties parties;
    private final QuoteTemplates templates;
    private final ApprovalForecast forecast;
    private final Promises promises;
    private final ProformaInvoices proformas;

    QuoteEditorPages(
            Quotations quotations,
            Deals deals,
            Parties parties,
            QuoteTemplates templates,
            ApprovalForecast forecast,
            Promises promises,
            ProformaInvoices proformas) {
        this.quotations = quotations;
        this.deals = deals;
        this.parties = parties;
        this.templates = templates;
        this.forecast = forecast;
        this.promises = promises;
        this.proformas = proformas;
    }

    @GetMapping("/desk/quotes/{number}")
    String page(Actor.Staff by, @PathVariable String number, Model model) {
        show(by, number, model);
        return PAGE;
    }

    @PostMapping("/desk/quotes/{number}/lines/{lineNo}")
    String line(
            Actor.Staff by,
            @PathVariable String number,
            @PathVariable int lineNo,
            @RequestParam Map<String, String> fields,
            HttpServletResponse answer,
            Model model) {
        TypedForm typed = new TypedForm(fields);
        try {
            Quote.Line line = lineOf(quotations.quote(by, number), lineNo);
            QuoteEdit edit = QuoteEdit.line(TypedQuote.version(typed), TypedQuote.line(line, typed));
            typed.requireReadable();
            quotations.edit(by, number, edit);
        } catch (Problem problem) {
            model.addAttribute("typed", fields);
            model.addAttribute("rowProblem", problem);
            if (LOOK_AGAIN.contains(problem.slug())) {
                return wholly(by, number, problem, answer, model);
            }
        }
        Quote quote = show(by, number, model);
        model.addAttribute("line", lineOf(quote, lineNo));
        return "desk/quote-editor :: changedLine";
    }

    @PostMapping("/desk/quotes/{number}/lines")
    String add(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            HttpServletResponse answer,
            Model model) {
        TypedForm typed = new TypedForm(fields);
        return edited(
                by,
                number,
                fields,
                answer,
                model,
                () -> {
                    QuoteEdit.NewLine line = new QuoteEdit.NewLine(typed.text("sku"), typed.decimal("newQuantity"));
                    return new QuoteEdit(TypedQuote.version(typed), null, List.of(line), null, null, null, null);
                },
                typed);
    }

    @PostMapping("/desk/quotes/{number}/lines/{lineNo}/removal")
    String remove(
            Actor.Staff by,
            @PathVariable String number,
            @PathVariable int lineNo,
            @RequestParam Map<String, String> fields,
            HttpServletResponse answer,
            Model model) {
        TypedForm typed = new TypedForm(fields);
        return edited(
                by,
                number,
                fields,
                answer,
                model,
                () -> new QuoteEdit(TypedQuote.version(typed), null, null, List.of(lineNo), null, null, null),
                typed);
    }

    @PostMapping("/desk/quotes/{number}/lines/{lineNo}/move")
    String move(
            Actor.Staff by,
            @PathVariable String number,
            @PathVariable int lineNo,
            @RequestParam("places") int places,
            @RequestParam Map<String, String> fields,
            HttpServletResponse answer,
            Model model) {
        TypedForm typed = new TypedForm(fields);
        return edited(
                by,
                number,
                fields,
                answer,
                model,
                () -> new QuoteEdit(
                        TypedQuote.version(typed), null, null, null, moved(by, number, lineNo, places), null, null),
                typed);
    }

    @PostMapping("/desk/quotes/{number}/conditions")
    String conditions(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            HttpServletResponse answer,
            Model model) {
        TypedForm typed = new TypedForm(fields);
        return edited(
                by,
                number,
                fields,
                answer,
                model,
                () -> QuoteEdit.conditions(
                        TypedQuote.version(typed), TypedQuote.conditions(quotations.quote(by, number), fields, typed)),
                typed);
    }

    @PostMapping("/desk/quotes/{number}/ship-to")
    String shipTo(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            HttpServletResponse answer,
            Model model) {
        TypedForm typed = new TypedForm(fields);
        return edited(
                by,
                number,
                fields,
                answer,
                model,
                () -> QuoteEdit.conditions(
                        TypedQuote.version(typed),
                        TypedQuote.shipTo(
                                parties.buyer(quotations.quote(by, number).buyerCode()), typed)),
                typed);
    }

    @PostMapping("/desk/quotes/{number}/amounts")
    String amounts(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            HttpServletResponse answer,
            Model model) {
        TypedForm typed = new TypedForm(fields);
        return edited(
                by,
                number,
                fields,
                answer,
                model,
                () -> QuoteEdit.amounts(
                        TypedQuote.version(typed), TypedQuote.amounts(quotations.quote(by, number), typed)),
                typed);
    }

    /** What today's price lists would change, before anything does. */
    @GetMapping("/desk/quotes/{number}/repricing")
    String repricing(Actor.Staff by, @PathVariable String number, Model model) {
        Quote quote = show(by, number, model);
        model.addAttribute("wouldChange", QuoteChanges.between(quote, quotations.repriced(by, number)));
        return "desk/quote-editor :: repricing";
    }

    @PostMapping("/desk/quotes/{number}/repricing")
    String reprice(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            HttpServletResponse answer,
            Model model) {
        TypedForm typed = new TypedForm(fields);
        return edited(by, number, fields, answer, model, () -> QuoteEdit.repricing(TypedQuote.version(typed)), typed);
    }

    private interface Typed {
        QuoteEdit edit();
    }

    private String edited(
            Actor.Staff by,
            String number,
            Map<String, String> fields,
            HttpServletResponse answer,
            Model model,
            Typed edit,
            TypedForm typed) {
        try {
            QuoteEdit wanted = edit.edit();
            typed.requireReadable();
            quotations.edit(by, number, wanted);
        } catch (Problem problem) {
            model.addAttribute("typed", LOOK_AGAIN.contains(problem.slug()) ? null : fields);
            return wholly(by, number, problem, answer, model);
        }
        return wholly(by, number, null, answer, model);
    }

    /** The whole editor, whatever the request wanted to replace. */
    private String wholly(Actor.Staff by, String number, Problem problem, HttpServletResponse answer, Model model) {
        answer.setHeader("HX-Retarget", "#editor");
        answer.setHeader("HX-Reswap", "outerHTML");
        model.addAttribute("problem", problem);
        show(by, number, model);
        return EDITOR;
    }

    private Quote show(Actor.Staff by, String number, Model model) {
        Quote quote = quotations.quote(by, number);
        boolean complete = quote.contentHash() != null;
        model.addAttribute("quote", quote);
        model.addAttribute("deal", deals.deal(by, quote.dealNumber()));
        model.addAttribute("buyer", parties.buyer(quote.buyerCode()));
        model.addAttribute("templates", templates.all());
        model.addAttribute("kinds", QuoteLineKind.values());
        model.addAttribute("mayEdit", quotations.mayEdit(by, number));
        model.addAttribute("seesMargins", quotations.seesMargins(by));
        model.addAttribute("complete", complete);
        model.addAttribute("needs", complete ? needs(number) : List.of());
        model.addAttribute(
                "changes",
                quotations
                        .sentBefore(number)
                        .map(before -> QuoteChanges.between(before, quote))
                        .orElse(List.of()));
        model.addAttribute("promises", promises(quote));
        model.addAttribute(
                "proforma",
                proformas.madeFor(ProformaInvoice.MadeFor.QUOTE, number).orElse(null));
        model.addAttribute("mayMakeProforma", ProformaInvoices.mayMake(by) && proformas.isFor(quote));
        model.addAttribute("hasEarlier", quotations.sentBefore(number).isPresent());
        return quote;
    }

    /** When each line would arrive if it were ordered now, by number of the line. */
    private Map<Integer, Promise> promises(Quote quote) {
        return promises
                .ofBasket(
                        quote.lines().stream()
                                .map(line -> new Promises.Wanted(
                                        line.lineNo(),
                                        line.sku(),
                                        line.quantity().value()))
                                .toList(),
                        quote.shipTo() == null
                                ? parties.buyer(quote.buyerCode()).shipTo()
                                : quote.shipTo(),
                        ShippingPolicy.AS_READY)
                .stream()
                .collect(Collectors.toMap(Promise::lineNo, promise -> promise));
    }

    /** What the table of approvals would find, and what the template asks for besides. */
    private List<String> needs(String number) {
        return Stream.concat(
                        forecast.kinds(quotations.facts(number)).stream(),
                        quotations.presetApprovals(number).stream().map(ApprovalNeed::kind))
                .distinct()
                .toList();
    }

    private List<Integer> moved(Actor.Staff by, String number, int lineNo, int places) {
        List<Integer> order = new ArrayList<>(quotations.quote(by, number).lines().stream()
                .map(Quote.Line::lineNo)
                .toList());
        int at = order.indexOf(lineNo);
        int to = at + places;
        if (at >= 0 && to >= 0 && to < order.size()) {
            Collections.swap(order, at, to);
        }
        return order;
    }

    private static Quote.Line lineOf(Quote quote, int lineNo) {
        return quote.lines().stream()
                .filter(line -> line.lineNo() == lineNo)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("line", String.valueOf(lineNo)));
    }
}
