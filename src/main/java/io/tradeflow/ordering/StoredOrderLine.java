package io.tradeflow.ordering;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.quotation.LineShares;
import io.tradeflow.quotation.Quote;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A line of a {@link StoredOrder}; only what is short-closed changes. */
@Entity
@Table(name = "sales_order_line")
class StoredOrderLine {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tradeflow_id")
    @SequenceGenerator(name = "tradeflow_id", sequenceName = "tradeflow_id_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_id")
    private StoredOrder order;

    private int lineNo;
    private String sku;
    private String description;
    private String hsn;
    private BigDecimal ordered;
    private String unit;
    private BigDecimal shortClosed = BigDecimal.ZERO;
    private BigDecimal unitPrice;
    private BigDecimal net;
    private BigDecimal taxRate;
    private String note;
    private LocalDate requestedOn;
    private BigDecimal agreedPrice;
    private BigDecimal agreedQuantity;

    @Embedded
    private LineShares shares;

    protected StoredOrderLine() {}

    StoredOrderLine(StoredOrder order, Quote.Line quoted, LocalDate requestedOn) {
        this.order = order;
        this.lineNo = quoted.lineNo();
        this.sku = quoted.sku();
        this.description = quoted.description();
        this.hsn = quoted.hsn();
        this.ordered = quoted.quantity().value();
        this.unit = quoted.quantity().unit();
        this.unitPrice = quoted.unitPrice().amount();
        this.net = quoted.net().amount();
        this.taxRate = quoted.taxRate();
        this.note = quoted.note();
        this.requestedOn = requestedOn;
        this.agreedPrice = unitPrice;
        this.agreedQuantity = ordered;
        this.shares = quoted.shares();
    }

    /** In place of a quantity of another line, with what that quantity bore of the order's discount and charges. */
    StoredOrderLine(
            StoredOrder order,
            int lineNo,
            StoredOrderLine replaced,
            BigDecimal quantity,
            Substitute with,
            BigDecimal taxRate) {
        this.order = order;
        this.lineNo = lineNo;
        this.sku = with.sku();
        this.description = with.description();
        this.hsn = with.hsn();
        this.ordered = quantity;
        this.unit = replaced.unit;
        this.unitPrice = with.unitPrice().amount();
        this.net = with.unitPrice().times(quantity).rounded().amount();
        this.taxRate = taxRate;
        this.note = "Instead of line " + replaced.lineNo;
        this.requestedOn = replaced.requestedOn;
        this.agreedPrice = unitPrice;
        this.agreedQuantity = ordered;
        this.shares = replaced.shares.ofTheLast(quantity, replaced.toDeliver(), replaced.ordered, net);
    }

    /** A line that a change of the order adds. */
    StoredOrderLine(StoredOrder order, SalesOrder.Line added) {
        this.order = order;
        this.lineNo = added.lineNo();
        this.sku = added.sku();
        this.description = added.description();
        this.hsn = added.hsn();
        this.unit = added.ordered().unit();
        this.note = added.note();
        this.agreedPrice = added.agreed().unitPrice().amount();
        this.agreedQuantity = added.agreed().quantity();
        revise(added);
    }

    /** What a change of the order makes of the line; what it is stays. */
    final void revise(SalesOrder.Line revised) {
        this.ordered = revised.ordered().value();
        this.shortClosed = revised.shortClosed();
        this.unitPrice = revised.unitPrice().amount();
        this.net = revised.net().amount();
        this.taxRate = revised.taxRate();
        this.requestedOn = revised.requestedOn();
        this.shares = revised.shares();
    }

    /** @param open what is given up, at most what was still to deliver */
    void giveUp(BigDecimal open) {
        shortClosed = shortClosed.add(open);
    }

    BigDecimal toDeliver() {
        return ordered.subtract(shortClosed);
    }

    int lineNo() {
        return lineNo;
    }

    SalesOrder.Line toLine(String currency) {
        return new SalesOrder.Line(
                lineNo,
                sku,
                description,
                hsn,
                new Quantity(ordered, unit),
                shortClosed,
                Money.of(unitPrice, currency),
                Money.of(net, currency),
                taxRate,
                note,
                shares,
                requestedOn,
                new SalesOrder.Line.Agreed(
                        Money.of(agreedPrice == null ? unitPrice : agreedPrice, currency),
                        agreedQuantity == null ? ordered : agreedQuantity));
    }
}
