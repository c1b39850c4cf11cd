package io.tradeflow.fulfilment;

import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.Products;
import io.tradeflow.fulfilment.Substitution.Status;
import io.tradeflow.inventory.Allocations;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.OrderSubstitutions;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.ordering.Substitute;
import io.tradeflow.party.BuyerPeople;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Products offered in place of missing ones, and the buyer's answers. */
@Service("substitutions")
@Transactional
public class Substitutions {

    private static final Set<String> ANSWER_FOR_BUYERS = Set.of("sales-desk", "sales-managers", "directors");
    private static final int LONGEST_NOTE = 500;

    private final SubstitutionTable table;
    private final Allocations allocations;
    private final SalesOrders orders;
    private final OrderSubstitutions replacements;
    private final Products products;
    private final BuyerPeople people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Substitutions(
            SubstitutionTable table,
            Allocations allocations,
            SalesOrders orders,
            OrderSubstitutions replacements,
            Products products,
            BuyerPeople people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.allocations = allocations;
        this.orders = orders;
        this.replacements = replacements;
        this.products = products;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    void offer(ShortageTable.Head decision, List<ShortageLine> lines, String currency, LocalDate answerBy) {
        Map<String, Product> known =
                products.bySku(lines.stream().map(ShortageLine::substituteSku).collect(Collectors.toSet()));
        lines.forEach(line -> table.insert(decision, line, known.get(line.substituteSku()), currency, answerBy));
    }

    /** A newer decision takes the place of what is on offer. */
    void withdraw(String orderNumber, Actor by) {
        table.end("order_number = :key", orderNumber, Status.WITHDRAWN, by.name());
    }

    /** The buyer has not answered in time. May be repeated. */
    public void lapse(long decisionId) {
        table.end("decision_id = :key", decisionId, Status.LAPSED, Actor.PROGRAM.name());
    }

    /** Whether everything the decision offered was agreed to. */
    @Transactional(readOnly = true)
    public boolean allAgreed(long decisionId) {
        return table.ofDecision(decisionId).stream().allMatch(offer -> offer.status() == Status.AGREED);
    }

    /**
     * The buyer's answer, or that of the sales desk for the buyer. With a yes the order line is replaced at once; when nothing is on offer
     * any more, {@link SubstitutionAnswered} is published.
     *
     * @throws Problem not-found, {@code not-yours-to-answer}, {@code offer-over}, and as {@link OrderSubstitutions#replace}
     */
    public Substitution answer(Actor by, long id, boolean agrees, String note) {
        Substitution offer = table.lock(id).orElseThrow(() -> Problem.notFound("offer", String.valueOf(id)));
        orders.order(by, offer.orderNumber());
        requireMayAnswer(by);
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Problem.invalid("invalid-note", "note", "At most " + LONGEST_NOTE + " characters");
        }
        orders.lock(offer.orderNumber());
        refuseWhatIsOver(offer, agrees);
        Integer newLine = agrees
                ? Integer.valueOf(replacements.replace(
                        offer.orderNumber(),
                        offer.orderLineNo(),
                        offer.quantity(),
                        new Substitute(
                                offer.sku(),
                                offer.description(),
                                offer.hsn(),
                                Money.of(offer.unitPrice(), offer.currency())),
                        by))
                : null;
        table.answer(id, agrees ? Status.AGREED : Status.DECLINED, by.name(), note, newLine);
        if (!agrees) {
            events.publishEvent(DealProgress.noted(
                    offer.dealNumber(),
                    "The buyer does not want " + offer.description() + " instead of line " + offer.orderLineNo(),
                    offer.orderNumber(),
                    by));
        }
        List<Substitution> all = table.ofDecision(offer.decisionId());
        if (all.stream().noneMatch(other -> other.status() == Status.PROPOSED)) {
            events.publishEvent(new SubstitutionAnswered(offer.dealNumber(), offer.orderNumber()));
        }
        return all.stream().filter(other -> other.id() == id).findFirst().orElseThrow();
    }

    private void refuseWhatIsOver(Substitution offer, boolean agrees) {
        boolean late = offer.answerBy().isBefore(LocalDate.now(clock));
        BigDecimal open = allocations.open(offer.orderNumber()).getOrDefault(offer.orderLineNo(), BigDecimal.ZERO);
        if (offer.status() != Status.PROPOSED || agrees && late) {
            throw Problem.conflict(
                    "offer-over",
                    "The offer is over",
                    "The offer of " + offer.description() + " cannot be answered any more");
        }
        if (agrees && open.compareTo(offer.quantity()) < 0) {
            throw Problem.conflict(
                    "offer-over",
                    "The goods have come in",
                    "Line " + offer.orderLineNo()
                            + " has come into stock meanwhile, so nothing is needed in its place");
        }
    }

    private void requireMayAnswer(Actor by) {
        if (!mayAnswer(by)) {
            throw Problem.forbidden(
                    "not-yours-to-answer", "Offers are answered by the buyer, or by the sales desk for the buyer");
        }
    }

    /** Whether this actor answers offers. */
    @Transactional(readOnly = true)
    public boolean mayAnswer(Actor by) {
        if (by instanceof Actor.BuyerUser user) {
            return people.mayAnswer(user);
        }
        return by instanceof Actor.Program
                || by instanceof Actor.Staff staff && ANSWER_FOR_BUYERS.stream().anyMatch(staff::isIn);
    }

    /** All offers of the deal, as this actor may see them, oldest first. */
    @Transactional(readOnly = true)
    public List<Substitution> ofDeal(Actor by, String dealNumber) {
        List<Substitution> offers = table.ofDeal(dealNumber);
        if (!offers.isEmpty()) {
            orders.order(by, offers.get(0).orderNumber());
        }
        return offers;
    }

    @Transactional(readOnly = true)
    List<Substitution> ofDecision(long decisionId) {
        return table.ofDecision(decisionId);
    }
}
