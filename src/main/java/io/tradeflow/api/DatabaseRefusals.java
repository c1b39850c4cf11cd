package io.tradeflow.api;

import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What the database refuses although no rule of ours did: mostly two people at the same thing. Neither SQL nor names of
 * constraints reach the caller.
 */
final class DatabaseRefusals {

    /** PostgreSQL, appendix A: class 23 is integrity, class 22 is data. */
    private static final String UNIQUE_VIOLATION = "23505";

    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String DATA_EXCEPTIONS = "22";

    /** Seconds. */
    private static final String SOON = "5";

    private DatabaseRefusals() {}

    /** @return null for what is no refusal but a failure of the program */
    static ProblemAnswer explain(DataAccessException failure) {
        if (failure instanceof OptimisticLockingFailureException) {
            return changedMeanwhile();
        }
        if (failure instanceof PessimisticLockingFailureException || failure instanceof QueryTimeoutException) {
            return ProblemAnswer.of(
                    HttpStatus.CONFLICT,
                    "busy",
                    "Somebody else is working on it",
                    "This is being changed by somebody else at this moment; try again");
        }
        return failure instanceof DataIntegrityViolationException ? integrity(sqlStateOf(failure)) : null;
    }

    static ProblemAnswer changedMeanwhile() {
        return ProblemAnswer.of(
                HttpStatus.CONFLICT,
                "changed-meanwhile",
                "Changed by somebody else",
                "Somebody else changed this while you worked on it; look at it again and repeat your change");
    }

    /** More requests came at once than there are connections, for longer than one is waited for. Nothing was done. */
    static ProblemAnswer crowded() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, SOON);
        return ProblemAnswer.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "crowded",
                        "Too much at once",
                        "More is asked of the program at this moment than it can serve; nothing was done, try again in a few"
                                + " seconds")
                .withHeaders(headers);
    }

    private static ProblemAnswer integrity(String sqlState) {
        if (sqlState.startsWith(DATA_EXCEPTIONS)) {
            return ProblemAnswer.of(
                    HttpStatus.BAD_REQUEST,
                    "value-out-of-range",
                    "A value cannot be stored",
                    "A text is too long, a number too large, or a text has characters that cannot be stored");
        }
        return switch (sqlState) {
            case UNIQUE_VIOLATION ->
                ProblemAnswer.of(HttpStatus.CONFLICT, "already-exists", "Already there", "The same was entered before");
            case FOREIGN_KEY_VIOLATION ->
                ProblemAnswer.of(
                        HttpStatus.CONFLICT,
                        "reference-missing",
                        "Something it refers to is missing",
                        "What this refers to does not exist, or is still in use");
            default ->
                ProblemAnswer.of(
                        HttpStatus.CONFLICT,
                        "not-consistent",
                        "Does not fit what is stored",
                        "This would make the records contradict each other, so it was not kept");
        };
    }

    private static String sqlStateOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
