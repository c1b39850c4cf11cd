package io.tradeflow.returns;

import io.tradeflow.dispatch.Consignment;
import io.tradeflow.dispatch.Consignments;
import io.tradeflow.dispatch.Tracking;
import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.notification.Mails;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.BuyerPeople;
import io.tradeflow.party.Parties;
import io.tradeflow.returns.GoodsReturn.Status;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Returns from the request to the decision: what may come back, and who says so. */
@Service("goodsReturns")
@Transactional
public class Returns {

    private static final Set<String> ASK_FOR_BUYERS = Set.of("sales-desk", "sales-managers", "quality");
    private static final int LONGEST_NOTE = 2000;
    private static final int QUANTITY_DECIMALS = 6;

    private final ReturnTable table;
    private final ReturnRules rules;
    private final Shipments shipments;
    private final Consignments consignments;
    private final Tracking tracking;
    private final SalesOrders orders;
    private final Parties parties;
    private final BuyerPeople people;
    private final Mails mails;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Returns(
            ReturnTable table,
            ReturnRules rules,
            Shipments shipments,
            Consignments consignments,
            Tracking tracking,
            SalesOrders orders,
            Parties parties,
            BuyerPeople people,
            Mails mails,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.rules = rules;
        this.shipments = shipments;
        this.consignments = consignments;
        this.tracking = tracking;
        this.orders = orders;
        this.parties = parties;
        this.people = people;
        this.mails = mails;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The buyer, or staff for the buyer, asks to send goods back. Publishes {@link ReturnBegun}.
     *
     * @throws Problem {@code return-invalid} naming each field, {@code returns-not-yours}, not-found
     */
    public GoodsReturn request(Actor by, ReturnRequest request) {
        if (!mayAsk(by)) {
            throw Problem.forbidden(
                    "returns-not-yours", "Returns are asked for by the buyer, or by sales or quality for the buyer");
        }
        SalesOrder order = order(by, request.dealNumber());
        ReturnRule rule = checkHead(request);
        Map<String, Shipment> delivered = dispatched(request.dealNumber());
        checkLines(request, rule, delivered);
        ReturnRequest tidy = new ReturnRequest(
                request.dealNumber(),
                request.kind(),
                request.remedy(),
                request.note().strip(),
                request.lines());
        return begin(by, order, tidy, rule, delivered);
    }

    /**
     * The carrier could not deliver: these goods come back or are lost; nobody has to approve it. What another return speaks for already is
     * left out, so that a report that is told twice counts once.
     *
     * @param quantities by line of the shipment
     */
    public Optional<GoodsReturn> reported(
            String shipmentNumber, ReturnKind kind, String note, Map<Integer, BigDecimal> quantities) {
        Shipment shipment = shipments.shipment(shipmentNumber);
        ReturnRule rule = rules.rule(kind, Remedy.CREDIT).orElseThrow();
        List<ReturnRequest.Line> lines = shipment.lines().stream()
                .map(line -> new ReturnRequest.Line(
                        shipmentNumber,
                        line.lineNo(),
                        quantities
                                .getOrDefault(line.lineNo(), BigDecimal.ZERO)
                                .min(line.quantity().value().subtract(claimed(shipmentNumber, line.lineNo())))))
                .filter(line -> line.quantity().signum() > 0)
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(begin(
                        Actor.PROGRAM,
                        orders.order(shipment.orderNumber()),
                        new ReturnRequest(
                                shipment.dealNumber(),
                                kind,
                                null,
                                note == null || note.isBlank() ? kind.label() : note.strip(),
                                lines),
                        rule,
                        Map.of(shipmentNumber, shipment)));
    }

    private GoodsReturn begin(
            Actor by, SalesOrder order, ReturnRequest request, ReturnRule rule, Map<String, Shipment> delivered) {
        String number = table.nextNumber();
        table.insert(number, order, request, rule, by);
        int lineNo = 0;
        // in the same order for everybody, so that two requests for the same goods cannot block each other
        List<ReturnRequest.Line> inOrder = request.lines().stream()
                .sorted(Comparator.comparing(ReturnRequest.Line::shipmentNumber)
                        .thenComparing(ReturnRequest.Line::shipmentLineNo))
                .toList();
        for (ReturnRequest.Line line : inOrder) {
            Shipment shipment = delivered.get(line.shipmentNumber());
            Shipment.Line shipped = line(shipment, line.shipmentLineNo());
            if (!table.claim(shipment.number(), shipped, line.quantity())) {
                throw Problem.conflict(
                        "return-quantity",
                        "Not so much is left",
                        "Of " + shipped.description() + " in " + shipment.number()
                                + " less is left to send back than asked for; another return speaks for the rest");
            }
            lineNo++;
            table.insertLine(number, lineNo, shipment, shipped, line.quantity());
        }
        events.publishEvent(DealProgress.noted(
                order.dealNumber(), "Return " + number + ": " + request.kind().label(), number, by));
        events.publishEvent(new ReturnBegun(number, order.dealNumber()));
        return goodsReturn(number);
    }

    private ReturnRule checkHead(ReturnRequest request) {
        List<Violation> wrong = new ArrayList<>();
        if (request.kind() == null || !request.kind().isAsked()) {
            wrong.add(new Violation("kind", "Say why: DAMAGED, WRONG_GOODS, DEFECTIVE or NOT_NEEDED"));
        }
        if (request.remedy() == null) {
            wrong.add(new Violation("remedy", "Say what is wanted: REPLACEMENT or CREDIT"));
        }
        if (request.note() == null || request.note().isBlank() || request.note().length() > LONGEST_NOTE) {
            wrong.add(new Violation("note", "Describe in at most " + LONGEST_NOTE + " characters what is wrong"));
        }
        if (request.lines().isEmpty()) {
            wrong.add(new Violation("lines", "Enter how much of which goods comes back"));
        }
        refuse(wrong);
        return rules.rule(request.kind(), request.remedy())
                .orElseThrow(() -> Problem.invalid(
                        "return-invalid",
                        "remedy",
                        request.kind().label() + " does not come with "
                                + request.remedy().label().toLowerCase(java.util.Locale.ROOT)));
    }

    private void checkLines(ReturnRequest request, ReturnRule rule, Map<String, Shipment> delivered) {
        List<Violation> wrong = new ArrayList<>();
        Map<String, BigDecimal> claimed = table.claimed(List.copyOf(delivered.keySet()));
        Map<String, Consignment> consigned = consigned(request.dealNumber());
        Set<String> seen = new java.util.HashSet<>();
        for (int at = 0; at < request.lines().size(); at++) {
            ReturnRequest.Line line = request.lines().get(at);
            String path = "lines[" + at + "].";
            String key = line.shipmentNumber() + "." + line.shipmentLineNo();
            Shipment shipment = delivered.get(line.shipmentNumber());
            Shipment.Line shipped = shipment == null ? null : line(shipment, line.shipmentLineNo());
            if (shipped == null || !seen.add(key)) {
                wrong.add(new Violation(
                        path + "shipmentLineNo", "There is no such delivered line, or it is named twice"));
                continue;
            }
            Consignment consignment = consigned.get(line.shipmentNumber());
            if (!hasArrived(consignment)) {
                wrong.add(new Violation(
                        path + "shipmentNumber",
                        line.shipmentNumber()
                                + " is not with the buyer; what is refused or lost on the way the carrier reports"));
                continue;
            }
            checkQuantity(line, shipped, claimed.getOrDefault(key, BigDecimal.ZERO), path, wrong);
            if (consignment != null
                    && consignment
                            .handedOverAt()
                            .atZone(clock.getZone())
                            .toLocalDate()
                            .plusDays(rule.windowDays())
                            .isBefore(LocalDate.now(clock))) {
                wrong.add(new Violation(
                        path + "shipmentNumber",
                        request.kind().label() + " can be asked for within " + rule.windowDays()
                                + " days after dispatch; that time is over"));
            }
        }
        refuse(wrong);
    }

    private static void checkQuantity(
            ReturnRequest.Line line, Shipment.Line shipped, BigDecimal claimed, String path, List<Violation> wrong) {
        BigDecimal quantity = line.quantity();
        BigDecimal left = shipped.quantity().value().subtract(claimed);
        if (quantity == null
                || quantity.signum() <= 0
                || quantity.stripTrailingZeros().scale() > QUANTITY_DECIMALS) {
            wrong.add(new Violation(path + "quantity", "A quantity above zero with at most 6 decimals is needed"));
        } else if (quantity.compareTo(left) > 0) {
            wrong.add(new Violation(
                    path + "quantity",
                    "At most " + new Quantity(left, shipped.quantity().unit()) + " of it can come back"));
        }
    }

    private static void refuse(List<Violation> wrong) {
        if (!wrong.isEmpty()) {
            throw Problem.invalid("return-invalid", "The return cannot be asked for like this", wrong);
        }
    }

    /** @throws Problem {@code reason-missing} where a refusal has none */
    public void checkDecision(boolean approves, String note) {
        if (!approves && (note == null || note.isBlank())) {
            throw Problem.invalid("reason-missing", "decisionNote", "Say why it is refused; the buyer is told");
        }
    }

    /** Approves or refuses what was asked for. May be repeated: the first decision counts. */
    public GoodsReturn decide(String number, boolean approves, String note, Actor by) {
        GoodsReturn goods = locked(number);
        if (goods.status() != Status.REQUESTED) {
            return goods;
        }
        checkDecision(approves, note);
        ReturnRule rule = rules.rule(goods.kind(), goods.remedy()).orElseThrow();
        table.decide(number, approves ? Status.APPROVED : Status.REFUSED, goods.remedy(), rule, note, by);
        if (!approves) {
            goods.lines().forEach(line -> table.unclaim(line, line.quantity().value()));
            mails.queue(ReturnMail.refused(goods, note, order(goods), buyer(goods), seller()));
        }
        tell(goods, approves ? "Return " + number + " is approved" : "Return " + number + " is refused: " + note, by);
        return goodsReturn(number);
    }

    /** What the buyer gets for goods the carrier could not deliver. May be repeated: the first decision counts. */
    public GoodsReturn decideRemedy(String number, Remedy remedy, String note, Actor by) {
        GoodsReturn goods = locked(number);
        if (goods.status() != Status.REQUESTED) {
            return goods;
        }
        ReturnRule rule = rules.rule(goods.kind(), remedy)
                .orElseThrow(() -> Problem.invalid("return-invalid", "remedy", "This kind does not come with it"));
        table.decide(number, Status.APPROVED, remedy, rule, note, by);
        mails.queue(ReturnMail.remedy(goods, remedy, order(goods), buyer(goods), seller()));
        tell(
                goods,
                goods.kind().label() + ": the buyer gets a " + remedy.label().toLowerCase(java.util.Locale.ROOT),
                by);
        return goodsReturn(number);
    }

    /** Tells the buyer the return's number and where the goods go. May be repeated. */
    public void sendInstructions(String number) {
        GoodsReturn goods = goodsReturn(number);
        mails.queue(ReturnMail.instructions(goods, order(goods), buyer(goods), seller()));
    }

    /** The goods have not arrived yet. May be repeated. */
    public void remind(String number) {
        GoodsReturn goods = goodsReturn(number);
        if (goods.status() == Status.APPROVED && goods.kind().isAsked()) {
            mails.queue(ReturnMail.reminder(goods, order(goods), buyer(goods), seller()));
        }
    }

    /** The buyer keeps the goods. Publishes {@link ReturnWithdrawn}. @throws Problem {@code return-under-way} once they are received */
    public GoodsReturn withdraw(Actor by, String number) {
        GoodsReturn goods = goodsReturn(by, number);
        if (!mayAsk(by) || !goods.kind().isAsked()) {
            throw Problem.forbidden("returns-not-yours", "What the buyer asked for the buyer withdraws");
        }
        goods = locked(number);
        if (goods.status() != Status.REQUESTED && goods.status() != Status.APPROVED) {
            throw Problem.conflict(
                    "return-under-way",
                    "Not possible now",
                    "Return " + number + " is " + goods.status().label() + " already");
        }
        giveBack(goods, Status.WITHDRAWN);
        tell(goods, "Return " + number + " is withdrawn", by);
        events.publishEvent(new ReturnWithdrawn(number, goods.dealNumber()));
        return goodsReturn(number);
    }

    /** The goods never came; they count as delivered and may be asked for again. May be repeated. */
    public void lapse(String number) {
        GoodsReturn goods = locked(number);
        if (!goods.status().isOver()) {
            giveBack(goods, Status.LAPSED);
            tell(goods, "Return " + number + " has lapsed: the goods did not arrive", Actor.PROGRAM);
        }
    }

    /** What the carrier was to bring back never came: nothing is awaited any more, and all of it is owed or credited. May be repeated. */
    public void countAsLost(String number) {
        GoodsReturn goods = locked(number);
        if (!goods.status().isOver() && goods.goodsComeBack()) {
            table.expectNothing(number);
            tell(goods, "The goods of return " + number + " did not come back; they count as lost", Actor.PROGRAM);
        }
    }

    /** Nothing is left to do. May be repeated. */
    public void settle(String number) {
        GoodsReturn goods = locked(number);
        if (!goods.status().isOver()) {
            table.end(number, Status.SETTLED);
            tell(goods, "Return " + number + " is settled", Actor.PROGRAM);
        }
    }

    private void giveBack(GoodsReturn goods, Status status) {
        goods.lines()
                .forEach(line -> table.unclaim(
                        line, line.received() == null ? line.quantity().value() : line.received()));
        table.end(goods.number(), status);
    }

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public GoodsReturn goodsReturn(String number) {
        return table.find(number).orElseThrow(() -> Problem.notFound("return", number));
    }

    /** As this actor may see it. @throws Problem not-found */
    @Transactional(readOnly = true)
    public GoodsReturn goodsReturn(Actor by, String number) {
        GoodsReturn goods = goodsReturn(number);
        if (by instanceof Actor.BuyerUser user && !user.buyerCode().equals(goods.buyerCode())) {
            throw Problem.notFound("return", number);
        }
        return goods;
    }

    /** As this actor may see them, oldest first. */
    @Transactional(readOnly = true)
    public List<GoodsReturn> ofDeal(Actor by, String dealNumber) {
        return table.ofDeal(dealNumber).stream()
                .filter(goods -> !(by instanceof Actor.BuyerUser user)
                        || user.buyerCode().equals(goods.buyerCode()))
                .toList();
    }

    /** Those that are not over, newest first; with {@code all} the others too. */
    @Transactional(readOnly = true)
    public List<GoodsReturn> list(boolean all) {
        return table.list(all);
    }

    /** The rule of a return, for the times of its process. */
    @Transactional(readOnly = true)
    public ReturnRule rule(GoodsReturn goods) {
        return rules.rule(goods.kind(), goods.remedy() == null ? Remedy.CREDIT : goods.remedy())
                .orElseThrow();
    }

    /** What has arrived at the buyer in the deal and may still come back, by shipment. @throws Problem not-found */
    @Transactional(readOnly = true)
    public List<Returnable> returnable(Actor by, String dealNumber) {
        order(by, dealNumber);
        Map<String, Shipment> delivered = dispatched(dealNumber);
        Map<String, BigDecimal> claimed = table.claimed(List.copyOf(delivered.keySet()));
        Map<String, Consignment> consigned = consigned(dealNumber);
        return delivered.values().stream()
                .filter(shipment -> hasArrived(consigned.get(shipment.number())))
                .sorted(java.util.Comparator.comparing(Shipment::number))
                .flatMap(shipment -> shipment.lines().stream()
                        .map(line -> returnable(shipment, line, claimed, consigned.get(shipment.number()))))
                .filter(line -> line.left().isPositive())
                .toList();
    }

    private static Returnable returnable(
            Shipment shipment, Shipment.Line line, Map<String, BigDecimal> claimed, Consignment consignment) {
        BigDecimal taken = claimed.getOrDefault(shipment.number() + "." + line.lineNo(), BigDecimal.ZERO);
        return new Returnable(
                shipment.number(),
                line.lineNo(),
                line.orderLineNo(),
                line.sku(),
                line.description(),
                line.batch(),
                line.quantity(),
                new Quantity(
                        line.quantity().value().subtract(taken), line.quantity().unit()),
                consignment == null ? null : consignment.handedOverAt());
    }

    /** Whether this actor asks for returns. */
    public boolean mayAsk(Actor by) {
        return by instanceof Actor.BuyerUser user && people.mayAnswer(user)
                || by instanceof Actor.Staff staff && ASK_FOR_BUYERS.stream().anyMatch(staff::isIn);
    }

    /** Whether the deal has goods that could come back. */
    @Transactional(readOnly = true)
    public boolean mayAskIn(Actor by, String dealNumber) {
        return mayAsk(by)
                && orders.ofDeal(dealNumber).isPresent()
                && !returnable(by, dealNumber).isEmpty();
    }

    GoodsReturn locked(String number) {
        return table.lock(number).orElseThrow(() -> Problem.notFound("return", number));
    }

    private BigDecimal claimed(String shipmentNumber, int lineNo) {
        return table.claimed(List.of(shipmentNumber)).getOrDefault(shipmentNumber + "." + lineNo, BigDecimal.ZERO);
    }

    private SalesOrder order(Actor by, String dealNumber) {
        SalesOrder order = orders.ofDeal(dealNumber).orElseThrow(() -> Problem.notFound("order of deal", dealNumber));
        return orders.order(by, order.number());
    }

    private SalesOrder order(GoodsReturn goods) {
        return orders.order(goods.orderNumber());
    }

    private io.tradeflow.party.Buyer buyer(GoodsReturn goods) {
        return parties.buyer(goods.buyerCode());
    }

    private String seller() {
        return parties.seller().tradeName();
    }

    private Map<String, Shipment> dispatched(String dealNumber) {
        return shipments.ofDeal(dealNumber).stream()
                .filter(shipment -> shipment.status() == Shipment.Status.DISPATCHED)
                .collect(Collectors.toMap(Shipment::number, Function.identity()));
    }

    private Map<String, Consignment> consigned(String dealNumber) {
        return consignments.ofDeal(dealNumber).stream()
                .collect(Collectors.toMap(Consignment::shipmentNumber, Function.identity()));
    }

    /**
     * Whether the buyer has the goods. Where the carrier reports nothing at all, they count as there the day after they were expected; what
     * left before consignments were kept is there.
     */
    private boolean hasArrived(Consignment consignment) {
        if (consignment == null) {
            return true;
        }
        return switch (consignment.status()) {
            case DELIVERED, PARTLY_REFUSED -> true;
            case REFUSED, LOST -> false;
            default -> {
                LocalDate expected = consignment.handOver().expectedOn();
                yield expected != null
                        && expected.isBefore(LocalDate.now(clock))
                        && tracking.events(Actor.PROGRAM, consignment.shipmentNumber())
                                .isEmpty();
            }
        };
    }

    private static Shipment.Line line(Shipment shipment, int lineNo) {
        return shipment.lines().stream()
                .filter(line -> line.lineNo() == lineNo && line.quantity().isPositive())
                .findFirst()
                .orElse(null);
    }

    private void tell(GoodsReturn goods, String fact, Actor by) {
        events.publishEvent(DealProgress.noted(goods.dealNumber(), fact, goods.number(), by));
    }
}
