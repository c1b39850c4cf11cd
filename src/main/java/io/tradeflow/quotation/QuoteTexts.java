package io.tradeflow.quotation;

import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.kernel.Problem.Violation;
import java.util.List;
import java.util.regex.Pattern;

/** What the texts of a quote must keep to. */
final class QuoteTexts {

    static final int LONGEST_TERMS = 4000;
    static final int LONGEST_NOTE = 2000;
    static final int LONGEST_LINE = 500;

    private static final Pattern INCOTERMS =
            Pattern.compile("(EXW|FCA|FAS|FOB|CFR|CIF|CPT|CIP|DAP|DPU|DDP)( .{1,96})?");

    private QuoteTexts() {}

    /** Null and empty are right: then nothing is said. */
    static void check(String field, String incoterms, List<Violation> violations) {
        if (incoterms != null
                && !incoterms.isBlank()
                && !INCOTERMS.matcher(incoterms.strip()).matches()) {
            violations.add(new Violation(
                    field, "Begin with one of EXW, FCA, FAS, FOB, CFR, CIF, CPT, CIP, DAP, DPU, DDP, then the place"));
        }
    }

    /** Payment terms are billed by, so they have to be readable; null and empty leave them to the table. */
    static void checkPayment(String field, String terms, List<Violation> violations) {
        longest(field, terms, LONGEST_LINE, violations);
        try {
            if (terms != null && !terms.isBlank()) {
                PaymentTerms.written(terms);
            }
        } catch (IllegalArgumentException unreadable) {
            violations.add(new Violation(field, unreadable.getMessage()));
        }
    }

    static void longest(String field, String text, int most, List<Violation> violations) {
        if (text != null && text.length() > most) {
            violations.add(new Violation(field, "At most " + most + " characters"));
        }
    }

    /** Empty becomes null; null stays what it was before. */
    static String changed(String to, String before) {
        return to == null ? before : to.isBlank() ? null : to.strip();
    }
}
