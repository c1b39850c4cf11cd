package io.tradeflow.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

class TypedFormTest {

    private enum Mode {
        NEFT
    }

    @Test
    void readsWhatWasTyped() {
        TypedForm typed = new TypedForm(Map.of(
                "reference", " UTR1 ", "amount", "1,00,000.50", "on", "2026-11-23", "mode", "NEFT", "empty", " "));

        assertThat(typed.text("reference")).isEqualTo("UTR1");
        assertThat(typed.decimal("amount")).isEqualByComparingTo(new BigDecimal("100000.50"));
        assertThat(typed.date("on")).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(typed.choice("mode", Mode.class)).isEqualTo(Mode.NEFT);
        assertThat(typed.text("empty")).isNull();
        assertThat(typed.decimal("absent")).isNull();
        typed.requireReadable();
    }

    @Test
    void namesEveryFieldThatCannotBeRead() {
        TypedForm typed = new TypedForm(Map.of("amount", "ten", "on", "23.11.2026", "mode", "BARTER"));
        typed.decimal("amount");
        typed.date("on");
        typed.choice("mode", Mode.class);

        assertThatThrownBy(typed::requireReadable)
                .asInstanceOf(type(Problem.class))
                .extracting(Problem::violations)
                .asList()
                .extracting("field")
                .containsExactly("amount", "on", "mode");
    }

    @Test
    void theNextPageSaysWhatWasDone() {
        RedirectAttributesModelMap nextPage = new RedirectAttributesModelMap();

        new TypedForm(Map.of("reason", "late")).submit(nextPage, () -> "Done.");

        assertThat(nextPage.getFlashAttributes()).isEqualTo(Map.of("done", "Done."));
    }

    @Test
    void theNextPageHasWhatWasRefusedTogetherWithWhatWasTyped() {
        RedirectAttributesModelMap nextPage = new RedirectAttributesModelMap();
        Problem refusal = Problem.invalid("reason-missing", "reason", "Say why");

        new TypedForm(Map.of("reason", " ")).submit(nextPage, () -> {
            throw refusal;
        });

        assertThat(nextPage.getFlashAttributes()).isEqualTo(Map.of("problem", refusal, "typed", Map.of("reason", " ")));
    }
}
