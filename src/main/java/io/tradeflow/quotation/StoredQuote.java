package io.tradeflow.quotation;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.pricing.BulkDiscount;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.annotations.ColumnTransformer;

/** One revision of a quote as the database keeps it. What was sent never changes again (a trigger sees to that as well). */
@Entity
@Table(name = "quote")
class StoredQuote {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tradeflow_id")
    @SequenceGenerator(name = "tradeflow_id", sequenceName = "tradeflow_id_seq", allocationSize = 50)
    private Long id;

    String number;
    int revision;
    String dealNumber;
    String buyerCode;
    String buyerName;

    @Enumerated(EnumType.STRING)
    QuoteStatus status = QuoteStatus.DRAFT;

    LocalDate quotedOn;
    LocalDate validUntil;
    String currency;
    String branchCode;

    @Convert(converter = AddressColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    Address billTo;

    @Convert(converter = AddressColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    Address shipTo;

    String terms;

    @Embedded
    QuoteSums sums;

    @Embedded
    QuoteDiscount documentDiscount = QuoteDiscount.NONE;

    @Embedded
    QuoteCharges charges = QuoteCharges.NONE;

    @Embedded
    private ChargeReasons chargeReasons;

    @Convert(converter = BulkDiscountColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    BulkDiscount bulkDiscount;

    BigDecimal orderMinimum;

    @Embedded
    private QuoteConditions conditions = QuoteConditions.NONE;

    @Embedded
    QuotePayment payment;

    boolean shipToChosen;
    BigDecimal goodsTotal;
    BigDecimal listTotal;
    BigDecimal discount;
    BigDecimal margin;
    String contentHash;

    /** Over the material part of the content: what approvals are bound to. */
    String approvalHash;

    String preparedBy;
    String preparedById;
    String[] makers = {};
    Long documentId;
    Instant sentAt;
    Instant closedAt;
    String closingReason;
    String poNumber;
    LocalDate poDate;
    String acceptedBy;

    @Version
    private int version;

    @OneToMany(mappedBy = "quote", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("lineNo")
    List<StoredQuoteLine> lines = new ArrayList<>();

    /** The next revision as a draft copy of this one, valid from the given days on. */
    StoredQuote next(LocalDate quotedOn, LocalDate validUntil) {
        StoredQuote next = new StoredQuote();
        next.number = number;
        next.revision = revision + 1;
        next.dealNumber = dealNumber;
        next.buyerCode = buyerCode;
        next.buyerName = buyerName;
        next.quotedOn = quotedOn;
        next.validUntil = validUntil;
        next.currency = currency;
        next.branchCode = branchCode;
        next.billTo = billTo;
        next.shipTo = shipTo;
        next.shipToChosen = shipToChosen;
        next.terms = terms;
        next.documentDiscount = documentDiscount;
        next.charges = charges;
        next.chargeReasons = chargeReasons;
        next.bulkDiscount = bulkDiscount;
        next.orderMinimum = orderMinimum;
        next.conditions = conditions();
        next.payment = payment;
        next.preparedBy = preparedBy;
        next.preparedById = preparedById;
        next.makers = makers.clone();
        next.sums = sums;
        next.goodsTotal = goodsTotal;
        next.listTotal = listTotal;
        next.discount = discount;
        next.margin = margin;
        lines.forEach(line -> next.lines.add(line.copyFor(next)));
        return next;
    }

    /**
     * The next revision with only these lines, all of them firm, as they were offered and as long. A discount that was given as an amount
     * for the whole shrinks with it.
     */
    StoredQuote taking(Set<Integer> lineNos) {
        StoredQuote next = next(quotedOn, validUntil);
        next.lines.removeIf(line -> !lineNos.contains(line.lineNo()));
        Map<Integer, Integer> numbers = new HashMap<>();
        for (StoredQuoteLine line : next.lines) {
            line.kind(QuoteLineKind.FIRM, null);
            numbers.put(line.lineNo(), numbers.size() + 1);
        }
        next.lines.forEach(line -> line.renumber(numbers));
        next.documentDiscount = documentDiscount.inProportion(next.netSoFar(), netSoFar());
        return next;
    }

    /** Who had a hand in the content may not approve it; that does not make them its author. */
    void alsoMadeBy(Actor by) {
        if (by instanceof Actor.Staff) {
            Set<String> all = new TreeSet<>(List.of(makers));
            all.add(by.userId());
            makers = all.toArray(String[]::new);
        }
    }

    void preparedBy(String name, String userId) {
        preparedBy = name;
        preparedById = userId;
        Set<String> all = new TreeSet<>(List.of(makers));
        all.add(userId);
        makers = all.toArray(String[]::new);
    }

    void close(QuoteStatus end, String reason, Instant at) {
        status = end;
        closedAt = at;
        closingReason = reason;
    }

    /** Whether the buyer can answer it on this day, in the seller's zone; the one place that says so. */
    boolean isOpenOn(LocalDate today) {
        return status == QuoteStatus.SENT && !today.isAfter(validUntil);
    }

    /** Whether its validity is what ended it, whether or not the process has noticed. */
    boolean isOverOn(LocalDate today) {
        return status == QuoteStatus.EXPIRED || status == QuoteStatus.SENT && today.isAfter(validUntil);
    }

    Turn turnOn(LocalDate today) {
        return isDraft() ? Turn.SELLER : isOpenOn(today) ? Turn.BUYER : Turn.NOBODY;
    }

    boolean isDraft() {
        return status == QuoteStatus.DRAFT;
    }

    /** Once its document is fixed a draft waits to be sent and is not changed any more. */
    boolean isChangeable() {
        return isDraft() && documentId == null;
    }

    QuoteConditions conditions() {
        return conditions == null ? QuoteConditions.NONE : conditions;
    }

    void conditions(QuoteConditions conditions) {
        this.conditions = conditions;
    }

    ChargeReasons chargeReasons() {
        return chargeReasons == null ? ChargeReasons.NONE : chargeReasons;
    }

    void chargeReasons(ChargeReasons reasons) {
        chargeReasons = reasons;
    }

    List<StoredQuoteLine> firmLines() {
        return lines.stream().filter(StoredQuoteLine::isFirm).toList();
    }

    int version() {
        return version;
    }

    boolean isPriced() {
        return lines.stream().allMatch(StoredQuoteLine::isPriced);
    }

    /** Whether the buyer may know of it. */
    boolean wasSent() {
        return sentAt != null;
    }

    Quote toQuote() {
        return new Quote(
                number,
                revision,
                dealNumber,
                buyerCode,
                buyerName,
                status,
                quotedOn,
                validUntil,
                currency,
                branchCode,
                billTo,
                shipTo,
                sums == null ? null : sums.placeOfSupply(),
                terms,
                lines.stream().map(line -> line.toLine(currency)).toList(),
                money(listTotal),
                sums == null ? money(netSoFar()) : money(sums.netTotal()),
                money(sums == null ? null : sums.tax()),
                money(sums == null ? null : sums.roundOff()),
                sums == null ? money(netSoFar()) : money(sums.grandTotal()),
                discount == null ? Percentage.ZERO : new Percentage(discount),
                margin == null ? null : new Percentage(margin),
                contentHash,
                preparedBy,
                poNumber,
                poDate,
                money(goodsTotal == null ? netSoFar() : goodsTotal),
                documentDiscount,
                charges,
                conditions(),
                version,
                chargeReasons(),
                bulkDiscount,
                orderMinimum == null ? null : money(orderMinimum),
                payment == null ? null : payment.terms());
    }

    private BigDecimal netSoFar() {
        return firmLines().stream()
                .filter(StoredQuoteLine::isPriced)
                .map(StoredQuoteLine::net)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Money money(BigDecimal amount) {
        return amount == null ? Money.zero(currency) : Money.of(amount, currency);
    }
}
