package io.tradeflow.quotation;

import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a counter-offer must keep to; finds all that is wrong at once. */
@Component
class CounterOfferCheck {

    private static final int PRICE_DECIMALS = 4;
    private static final int QUANTITY_DECIMALS = 6;
    private static final BigDecimal LARGEST = new BigDecimal("1000000000");

    private final Clock clock;

    CounterOfferCheck(Clock clock) {
        this.clock = clock;
    }

    /**
     * The offer without what equals ours.
     *
     * @throws Problem {@code wish-missing} where nothing is left, {@code counter-offer-invalid} naming every wrong field
     */
    CounterOfferDraft checked(StoredQuote quote, CounterOfferDraft offer) {
        Map<Integer, StoredQuoteLine> lines =
                quote.lines.stream().collect(Collectors.toMap(StoredQuoteLine::lineNo, Function.identity()));
        List<Violation> wrong = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        QuoteTexts.longest("wish", offer.message(), QuoteTexts.LONGEST_NOTE, wrong);
        for (int i = 0; i < offer.lines().size(); i++) {
            CounterOfferDraft.Line line = offer.lines().get(i);
            String path = "lines[" + i + "]";
            if (!lines.containsKey(line.lineNo()) || !seen.add(line.lineNo())) {
                wrong.add(new Violation(path + ".lineNo", "Name each line of the quote once; not so " + line.lineNo()));
            }
            check(path, line, wrong);
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("counter-offer-invalid", "The counter-offer needs correction", wrong);
        }
        List<CounterOfferDraft.Line> wishes = offer.lines().stream()
                .map(line -> different(lines.get(line.lineNo()), line))
                .filter(CounterOfferCheck::isWish)
                .toList();
        if (wishes.isEmpty() && (offer.message() == null || offer.message().isBlank())) {
            throw Problem.invalid("wish-missing", "wish", "Say what should be different");
        }
        if (wishes.stream().filter(CounterOfferDraft.Line::leaveOut).count() == lines.size()) {
            throw Problem.invalid("wish-missing", "lines", "To take nothing at all, decline the quote");
        }
        return new CounterOfferDraft(offer.message(), wishes);
    }

    private void check(String path, CounterOfferDraft.Line line, List<Violation> wrong) {
        if (line.quantity() != null && !isFigure(line.quantity(), QUANTITY_DECIMALS)) {
            wrong.add(new Violation(
                    path + ".quantity",
                    "A quantity is greater than zero, with at most " + QUANTITY_DECIMALS + " decimals"));
        }
        if (line.unitPrice() != null && !isFigure(line.unitPrice(), PRICE_DECIMALS)) {
            wrong.add(new Violation(
                    path + ".unitPrice", "A price is greater than zero, with at most " + PRICE_DECIMALS + " decimals"));
        }
        if (line.neededBy() != null && line.neededBy().isBefore(LocalDate.now(clock))) {
            wrong.add(new Violation(path + ".neededBy", "The day " + line.neededBy() + " is over"));
        }
        QuoteTexts.longest(path + ".note", line.note(), QuoteTexts.LONGEST_LINE, wrong);
    }

    private static boolean isFigure(BigDecimal value, int decimals) {
        return value.signum() > 0
                && value.compareTo(LARGEST) < 0
                && value.stripTrailingZeros().scale() <= decimals;
    }

    private static CounterOfferDraft.Line different(StoredQuoteLine ours, CounterOfferDraft.Line wish) {
        Quote.Line line = ours.toLine("INR");
        return new CounterOfferDraft.Line(
                wish.lineNo(),
                wish.leaveOut() || isSame(wish.quantity(), ours.quantity()) ? null : wish.quantity(),
                wish.leaveOut() || isSame(wish.unitPrice(), ours.unitPrice()) ? null : wish.unitPrice(),
                wish.leaveOut() || wish.neededBy() != null && wish.neededBy().equals(line.neededBy())
                        ? null
                        : wish.neededBy(),
                wish.leaveOut(),
                QuoteTexts.changed(wish.note(), null));
    }

    private static boolean isSame(BigDecimal wish, BigDecimal ours) {
        return wish != null && ours != null && wish.compareTo(ours) == 0;
    }

    private static boolean isWish(CounterOfferDraft.Line line) {
        return line.leaveOut()
                || line.quantity() != null
                || line.unitPrice() != null
                || line.neededBy() != null
                || line.note() != null;
    }
}
