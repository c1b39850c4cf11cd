package io.tradeflow.fulfilment;

import io.tradeflow.inventory.Allocation;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.ordering.SalesOrder;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** One batch of one order line in a shipment. */
@Entity
@Table(name = "shipment_line")
class StoredShipmentLine {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tradeflow_id")
    @SequenceGenerator(name = "tradeflow_id", sequenceName = "tradeflow_id_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private StoredShipment shipment;

    private int lineNo;
    private long allocationId;
    private int orderLineNo;
    private String sku;
    private String description;
    private String hsn;
    private String batch;
    private LocalDate expiresOn;
    private String bin;
    private String unit;
    private BigDecimal planned;
    private BigDecimal picked;
    private BigDecimal rejected;
    private boolean repicked;

    protected StoredShipmentLine() {}

    StoredShipmentLine(StoredShipment shipment, int lineNo, Allocation allocation, SalesOrder.Line ordered) {
        this.shipment = shipment;
        this.lineNo = lineNo;
        this.allocationId = allocation.id();
        this.orderLineNo = allocation.orderLineNo();
        this.sku = allocation.sku();
        this.description = ordered.description();
        this.hsn = ordered.hsn();
        this.batch = allocation.batch();
        this.expiresOn = allocation.expiresOn();
        this.bin = allocation.bin();
        this.unit = ordered.ordered().unit();
        this.planned = allocation.quantity();
    }

    /** A line in place of what was missing of the same order line. */
    static StoredShipmentLine repicked(
            StoredShipment shipment, int lineNo, Allocation allocation, SalesOrder.Line ordered) {
        StoredShipmentLine line = new StoredShipmentLine(shipment, lineNo, allocation, ordered);
        line.repicked = true;
        return line;
    }

    boolean isRepicked() {
        return repicked;
    }

    boolean isToPick() {
        return picked == null;
    }

    boolean isToInspect() {
        return picked != null && picked.signum() > 0 && rejected == null;
    }

    boolean isInspected() {
        return rejected != null;
    }

    int orderLineNo() {
        return orderLineNo;
    }

    int lineNo() {
        return lineNo;
    }

    long allocationId() {
        return allocationId;
    }

    BigDecimal planned() {
        return planned;
    }

    /** What goes on: planned, then picked, then less what was rejected. */
    BigDecimal quantity() {
        BigDecimal left = picked == null ? planned : picked;
        return rejected == null ? left : left.subtract(rejected);
    }

    /** The same predicate as allocation: a batch may be used up to and including the day it expires on. */
    boolean isExpired(LocalDate today) {
        return expiresOn != null && expiresOn.isBefore(today);
    }

    void pick(BigDecimal found) {
        this.picked = found;
    }

    void reject(BigDecimal quantity) {
        this.rejected = quantity;
    }

    BigDecimal picked() {
        return picked;
    }

    String batchLabel() {
        return batch.isEmpty() ? sku : sku + " batch " + batch;
    }

    /** @param found by checklist, null where there was none */
    Inspection.Line inspection(InspectionTable.Found found) {
        return new Inspection.Line(
                lineNo,
                sku,
                description,
                batch,
                expiresOn,
                new Quantity(picked, unit),
                found == null ? null : found.sample(),
                new Quantity(rejected == null ? BigDecimal.ZERO : rejected, unit),
                found == null ? null : found.defect(),
                found == null ? List.of() : List.copyOf(found.checks()));
    }

    Shipment.Line toLine() {
        return new Shipment.Line(
                lineNo,
                allocationId,
                orderLineNo,
                sku,
                description,
                hsn,
                batch,
                expiresOn,
                bin,
                new Quantity(planned, unit),
                new Quantity(quantity(), unit));
    }
}
