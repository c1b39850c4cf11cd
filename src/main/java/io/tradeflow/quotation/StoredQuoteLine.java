package io.tradeflow.quotation;

import io.tradeflow.catalog.Product;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.pricing.LinePrice;
import io.tradeflow.pricing.PriceTrace;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import org.hibernate.annotations.ColumnTransformer;

/** A line of a {@link StoredQuote}. Without a unit price while the sales desk still has to set one. */
@Entity
@Table(name = "quote_line")
class StoredQuoteLine {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tradeflow_id")
    @SequenceGenerator(name = "tradeflow_id", sequenceName = "tradeflow_id_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "quote_id")
    private StoredQuote quote;

    private int lineNo;
    private String sku;
    private String description;
    private String hsn;
    private BigDecimal quantity;
    private String unit;
    private BigDecimal listPrice;
    private BigDecimal unitPrice;
    private BigDecimal net;
    private BigDecimal taxRate;
    private BigDecimal margin;
    private String priceReason;
    private boolean setByHand;
    private BigDecimal floorPrice;

    @Enumerated(EnumType.STRING)
    private QuoteLineKind kind = QuoteLineKind.FIRM;

    private Integer insteadOf;
    private Integer previousLineNo;
    private BigDecimal targetPrice;
    private LocalDate neededBy;
    private String note;
    private String buyerNote;
    private boolean belowFloor;

    @Convert(converter = TraceColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    private PriceTrace priceTrace;

    @Embedded
    private LineShares shares = LineShares.NONE;

    /** Its quantity or the wish for a listed price is new, so the price lists are asked again. */
    @Transient
    private boolean priceDue;

    @Transient
    private BigDecimal cost;

    protected StoredQuoteLine() {}

    StoredQuoteLine(StoredQuote quote, int lineNo, Product product, BigDecimal quantity) {
        this.quote = quote;
        this.lineNo = lineNo;
        this.sku = product.sku();
        this.quantity = quantity;
        this.unit = product.unit();
        describe(product);
    }

    /** A line of the next revision, as this one stands. */
    StoredQuoteLine copyFor(StoredQuote next) {
        StoredQuoteLine copy = new StoredQuoteLine();
        copy.quote = next;
        copy.lineNo = lineNo;
        copy.previousLineNo = lineNo;
        copy.sku = sku;
        copy.description = description;
        copy.hsn = hsn;
        copy.quantity = quantity;
        copy.unit = unit;
        copy.listPrice = listPrice;
        copy.unitPrice = unitPrice;
        copy.net = net;
        copy.taxRate = taxRate;
        copy.margin = margin;
        copy.priceReason = priceReason;
        copy.setByHand = setByHand;
        copy.floorPrice = floorPrice;
        copy.kind = kind;
        copy.insteadOf = insteadOf;
        copy.targetPrice = targetPrice;
        copy.neededBy = neededBy;
        copy.note = note;
        copy.buyerNote = buyerNote;
        copy.belowFloor = belowFloor;
        copy.priceTrace = priceTrace;
        copy.shares = shares;
        return copy;
    }

    void describe(Product product) {
        description = product.description();
        hsn = product.hsn();
    }

    void orderQuantity(BigDecimal quantity) {
        priceDue = priceDue || quantity.compareTo(this.quantity) != 0;
        this.quantity = quantity;
        compute();
    }

    void setByHand(BigDecimal unitPrice, String reason) {
        this.unitPrice = unitPrice;
        this.priceReason = reason;
        this.priceTrace = null;
        this.setByHand = true;
        compute();
    }

    /** Goes back to what the price lists say, on the next pricing. */
    void asListed() {
        priceDue = true;
        setByHand = false;
        unitPrice = null;
        priceReason = null;
        compute();
    }

    /** @param numbers the new number of each line */
    void renumber(Map<Integer, Integer> numbers) {
        lineNo = numbers.get(lineNo);
        insteadOf = insteadOf == null ? null : numbers.get(insteadOf);
    }

    /** The line of the revision before that this one continues, or null. */
    Integer previousLineNo() {
        return previousLineNo;
    }

    BigDecimal listPrice() {
        return listPrice;
    }

    /** What the price lists say; null if nothing. A price set by hand stays. */
    void priceFrom(LinePrice found) {
        listPrice = found == null ? null : found.listPrice().amount();
        floorPrice =
                found == null || found.floor() == null ? null : found.floor().amount();
        if (!setByHand) {
            unitPrice = found == null ? null : found.unitPrice().amount();
            priceReason = found == null ? null : found.reason();
            priceTrace = found == null ? null : found.trace();
        }
        compute();
    }

    /** Below the floor a price stands, but needs an approval. */
    void judge() {
        belowFloor = isBelowFloor();
    }

    /** @param unitCost in the quote's currency, null if unknown */
    void costs(BigDecimal unitCost) {
        cost = unitCost == null ? null : unitCost.multiply(quantity);
        margin = cost == null || net == null
                ? null
                : Percentage.share(net.subtract(cost), net).value();
    }

    /** Of the whole line when it was last worked out; null if unknown. */
    BigDecimal cost() {
        return cost;
    }

    /** What the buyer wishes for the line: price, date and remark, each may be null. */
    void wished(BigDecimal targetPrice, LocalDate neededBy, String buyerNote) {
        this.targetPrice = targetPrice;
        this.neededBy = neededBy;
        this.buyerNote = buyerNote;
    }

    String note() {
        return note;
    }

    void note(String note) {
        this.note = note;
    }

    void neededBy(LocalDate day) {
        this.neededBy = day;
    }

    /** @param insteadOf the line it is an alternative to, else null */
    void kind(QuoteLineKind kind, Integer insteadOf) {
        this.kind = kind;
        this.insteadOf = insteadOf;
    }

    void bears(LineShares shares) {
        this.shares = shares;
    }

    void taxedAt(BigDecimal rate) {
        taxRate = rate;
    }

    private void compute() {
        net = unitPrice == null
                ? null
                : quantity.multiply(unitPrice).setScale(Money.DOCUMENT_SCALE, RoundingMode.HALF_UP);
    }

    boolean isFirm() {
        return kind == QuoteLineKind.FIRM;
    }

    Integer insteadOf() {
        return insteadOf;
    }

    BigDecimal taxableValue() {
        return shares.taxable(net);
    }

    LineShares shares() {
        return shares;
    }

    boolean isPriceDue() {
        return priceDue || !isPriced();
    }

    boolean isPriced() {
        return unitPrice != null;
    }

    /** Whoever set the price; what the line bears of the discount on the whole lowers it too. */
    boolean isBelowFloor() {
        if (floorPrice == null || !isPriced()) {
            return false;
        }
        BigDecimal least = quantity.multiply(floorPrice).setScale(Money.DOCUMENT_SCALE, RoundingMode.HALF_UP);
        return unitPrice.compareTo(floorPrice) < 0
                || net.subtract(shares.discountShare()).compareTo(least) < 0;
    }

    boolean hasListPrice() {
        return listPrice != null;
    }

    int lineNo() {
        return lineNo;
    }

    String sku() {
        return sku;
    }

    String hsn() {
        return hsn;
    }

    BigDecimal quantity() {
        return quantity;
    }

    String unit() {
        return unit;
    }

    BigDecimal unitPrice() {
        return unitPrice;
    }

    BigDecimal net() {
        return net;
    }

    /** What the line costs at list price; without one, what it costs. */
    BigDecimal atListPrice() {
        return !hasListPrice()
                ? net
                : quantity.multiply(listPrice).setScale(Money.DOCUMENT_SCALE, RoundingMode.HALF_UP);
    }

    Quote.Line toLine(String currency) {
        BigDecimal list = hasListPrice() ? listPrice : orZero(unitPrice);
        return new Quote.Line(
                lineNo,
                sku,
                description,
                hsn,
                new Quantity(quantity, unit),
                Money.of(list, currency),
                isPriced() ? Percentage.share(list.subtract(unitPrice), list) : Percentage.ZERO,
                isPriced() ? Money.of(unitPrice, currency) : null,
                Money.of(orZero(net), currency),
                orZero(taxRate),
                margin == null ? null : new Percentage(margin),
                priceReason,
                kind,
                insteadOf,
                targetPrice == null ? null : Money.of(targetPrice, currency),
                neededBy,
                note,
                buyerNote,
                shares,
                belowFloor,
                priceTrace,
                previousLineNo);
    }

    private static BigDecimal orZero(BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }
}
