package io.tradeflow.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table cases in {@code tax/*.psv}: each says where it comes from, and none stands twice. */
class TaxCasesTest {

    private static final String SOURCE =
            ".*(Act s\\. \\d+|Rules r\\. \\d+|Notification \\d+|GSTN advisory|FORM GST|numbering, ).*";

    @Test
    void eachNamesItsSource() throws IOException, URISyntaxException {
        assertThat(cases()).hasSizeGreaterThan(200).doesNotHaveDuplicates().allSatisfy(row -> assertThat(
                        row.substring(row.indexOf(':') + 1, row.indexOf('|')))
                .matches(SOURCE));
    }

    private static List<String> cases() throws IOException, URISyntaxException {
        List<String> rows = new ArrayList<>();
        try (Stream<Path> files =
                Files.list(Path.of(TaxCasesTest.class.getResource("/tax").toURI()))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".psv")).toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("#") && !line.isBlank())
                        .forEach(line -> rows.add(file.getFileName() + ":" + line));
            }
        }
        return rows;
    }
}
