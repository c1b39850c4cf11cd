package io.tradeflow.returns;

import java.util.Optional;

/** The table of kinds. */
public interface ReturnRules {

    /** Empty where the kind does not come with this remedy. */
    Optional<ReturnRule> rule(ReturnKind kind, Remedy remedy);
}
