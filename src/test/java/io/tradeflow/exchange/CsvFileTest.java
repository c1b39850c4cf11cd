package io.tradeflow.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tradeflow.exchange.ImportKind.Column;
import io.tradeflow.kernel.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    private static final List<Column> COLUMNS =
            List.of(new Column("sku", true, ""), new Column("price", true, ""), new Column("note", false, ""));

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsOutWhatStandsBetweenTheCells(String separator) throws IOException {
        String file = "sku,price,note\nA-1,10.50,\"two, or three\"\n".replace(",", separator);

        assertThat(rows(file))
                .containsExactly(new FileRow(
                        2, Map.of("sku", "A-1", "price", "10.50", "note", "two, or three".replace(",", separator))));
    }

    @Test
    void takesWhatSpreadsheetsWrite() throws IOException {
        assertThat(rows("\uFEFF\"sku\" , price\r\n A-1 ,10\r\n\r\nA-2,\r\n"))
                .containsExactly(
                        new FileRow(2, Map.of("sku", "A-1", "price", "10")), new FileRow(4, Map.of("sku", "A-2")));
    }

    @Test
    void aRowOverSeveralLinesIsNamedByItsFirst() throws IOException {
        assertThat(rows("sku,price,note\nA-1,1,\"one\ntwo\nthree\"\nA-2,2,\n"))
                .extracting(FileRow::line)
                .containsExactly(2, 5);
    }

    @ParameterizedTest
    @CsvSource({
        "'', The file is empty: its first line names the columns",
        "'sku,note', The column price is missing",
        "'sku,price,colour', is no column: there are sku",
        "'sku,price,sku', The column sku stands there twice"
    })
    void theHeaderSaysWhatIsInTheFile(String header, String complaint) {
        assertThat(refusal(header.isEmpty() ? "" : header + "\nA,1,x\n", StandardCharsets.UTF_8))
                .contains(complaint);
    }

    @Test
    void namesTheLineThatCannotBeRead() {
        assertThat(refusal("sku,price\nA-1,1\nA-2,1,2,3\n", StandardCharsets.UTF_8))
                .contains("Line 3 has 4 cells");
        assertThat(refusal("sku,price\nA-1,1\nA-2,\"1\nA-3,2\n", StandardCharsets.UTF_8))
                .contains("quotation mark");
    }

    @Test
    void aFileInAnotherCodeIsRefusedInsteadOfGarbled() {
        assertThat(refusal("sku,price\nA-1,1\nCafé,2\n", StandardCharsets.ISO_8859_1))
                .contains("UTF-8");
    }

    private static String refusal(String text, Charset charset) {
        Problem refused = catchThrowableOfType(Problem.class, () -> rows(text.getBytes(charset)));
        assertThat(refused.slug()).isEqualTo("file-unreadable");
        return refused.violations().toString();
    }

    private static List<FileRow> rows(String text) throws IOException {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<FileRow> rows(byte[] file) throws IOException {
        List<FileRow> rows = new ArrayList<>();
        new CsvFile(new ByteArrayInputStream(file), COLUMNS).forEach(rows::add);
        return rows;
    }
}
