package io.tradeflow.api;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The problems that need no rule of the trade: what HTTP itself refuses, with a stable slug for each. */
final class StandardProblems {

    private record Wording(String slug, String title, String detail) {}

    private static final Map<Integer, Wording> BY_STATUS = Map.ofEntries(
            Map.entry(400, new Wording("bad-request", "The request cannot be understood", "Check the request")),
            Map.entry(
                    401,
                    new Wording("not-signed-in", "Not signed in", "Sign in with HTTP Basic or with a session cookie")),
            Map.entry(403, new Wording("forbidden", "Not allowed", "Your account does not have the right to do this")),
            Map.entry(404, new Wording("not-found", "Not found", "There is nothing at this address")),
            Map.entry(405, new Wording("method-not-allowed", "Method not allowed", "This address takes other methods")),
            Map.entry(
                    406,
                    new Wording("not-acceptable", "No such representation", "This address cannot answer in that type")),
            Map.entry(413, new Wording("body-too-large", "The body is too large", "Send less at a time")),
            Map.entry(
                    415,
                    new Wording("unsupported-media-type", "Unsupported type of body", "Send application/json instead")),
            Map.entry(
                    429,
                    new Wording("too-many-attempts", "Too many attempts", "Wait a few minutes before you try again")),
            Map.entry(
                    503, new Wording("unavailable", "Not available now", "The service cannot answer now; try again")));

    private static final Wording OTHER_CLIENT_FAULT =
            new Wording("bad-request", "The request was refused", "Check the request");
    private static final Wording OTHER_SERVER_FAULT = new Wording(
            "internal-error", "Something went wrong on our side", "The request could not be completed; try again");

    private StandardProblems() {}

    /** @param detail what is known about this very request; null or blank for the general sentence */
    static ProblemAnswer of(HttpStatusCode status, String detail) {
        Wording wording = BY_STATUS.getOrDefault(
                status.value(), status.is4xxClientError() ? OTHER_CLIENT_FAULT : OTHER_SERVER_FAULT);
        // Spring's own words for an unknown address speak of static resources.
        boolean isOurWording = status.value() == 404 || status.is5xxServerError();
        String said = isOurWording || detail == null || detail.isBlank() ? wording.detail() : detail;
        return ProblemAnswer.of(status, wording.slug(), wording.title(), said);
    }

    static ProblemAnswer of(HttpStatus status) {
        return of(status, null);
    }
}
