package io.tradeflow.returns.process;

import io.tradeflow.engine.Decisions;
import io.tradeflow.returns.Remedy;
import io.tradeflow.returns.ReturnKind;
import io.tradeflow.returns.ReturnRule;
import io.tradeflow.returns.ReturnRules;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks return-kinds.dmn. */
@Component
class DecidedReturnRules implements ReturnRules {

    private static final String TABLE = "return-kinds";

    private final Decisions decisions;

    DecidedReturnRules(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Optional<ReturnRule> rule(ReturnKind kind, Remedy remedy) {
        return decisions.matching(TABLE, Map.of("returnKind", kind.name(), "remedy", remedy.name())).stream()
                .findFirst()
                .map(Decisions.MatchedRule::outputs)
                .map(row -> new ReturnRule(
                        (Boolean) row.get("goodsComeBack"),
                        (Boolean) row.get("reopensFulfilment"),
                        (Boolean) row.get("reopensBilling"),
                        ((Number) row.get("windowDays")).intValue(),
                        (String) row.get("approverGroup"),
                        (String) row.get("approveWithin"),
                        (String) row.get("remindIn"),
                        (String) row.get("arriveWithin")));
    }
}
