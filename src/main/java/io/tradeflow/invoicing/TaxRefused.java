package io.tradeflow.invoicing;

import io.tradeflow.kernel.Problem;
import io.tradeflow.tax.TaxFinding;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The invoice waits for finance: its tax cannot be right, or cannot be decided at all. Thrown before anything is written. What is wrong is
 * named as a violation each; the message has them all, for the person who mends it.
 */
public class TaxRefused extends Problem {

    private static final Set<String> UNDECIDED = Set.of(
            "reverse-charge-without-gstin",
            "place-override-invalid",
            "gstin-missing",
            "state-unknown",
            "supply-invalid");

    TaxRefused(Problem undecided) {
        super(undecided.kind(), undecided.slug(), undecided.title(), undecided.getMessage(), undecided.violations());
    }

    private TaxRefused(List<Violation> wrong) {
        super(
                Kind.INVALID,
                "tax-not-right",
                "The tax cannot be right",
                wrong.stream().map(Violation::message).collect(Collectors.joining("; ")),
                wrong);
    }

    static TaxRefused because(List<TaxFinding> findings) {
        return new TaxRefused(findings.stream().map(TaxRefused::violation).toList());
    }

    /** @param lines that would go on a second paper of this kind */
    static TaxRefused becauseItStands(String paper, String number, List<TaxInvoice.Line> lines) {
        String hsn = lines.stream().map(TaxInvoice.Line::hsn).distinct().collect(Collectors.joining(", "));
        return new TaxRefused(List.of(new Violation(
                "tax",
                paper + " " + number + " stands for this shipment, and what is left to bill (HSN " + hsn
                        + ") would go on another one, since its GST rate puts it there now; check the rate of that HSN: the goods"
                        + " were on a paper of the other kind before")));
    }

    private static Violation violation(TaxFinding finding) {
        String field = finding.lineNo() == null ? "tax" : "lines[" + (finding.lineNo() - 1) + "].tax";
        return new Violation(
                field, finding.reason().text() + " (" + finding.reason().source() + ")");
    }

    static boolean isMeantBy(Problem problem) {
        return UNDECIDED.contains(problem.slug());
    }
}
