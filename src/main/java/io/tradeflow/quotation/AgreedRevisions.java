package io.tradeflow.quotation;

import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Revisions that are made of what buyer and sales desk agreed on, without the sales desk's hand: some lines of what was offered, or the same for
 * longer. Prices stand as offered.
 */
@Component
class AgreedRevisions {

    private final QuoteDrafts drafts;
    private final QuotePricing pricing;
    private final Inquiries inquiries;

    AgreedRevisions(QuoteDrafts drafts, QuotePricing pricing, Inquiries inquiries) {
        this.drafts = drafts;
        this.pricing = pricing;
        this.inquiries = inquiries;
    }

    /** Whether these are just the lines that count anyway; nothing named means those. */
    static boolean isWhole(StoredQuote quote, Set<Integer> lines) {
        return lines.isEmpty()
                || lines.equals(
                        quote.firmLines().stream().map(StoredQuoteLine::lineNo).collect(Collectors.toSet()));
    }

    /** The quote as it would be; not kept. @throws Problem {@code choice-invalid} naming every line that cannot be taken */
    StoredQuote trial(StoredQuote quote, Set<Integer> lines) {
        check(quote, lines);
        StoredQuote chosen = quote.taking(lines);
        chosen.revision = quote.revision;
        price(chosen, Anew.AMOUNTS);
        return chosen;
    }

    /** The next revision with these lines, in the place of the quote. @throws Problem as {@link #trial} */
    StoredQuote open(StoredQuote quote, Set<Integer> lines, String reason) {
        check(quote, lines);
        StoredQuote chosen = quote.taking(lines);
        price(chosen, Anew.AMOUNTS);
        return drafts.succeed(quote, chosen, reason);
    }

    /** The next revision: the same with another end of its validity. */
    StoredQuote extend(StoredQuote quote, LocalDate until, String reason) {
        StoredQuote extended = quote.next(quote.quotedOn, until);
        price(extended, Anew.NOTHING);
        return drafts.succeed(quote, extended, reason);
    }

    /** Prices stay as offered; other goods have other bulk discounts and charges, except what was set by hand. */
    private void price(StoredQuote chosen, Anew anew) {
        pricing.price(chosen, inquiries.inquiry(chosen.dealNumber), anew).ifPresent(obstacle -> {
            throw obstacle;
        });
    }

    private static void check(StoredQuote quote, Set<Integer> chosen) {
        Map<Integer, StoredQuoteLine> lines = new TreeMap<>();
        quote.lines.forEach(line -> lines.put(line.lineNo(), line));
        List<Violation> wrong = new ArrayList<>();
        Map<Integer, Integer> takenFor = new TreeMap<>();
        for (Integer lineNo : new TreeSet<>(chosen)) {
            StoredQuoteLine line = lines.get(lineNo);
            if (line == null) {
                wrong.add(new Violation("lines", "The quote has no line " + lineNo));
                continue;
            }
            int stands = line.insteadOf() == null ? lineNo : line.insteadOf();
            Integer other = takenFor.put(stands, lineNo);
            if (other != null) {
                wrong.add(new Violation(
                        "lines", "Lines " + other + " and " + lineNo + " are alternatives: take one of them"));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("choice-invalid", "These lines cannot be taken together", wrong);
        }
    }
}
