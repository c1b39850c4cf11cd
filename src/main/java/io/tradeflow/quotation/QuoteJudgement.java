package io.tradeflow.quotation;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Draws from a quote what approvals are decided by. */
@Component
class QuoteJudgement {

    private final Exchange exchange;
    private final Clock clock;

    QuoteJudgement(Exchange exchange, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    QuoteFacts facts(StoredQuote stored) {
        Quote quote = stored.toQuote();
        boolean listKnown = stored.firmLines().stream().allMatch(StoredQuoteLine::hasListPrice);
        return new QuoteFacts(
                quote.number(),
                quote.revision(),
                listKnown ? quote.discount().value() : null,
                listKnown ? worstDiscount(quote) : null,
                quote.margin() == null ? null : quote.margin().value(),
                value(quote),
                validityEnds(quote));
    }

    /** The facts in one sentence for the approver. */
    String reason(StoredQuote stored) {
        Quote quote = stored.toQuote();
        QuoteFacts facts = facts(stored);
        return "Net " + Amounts.shown(quote.netTotal()) + ", discount " + shown(facts.discountPercent())
                + " on list price (highest on a line " + shown(facts.worstLineDiscount()) + "), margin "
                + shown(facts.marginPercent()) + ", prepared by " + quote.preparedBy();
    }

    static String words(Collection<String> kinds) {
        return kinds.stream()
                .map(kind -> kind.toLowerCase(Locale.ROOT).replace('_', ' '))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Highest discount of a line on its list price, its share of the discount on the whole included. */
    private static BigDecimal worstDiscount(Quote quote) {
        return quote.firmLines().stream()
                .map(QuoteJudgement::discountOf)
                .max(Percentage::compareTo)
                .orElse(Percentage.ZERO)
                .value();
    }

    private static Percentage discountOf(Quote.Line line) {
        BigDecimal share = line.shares().discountShare();
        if (share.signum() == 0) {
            return line.discount();
        }
        BigDecimal list = line.listPrice().amount().multiply(line.quantity().value());
        return Percentage.share(list.subtract(line.net().amount().subtract(share)), list);
    }

    private BigDecimal value(Quote quote) {
        return exchange.rate(quote.currency(), quote.quotedOn())
                .map(rate ->
                        quote.netTotal().amount().multiply(rate).setScale(Money.DOCUMENT_SCALE, RoundingMode.HALF_UP))
                .orElse(null);
    }

    /** The last day counts whole, in the seller's zone. */
    private Instant validityEnds(Quote quote) {
        return quote.validUntil().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    private static String shown(BigDecimal percent) {
        return percent == null ? "not known" : new Percentage(percent.setScale(1, RoundingMode.HALF_UP)).toString();
    }
}
