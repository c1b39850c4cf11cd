package io.tradeflow.desk;

import io.tradeflow.desk.ApprovalCaseJson.LineJson;
import io.tradeflow.engine.Decisions;
import io.tradeflow.kernel.Money;
import io.tradeflow.quotation.PromisedStock;
import io.tradeflow.quotation.Quote;
import io.tradeflow.quotation.StockOutlook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The lines of a quote as its approver sees them: with the stock on the promised day, with what the approval table would say to each line
 * alone, and, where the table judges the whole, with what the line has to do with it.
 */
@Component
class ApprovalCaseLines {

    private static final String TABLE = "required-approvals";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A line with less of the value than this, in percent, is not what makes a quote large. */
    private static final BigDecimal LARGE_SHARE = BigDecimal.TEN;

    private final Decisions decisions;
    private final StockOutlook stock;
    private final Clock clock;

    ApprovalCaseLines(Decisions decisions, StockOutlook stock, Clock clock) {
        this.decisions = decisions;
        this.stock = stock;
        this.clock = clock;
    }

    /** @param neededBy the inquiry's day; may be null */
    List<LineJson> of(Quote quote, String kind, LocalDate neededBy) {
        List<String> skus =
                quote.lines().stream().map(Quote.Line::sku).distinct().toList();
        LocalDate today = LocalDate.now(clock);
        Map<Integer, PromisedStock.Line> stocks = PromisedStock.of(quote.lines(), neededBy, stock.lots(skus), today);
        Map<Facts, List<String>> answers = notes(
                quote.lines().stream()
                        .map(line -> Facts.of(line, stocks.get(line.lineNo()), today))
                        .distinct()
                        .toList(),
                kind);
        return quote.lines().stream()
                .map(line -> {
                    PromisedStock.Line there = stocks.get(line.lineNo());
                    return line(line, there, answers.get(Facts.of(line, there, today)), hint(line, quote, kind));
                })
                .toList();
    }

    private static LineJson line(Quote.Line line, PromisedStock.Line there, List<String> asksFor, String hint) {
        return new LineJson(
                line.lineNo(),
                line.sku(),
                line.description(),
                plain(line.quantity().value()),
                line.quantity().unit(),
                price(line.listPrice()),
                ApprovalCases.percent(line.discount()),
                price(line.unitPrice()),
                price(line.targetPrice()),
                line.net().toDocumentScale(),
                ApprovalCases.percent(line.margin()),
                line.belowFloor(),
                line.kind(),
                line.priceReason(),
                line.priceTrace() != null,
                there.promised(),
                plain(there.free()),
                plain(there.missing()),
                asksFor,
                hint);
    }

    private Map<Facts, List<String>> notes(List<Facts> facts, String kind) {
        List<List<Decisions.MatchedRule>> answers =
                decisions.matchingEach(TABLE, facts.stream().map(Facts::asked).toList());
        Map<Facts, List<String>> notes = new LinkedHashMap<>();
        for (int index = 0; index < facts.size(); index++) {
            notes.put(
                    facts.get(index),
                    answers.get(index).stream()
                            .filter(rule -> kind.equals(rule.outputs().get("kind")))
                            .map(rule -> String.valueOf(rule.outputs().get("because")))
                            .distinct()
                            .toList());
        }
        return notes;
    }

    /** What a line has to do with an approval that is about the whole; null where nothing. */
    private static String hint(Quote.Line line, Quote quote, String kind) {
        if (!line.isFirm()) {
            return null;
        }
        return switch (kind) {
            case "VALUE", "CREDIT", "TERMS" -> share(line, quote);
            case "EXPORT" ->
                line.taxRate().signum() == 0
                        ? "no tax is charged"
                        : "IGST " + plain(line.taxRate()).toPlainString() + " % is charged, HSN " + line.hsn();
            default -> null;
        };
    }

    private static String share(Quote.Line line, Quote quote) {
        if (quote.goodsTotal().amount().signum() == 0) {
            return null;
        }
        BigDecimal share =
                line.net().amount().multiply(HUNDRED).divide(quote.goodsTotal().amount(), 0, RoundingMode.HALF_UP);
        return share.compareTo(LARGE_SHARE) < 0 ? null : share.toPlainString() + " % of the goods' value";
    }

    /** What the table is asked about a line; many lines of a long quote have the same. */
    private record Facts(
            BigDecimal discount, BigDecimal margin, boolean belowFloor, BigDecimal shortage, Integer shortfallDays) {

        static Facts of(Quote.Line line, PromisedStock.Line there, LocalDate today) {
            return new Facts(
                    tenths(ApprovalCases.percent(line.discountInAll()), RoundingMode.CEILING),
                    tenths(ApprovalCases.percent(line.margin()), RoundingMode.FLOOR),
                    line.belowFloor(),
                    there.missing().multiply(HUNDRED).divide(line.quantity().value(), 1, RoundingMode.HALF_UP),
                    there.promised() == null || !there.isShort()
                            ? null
                            : (int) ChronoUnit.DAYS.between(today, there.promised()));
        }

        /** Towards the worse, so that a limit given in tenths of a percent is met exactly. */
        private static BigDecimal tenths(BigDecimal percent, RoundingMode worse) {
            return percent == null ? null : percent.setScale(1, worse);
        }

        /** As a line of a quote that is modest as a whole and in its value. */
        Map<String, Object> asked() {
            Map<String, Object> asked = new HashMap<>();
            asked.put("discountPercent", 0d);
            asked.put("worstLineDiscount", number(discount));
            asked.put("marginPercent", number(margin));
            asked.put("quoteValue", 0d);
            asked.put("belowFloor", belowFloor);
            asked.put("belowOrderMinimum", false);
            asked.put("creditExcess", 0d);
            asked.put("stockShortage", number(shortage));
            asked.put("exportMode", "NONE");
            asked.put("termsUnusual", false);
            asked.put("shortfallDays", shortfallDays);
            return asked;
        }
    }

    private static Double number(BigDecimal value) {
        return value == null ? null : value.doubleValue();
    }

    private static BigDecimal price(Money price) {
        return price == null
                ? null
                : plain(price.amount())
                        .setScale(Math.max(
                                Money.DOCUMENT_SCALE, plain(price.amount()).scale()));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
