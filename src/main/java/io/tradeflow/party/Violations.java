package io.tradeflow.party;

import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects what is wrong with a party's data, so that all of it is told at once. */
class Violations {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;.]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/-]{4,28}");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]*");
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_CODE = 40;

    private final List<Violation> found = new ArrayList<>();

    List<Violation> found() {
        return List.copyOf(found);
    }

    void add(String field, String message) {
        found.add(new Violation(field, message));
    }

    void add(Violation violation) {
        found.add(violation);
    }

    /** Demands something in the field, at most {@code longest} characters; whether that is so. */
    boolean demand(String field, String value, int longest) {
        if (value == null || value.isBlank()) {
            add(field, "is missing");
            return false;
        }
        return limit(field, value, longest);
    }

    boolean limit(String field, String value, int longest) {
        if (value != null && value.length() > longest) {
            add(field, "has more than " + longest + " characters");
            return false;
        }
        return true;
    }

    void demandCode(String field, String value) {
        if (demand(field, value, LONGEST_CODE) && !CODE.matcher(value).matches()) {
            add(field, "takes capital letters, digits and hyphens, beginning with a letter or digit");
        }
    }

    void demandEmail(String field, String value) {
        if (demand(field, value, LONGEST_EMAIL) && !EMAIL.matcher(value).matches()) {
            add(field, "'" + value + "' is no e-mail address");
        }
    }

    void phone(String field, String value) {
        if (value != null && !PHONE.matcher(value).matches()) {
            add(field, "'" + value + "' is no phone number");
        }
    }

    void demandCurrency(String field, String value) {
        // codes like XXX have no units: nothing can be paid in them
        boolean known = Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .anyMatch(currency -> currency.getCurrencyCode().equals(value));
        if (!known) {
            add(field, value == null ? "is missing" : "'" + value + "' is no ISO 4217 currency code");
        }
    }

    void demandMatch(String field, String value, Pattern shape, String whatItIs) {
        if (value == null || !shape.matcher(value).matches()) {
            add(field, value == null ? "is missing" : "'" + value + "' is no " + whatItIs);
        }
    }

    /** The GSTIN in the field if it is one; otherwise what is wrong with it is noted. */
    Optional<Gstin> gstin(String field, String value) {
        Optional<String> wrong = Gstin.whyInvalid(value);
        wrong.ifPresent(message -> add(field, message));
        return wrong.isEmpty() ? Optional.of(new Gstin(value)) : Optional.empty();
    }

    /** @throws Problem if anything was wrong */
    void refuse(String slug, String title) {
        if (!found.isEmpty()) {
            throw Problem.invalid(slug, title, found);
        }
    }
}
