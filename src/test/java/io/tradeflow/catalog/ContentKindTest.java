package io.tradeflow.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentKindTest {

    @ParameterizedTest
    @CsvSource({"89504e470d0a1a0a00, PNG", "ffd8ffe000, JPEG", "524946460000000057454250, WEBP", "255044462d312e37, PDF"
    })
    void readsTheKindFromTheContent(String hex, ContentKind kind) {
        assertThat(ContentKind.of(HexFormat.of().parseHex(hex))).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<html>",
                "GIF89a",
                "RIFF0000WAVE",
                " %PDF-1.7",
                "MZ"
            })
    void takesNothingElse(String content) {
        assertThat(ContentKind.of(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }
}
