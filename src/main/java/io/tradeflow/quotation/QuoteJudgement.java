package io.tradeflow.quotation;

import io.tradeflow.approval.ApprovalNeed;
import io.tradeflow.approval.ApprovalWords;
import io.tradeflow.credit.Exposures;
import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.inquiry.Inquiry;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.party.Parties;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Draws from a quote what approvals are decided by. */
@Component
class QuoteJudgement {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String INDIA = "IN";

    private final Exchange exchange;
    private final Exposures exposures;
    private final StockOutlook stock;
    private final Inquiries inquiries;
    private final Parties parties;
    private final QuoteSettings settings;
    private final QuoteTemplates templates;
    private final Clock clock;

    QuoteJudgement(
            Exchange exchange,
            Exposures exposures,
            StockOutlook stock,
            Inquiries inquiries,
            Parties parties,
            QuoteSettings settings,
            QuoteTemplates templates,
            Clock clock) {
        this.exchange = exchange;
        this.exposures = exposures;
        this.stock = stock;
        this.inquiries = inquiries;
        this.parties = parties;
        this.settings = settings;
        this.templates = templates;
        this.clock = clock;
    }

    QuoteFacts facts(StoredQuote stored) {
        Quote quote = stored.toQuote();
        Inquiry inquiry = inquiries.inquiry(quote.dealNumber());
        List<StockOutlook.Lot> lots = stock.lots(
                quote.firmLines().stream().map(Quote.Line::sku).distinct().toList());
        boolean listKnown = stored.firmLines().stream().allMatch(StoredQuoteLine::hasListPrice);
        return new QuoteFacts(
                quote.number(),
                quote.revision(),
                listKnown ? quote.discount().value() : null,
                listKnown ? worstDiscount(quote) : null,
                quote.margin() == null ? null : quote.margin().value(),
                value(quote),
                stored.firmLines().stream().anyMatch(StoredQuoteLine::isBelowFloor),
                quote.isBelowOrderMinimum(),
                exposures
                        .of(quote.buyerCode(), quote.currency())
                        .excessWith(quote.grandTotal())
                        .amount(),
                shortage(quote, lots),
                exportMode(stored),
                !isUsual(stored.terms) || quote.hasOwnPaymentTerms(),
                shortfallDays(quote, inquiry.neededBy(), lots),
                inquiry.handling() == null ? null : inquiry.handling().approvalLane(),
                validityEnds(quote),
                reminderAt(quote));
    }

    /** The facts in one sentence for the approver. */
    String reason(StoredQuote stored) {
        Quote quote = stored.toQuote();
        QuoteFacts facts = facts(stored);
        return "Net " + Amounts.shown(quote.netTotal()) + ", discount " + shown(facts.discountPercent())
                + " on list price (highest on a line " + shown(facts.worstLineDiscount()) + "), margin "
                + shown(facts.marginPercent()) + ", prepared by " + quote.preparedBy() + payment(quote);
    }

    private static String payment(Quote quote) {
        return quote.hasOwnPaymentTerms()
                ? ". Payment terms: " + quote.paymentTerms().allWords()
                        + (quote.payment() == null
                                ? ""
                                : ". By the table: " + quote.payment().allWords())
                : "";
    }

    static String words(List<ApprovalNeed> needs) {
        return needs.stream()
                .map(need -> ApprovalWords.inside(need.kind()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Lines of the same product share what there is. */
    private static BigDecimal shortage(Quote quote, List<StockOutlook.Lot> lots) {
        Map<String, BigDecimal> wanted = quote.firmLines().stream()
                .collect(Collectors.toMap(
                        Quote.Line::sku, line -> line.quantity().value(), BigDecimal::add));
        Map<String, BigDecimal> available = lots.stream()
                .filter(lot -> lot.firstDay() == null)
                .collect(Collectors.toMap(StockOutlook.Lot::sku, StockOutlook.Lot::quantity, BigDecimal::add));
        return wanted.entrySet().stream()
                .map(line -> line.getValue()
                        .subtract(available.getOrDefault(line.getKey(), BigDecimal.ZERO))
                        .max(BigDecimal.ZERO)
                        .multiply(HUNDRED)
                        .divide(line.getValue(), 1, RoundingMode.HALF_UP))
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    private Integer shortfallDays(Quote quote, LocalDate neededBy, List<StockOutlook.Lot> lots) {
        LocalDate today = LocalDate.now(clock);
        return PromisedStock.of(quote.firmLines(), neededBy, lots, today).values().stream()
                .filter(line -> line.promised() != null && line.isShort())
                .map(line -> (int) ChronoUnit.DAYS.between(today, line.promised()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The company's own terms, and those of its templates, are known to who decides on terms. */
    private boolean isUsual(String terms) {
        return terms.equals(settings.termsText())
                || templates.all().stream()
                        .anyMatch(template -> template.terms() != null
                                && terms.equals(template.terms().strip()));
    }

    private String exportMode(StoredQuote stored) {
        if (INDIA.equals(stored.shipTo.country())) {
            return "NONE";
        }
        return parties.seller().undertakes(stored.quotedOn) ? "UNDER_LUT" : "WITHOUT_LUT";
    }

    /** Highest discount of a line on its list price, its share of the discount on the whole included. */
    private static BigDecimal worstDiscount(Quote quote) {
        return quote.firmLines().stream()
                .map(Quote.Line::discountInAll)
                .max(Percentage::compareTo)
                .orElse(Percentage.ZERO)
                .value();
    }

    private BigDecimal value(Quote quote) {
        return exchange.rate(quote.currency(), quote.quotedOn())
                .map(rate ->
                        quote.netTotal().amount().multiply(rate).setScale(Money.DOCUMENT_SCALE, RoundingMode.HALF_UP))
                .orElse(null);
    }

    /** A quote that is open for a short time only is not reminded of: the moment then lies behind its end. */
    private Instant reminderAt(Quote quote) {
        Instant end = validityEnds(quote);
        Instant reminder = end.minus(settings.remindBefore());
        return reminder.minus(settings.remindBefore()).isAfter(clock.instant())
                ? reminder
                : end.plus(settings.remindBefore());
    }

    /** The last day counts whole, in the seller's zone. */
    private Instant validityEnds(Quote quote) {
        return quote.validUntil().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    private static String shown(BigDecimal percent) {
        return percent == null ? "not known" : new Percentage(percent.setScale(1, RoundingMode.HALF_UP)).toString();
    }
}
