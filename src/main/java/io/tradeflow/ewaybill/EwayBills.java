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
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
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
    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_REMARK = 100;

    private final EwayBillTable table;
    private final EwayDocuments documents;
    private final EwayBillSchema schema;
    private final Shipments shipments;
    private final Consignments consignments;
    private final Carriers carriers;
    private final Tracking tracking;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EwayBills(
            EwayBillTable table,
            EwayDocuments documents,
            EwayBillSchema schema,
            Shipments shipments,
            Consignments consignments,
            Carriers carriers,
            Tracking tracking,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.documents = documents;
        this.schema = schema;
        this.shipments = shipments;
        this.consignments = consignments;
        this.carriers = carriers;
        this.tracking = tracking;
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
        String transporter = carriers.called(handOver.carrier())
                .map(io.tradeflow.dispatch.Carrier::transporterId)
                .orElse(null);
        return new EwayTransport(
                handOver.mode().ordinal() + 1,
                distanceKm,
                transporter,
                handOver.carrier(),
                handOver.transportDocumentNumber(),
                LocalDate.ofInstant(consignment.get().handedOverAt(), clock.getZone()),
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
     * @param distanceKm as the portal took it; null if unknown, then it holds one day
     * @param withPartB whether the portal has the vehicle already, so that the time runs
     */
    public record Recorded(
            String number, Instant generatedAt, Integer distanceKm, boolean overDimensional, boolean withPartB) {}

    /**
     * Keeps the number the portal gave and works out until when it holds. Repeating it changes nothing; another number replaces a cancelled
     * one only.
     *
     * @throws Problem {@code eway-bill-only}; {@code invalid-eway-bill} per field; {@code eway-bill-recorded}; {@code no-tax-document}
     */
    public EwayBill record(Actor by, String shipmentNumber, Recorded recorded) {
        if (!mayKeep(by)) {
            throw Problem.forbidden(
                    "eway-bill-only", "E-way bills are recorded by the warehouse, stock planners and finance");
        }
        return keep(by, shipmentNumber, recorded);
    }

    EwayBill keep(Actor by, String shipmentNumber, Recorded recorded) {
        EwayBill before = decide(shipmentNumber);
        check(shipmentNumber, recorded);
        String number = digits(recorded.number());
        if (before.number() != null && before.cancelledAt() == null) {
            if (before.number().equals(number)) {
                if (recorded.withPartB()) {
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
        int km = recorded.distanceKm() == null ? 0 : recorded.distanceKm();
        Instant until = recorded.withPartB()
                ? EwayBillValidity.until(generated, km, recorded.overDimensional(), clock.getZone())
                : null;
        table.record(
                shipmentNumber,
                number,
                generated,
                km,
                recorded.overDimensional(),
                recorded.withPartB() ? generated : null,
                until,
                by.name());
        tell(shipmentNumber, "E-way bill " + number + " recorded for shipment " + shipmentNumber, number, by);
        return table.find(shipmentNumber).orElseThrow();
    }

    /** The vehicle is known: where Part B is missing, time begins to run now. */
    void partB(String shipmentNumber) {
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
        if (!mayKeep(by)) {
            throw Problem.forbidden(
                    "eway-bill-only", "E-way bills are recorded by the warehouse, stock planners and finance");
        }
        return table.find(shipmentNumber)
                .filter(bill -> bill.number() != null && bill.cancelledAt() == null)
                .orElseThrow(() -> Problem.conflict(
                        "no-eway-bill", "No e-way bill", "Shipment " + shipmentNumber + " has no e-way bill"));
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
        }
        if (recorded.generatedAt() != null
                && recorded.generatedAt().isAfter(clock.instant().plusSeconds(900))) {
            wrong.add(new Violation("generatedAt", "This is in the future"));
        }
        Integer km = recorded.distanceKm();
        if (km != null && (km < 0 || km > FURTHEST_KM)) {
            wrong.add(new Violation("distanceKm", "Between 0 and " + FURTHEST_KM + " km"));
        }
        return wrong;
    }

    private static String digits(String typed) {
        return typed == null ? null : typed.replaceAll("\\s", "");
    }

    private void tell(String shipmentNumber, String fact, String number, Actor by) {
        events.publishEvent(DealProgress.internal(
                shipments.shipment(shipmentNumber).dealNumber(), fact, number == null ? shipmentNumber : number, by));
    }
}
