package io.tradeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.TradeflowTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What tables say when they are only asked is what they say in a process. */
@TradeflowTest
class DecisionsTest {

    @Autowired
    Decisions decisions;

    @Autowired
    DecisionService engine;

    @Test
    void askingATableAnswersAsTheProcessWould() {
        List<Map<String, Object>> questions = new ArrayList<>();
        for (Double percent : new Double[] {null, 0d, 10d, 10.1, 25d, 25.1, 75.1, -3d}) {
            for (Object flag : new Object[] {null, true, false}) {
                Map<String, Object> facts = new HashMap<>();
                facts.put("discountPercent", percent);
                facts.put("worstLineDiscount", percent);
                facts.put("marginPercent", percent);
                facts.put("quoteValue", percent == null ? null : percent * 100_000);
                facts.put("belowFloor", flag);
                facts.put("creditExcess", percent);
                facts.put("stockShortage", percent);
                facts.put("exportMode", flag == null ? null : (boolean) flag ? "NONE" : "WITHOUT_LUT");
                facts.put("termsUnusual", flag);
                facts.put("shortfallDays", percent == null ? null : percent.intValue());
                questions.add(facts);
            }
        }

        List<List<Decisions.MatchedRule>> asked = decisions.matchingEach("required-approvals", questions);

        for (int index = 0; index < questions.size(); index++) {
            assertThat(asked.get(index).stream()
                            .map(Decisions.MatchedRule::outputs)
                            .toList())
                    .as(questions.get(index).toString())
                    .isEqualTo(engine.evaluateDecisionTableByKey("required-approvals", questions.get(index))
                            .getResultList());
        }
        assertThat(asked.stream().map(List::size).distinct().count()).isGreaterThan(1);
    }
}
