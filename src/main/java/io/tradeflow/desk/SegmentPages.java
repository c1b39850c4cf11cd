package io.tradeflow.desk;

import io.tradeflow.engine.Decisions;
import io.tradeflow.engine.TakenDecisions;
import io.tradeflow.inquiry.Deal;
import io.tradeflow.inquiry.DealFilter;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.kernel.Actor;
import io.tradeflow.party.BusinessCategory;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.party.TaxRegistration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Which segment each buyer is in and why: what the table says now, and what it said in their deals. */
@Controller
class SegmentPages {

    private static final String TABLE = "customer-segment";
    private static final int LATEST_DEALS = 10;

    private final Parties parties;
    private final Deals deals;
    private final Decisions decisions;
    private final TakenDecisions taken;

    SegmentPages(Parties parties, Deals deals, Decisions decisions, TakenDecisions taken) {
        this.parties = parties;
        this.deals = deals;
        this.decisions = decisions;
        this.taken = taken;
    }

    @GetMapping("/desk/segments")
    String overview(Actor.Staff by, Model model) {
        Map<Question, Decisions.MatchedRule> answers = new HashMap<>();
        List<Placed> placed = parties.buyers().stream()
                .map(buyer -> new Placed(buyer, answers.computeIfAbsent(Question.of(buyer), this::answer)))
                .sorted(Comparator.comparing(Placed::segment)
                        .thenComparing(p -> p.buyer().tradeName()))
                .toList();
        model.addAttribute("placed", placed);
        model.addAttribute("table", decisions.newestVersion(TABLE));
        return "desk/segments";
    }

    @GetMapping("/desk/segments/{buyerCode}")
    String buyer(Actor.Staff by, @PathVariable String buyerCode, Model model) {
        Buyer buyer = parties.buyer(buyerCode);
        Question now = Question.of(buyer);
        model.addAttribute("placed", new Placed(buyer, answer(now)));
        model.addAttribute("table", decisions.newestVersion(TABLE));
        model.addAttribute(
                "alternatives",
                Arrays.stream(BusinessCategory.values())
                        .filter(category -> category != buyer.category())
                        .map(category -> new Alternative(category, answer(new Question(category, now.registration()))))
                        .toList());
        model.addAttribute(
                "taken",
                deals.deals(by, new DealFilter(null, buyerCode, null, 0, LATEST_DEALS)).stream()
                        .map(Deal::number)
                        .flatMap(number -> taken.of(number, TABLE).stream())
                        .toList());
        return "desk/segment";
    }

    private Decisions.MatchedRule answer(Question question) {
        Map<String, Object> facts = Map.of(
                "businessCategory", question.category().name(),
                "taxRegistration", question.registration().name());
        return decisions.matching(TABLE, facts).stream()
                .findFirst()
                .orElse(new Decisions.MatchedRule(0, "No rule answers: the table has a gap", Map.of()));
    }

    private record Question(BusinessCategory category, TaxRegistration registration) {

        static Question of(Buyer buyer) {
            return new Question(buyer.category(), buyer.taxRegistration());
        }
    }

    /** A buyer with the rule that places it. */
    record Placed(Buyer buyer, Decisions.MatchedRule rule) {

        public String segment() {
            return String.valueOf(rule.outputs().getOrDefault("segment", "–"));
        }
    }

    /** What the table would say if the buyer were of this category. */
    record Alternative(BusinessCategory category, Decisions.MatchedRule rule) {}
}
