package io.tradeflow.invoicing;

import io.tradeflow.kernel.Problem;
import java.util.Set;

/** The invoice waits for finance: a GST rate or an exchange rate of the day is not known. Thrown before anything is written. */
public class RatesMissing extends Problem {

    private static final Set<String> SLUGS = Set.of("tax-rate-missing", "exchange-rate-missing");

    RatesMissing(Problem missing) {
        super(missing.kind(), missing.slug(), missing.title(), missing.getMessage(), missing.violations());
    }

    static boolean isMeantBy(Problem problem) {
        return SLUGS.contains(problem.slug());
    }
}
