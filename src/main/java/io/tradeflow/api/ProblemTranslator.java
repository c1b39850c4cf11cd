package io.tradeflow.api;

import io.tradeflow.kernel.Problem;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Finds in an exception what the caller can understand and mend; all else becomes an incident. */
@Component
class ProblemTranslator {

    private static final int DEEPEST = 20;

    private final Incidents incidents;

    ProblemTranslator(Incidents incidents) {
        this.incidents = incidents;
    }

    /**
     * @param request method and path, for the log of what nobody foresaw
     * @return the answer; what is the program's own fault is logged here, once, under the incident it names
     */
    ProblemAnswer translate(Throwable failure, String request) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            ProblemAnswer known = recognise(cause);
            if (known != null) {
                return known;
            }
        }
        return incidents.report(failure, request);
    }

    /** The outermost exception that says something wins: the engine and the binding wrap what we threw. */
    private ProblemAnswer recognise(Throwable failure) {
        if (failure instanceof Problem problem) {
            return new ProblemAnswer(
                    statusOf(problem.kind()),
                    problem.slug(),
                    problem.title(),
                    problem.getMessage(),
                    problem.violations(),
                    null,
                    HttpHeaders.EMPTY);
        }
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return causedByTooLargeBody(unreadable) ? null : UnreadableBodies.explain(unreadable);
        }
        if (failure instanceof InvalidKeyException) {
            return ProblemAnswer.invalidRequest(
                    List.of(new Problem.Violation(IdempotencyFilter.KEY, failure.getMessage())));
        }
        if (failure instanceof BodyTooLargeException) {
            return ProblemAnswer.of(
                    HttpStatus.PAYLOAD_TOO_LARGE, "body-too-large", "The body is too large", failure.getMessage());
        }
        ProblemAnswer invalid = recogniseInvalidRequest(failure);
        if (invalid != null) {
            return invalid;
        }
        if (failure instanceof ErrorResponse response) {
            return ofSpring(response);
        }
        if (failure instanceof AccessDeniedException) {
            return StandardProblems.of(HttpStatus.FORBIDDEN, null);
        }
        if (failure instanceof AuthenticationException) {
            return StandardProblems.of(HttpStatus.UNAUTHORIZED, null);
        }
        return recogniseConcurrency(failure);
    }

    private static ProblemAnswer recogniseInvalidRequest(Throwable failure) {
        if (failure instanceof BindException invalid) {
            return InvalidRequests.explain(invalid);
        }
        if (failure instanceof HandlerMethodValidationException invalid) {
            return InvalidRequests.explain(invalid);
        }
        if (failure instanceof ConstraintViolationException invalid) {
            return InvalidRequests.explain(invalid);
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return InvalidRequests.explain(mismatch);
        }
        return failure instanceof ServletRequestBindingException missing ? InvalidRequests.explain(missing) : null;
    }

    private static ProblemAnswer recogniseConcurrency(Throwable failure) {
        if (failure instanceof DataAccessException data) {
            return DatabaseRefusals.explain(data);
        }
        if (failure instanceof SQLTransientConnectionException) {
            return DatabaseRefusals.crowded();
        }
        // The engine's own exception for it; the engine's types are known in its room only.
        return "OptimisticLockingException".equals(failure.getClass().getSimpleName())
                ? DatabaseRefusals.changedMeanwhile()
                : null;
    }

    private static ProblemAnswer ofSpring(ErrorResponse response) {
        return StandardProblems.of(response.getStatusCode(), response.getBody().getDetail())
                .withHeaders(response.getHeaders());
    }

    private static boolean causedByTooLargeBody(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException) {
                return true;
            }
        }
        return false;
    }

    private static HttpStatus statusOf(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
    }
}
