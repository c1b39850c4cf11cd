package io.tradeflow.screen;

import io.tradeflow.inquiry.InquiryDraft;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The inquiry form as it was typed; text throughout, so that what was typed wrongly can be shown again.
 */
public record InquiryForm(
        String buyerCode,
        InquiryDraft.Channel channel,
        String buyerReference,
        String requirement,
        InquiryDraft.Urgency urgency,
        String neededBy,
        List<Line> lines) {

    private static final int FIRST_LINES = 5;
    private static final int MORE_LINES = 5;

    public InquiryForm {
        lines = lines == null ? List.of() : lines.stream().map(Line::orEmpty).toList();
    }

    /** One line as it was typed. */
    public record Line(String sku, String quantity, String targetPrice, String neededBy, String note) {

        static final Line EMPTY = new Line(null, null, null, null, null);

        boolean isEmpty() {
            return isBlank(sku) && isBlank(quantity) && isBlank(targetPrice) && isBlank(neededBy) && isBlank(note);
        }

        private static Line of(InquiryDraft.Line line) {
            String quantity = line.quantity().stripTrailingZeros().toPlainString();
            return new Line(
                    line.sku(),
                    line.unit() == null ? quantity : quantity + " " + line.unit(),
                    line.targetPrice() == null ? null : line.targetPrice().toPlainString(),
                    line.neededBy() == null ? null : line.neededBy().toString(),
                    line.note());
        }

        private static Line orEmpty(Line line) {
            return line == null ? EMPTY : line;
        }
    }

    /** An empty form. */
    public static InquiryForm blank(InquiryDraft.Channel channel) {
        return new InquiryForm(null, channel, null, null, InquiryDraft.Urgency.NORMAL, null, emptyLines(FIRST_LINES));
    }

    /** A form that says what this draft says. */
    public static InquiryForm of(InquiryDraft draft) {
        return new InquiryForm(
                draft.buyerCode(),
                draft.channel(),
                draft.buyerReference(),
                draft.requirement(),
                draft.urgency(),
                draft.neededBy() == null ? null : draft.neededBy().toString(),
                draft.lines().stream().map(Line::of).toList());
    }

    /** Without the empty lines, so that line numbers in problems are those on the screen. */
    public InquiryForm compacted() {
        return with(lines.stream().filter(line -> !line.isEmpty()).toList());
    }

    /** Only the lines for which a quantity was typed. */
    public InquiryForm withQuantitiesOnly() {
        return with(lines.stream().filter(line -> !isBlank(line.quantity())).toList());
    }

    /** What is said about the inquiry as a whole. */
    public InquiryForm withoutLines() {
        return with(List.of());
    }

    /** What was typed as the quantity of this product, or null. */
    public String quantityOf(String sku, String unit) {
        return lines.stream()
                .filter(line -> sku.equals(line.sku()))
                .map(Line::quantity)
                .filter(typed -> typed != null && (unit == null || typed.strip().endsWith(unit)))
                .findFirst()
                .orElse(null);
    }

    /** With room for more. */
    public InquiryForm withMoreLines() {
        List<Line> more = new ArrayList<>(lines);
        more.addAll(emptyLines(MORE_LINES));
        return with(more);
    }

    /** @throws Problem naming what is no number or no date */
    public InquiryDraft toDraft(String forBuyer, InquiryDraft.Channel through) {
        List<Violation> wrong = new ArrayList<>();
        List<InquiryDraft.Line> typed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            TypedQuantity quantity = TypedQuantity.read(line.quantity(), "lines[" + i + "].quantity", wrong);
            BigDecimal target = TypedForm.decimal(trimmed(line.targetPrice()), "lines[" + i + "].targetPrice", wrong);
            LocalDate day = TypedForm.date(trimmed(line.neededBy()), "lines[" + i + "].neededBy", wrong);
            typed.add(new InquiryDraft.Line(
                    trimmed(line.sku()), quantity.value(), quantity.unit(), trimmed(line.note()), target, day));
        }
        LocalDate needed = TypedForm.date(trimmed(neededBy), "neededBy", wrong);
        if (!wrong.isEmpty()) {
            throw Problem.invalid("inquiry-invalid", "The inquiry cannot be taken in", wrong);
        }
        return new InquiryDraft(
                forBuyer, through, trimmed(buyerReference), trimmed(requirement), urgency, needed, typed);
    }

    private InquiryForm with(List<Line> others) {
        return new InquiryForm(buyerCode, channel, buyerReference, requirement, urgency, neededBy, others);
    }

    private static List<Line> emptyLines(int count) {
        return new ArrayList<>(Collections.nCopies(count, Line.EMPTY));
    }

    private static String trimmed(String text) {
        return isBlank(text) ? null : text.trim();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
