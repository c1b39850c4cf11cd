package io.tradeflow.dispatch;

import io.tradeflow.dispatch.Consignment.Status;
import io.tradeflow.dispatch.TrackingEvent.Effect;
import io.tradeflow.dispatch.TrackingEvent.Kind;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follows consignments from hand-over to the consignee's door: what carriers report, on which vehicles goods go, what arrives. */
@Service
@Transactional
public class Tracking {

    private static final Set<String> REPORTERS = Set.of("warehouse", "stock-planners", "operations");
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(15);
    private static final int LONGEST_ID = 80;
    private static final int LONGEST_PLACE = 80;
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_NAME = 120;

    private final ConsignmentTable consignments;
    private final TrackingTable table;
    private final ConsignmentMails mails;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tracking(
            ConsignmentTable consignments,
            TrackingTable table,
            ConsignmentMails mails,
            ApplicationEventPublisher events,
            Clock clock) {
        this.consignments = consignments;
        this.table = table;
        this.mails = mails;
        this.events = events;
        this.clock = clock;
    }

    /** Whether this actor may report events, change vehicles and add proofs: the warehouse, and the users of carriers' programs. */
    public boolean mayReport(Actor by) {
        return by instanceof Actor.Staff person && REPORTERS.stream().anyMatch(person::isIn);
    }

    @Transactional(readOnly = true)
    public List<Kind> kinds() {
        return table.kinds();
    }

    /** What happened, oldest first; a buyer's user is shown what is meant for buyers. */
    @Transactional(readOnly = true)
    public List<TrackingEvent> events(Actor by, String shipmentNumber) {
        return table.events(shipmentNumber).stream()
                .filter(event ->
                        !(by instanceof Actor.BuyerUser) || event.kind().forBuyer())
                .toList();
    }

    @Transactional(readOnly = true)
    public List<Vehicle> vehicles(String shipmentNumber) {
        return table.vehicles(shipmentNumber);
    }

    /** What left and what became of it; empty for consignments from before lines were kept. */
    @Transactional(readOnly = true)
    public List<ConsignmentLine> lines(String shipmentNumber) {
        return table.lines(shipmentNumber);
    }

    /**
     * Keeps what is reported and does what it means: a delivery closes the consignment, and so do refusal and loss, of which the rooms of
     * returns and billing hear. An event the carrier has reported before, known by its own number, changes nothing.
     *
     * @throws Problem {@code tracking-only}; {@code invalid-tracking-event} per field; {@code not-dispatched}; {@code consignment-closed}
     */
    public Consignment report(Actor by, String shipmentNumber, TrackingReport report) {
        if (!mayReport(by)) {
            throw Problem.forbidden(
                    "tracking-only", "Events are reported by warehouse, stock planners, operations and carriers");
        }
        Consignment before = locked(shipmentNumber);
        if (report.eventId() != null
                && table.event(shipmentNumber, report.eventId().strip()).isPresent()) {
            return before;
        }
        Consignment after = keep(by, before, tidy(report));
        events.publishEvent(new ConsignmentMoved(shipmentNumber, before.dealNumber()));
        return after;
    }

    /** What the warehouse has found out about an overdue consignment; the process that asked goes on by itself. */
    public void settle(Actor by, String shipmentNumber, TrackingReport report) {
        Consignment consignment = locked(shipmentNumber);
        if (!consignment.status().isOver()) {
            keep(by, consignment, tidy(report));
        }
    }

    /** @throws Problem as {@link #report} would, without keeping anything */
    @Transactional(readOnly = true)
    public void check(String shipmentNumber, TrackingReport report) {
        Consignment consignment = consignments
                .ofShipment(shipmentNumber)
                .orElseThrow(() -> Problem.notFound("consignment of shipment", shipmentNumber));
        checked(consignment, tidy(report));
    }

    /** The carrier gets more time: the consignment is expected on another day. */
    public void expect(Actor by, String shipmentNumber, LocalDate day, String note) {
        Consignment consignment = locked(shipmentNumber);
        if (consignment.status().isOver()) {
            return;
        }
        consignments.expect(shipmentNumber, day);
        tell(consignment, "Shipment " + shipmentNumber + " is now expected on " + day + reason(note), by, true);
    }

    /** The expected day has passed: the buyer is told. May be repeated. */
    public void tellDelay(String shipmentNumber) {
        Consignment consignment = locked(shipmentNumber);
        if (!consignment.status().isOver()) {
            mails.delayed(consignment, "They have not arrived yet; we are asking the carrier and come back to you.");
            tell(consignment, "Shipment " + shipmentNumber + " is overdue; the carrier is asked", Actor.PROGRAM, true);
        }
    }

    /**
     * The goods go on another vehicle, or some of them on a further one.
     *
     * @throws Problem {@code tracking-only}; {@code invalid-vehicle} per field; {@code consignment-closed}
     */
    public void changeVehicle(
            Actor by,
            String shipmentNumber,
            String vehicleNumber,
            String transportDocumentNumber,
            String fromPlace,
            Vehicle.Reason reason,
            String remark) {
        if (!mayReport(by)) {
            throw Problem.forbidden(
                    "tracking-only", "Vehicles are changed by warehouse, stock planners and operations");
        }
        Consignment consignment = locked(shipmentNumber);
        requireOpen(consignment);
        String vehicle = HandOverCheck.vehicle(vehicleNumber);
        List<Violation> wrong = new ArrayList<>();
        if (vehicle == null || !HandOverCheck.isVehicle(vehicle)) {
            wrong.add(new Violation("vehicleNumber", "A registration mark such as MH12AB1234"));
        }
        if (reason == null) {
            wrong.add(new Violation(
                    "reason", "Choose ADDITIONAL, BREAKDOWN, TRANSHIPMENT or OTHER, FIRST for the first vehicle"));
        }
        String document = HandOverCheck.textOrNull(transportDocumentNumber);
        if (document != null && !document.matches("[A-Za-z0-9/-]{1,15}")) {
            wrong.add(new Violation("transportDocumentNumber", "At most 15 letters, digits, hyphens and slashes"));
        }
        limit(wrong, "fromPlace", fromPlace, 60);
        limit(wrong, "remark", remark, 200);
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-vehicle", "The vehicle cannot be recorded", wrong);
        }
        table.add(
                shipmentNumber,
                new Vehicle(
                        vehicle,
                        document,
                        HandOverCheck.textOrNull(fromPlace),
                        reason,
                        HandOverCheck.textOrNull(remark),
                        clock.instant(),
                        by.name()));
        events.publishEvent(new VehicleChanged(shipmentNumber));
        tell(
                consignment,
                "Shipment " + shipmentNumber + " goes on with vehicle " + vehicle + " (" + reason.label() + ")",
                by,
                false);
    }

    private Consignment keep(Actor by, Consignment consignment, TrackingReport report) {
        Kind kind = checked(consignment, report);
        Instant at = report.occurredAt() == null ? clock.instant() : report.occurredAt();
        table.add(consignment.shipmentNumber(), kind.code(), report, at, by.name());
        act(by, consignment, kind, report, at);
        return consignments.ofShipment(consignment.shipmentNumber()).orElseThrow();
    }

    private void act(Actor by, Consignment consignment, Kind kind, TrackingReport report, Instant at) {
        String number = consignment.shipmentNumber();
        switch (kind.effect()) {
            case NONE -> {
                // worth keeping, changes nothing
            }
            case MOVING -> {
                if (!consignment.status().isOver() && consignment.status() != Status.OUT_FOR_DELIVERY) {
                    consignments.move(number, Status.IN_TRANSIT);
                }
            }
            case OUT -> {
                if (!consignment.status().isOver()) {
                    consignments.move(number, Status.OUT_FOR_DELIVERY);
                    mails.outForDelivery(consignment);
                    tell(consignment, "Shipment " + number + " is out for delivery", by, true);
                }
            }
            case DELAYED -> {
                if (!consignment.status().isOver()) {
                    if (report.expectedOn() != null) {
                        consignments.expect(number, report.expectedOn());
                    }
                    mails.delayed(
                            consignments.ofShipment(number).orElseThrow(),
                            report.note() == null
                                    ? "The carrier reports a delay."
                                    : "The carrier says: " + report.note());
                    tell(consignment, "Shipment " + number + " is delayed" + reason(report.note()), by, true);
                }
            }
            case DELIVERED -> delivered(by, consignment, report, at);
            case REFUSED -> refused(by, consignment, report, at);
            case LOST -> lost(by, consignment, report, at);
        }
    }

    private void delivered(Actor by, Consignment consignment, TrackingReport report, Instant at) {
        String number = consignment.shipmentNumber();
        List<ConsignmentRefused.Line> notTaken = new ArrayList<>();
        for (ConsignmentLine line : table.lines(number)) {
            BigDecimal refused = report.refused().getOrDefault(line.lineNo(), BigDecimal.ZERO);
            table.becomes(number, line.lineNo(), line.dispatched().subtract(refused), refused, BigDecimal.ZERO);
            if (refused.signum() > 0) {
                notTaken.add(new ConsignmentRefused.Line(
                        line.lineNo(), line.orderLineNo(), line.sku(), line.batch(), refused, line.unit()));
            }
        }
        boolean inPart = !notTaken.isEmpty();
        consignments.close(number, inPart ? Status.PARTLY_REFUSED : Status.DELIVERED, report.receivedBy(), at);
        mails.delivered(consignment, report.receivedBy(), inPart);
        tell(
                consignment,
                "Shipment " + number + " delivered, received by " + report.receivedBy()
                        + (inPart ? "; a part was not taken" + reason(report.note()) : ""),
                by,
                true);
        if (inPart) {
            events.publishEvent(new ConsignmentRefused(
                    number, consignment.dealNumber(), consignment.orderNumber(), report.note(), notTaken));
        }
    }

    private void refused(Actor by, Consignment consignment, TrackingReport report, Instant at) {
        String number = consignment.shipmentNumber();
        List<ConsignmentLine> lines = table.lines(number);
        lines.forEach(
                line -> table.becomes(number, line.lineNo(), BigDecimal.ZERO, line.dispatched(), BigDecimal.ZERO));
        consignments.close(number, Status.REFUSED, null, at);
        tell(consignment, "Shipment " + number + " was refused" + reason(report.note()), by, true);
        events.publishEvent(new ConsignmentRefused(
                number,
                consignment.dealNumber(),
                consignment.orderNumber(),
                report.note(),
                lines.stream()
                        .map(line -> new ConsignmentRefused.Line(
                                line.lineNo(),
                                line.orderLineNo(),
                                line.sku(),
                                line.batch(),
                                line.dispatched(),
                                line.unit()))
                        .toList()));
    }

    private void lost(Actor by, Consignment consignment, TrackingReport report, Instant at) {
        String number = consignment.shipmentNumber();
        List<ConsignmentLine> lines = table.lines(number);
        lines.forEach(
                line -> table.becomes(number, line.lineNo(), BigDecimal.ZERO, BigDecimal.ZERO, line.dispatched()));
        consignments.close(number, Status.LOST, null, at);
        tell(consignment, "Shipment " + number + " is lost" + reason(report.note()), by, true);
        events.publishEvent(new ConsignmentLost(
                number,
                consignment.dealNumber(),
                consignment.orderNumber(),
                report.note(),
                lines.stream()
                        .map(line -> new ConsignmentLost.Line(
                                line.lineNo(),
                                line.orderLineNo(),
                                line.sku(),
                                line.batch(),
                                line.dispatched(),
                                line.unit()))
                        .toList()));
    }

    /** The kind of the report, if all of it is right. */
    private Kind checked(Consignment consignment, TrackingReport report) {
        if (consignment.dispatchedAt() == null) {
            throw Problem.conflict(
                    "not-dispatched",
                    "Not dispatched yet",
                    "Shipment " + consignment.shipmentNumber() + " has not left yet");
        }
        List<Violation> wrong = new ArrayList<>();
        Optional<Kind> kind = table.kinds().stream()
                .filter(known -> known.code().equals(report.kind()))
                .findFirst();
        if (kind.isEmpty()) {
            wrong.add(new Violation(
                    "kind",
                    "One of "
                            + String.join(
                                    ", ", table.kinds().stream().map(Kind::code).toList())));
        }
        if (report.occurredAt() != null
                && report.occurredAt().isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
            wrong.add(new Violation("occurredAt", "This is in the future"));
        }
        limit(wrong, "eventId", report.eventId(), LONGEST_ID);
        limit(wrong, "place", report.place(), LONGEST_PLACE);
        limit(wrong, "note", report.note(), LONGEST_NOTE);
        limit(wrong, "receivedBy", report.receivedBy(), LONGEST_NAME);
        kind.ifPresent(known -> checkOutcome(consignment, known.effect(), report, wrong));
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-tracking-event", "The event cannot be kept", wrong);
        }
        if (kind.orElseThrow().effect().compareTo(Effect.DELIVERED) >= 0) {
            requireOpen(consignment);
        }
        return kind.get();
    }

    private void checkOutcome(Consignment consignment, Effect effect, TrackingReport report, List<Violation> wrong) {
        if (effect == Effect.DELIVERED && report.receivedBy() == null) {
            wrong.add(new Violation("receivedBy", "Who has received the goods?"));
        }
        if ((effect == Effect.REFUSED || effect == Effect.LOST) && report.note() == null) {
            wrong.add(new Violation("note", "Say what the carrier reports about it"));
        }
        if (effect != Effect.DELIVERED && !report.refused().isEmpty()) {
            wrong.add(new Violation("refused", "Single lines are refused with a delivery; otherwise report REFUSED"));
        }
        Map<Integer, BigDecimal> dispatched = new java.util.HashMap<>();
        table.lines(consignment.shipmentNumber()).forEach(line -> dispatched.put(line.lineNo(), line.dispatched()));
        boolean nothingTaken = !dispatched.isEmpty();
        for (Map.Entry<Integer, BigDecimal> refused : report.refused().entrySet()) {
            BigDecimal left = dispatched.get(refused.getKey());
            String field = "refused[" + refused.getKey() + "]";
            if (left == null) {
                wrong.add(new Violation(field, "The consignment has no line " + refused.getKey()));
            } else if (refused.getValue().signum() < 0 || refused.getValue().compareTo(left) > 0) {
                wrong.add(new Violation(
                        field, "Between 0 and the " + left.stripTrailingZeros().toPlainString() + " that left"));
            }
        }
        if (!report.refused().isEmpty() && report.note() == null) {
            wrong.add(new Violation("note", "Say why goods were not taken"));
        }
        nothingTaken &= dispatched.entrySet().stream()
                .allMatch(line ->
                        line.getValue().compareTo(report.refused().getOrDefault(line.getKey(), BigDecimal.ZERO)) == 0);
        if (effect == Effect.DELIVERED && nothingTaken) {
            wrong.add(new Violation("refused", "Nothing at all was taken: report REFUSED"));
        }
    }

    private static void requireOpen(Consignment consignment) {
        if (consignment.status().isOver()) {
            throw Problem.conflict(
                    "consignment-closed",
                    "Over already",
                    "Shipment " + consignment.shipmentNumber() + " is "
                            + consignment.status().label() + "; nothing more can be reported about its end");
        }
    }

    private static void limit(List<Violation> wrong, String field, String text, int longest) {
        if (text != null && text.length() > longest) {
            wrong.add(new Violation(field, "At most " + longest + " characters"));
        }
    }

    private static TrackingReport tidy(TrackingReport report) {
        return new TrackingReport(
                HandOverCheck.textOrNull(report.eventId()),
                HandOverCheck.textOrNull(report.kind()),
                report.occurredAt(),
                HandOverCheck.textOrNull(report.place()),
                HandOverCheck.textOrNull(report.note()),
                HandOverCheck.textOrNull(report.receivedBy()),
                report.expectedOn(),
                report.refused().entrySet().stream()
                        .filter(line -> line.getValue().signum() != 0)
                        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Consignment locked(String shipmentNumber) {
        return consignments
                .locked(shipmentNumber)
                .orElseThrow(() -> Problem.notFound("consignment of shipment", shipmentNumber));
    }

    private void tell(Consignment consignment, String fact, Actor by, boolean forBuyer) {
        events.publishEvent(
                forBuyer
                        ? DealProgress.noted(consignment.dealNumber(), fact, consignment.shipmentNumber(), by)
                        : DealProgress.internal(consignment.dealNumber(), fact, consignment.shipmentNumber(), by));
    }

    private static String reason(String note) {
        return note == null || note.isBlank() ? "" : ": " + note;
    }
}
