package io.tradeflow.kernel;

import java.util.List;

/**
 * Something the caller can understand and mend; answered over HTTP as RFC 9457 problem+json. The {@code slug} is stable
 * and ends the problem's {@code type}; the violations name fields by path, such as {@code lines[2].quantity}.
 */
public class Problem extends RuntimeException {

    /** What kind of refusal it is; each stands for one HTTP status. */
    public enum Kind {
        /** 422: understood, but breaks a rule of the trade. */
        INVALID,
        /** 404: there is no such thing, or it is not yours to see. */
        NOT_FOUND,
        /** 403: known, but not allowed to you. */
        FORBIDDEN,
        /** 409: not possible in the state it is in now. */
        CONFLICT
    }

    /** One field that is wrong and why. */
    public record Violation(String field, String message) {}

    private final Kind kind;
    private final String slug;
    private final String title;
    private final transient List<Violation> violations;

    public Problem(Kind kind, String slug, String title, String detail, List<Violation> violations) {
        super(detail);
        this.kind = kind;
        this.slug = slug;
        this.title = title;
        this.violations = List.copyOf(violations);
    }

    public static Problem invalid(String slug, String title, List<Violation> violations) {
        String detail = violations.isEmpty()
                ? title
                : violations.get(0).message()
                        + (violations.size() > 1 ? " (and " + (violations.size() - 1) + " more)" : "");
        return new Problem(Kind.INVALID, slug, title, detail, violations);
    }

    public static Problem invalid(String slug, String field, String message) {
        return new Problem(Kind.INVALID, slug, message, message, List.of(new Violation(field, message)));
    }

    public static Problem notFound(String what, String number) {
        return new Problem(
                Kind.NOT_FOUND,
                "not-found",
                capitalised(what) + " not found",
                "There is no " + what + " " + number,
                List.of());
    }

    public static Problem forbidden(String slug, String detail) {
        return new Problem(Kind.FORBIDDEN, slug, "Not allowed", detail, List.of());
    }

    public static Problem conflict(String slug, String title, String detail) {
        return new Problem(Kind.CONFLICT, slug, title, detail, List.of());
    }

    private static String capitalised(String what) {
        return Character.toUpperCase(what.charAt(0)) + what.substring(1);
    }

    public Kind kind() {
        return kind;
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    public List<Violation> violations() {
        return violations;
    }
}
