package io.tradeflow.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairsTest {

    @Test
    void keepsTheOrderOfTheCell() {
        assertThat(Pairs.read("Size=DN 25;  Material = brass ;"))
                .containsExactly(Map.entry("Size", "DN 25"), Map.entry("Material", "brass"));
    }

    @Test
    void whateverIsWrittenIsReadAgain() {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("a;b", "c=d");
        pairs.put("back\\", "slash\\;");
        pairs.put("$1", "\\\\");
        assertThat(Pairs.read(Pairs.written(pairs))).containsExactlyEntriesOf(pairs);
    }

    @ParameterizedTest
    @CsvSource({"Size, no name and value", "Size=, no name and value", "a=b=c, no name and value", "a=1; a=2, twice"})
    void saysWhatIsWrong(String cell, String complaint) {
        assertThatIllegalArgumentException().isThrownBy(() -> Pairs.read(cell)).withMessageContaining(complaint);
    }
}
