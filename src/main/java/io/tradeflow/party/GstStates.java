package io.tradeflow.party;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.tradeflow.party.GstState.PrefixRange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The states and union territories with their GST codes and PIN code ranges, as in {@code party/gst-states.csv}. */
public final class GstStates {

    /** What stands for the state in addresses outside India. */
    public static final String OUTSIDE_INDIA = "96";

    private static final String RESOURCE = "/party/gst-states.csv";
    private static final Map<String, GstState> BY_CODE = read();

    private GstStates() {}

    /** The state with this code, also where the code was replaced since. */
    public static Optional<GstState> withCode(String code) {
        return Optional.ofNullable(code).map(BY_CODE::get);
    }

    /** The states that an address may be in, by code. */
    public static List<GstState> current() {
        return BY_CODE.values().stream().filter(GstState::isCurrent).toList();
    }

    private record Row(String code, String name, String pins, String replacedBy, String stateTax) {

        private static final String STATE_TAX = "SGST";

        GstState toState() {
            List<PrefixRange> ranges = Arrays.stream(pins.split(" "))
                    .filter(range -> !range.isEmpty())
                    .map(Row::range)
                    .toList();
            return new GstState(
                    code,
                    name,
                    ranges,
                    Optional.of(replacedBy).filter(replacement -> !replacement.isEmpty()),
                    stateTax == null || stateTax.isEmpty() ? STATE_TAX : stateTax);
        }

        private static PrefixRange range(String text) {
            String[] ends = text.split("-");
            return new PrefixRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
        }
    }

    private static Map<String, GstState> read() {
        CsvMapper csv =
                CsvMapper.builder().enable(CsvParser.Feature.ALLOW_COMMENTS).build();
        try (InputStream file = GstStates.class.getResourceAsStream(RESOURCE);
                MappingIterator<Row> rows = csv.readerFor(Row.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(file)) {
            Map<String, GstState> states = new LinkedHashMap<>();
            rows.forEachRemaining(row -> states.put(row.code(), row.toState()));
            return Collections.unmodifiableMap(states);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
    }
}
