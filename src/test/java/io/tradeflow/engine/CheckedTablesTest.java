package io.tradeflow.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.kernel.Percentage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.junit.jupiter.api.Test;

/** A table whose answers nobody could use is refused where it is published, naming the rule. */
class CheckedTablesTest {

    private static final TableCheck TERMS = new TableCheck() {
        @Override
        public String table() {
            return "payment-terms";
        }

        @Override
        public void check(Map<String, String> outputs) {
            PaymentTerms.of(
                    Percentage.of(outputs.get("advancePercent")),
                    Integer.parseInt(outputs.get("creditDays")),
                    outputs.get("instalments"),
                    outputs.get("dueDay"),
                    outputs.get("earlyDiscount"));
        }
    };

    @Test
    void namesTheRuleThatCannotBeRead() throws IOException {
        String table = table();
        assertThatCode(() -> publish(table)).doesNotThrowAnyException();

        assertThatThrownBy(() -> publish(table.replace("60 % at 45 days", "50 % at 45 days")))
                .hasStackTraceContaining("The table Payment terms cannot be published, rule 5: ")
                .hasStackTraceContaining("The instalments come to 90 % of the invoice, not to 100 %");
        assertThatThrownBy(() -> publish(table.replace("1 % within 7 days", "1 percent early")))
                .hasStackTraceContaining("rule 3: Early-payment discount \"1 percent early\" is not like");
    }

    private static void publish(String table) {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.getTransformer().getTransformListeners().add(new CheckedTables(() -> List.of(TERMS)));
        DmnEngine engine = configuration.buildEngine();
        engine.parseDecision("payment-terms", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    }

    private static String table() throws IOException {
        try (InputStream file = CheckedTablesTest.class.getResourceAsStream("/processes/ordering/payment-terms.dmn")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
