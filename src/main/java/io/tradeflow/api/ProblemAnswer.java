package io.tradeflow.api;

import io.tradeflow.kernel.Problem;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * A refusal or failure on its way to the caller (RFC 9457). The slug is a published contract: it ends the {@code type}
 * and is never renamed.
 *
 * @param incident what the caller may quote and the log can be searched for; null for what is the caller's to mend
 */
record ProblemAnswer(
        HttpStatusCode status,
        String slug,
        String title,
        String detail,
        List<Problem.Violation> violations,
        String incident,
        HttpHeaders headers) {

    private static final String TYPES = "https://tradeflow.io/problems/";

    static ProblemAnswer of(HttpStatusCode status, String slug, String title, String detail) {
        return new ProblemAnswer(status, slug, title, detail, List.of(), null, HttpHeaders.EMPTY);
    }

    static ProblemAnswer invalidRequest(List<Problem.Violation> violations) {
        String first = violations.get(0).message();
        String named =
                violations.get(0).field().isEmpty() ? first : violations.get(0).field() + ": " + first;
        String detail = violations.size() > 1 ? named + " (and " + (violations.size() - 1) + " more)" : named;
        return new ProblemAnswer(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "The request is not complete or not correct",
                detail,
                violations,
                null,
                HttpHeaders.EMPTY);
    }

    ProblemAnswer withHeaders(HttpHeaders more) {
        return new ProblemAnswer(status, slug, title, detail, violations, incident, more);
    }

    /** @param instance path of the request that was refused */
    ProblemDetail body(String instance) {
        ProblemDetail body = ProblemDetail.forStatus(status);
        body.setType(URI.create(TYPES + slug));
        body.setTitle(title);
        body.setDetail(detail);
        body.setInstance(URI.create(instance));
        if (!violations.isEmpty()) {
            body.setProperty("violations", violations);
        }
        if (incident != null) {
            body.setProperty("incident", incident);
        }
        return body;
    }
}
