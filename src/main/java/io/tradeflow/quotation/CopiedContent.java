package io.tradeflow.quotation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What the first draft of a deal takes over from the quote it was begun with: how lines are offered and, for the same buyer, terms and notes.
 * Prices and discounts are not: they are what holds today.
 */
@Component
class CopiedContent {

    private final OriginTable origins;
    private final StoredQuotes stored;

    CopiedContent(OriginTable origins, StoredQuotes stored) {
        this.origins = origins;
        this.stored = stored;
    }

    void adopt(StoredQuote draft) {
        origins.of(draft.dealNumber)
                .flatMap(origin -> stored.findRevisions(origin.fromQuote()).stream()
                        .filter(quote -> quote.revision == origin.fromRevision())
                        .findFirst())
                .ifPresent(source -> adopt(draft, source));
    }

    static void adopt(StoredQuote draft, StoredQuote source) {
        boolean same = source.buyerCode.equals(draft.buyerCode);
        if (same) {
            draft.terms = source.terms;
            draft.conditions(source.conditions());
        }
        if (same && source.shipToChosen) {
            draft.shipTo = source.shipTo;
            draft.shipToChosen = true;
        }
        Map<Integer, StoredQuoteLine> takenFrom = new HashMap<>();
        Map<Integer, Integer> numbers = new HashMap<>();
        Map<String, Deque<StoredQuoteLine>> left = new HashMap<>();
        source.lines.forEach(line ->
                left.computeIfAbsent(line.sku(), sku -> new ArrayDeque<>()).add(line));
        for (StoredQuoteLine line : draft.lines) {
            StoredQuoteLine before =
                    left.getOrDefault(line.sku(), new ArrayDeque<>()).poll();
            if (before != null) {
                takenFrom.put(line.lineNo(), before);
                numbers.put(before.lineNo(), line.lineNo());
            }
        }
        for (StoredQuoteLine line : draft.lines) {
            StoredQuoteLine before = takenFrom.get(line.lineNo());
            if (before != null && same) {
                line.note(before.note());
            }
            if (before != null && !before.isFirm()) {
                Integer insteadOf = before.insteadOf() == null ? null : numbers.get(before.insteadOf());
                line.kind(insteadOf == null ? QuoteLineKind.OPTIONAL : QuoteLineKind.ALTERNATIVE, insteadOf);
            }
        }
        // the line that an option was offered besides may have been left out
        if (draft.firmLines().isEmpty()) {
            draft.lines.forEach(line -> line.kind(QuoteLineKind.FIRM, null));
        }
    }
}
