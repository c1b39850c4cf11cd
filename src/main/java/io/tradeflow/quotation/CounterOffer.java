package io.tradeflow.quotation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the buyer wanted otherwise than a sent revision said. It ended that revision; the next one answers it line by line.
 *
 * @param revision the revision it counters
 * @param message to the whole, or null
 */
public record CounterOffer(
        String quoteNumber, int revision, String message, Instant offeredAt, String offeredBy, List<Line> lines) {

    /** How the sales desk answers a wish. */
    public enum Answer {
        /** The next revision says what the buyer wanted. */
        ADOPTED,
        /** Ours stays. */
        KEPT
    }

    /**
     * A wish for one line; what is null stays as offered.
     *
     * @param lineNo line of the revision that is countered
     * @param unitPrice per unit in the quote's currency, before tax
     * @param leaveOut the buyer does not want this line
     * @param answer null while the sales desk has not said
     */
    public record Line(
            int lineNo,
            BigDecimal quantity,
            BigDecimal unitPrice,
            LocalDate neededBy,
            boolean leaveOut,
            String note,
            Answer answer,
            String answerNote,
            String answeredBy) {

        Line withoutAnswer() {
            return new Line(lineNo, quantity, unitPrice, neededBy, leaveOut, note, null, null, null);
        }

        /** Whether there is anything that the sales desk can take over into the quote. */
        public boolean isAdoptable() {
            return leaveOut || quantity != null || unitPrice != null || neededBy != null;
        }
    }

    public CounterOffer {
        lines = List.copyOf(lines);
    }

    /** As the buyer sees it before the revision that answers it is sent. */
    CounterOffer withoutAnswers() {
        return new CounterOffer(
                quoteNumber,
                revision,
                message,
                offeredAt,
                offeredBy,
                lines.stream().map(Line::withoutAnswer).toList());
    }

    public Optional<Line> line(int lineNo) {
        return lines.stream().filter(line -> line.lineNo() == lineNo).findFirst();
    }
}
