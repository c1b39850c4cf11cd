package io.tradeflow.quotation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A counter-offer as a sentence, for mails and timelines. */
final class CounterOfferWords {

    private CounterOfferWords() {}

    static String of(StoredQuote quote, CounterOfferDraft offer) {
        List<String> parts = new ArrayList<>();
        if (offer.message() != null && !offer.message().isBlank()) {
            parts.add(offer.message().strip());
        }
        offer.lines().forEach(line -> parts.add(of(quote.currency, line)));
        return String.join("; ", parts);
    }

    private static String of(String currency, CounterOfferDraft.Line line) {
        List<String> wishes = new ArrayList<>();
        if (line.leaveOut()) {
            wishes.add("not wanted");
        }
        if (line.quantity() != null) {
            wishes.add("quantity " + plain(line.quantity()));
        }
        if (line.unitPrice() != null) {
            wishes.add("price " + currency + " " + plain(line.unitPrice()));
        }
        if (line.neededBy() != null) {
            wishes.add("by " + QuoteMails.day(line.neededBy()));
        }
        if (line.note() != null) {
            wishes.add(line.note());
        }
        return "line " + line.lineNo() + ": " + String.join(", ", wishes);
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
