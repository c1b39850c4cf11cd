package io.tradeflow.ordering;

import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.quotation.AddressColumn;
import io.tradeflow.quotation.Incoterm;
import io.tradeflow.quotation.Quote;
import io.tradeflow.quotation.ShippingPolicy;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.ColumnTransformer;

/** An order as the database keeps it: the accepted quote with what was settled on confirmation. */
@Entity
@Table(name = "sales_order")
class StoredOrder {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tradeflow_id")
    @SequenceGenerator(name = "tradeflow_id", sequenceName = "tradeflow_id_seq", allocationSize = 50)
    private Long id;

    private String number;
    private String dealNumber;
    private String quoteNumber;
    private int quoteRevision;
    private String buyerCode;
    private String buyerName;

    @Enumerated(EnumType.STRING)
    private SalesOrder.Status status = SalesOrder.Status.CONFIRMED;

    private String poNumber;
    private LocalDate poDate;
    private LocalDate orderedOn;
    private String currency;
    private String segment;
    private String branchCode;

    @Convert(converter = AddressColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    private Address billTo;

    @Convert(converter = AddressColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    private Address shipTo;

    private LocalDate neededBy;
    private String terms;
    private BigDecimal advancePercent;
    private int creditDays;
    private String instalments;
    private String dueDay;
    private String earlyDiscount;
    private BigDecimal netTotal;
    private BigDecimal tax;
    private BigDecimal grandTotal;
    private BigDecimal advance;
    private BigDecimal documentDiscount;
    private BigDecimal freight;
    private BigDecimal packing;
    private BigDecimal insurance;
    private String closingReason;

    @Enumerated(EnumType.STRING)
    private ShippingPolicy shippingPolicy;

    private String deliveryInstructions;

    @Enumerated(EnumType.STRING)
    private Incoterm.Rule incoterm;

    private String incotermPlace;
    private int revision;
    private LocalDate taxedOn;

    @Version
    private int version;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
    @OrderBy("lineNo")
    private List<StoredOrderLine> lines = new ArrayList<>();

    protected StoredOrder() {}

    StoredOrder(String number, Quote quote, Confirmation confirmation) {
        this.number = number;
        this.dealNumber = quote.dealNumber();
        this.quoteNumber = quote.number();
        this.quoteRevision = quote.revision();
        this.buyerCode = quote.buyerCode();
        this.buyerName = quote.buyerName();
        this.poNumber = quote.poNumber();
        this.poDate = quote.poDate();
        this.orderedOn = confirmation.on();
        this.currency = quote.currency();
        this.segment = confirmation.segment();
        this.branchCode = quote.branchCode();
        this.billTo = quote.billTo();
        this.shipTo = confirmation.delivery().shipTo(quote);
        this.taxedOn = quote.quotedOn();
        this.neededBy = confirmation.neededBy();
        this.terms = quote.terms();
        PaymentTerms payment = confirmation.payment();
        this.advancePercent = payment.advance().value();
        this.creditDays = payment.creditDays();
        this.instalments = payment.instalmentsText();
        this.dueDay = payment.dueDayText();
        this.earlyDiscount = payment.earlyDiscountText();
        this.netTotal = quote.netTotal().amount();
        this.tax = quote.tax().amount();
        this.grandTotal = quote.grandTotal().amount();
        this.advance = quote.grandTotal().percent(payment.advance()).rounded().amount();
        this.documentDiscount = quote.documentDiscount().documentDiscount();
        this.freight = quote.charges().freight();
        this.packing = quote.charges().packing();
        this.insurance = quote.charges().insurance();
        AgreedDelivery agreed = confirmation.delivery();
        this.shippingPolicy = agreed.wishes().shippingPolicy();
        this.deliveryInstructions = agreed.wishes().instructions();
        agreed.incoterm(quote).ifPresent(term -> {
            this.incoterm = term.rule();
            this.incotermPlace = term.place();
        });
        quote.firmLines()
                .forEach(line -> lines.add(
                        new StoredOrderLine(this, line, agreed.requestedOn(quote, line, confirmation.neededBy()))));
    }

    /** What is settled on confirmation, over and above the quote. */
    record Confirmation(
            LocalDate on, String segment, LocalDate neededBy, PaymentTerms payment, AgreedDelivery delivery) {}

    /** What an approved change makes of the order. */
    void revise(SalesOrder revised) {
        revision = revised.revision();
        taxedOn = revised.taxedOn();
        shipTo = revised.shipTo();
        shippingPolicy = revised.delivery().shippingPolicy();
        deliveryInstructions = revised.delivery().instructions();
        netTotal = revised.netTotal().amount();
        tax = revised.tax().amount();
        grandTotal = revised.grandTotal().amount();
        advance = revised.advance().amount();
        documentDiscount = revised.extras().documentDiscount().amount();
        freight = revised.extras().freight().amount();
        packing = revised.extras().packing().amount();
        insurance = revised.extras().insurance().amount();
        for (SalesOrder.Line line : revised.lines()) {
            lines.stream()
                    .filter(own -> own.lineNo() == line.lineNo())
                    .findFirst()
                    .ifPresentOrElse(own -> own.revise(line), () -> lines.add(new StoredOrderLine(this, line)));
        }
    }

    void complete() {
        status = SalesOrder.Status.COMPLETED;
    }

    void cancel(String reason) {
        status = SalesOrder.Status.CANCELLED;
        closingReason = reason;
    }

    SalesOrder.Status status() {
        return status;
    }

    String number() {
        return number;
    }

    String dealNumber() {
        return dealNumber;
    }

    List<StoredOrderLine> lines() {
        return List.copyOf(lines);
    }

    void shipAsReady() {
        shippingPolicy = ShippingPolicy.AS_READY;
    }

    /** Gives up the quantity of the line and adds a line of the substitute, which counts in the order's sums. */
    StoredOrderLine replace(int lineNo, BigDecimal quantity, Substitute with, BigDecimal taxRate) {
        StoredOrderLine old = lines.stream()
                .filter(line -> line.lineNo() == lineNo)
                .findFirst()
                .orElseThrow();
        int next = lines.stream().mapToInt(StoredOrderLine::lineNo).max().orElse(0) + 1;
        StoredOrderLine added = new StoredOrderLine(this, next, old, quantity, with, taxRate);
        old.giveUp(quantity);
        lines.add(added);
        Money taxable = added.toLine(currency).taxableValue();
        Money ofTax = taxable.percent(new Percentage(taxRate)).rounded();
        netTotal = netTotal.add(taxable.amount());
        tax = tax.add(ofTax.amount());
        grandTotal = grandTotal.add(taxable.amount()).add(ofTax.amount());
        return added;
    }

    SalesOrder toOrder() {
        return new SalesOrder(
                number,
                dealNumber,
                quoteNumber,
                quoteRevision,
                buyerCode,
                buyerName,
                status,
                poNumber,
                poDate,
                orderedOn,
                currency,
                segment,
                branchCode,
                billTo,
                shipTo,
                neededBy,
                terms,
                PaymentTerms.of(new Percentage(advancePercent), creditDays, instalments, dueDay, earlyDiscount),
                lines.stream().map(line -> line.toLine(currency)).toList(),
                Money.of(netTotal, currency),
                Money.of(tax, currency),
                Money.of(grandTotal, currency),
                Money.of(advance, currency),
                new SalesOrder.Extras(
                        Money.of(documentDiscount, currency),
                        Money.of(freight, currency),
                        Money.of(packing, currency),
                        Money.of(insurance, currency)),
                new Delivery(
                        shippingPolicy,
                        incoterm == null ? null : new Incoterm(incoterm, incotermPlace),
                        deliveryInstructions),
                revision,
                taxedOn == null ? orderedOn : taxedOn);
    }
}
