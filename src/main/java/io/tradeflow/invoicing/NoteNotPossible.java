package io.tradeflow.invoicing;

import io.tradeflow.kernel.Problem;
import java.util.List;

/** A note that cannot be issued as asked for: the invoices do not allow it, or earlier notes have taken what it takes. Nothing is written. */
public class NoteNotPossible extends Problem {

    NoteNotPossible(String slug, String title, List<Violation> violations) {
        super(Kind.INVALID, slug, title, sentence(title, violations), violations);
    }

    NoteNotPossible(Problem problem) {
        super(problem.kind(), problem.slug(), problem.title(), problem.getMessage(), problem.violations());
    }

    private static String sentence(String title, List<Violation> violations) {
        return violations.isEmpty()
                ? title
                : violations.get(0).message()
                        + (violations.size() > 1 ? " (and " + (violations.size() - 1) + " more)" : "");
    }
}
