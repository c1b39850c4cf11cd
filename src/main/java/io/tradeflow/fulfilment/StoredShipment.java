package io.tradeflow.fulfilment;

import io.tradeflow.fulfilment.Shipment.Status;
import io.tradeflow.inventory.Allocation;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A shipment as the database keeps it; its status only goes forward. */
@Entity
@Table(name = "shipment")
class StoredShipment {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tradeflow_id")
    @SequenceGenerator(name = "tradeflow_id", sequenceName = "tradeflow_id_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String number;
    private String dealNumber;
    private String orderNumber;
    private String buyerCode;
    private String buyerName;
    private String warehouseCode;
    private String branchCode;

    @Enumerated(EnumType.STRING)
    private Status status = Status.PLANNED;

    @Enumerated(EnumType.STRING)
    private Shipment.Kind kind = Shipment.Kind.SALE;

    private Instant plannedAt;
    private Instant pickListReleasedAt;
    private String pickedBy;
    private Instant pickedAt;
    private String inspectedBy;
    private Instant inspectedAt;
    private String inspectionRemark;
    private String packedBy;
    private Instant packedAt;
    private int packages;
    private BigDecimal grossWeightKg;
    private String packingNote;
    private Instant dispatchedAt;
    private Instant cancelledAt;

    @OneToMany(mappedBy = "shipment", cascade = CascadeType.PERSIST)
    @OrderBy("lineNo")
    private List<StoredShipmentLine> lines = new ArrayList<>();

    protected StoredShipment() {}

    /** @param allocations all from one warehouse, which belongs to the branch */
    StoredShipment(
            String number, SalesOrder order, String branchCode, List<Allocation> allocations, Instant plannedAt) {
        this.number = number;
        this.dealNumber = order.dealNumber();
        this.orderNumber = order.number();
        this.buyerCode = order.buyerCode();
        this.buyerName = order.buyerName();
        this.warehouseCode = allocations.get(0).warehouseCode();
        this.branchCode = branchCode;
        this.plannedAt = plannedAt;
        Map<Integer, SalesOrder.Line> ordered =
                order.lines().stream().collect(Collectors.toMap(SalesOrder.Line::lineNo, Function.identity()));
        for (Allocation allocation : allocations) {
            lines.add(
                    new StoredShipmentLine(this, lines.size() + 1, allocation, ordered.get(allocation.orderLineNo())));
        }
    }

    /** It stands for goods that are invoiced already. */
    void replaces() {
        kind = Shipment.Kind.REPLACEMENT;
    }

    Shipment.Kind kind() {
        return kind;
    }

    String number() {
        return number;
    }

    String dealNumber() {
        return dealNumber;
    }

    Status status() {
        return status;
    }

    List<StoredShipmentLine> lines() {
        return lines;
    }

    String orderNumber() {
        return orderNumber;
    }

    String warehouseCode() {
        return warehouseCode;
    }

    List<StoredShipmentLine> toPick() {
        return lines.stream().filter(StoredShipmentLine::isToPick).toList();
    }

    List<StoredShipmentLine> toInspect() {
        return lines.stream().filter(StoredShipmentLine::isToInspect).toList();
    }

    /** What it was to carry of each order line before anything was missing. */
    Map<Integer, BigDecimal> plannedByOrderLine() {
        Map<Integer, BigDecimal> planned = new TreeMap<>();
        lines.stream()
                .filter(line -> !line.isRepicked())
                .forEach(line -> planned.merge(line.orderLineNo(), line.planned(), BigDecimal::add));
        return planned;
    }

    /** What lacks of it now, by order line; without the lines of which nothing does. */
    Map<Integer, BigDecimal> missing() {
        Map<Integer, BigDecimal> missing = plannedByOrderLine();
        lines.forEach(line -> missing.merge(line.orderLineNo(), line.quantity().negate(), BigDecimal::add));
        missing.values().removeIf(quantity -> quantity.signum() <= 0);
        return missing;
    }

    /** What goes on of each line, without the lines of which nothing does. */
    Map<Integer, BigDecimal> quantitiesByLine() {
        Map<Integer, BigDecimal> quantities = new TreeMap<>();
        lines.stream()
                .filter(line -> line.quantity().signum() > 0)
                .forEach(line -> quantities.put(line.lineNo(), line.quantity()));
        return quantities;
    }

    Instant pickListReleasedAt() {
        return pickListReleasedAt;
    }

    Instant packedAt() {
        return packedAt;
    }

    String packedBy() {
        return packedBy;
    }

    boolean isBeyond(Status reached) {
        return status.compareTo(reached) > 0;
    }

    /** @throws Problem {@code shipment-state} unless it is in this state */
    void require(Status needed) {
        if (status != needed) {
            throw Problem.conflict(
                    "shipment-state",
                    "Not possible now",
                    "Shipment " + number + " is " + status.label() + ", it would have to be " + needed.label());
        }
    }

    void releasePickList(Instant now) {
        if (status == Status.PLANNED) {
            status = Status.PICKING;
            pickListReleasedAt = now;
        }
    }

    /** @param picked by line number, every line that is still to pick */
    void pick(Map<Integer, BigDecimal> picked, Actor by, Instant now) {
        require(Status.PICKING);
        toPick().forEach(line -> line.pick(picked.get(line.lineNo())));
        pickedBy = by.name();
        pickedAt = now;
        status = Status.PICKED;
    }

    /** @param rejected by line number; absent means nothing */
    void inspect(Map<Integer, BigDecimal> rejected, String remark, Actor by, Instant now) {
        require(Status.PICKED);
        pass(rejected);
        inspectedBy = by.name();
        inspectedAt = now;
        inspectionRemark = inspectionRemark == null || remark == null ? remark : inspectionRemark + " / " + remark;
        status = Status.INSPECTED;
    }

    /** The picked goods need no inspection. */
    void skipInspection() {
        if (status == Status.PICKED) {
            pass(Map.of());
            status = Status.INSPECTED;
        }
    }

    private void pass(Map<Integer, BigDecimal> rejected) {
        lines.stream()
                .filter(line -> !line.isToPick() && !line.isInspected())
                .forEach(line -> line.reject(rejected.getOrDefault(line.lineNo(), BigDecimal.ZERO)));
    }

    /** Other goods in place of what is missing: the shipment is being picked again. */
    void repick(List<Allocation> found, SalesOrder order) {
        Map<Integer, SalesOrder.Line> ordered =
                order.lines().stream().collect(Collectors.toMap(SalesOrder.Line::lineNo, Function.identity()));
        for (Allocation allocation : found) {
            lines.add(StoredShipmentLine.repicked(
                    this, lines.size() + 1, allocation, ordered.get(allocation.orderLineNo())));
        }
        status = Status.PICKING;
    }

    void pack(int packages, BigDecimal grossWeightKg, String note, Actor by, Instant now) {
        require(Status.INSPECTED);
        this.packages = packages;
        this.grossWeightKg = grossWeightKg;
        this.packingNote = note;
        packedBy = by.name();
        packedAt = now;
        status = Status.PACKED;
    }

    void dispatched(Instant now) {
        require(Status.PACKED);
        status = Status.DISPATCHED;
        dispatchedAt = now;
    }

    void cancel(Instant now) {
        if (status != Status.DISPATCHED && status != Status.CANCELLED) {
            status = Status.CANCELLED;
            cancelledAt = now;
        }
    }

    /** As the inspector left it; empty before. */
    Optional<Inspection> inspection(Map<Integer, InspectionTable.Found> found) {
        if (inspectedAt == null) {
            return Optional.empty();
        }
        return Optional.of(new Inspection(
                number,
                inspectedBy,
                inspectedAt,
                inspectionRemark,
                lines.stream()
                        .filter(line -> line.picked() != null && line.picked().signum() > 0)
                        .map(line -> line.inspection(found.get(line.lineNo())))
                        .toList()));
    }

    /** How much of the plan is left after picking and inspection. */
    Shipments.Outcome outcome() {
        if (status == Status.CANCELLED
                || lines.stream().allMatch(line -> line.quantity().signum() == 0)) {
            return Shipments.Outcome.NOTHING;
        }
        return lines.stream().allMatch(line -> line.quantity().compareTo(line.planned()) == 0)
                ? Shipments.Outcome.COMPLETE
                : Shipments.Outcome.SHORT;
    }

    Shipment toShipment() {
        return new Shipment(
                number,
                dealNumber,
                orderNumber,
                buyerCode,
                buyerName,
                warehouseCode,
                branchCode,
                status,
                packages,
                grossWeightKg,
                packingNote,
                lines.stream().map(StoredShipmentLine::toLine).toList());
    }
}
