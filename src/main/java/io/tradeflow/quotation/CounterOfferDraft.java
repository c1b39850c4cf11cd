package io.tradeflow.quotation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A counter-offer as the buyer makes it: a message, wishes for lines, or both. What equals our offer is no wish. */
public record CounterOfferDraft(String message, List<Line> lines) {

    public record Line(
            int lineNo, BigDecimal quantity, BigDecimal unitPrice, LocalDate neededBy, boolean leaveOut, String note) {}

    public CounterOfferDraft {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    public static CounterOfferDraft message(String text) {
        return new CounterOfferDraft(text, List.of());
    }
}
