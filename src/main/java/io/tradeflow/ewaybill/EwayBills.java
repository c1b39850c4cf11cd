package io.tradeflow.ewaybill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradeflow.dispatch.Carriers;
import io.tradeflow.dispatch.Consignment;
import io.tradeflow.dispatch.Consignments;
import io.tradeflow.dispatch.HandOver;
import io.tradeflow.dispatch.Tracking;
import io.tradeflow.dispatch.Vehicle;
import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.inventory.WarehouseDistances;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * E-way bills of shipments: whether one is needed, the JSON for the portal, and the number that comes back. The portal itself is used by a
 * person or another program; nothing is sent from here.
 */
@Service
@Transactional
public class EwayBills {

    private static final Set<String> KEEPERS = Set.of("warehouse", "finance", "stock-planners");
    private static final int FURTHEST_KM = 4000;
    private static final int FURTHEST_IN_ONE_PIN = 100;
    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_REMARK = 100;

    private final EwayBillTable table;
    private final EwayDocuments documents;
    private final EwayBillSchema schema;
    private final Shipments shipments;
    private final Consignments consignments;
    private final Carriers carriers;
    private final SalesOrders orders;
    private final Tracking tracking;
    private final Ports ports;
    private final WarehouseDistances distances;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EwayBills(
            EwayBillTable table,
            EwayDocuments documents,
            EwayBillSchema schema,
            Shipments shipments,
            Consignments consignments,
            Carriers carriers,
            SalesOrders orders,
            Tracking tracking,
            Ports ports,
            WarehouseDistances distances,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.documents = documents;
        this.schema = schema;
        this.shipments = shipments;
        this.consignments = consignments;
        this.carriers = carriers;
        this.orders = orders;
        this.tracking = tracking;
        this.ports = ports;
        this.distances = distances;
        this.events = events;
        this.clock = clock;
    }

    public boolean mayKeep(Actor by) {
        return by instanceof Actor.Staff person && KEEPERS.stream().anyMatch(person::isIn);
    }

    /**
     * Decides by the tables whether the shipment needs one and keeps the reason. May be repeated: decided anew until a number is recorded.
     *
     * @throws Problem {@code no-tax-document}
     */
    public EwayBill decide(String shipmentNumber) {
        EwayDocument document = documents.of(shipments.shipment(shipmentNumber));
        table.decide(shipmentNumber, document, EwayBillNeed.of(document, table.settings()));
        return table.find(shipmentNumber).orElseThrow();
    }

    /** INTRA, INTER or EXPORT, as the table of steps asks for it. @throws Problem {@code no-tax-document} */
    @Transactional(readOnly = true)
    public String movement(String shipmentNumber) {
        EwayDocument document = documents.of(shipments.shipment(shipmentNumber));
        return !document.to().address().isInIndia() ? "EXPORT" : document.isInterState() ? "INTER" : "INTRA";
    }

    /** Empty before it was decided. */
    @Transactional(readOnly = true)
    public Optional<EwayBill> ofShipment(String shipmentNumber) {
        return table.find(shipmentNumber);
    }

    /** What is known, or else what would be decided now, without keeping it; empty where there is no tax document yet. */
    @Transactional(readOnly = true)
    public Optional<EwayBill> asOfNow(String shipmentNumber) {
        Optional<EwayBill> known = table.find(shipmentNumber);
        return known.isPresent()
                ? known
                : documents
                        .find(shipments.shipment(shipmentNumber))
                        .map(document ->
                                undecided(shipmentNumber, document, EwayBillNeed.of(document, table.settings())));
    }

    private static EwayBill undecided(String shipmentNumber, EwayDocument document, EwayBillNeed need) {
        return new EwayBill(
                shipmentNumber,
                document.docType(),
                document.number(),
                need.needed(),
                need.reason(),
                need.value(),
                null,
                null,
                null,
                false,
                null,
                false,
                null,
                null,
                null,
                null);
    }

    /** By road, from our tables, in km; empty where they know nothing or there is no tax document yet. */
    @Transactional(readOnly = true)
    public Optional<Integer> estimatedKm(String shipmentNumber) {
        Shipment shipment = shipments.shipment(shipmentNumber);
        return documents.find(shipment).flatMap(document -> estimated(shipment, document));
    }

    private Optional<Integer> estimated(Shipment shipment, EwayDocument document) {
        if (document.isInOnePin()) {
            return Optional.of(1);
        }
        return document.shipTo().isInIndia() && document.shipTo().pin() != null
                ? distances
                        .to(shipment.warehouseCode(), document.shipTo().pin())
                        .map(km ->
                                Math.max(1, km.setScale(0, RoundingMode.CEILING).intValue()))
                : Optional.empty();
    }

    /** The port of an export: the one chosen, else the one its delivery rule names; empty for goods that stay in India. */
    @Transactional(readOnly = true)
    public Optional<Port> port(String shipmentNumber) {
        SalesOrder order = orders.order(shipments.shipment(shipmentNumber).orderNumber());
        return isExport(order) ? ports.of(shipmentNumber, order) : Optional.empty();
    }

    @Transactional(readOnly = true)
    public boolean isExport(String shipmentNumber) {
        return isExport(orders.order(shipments.shipment(shipmentNumber).orderNumber()));
    }

    private static boolean isExport(SalesOrder order) {
        return !(order.shipTo() == null ? order.billTo() : order.shipTo()).isInIndia();
    }

    /**
     * Says to which port the goods of an export go; the e-way bill is decided anew.
     *
     * @throws Problem {@code eway-bill-only}; {@code no-export}; {@code port-unknown}; {@code eway-bill-recorded}
     */
    public void choosePort(Actor by, String shipmentNumber, String portCode) {
        requireKeeper(by);
        if (!isExport(shipmentNumber)) {
            throw Problem.conflict(
                    "no-export", "No export", "Shipment " + shipmentNumber + " stays in India and goes to no port");
        }
        table.find(shipmentNumber)
                .filter(bill -> bill.number() != null && bill.cancelledAt() == null)
                .ifPresent(bill -> {
                    throw Problem.conflict(
                            "eway-bill-recorded",
                            "Recorded already",
                            "E-way bill " + bill.number() + " names the place the goods go to; cancel it first");
                });
        ports.choose(by, shipmentNumber, portCode);
        documents
                .find(shipments.shipment(shipmentNumber))
                .ifPresent(document ->
                        table.decide(shipmentNumber, document, EwayBillNeed.of(document, table.settings())));
    }

    /**
     * The JSON for the portal, checked against the schema; with Part B once the shipment is handed over.
     *
     * @param distanceKm 0 lets the portal take the distance between the PIN codes
     * @throws Problem {@code no-tax-document}; {@code eway-bill-invalid} naming every field the portal would refuse
     */
    @Transactional(readOnly = true)
    public JsonNode json(String shipmentNumber, int distanceKm) {
        Shipment shipment = shipments.shipment(shipmentNumber);
        ObjectNode json =
                EwayBillJson.of(documents.of(shipment), transport(shipmentNumber, distanceKm), table.settings());
        schema.require(json);
        return json;
    }

    private EwayTransport transport(String shipmentNumber, int distanceKm) {
        Optional<Consignment> consignment = consignments.ofShipment(shipmentNumber);
        if (consignment.isEmpty()) {
            return new EwayTransport(null, distanceKm, null, null, null, null, null, false);
        }
        HandOver handOver = consignment.get().handOver();
        List<Vehicle> vehicles = tracking.vehicles(shipmentNumber);
        LocalDate handedOverOn = LocalDate.ofInstant(consignment.get().handedOverAt(), clock.getZone());
        String transporter = carriers.called(handOver.carrier())
                .map(io.tradeflow.dispatch.Carrier::transporterId)
                .orElse(null);
        return new EwayTransport(
                handOver.mode(),
                distanceKm,
                transporter,
                handOver.carrier(),
                handOver.transportDocumentNumber(),
                handOver.transportDocumentOn() == null ? handedOverOn : handOver.transportDocumentOn(),
                vehicles.isEmpty()
                        ? handOver.vehicleNumber()
                        : vehicles.get(vehicles.size() - 1).vehicleNumber(),
                table.find(shipmentNumber).map(EwayBill::overDimensional).orElse(false));
    }

    /** @throws Problem as {@link #record} would */
    @Transactional(readOnly = true)
    public void check(String shipmentNumber, Recorded recorded) {
        List<Violation> wrong = violations(shipmentNumber, recorded);
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-eway-bill", "The e-way bill cannot be recorded", wrong);
        }
    }

    /**
     * What the portal gave back.
     *
     * @param generatedAt null for now
     * @param distanceKm as the portal took it; null or 0 if unknown, then our table of distances counts
     * @param withPartB whether the portal has Part B already, so that the time runs; null for what the hand-over says
     * @param transporterKm how far the goods go to the transporter's place, null if a vehicle takes them from here
     */
    public record Recorded(
            String number,
            Instant generatedAt,
            Integer distanceKm,
            boolean overDimensional,
            Boolean withPartB,
            Integer transporterKm) {

        /** As it is told with the hand-over, whose vehicle or transport document is its Part B. */
        static Recorded with(HandOver handOver) {
            HandOver.Eway said = handOver.eway();
            return new Recorded(
                    said.number(),
                    null,
                    said.distanceKm(),
                    false,
                    null,
                    handOver.vehicleNumber() == null ? said.transporterKm() : null);
        }
    }

    /**
     * Keeps the number the portal gave and works out until when it holds. Repeating it changes nothing; another number replaces a cancelled
     * one only.
     *
     * @throws Problem {@code eway-bill-only}; {@code invalid-eway-bill} per field; {@code eway-bill-recorded}; {@code no-tax-document}
     */
    public EwayBill record(Actor by, String shipmentNumber, Recorded recorded) {
        requireKeeper(by);
        return keep(by, shipmentNumber, recorded);
    }

    private void requireKeeper(Actor by) {
        if (!mayKeep(by)) {
            throw Problem.forbidden(
                    "eway-bill-only", "E-way bills are recorded by the warehouse, stock planners and finance");
        }
    }

    EwayBill keep(Actor by, String shipmentNumber, Recorded recorded) {
        EwayBill before = decide(shipmentNumber);
        check(shipmentNumber, recorded);
        String number = digits(recorded.number());
        if (before.number() != null && before.cancelledAt() == null) {
            if (before.number().equals(number)) {
                if (Boolean.TRUE.equals(recorded.withPartB())) {
                    startPartB(shipmentNumber);
                } else {
                    partB(shipmentNumber);
                }
                return table.find(shipmentNumber).orElseThrow();
            }
            throw Problem.conflict(
                    "eway-bill-recorded",
                    "Recorded already",
                    "Shipment " + shipmentNumber + " has the e-way bill " + before.number() + "; cancel it first");
        }
        Instant generated = recorded.generatedAt() == null ? clock.instant() : recorded.generatedAt();
        boolean unsaid = recorded.distanceKm() == null || recorded.distanceKm() == 0;
        int km = unsaid ? estimatedKm(shipmentNumber).orElse(0) : recorded.distanceKm();
        boolean withPartB =
                recorded.withPartB() == null ? transport(shipmentNumber, km).isPartB() : recorded.withPartB();
        table.record(
                new EwayBill(
                        shipmentNumber,
                        before.documentType(),
                        before.documentNumber(),
                        before.needed(),
                        before.reason(),
                        before.consignmentValue(),
                        number,
                        generated,
                        km,
                        unsaid,
                        recorded.transporterKm(),
                        recorded.overDimensional(),
                        withPartB
                                ? EwayBillValidity.until(generated, km, recorded.overDimensional(), clock.getZone())
                                : null,
                        by.name(),
                        null,
                        null),
                withPartB ? generated : null);
        tell(shipmentNumber, "E-way bill " + number + " recorded for shipment " + shipmentNumber, number, by);
        return table.find(shipmentNumber).orElseThrow();
    }

    /** Where what Part B asks for is known by now and was not before, time begins to run. */
    void partB(String shipmentNumber) {
        if (transport(shipmentNumber, 0).isPartB()) {
            startPartB(shipmentNumber);
        }
    }

    private void startPartB(String shipmentNumber) {
        table.find(shipmentNumber)
                .filter(bill -> bill.number() != null && bill.validUntil() == null && bill.cancelledAt() == null)
                .ifPresent(bill -> table.validUntil(
                        shipmentNumber,
                        clock.instant(),
                        EwayBillValidity.until(
                                clock.instant(), bill.distanceKm(), bill.overDimensional(), clock.getZone())));
    }

    /** Goods go without one although the table wants it. @throws Problem {@code invalid-eway-bill} without a reason */
    public void waive(Actor by, String shipmentNumber, String because) {
        if (because == null || because.isBlank() || because.length() > LONGEST_REASON) {
            throw Problem.invalid(
                    "invalid-eway-bill",
                    "ewayBillWaiver",
                    "Say why no e-way bill is needed, in at most " + LONGEST_REASON + " characters");
        }
        decide(shipmentNumber);
        table.waive(shipmentNumber, because.strip(), by.name());
        tell(shipmentNumber, "Shipment " + shipmentNumber + " goes without e-way bill: " + because.strip(), null, by);
    }

    /**
     * The portal has extended it, for what is left of the way.
     *
     * @throws Problem {@code eway-bill-only}; {@code no-eway-bill}; {@code eway-bill-window} outside eight hours around its end
     */
    public EwayBill extend(Actor by, String shipmentNumber, int remainingKm) {
        EwayBill bill = active(by, shipmentNumber);
        if (remainingKm < 1 || remainingKm > FURTHEST_KM) {
            throw Problem.invalid("invalid-eway-bill", "remainingKm", "Between 1 and " + FURTHEST_KM + " km");
        }
        if (bill.validUntil() == null || !EwayBillValidity.mayExtend(bill.validUntil(), clock.instant())) {
            throw Problem.conflict(
                    "eway-bill-window",
                    "Not at this time",
                    "An e-way bill is extended from eight hours before its end to eight hours after"
                            + (bill.validUntil() == null ? "; this one has no Part B yet" : ""));
        }
        table.validUntil(
                shipmentNumber,
                clock.instant(),
                EwayBillValidity.until(clock.instant(), remainingKm, bill.overDimensional(), clock.getZone()));
        tell(shipmentNumber, "E-way bill " + bill.number() + " extended", bill.number(), by);
        return table.find(shipmentNumber).orElseThrow();
    }

    /**
     * The portal has cancelled it.
     *
     * @param code 1 duplicate, 2 order cancelled, 3 data entry mistake, 4 others
     * @throws Problem {@code eway-bill-only}; {@code no-eway-bill}; {@code eway-bill-window} later than 24 hours after its making
     */
    public EwayBill cancel(Actor by, String shipmentNumber, int code, String remark) {
        EwayBill bill = active(by, shipmentNumber);
        List<Violation> wrong = new ArrayList<>();
        if (code < 1 || code > 4) {
            wrong.add(new Violation("code", "1 duplicate, 2 order cancelled, 3 data entry mistake, 4 others"));
        }
        if (remark != null && remark.length() > LONGEST_REMARK) {
            wrong.add(new Violation("remark", "At most " + LONGEST_REMARK + " characters"));
        }
        if (code == 4 && (remark == null || remark.isBlank())) {
            wrong.add(new Violation("remark", "Say why"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-eway-bill", "The e-way bill cannot be cancelled", wrong);
        }
        if (!EwayBillValidity.mayCancel(bill.generatedAt(), clock.instant())) {
            throw Problem.conflict(
                    "eway-bill-window", "Not at this time", "An e-way bill is cancelled within 24 hours of its making");
        }
        table.cancel(shipmentNumber, code, remark);
        tell(shipmentNumber, "E-way bill " + bill.number() + " cancelled", bill.number(), by);
        return table.find(shipmentNumber).orElseThrow();
    }

    private EwayBill active(Actor by, String shipmentNumber) {
        requireKeeper(by);
        return table.find(shipmentNumber)
                .filter(bill -> bill.number() != null && bill.cancelledAt() == null)
                .orElseThrow(() -> Problem.conflict(
                        "no-eway-bill", "No e-way bill", "Shipment " + shipmentNumber + " has no e-way bill"));
    }

    /**
     * What is wrong with a hand-over under the rules of e-way bills, by the fields of its form.
     *
     * @param bill of the shipment, as of now
     * @param numberWanted whether the goods may not leave without the number
     */
    @Transactional(readOnly = true)
    public List<Violation> atHandOver(EwayBill bill, HandOver handOver, boolean numberWanted) {
        HandOver.Eway said = handOver.eway();
        List<Violation> wrong = new ArrayList<>();
        if (said.number() != null) {
            violations(bill.shipmentNumber(), Recorded.with(handOver))
                    .forEach(violation -> wrong.add(
                            "distanceKm".equals(violation.field())
                                    ? new Violation("ewayBillDistanceKm", violation.message())
                                    : violation));
        } else if (said.waiver() != null && said.waiver().length() > LONGEST_REASON) {
            wrong.add(new Violation("ewayBillWaiver", "At most " + LONGEST_REASON + " characters"));
        } else if (said.waiver() == null && numberWanted) {
            wrong.add(new Violation(
                    "ewayBillNumber",
                    bill.reason() + ". The goods may not leave without e-way bill: make it on the portal and enter its"
                            + " number, or say why none is needed"));
        }
        boolean underWay = said.number() != null || bill.needed() && !bill.isMissing() && bill.waivedBecause() == null;
        if (underWay) {
            documents
                    .find(shipments.shipment(bill.shipmentNumber()))
                    .ifPresent(document -> checkPartB(document, handOver, wrong));
        }
        return wrong;
    }

    private void checkPartB(EwayDocument document, HandOver handOver, List<Violation> wrong) {
        int free = table.settings().partBFreeKm();
        Integer toTransporter = handOver.eway().transporterKm();
        if (handOver.mode() == HandOver.Mode.ROAD && handOver.vehicleNumber() == null) {
            if (document.isInterState() || toTransporter == null) {
                wrong.add(
                        new Violation(
                                "vehicleNumber",
                                "By road the e-way bill needs the vehicle's number. Without it goods go at most " + free
                                        + " km, within the State, to the transporter's place: then enter the kilometres to it"));
            } else if (toTransporter > free) {
                wrong.add(new Violation(
                        "transporterKm",
                        "To the transporter's place goods go at most " + free + " km without vehicle number"));
            }
        }
        LocalDate documentOn = handOver.transportDocumentOn();
        if (documentOn != null && documentOn.isBefore(document.date())) {
            wrong.add(new Violation(
                    "transportDocumentOn",
                    "The portal takes no transport document from before " + document.number() + " of "
                            + document.date()));
        } else if (documentOn != null && documentOn.isAfter(LocalDate.now(clock))) {
            wrong.add(new Violation("transportDocumentOn", documentOn + " is in the future"));
        }
    }

    List<Violation> violations(String shipmentNumber, Recorded recorded) {
        List<Violation> wrong = new ArrayList<>();
        String number = digits(recorded.number());
        if (number == null || !number.matches("[0-9]{12}")) {
            wrong.add(new Violation("ewayBillNumber", "The number has twelve digits"));
        } else {
            table.shipmentOf(number)
                    .filter(other -> !other.equals(shipmentNumber))
                    .ifPresent(other ->
                            wrong.add(new Violation("ewayBillNumber", "This is the e-way bill of shipment " + other)));
            table.transferOf(number)
                    .ifPresent(other ->
                            wrong.add(new Violation("ewayBillNumber", "This is the e-way bill of transfer " + other)));
        }
        if (recorded.generatedAt() != null
                && recorded.generatedAt().isAfter(clock.instant().plusSeconds(900))) {
            wrong.add(new Violation("generatedAt", "This is in the future"));
        }
        Integer km = recorded.distanceKm();
        if (km != null && (km < 0 || km > FURTHEST_KM)) {
            wrong.add(new Violation("distanceKm", "Between 0 and " + FURTHEST_KM + " km"));
        } else if (km != null && km > FURTHEST_IN_ONE_PIN && isInOnePin(shipmentNumber)) {
            wrong.add(new Violation(
                    "distanceKm", "Within one PIN code the portal takes at most " + FURTHEST_IN_ONE_PIN + " km"));
        }
        return wrong;
    }

    private boolean isInOnePin(String shipmentNumber) {
        return documents
                .find(shipments.shipment(shipmentNumber))
                .filter(EwayDocument::isInOnePin)
                .isPresent();
    }

    private static String digits(String typed) {
        return typed == null ? null : typed.replaceAll("\\s", "");
    }

    private void tell(String shipmentNumber, String fact, String number, Actor by) {
        events.publishEvent(DealProgress.internal(
                shipments.shipment(shipmentNumber).dealNumber(), fact, number == null ? shipmentNumber : number, by));
    }
}
