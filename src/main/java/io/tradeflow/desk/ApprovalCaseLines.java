package io.tradeflow.desk;

import io.tradeflow.desk.ApprovalCaseJson.LineJson;
import io.tradeflow.engine.Decisions;
import io.tradeflow.inventory.Stock;
import io.tradeflow.kernel.Money;
import io.tradeflow.quotation.Quote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The lines of a quote as its approver sees them: with stock, and with what the approval table would say to each line alone. */
@Component
class ApprovalCaseLines {

    private static final String TABLE = "required-approvals";

    private final Decisions decisions;
    private final Stock stock;

    ApprovalCaseLines(Decisions decisions, Stock stock) {
        this.decisions = decisions;
        this.stock = stock;
    }

    List<LineJson> of(Quote quote, String kind) {
        Map<String, BigDecimal> free =
                stock.available(quote.lines().stream().map(Quote.Line::sku).toList());
        Map<String, BigDecimal> needed = quote.lines().stream()
                .collect(Collectors.toMap(
                        Quote.Line::sku, line -> line.quantity().value(), BigDecimal::add));
        Map<Facts, List<String>> answers = new HashMap<>();
        return quote.lines().stream()
                .map(line -> line(
                        line,
                        free.get(line.sku()),
                        needed.get(line.sku()),
                        answers.computeIfAbsent(Facts.of(line), facts -> notes(facts.asked(), kind))))
                .toList();
    }

    private static LineJson line(Quote.Line line, BigDecimal free, BigDecimal needed, List<String> asksFor) {
        List<String> standsOut = line.belowFloor()
                ? Stream.concat(Stream.of("Below the floor"), asksFor.stream()).toList()
                : asksFor;
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
                plain(free),
                plain(needed.subtract(free)
                        .max(BigDecimal.ZERO)
                        .min(line.quantity().value())),
                standsOut);
    }

    private List<String> notes(Map<String, Object> facts, String kind) {
        return decisions.matching(TABLE, facts).stream()
                .filter(rule -> kind.equals(rule.outputs().get("kind")))
                .map(Decisions.MatchedRule::annotation)
                .distinct()
                .toList();
    }

    /** What the table is asked about a line; many lines of a long quote have the same. */
    private record Facts(BigDecimal discount, BigDecimal margin) {

        static Facts of(Quote.Line line) {
            return new Facts(
                    tenths(ApprovalCases.percent(line.discount()), RoundingMode.CEILING),
                    tenths(ApprovalCases.percent(line.margin()), RoundingMode.FLOOR));
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
            asked.put("belowFloor", false);
            asked.put("belowOrderMinimum", false);
            asked.put("creditExcess", 0d);
            asked.put("stockShortage", 0d);
            asked.put("exportMode", "NONE");
            asked.put("termsUnusual", false);
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
