package io.tradeflow.quotation;

import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a draft takes over of a counter-offer.
 *
 * @param answers what is answered by it: what was given, and what goes with that
 * @param changes of draft lines, each for the line of the countered revision in the same place of {@code changed}
 */
record Adoption(
        List<Negotiations.LineAnswer> answers, List<LineChange> changes, List<Integer> changed, List<Integer> removed) {

    static Adoption of(StoredQuote draft, CounterOffer offer, List<Negotiations.LineAnswer> given) {
        Map<Integer, Negotiations.LineAnswer> answers = new LinkedHashMap<>();
        given.forEach(answer -> answers.put(answer.lineNo(), answer));
        given.stream()
                .filter(answer -> answer.answer() == CounterOffer.Answer.ADOPTED)
                .flatMap(answer -> partners(draft, offer, answer.lineNo()).stream())
                .forEach(partner -> answers.putIfAbsent(
                        partner, new Negotiations.LineAnswer(partner, CounterOffer.Answer.ADOPTED, null)));
        Adoption adoption =
                new Adoption(List.copyOf(answers.values()), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        answers.values().stream()
                .filter(answer -> answer.answer() == CounterOffer.Answer.ADOPTED)
                .map(answer -> offer.line(answer.lineNo()).orElseThrow())
                .filter(CounterOffer.Line::isAdoptable)
                .forEach(wish -> adoption.take(draft, wish));
        return adoption;
    }

    private void take(StoredQuote draft, CounterOffer.Line wish) {
        int lineNo = continued(draft, wish.lineNo()).lineNo();
        if (wish.leaveOut()) {
            removed.add(lineNo);
        } else {
            changed.add(wish.lineNo());
            changes.add(new LineChange(
                    lineNo,
                    wish.quantity(),
                    wish.unitPrice(),
                    null,
                    wish.take() ? QuoteLineKind.FIRM : null,
                    null,
                    null,
                    wish.neededBy(),
                    false));
        }
    }

    /** Of an alternative that is taken, what it stands for and is not wanted; and the other way round. */
    private static List<Integer> partners(StoredQuote draft, CounterOffer offer, int lineNo) {
        CounterOffer.Line wish = offer.line(lineNo).orElseThrow();
        return offer.lines().stream()
                .filter(other -> other.answer() != CounterOffer.Answer.ADOPTED)
                .filter(other -> wish.take() && other.leaveOut() && stands(draft, lineNo, other.lineNo())
                        || wish.leaveOut() && other.take() && stands(draft, other.lineNo(), lineNo))
                .map(CounterOffer.Line::lineNo)
                .toList();
    }

    private static boolean stands(StoredQuote draft, int alternative, int firm) {
        Integer insteadOf = continued(draft, alternative).insteadOf();
        return insteadOf != null && insteadOf == continued(draft, firm).lineNo();
    }

    private static StoredQuoteLine continued(StoredQuote draft, int lineNo) {
        return draft.lines.stream()
                .filter(line -> line.previousLineNo() != null && line.previousLineNo() == lineNo)
                .findFirst()
                .orElseThrow(() -> Problem.conflict(
                        "line-gone", "The line is gone", "Line " + lineNo + " is not in the draft any more"));
    }

    boolean isEmpty() {
        return changes.isEmpty() && removed.isEmpty();
    }

    QuoteEdit edit() {
        return new QuoteEdit(null, changes, null, removed, null, null, null);
    }

    /** What is wrong with a change of the draft is wrong with the answer that caused it. */
    Problem inTermsOf(List<Negotiations.LineAnswer> given, Problem refused) {
        List<Violation> violations = refused.violations().stream()
                .map(violation -> new Violation(renumbered(given, violation.field()), violation.message()))
                .toList();
        return new Problem(refused.kind(), refused.slug(), refused.title(), refused.getMessage(), violations);
    }

    private String renumbered(List<Negotiations.LineAnswer> given, String field) {
        for (int i = 0; i < changed.size(); i++) {
            String before = "lines[" + i + "]";
            int lineNo = changed.get(i);
            for (int at = 0; at < given.size(); at++) {
                if (field.startsWith(before) && given.get(at).lineNo() == lineNo) {
                    return "lines[" + at + "]" + field.substring(before.length());
                }
            }
        }
        return field;
    }
}
