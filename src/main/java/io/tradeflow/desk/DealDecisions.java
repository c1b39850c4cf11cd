package io.tradeflow.desk;

import io.tradeflow.approval.Approval;
import io.tradeflow.approval.Approvals;
import io.tradeflow.approval.HandingOver;
import io.tradeflow.approval.Reassignments;
import io.tradeflow.kernel.Actor;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.Quote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The decisions on a deal's quote for its page: taken, open and with whom, and handed to whom. */
@Component
class DealDecisions {

    private final Quotations quotations;
    private final Approvals approvals;
    private final Reassignments reassignments;
    private final HandingOver handing;

    DealDecisions(Quotations quotations, Approvals approvals, Reassignments reassignments, HandingOver handing) {
        this.quotations = quotations;
        this.approvals = approvals;
        this.reassignments = reassignments;
        this.handing = handing;
    }

    void show(Actor.Staff by, String dealNumber, Model model) {
        Optional<String> number = quotations.currentOfDeal(dealNumber).map(Quote::number);
        List<Approval> all = number.map(approvals::ofSubject).orElse(List.of());
        List<Approval> open =
                all.stream().filter(approval -> approval.outcome() == null).toList();
        model.addAttribute("approvals", all);
        model.addAttribute("holders", handing.holders(open));
        model.addAttribute("reassignments", number.map(reassignments::ofSubject).orElse(List.of()));
        model.addAttribute(
                "mayReassign",
                open.stream()
                        .map(Approval::id)
                        .filter(id -> !handing.receivers(by, id).isEmpty())
                        .collect(Collectors.toSet()));
    }
}
