package io.tradeflow.tax;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A unit quantity code as the portals know it, as in {@code tax/uqc.csv}. */
public record Uqc(String code, String name) {

    private static final String RESOURCE = "/tax/uqc.csv";
    private static final Map<String, Uqc> BY_CODE = read();
    private static final String OTHERS = "OTH";
    private static final String NUMBERS = "NOS";

    /** All of them by code. */
    public static Map<String, Uqc> all() {
        return BY_CODE;
    }

    /** The code that a unit is reported under: its own, or OTH where the portals do not know it. */
    public static Uqc of(String unit) {
        String code = unit == null ? "" : unit.strip().toUpperCase(Locale.ROOT);
        return BY_CODE.getOrDefault(code, BY_CODE.get(OTHERS));
    }

    /** As {@link #of(String)}; services have no unit in law and are reported in numbers. */
    public static Uqc of(String unit, String hsn) {
        return Hsn.isService(hsn) ? BY_CODE.get(NUMBERS) : of(unit);
    }

    private static Map<String, Uqc> read() {
        CsvMapper csv =
                CsvMapper.builder().enable(CsvParser.Feature.ALLOW_COMMENTS).build();
        try (InputStream file = Uqc.class.getResourceAsStream(RESOURCE)) {
            Map<String, Uqc> codes = new LinkedHashMap<>();
            csv.readerFor(Uqc.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .<Uqc>readValues(file)
                    .forEachRemaining(uqc -> codes.put(uqc.code(), uqc));
            return Collections.unmodifiableMap(codes);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
    }
}
