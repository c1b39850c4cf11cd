package io.tradeflow.engine;

import io.tradeflow.kernel.Problem;
import java.io.Serial;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/**
 * What was submitted for a task is refused. Of the engine's own kind for that, so that the web apps' REST answers 400 with the sentence
 * for the user; our own doors take the {@link Problem} out of it.
 */
class RefusedSubmission extends FormFieldValidationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    RefusedSubmission(Problem problem) {
        super(problem.slug(), sentence(problem), problem);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    /** @return the refusal among the causes, or null */
    static RefusedSubmission in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedSubmission refused) {
                return refused;
            }
        }
        return null;
    }

    /** All violations in one line, as Tasklist shows a failed submit. */
    static String sentence(Problem problem) {
        return problem.violations().isEmpty()
                ? problem.getMessage()
                : problem.violations().stream()
                        .map(Problem.Violation::message)
                        .distinct()
                        .collect(Collectors.joining("; "));
    }
}
