package io.tradeflow.fulfilment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Quantities by line as forms of the warehouse submit them: a JSON object in a text, <code>{"1":"12.5","2":"0"}</code>. Read strictly: line numbers
 * above zero without leading zeros, each once; quantities as text, plain decimals with at most 13 digits before and 6 after the point, not
 * negative.
 */
public final class QuantitiesByLine {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern LINE = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern QUANTITY = Pattern.compile("[0-9]{1,13}(\\.[0-9]{1,6})?");

    private QuantitiesByLine() {}

    /**
     * @param field the form's field, for the violations
     * @param submitted what was submitted, null for nothing
     * @throws Problem {@code invalid-quantities} naming each wrong line
     */
    public static Map<Integer, BigDecimal> parse(String field, Object submitted) {
        if (submitted == null) {
            return Map.of();
        }
        if (!(submitted instanceof String text)) {
            throw malformed(field);
        }
        Map<Integer, BigDecimal> quantities = new TreeMap<>();
        List<Violation> wrong = new ArrayList<>();
        object(field, text).fields().forEachRemaining(entry -> {
            JsonNode quantity = entry.getValue();
            String path = field + "[" + entry.getKey() + "]";
            if (!LINE.matcher(entry.getKey()).matches()) {
                wrong.add(new Violation(path, "'" + entry.getKey() + "' is no line number"));
            } else if (!quantity.isTextual()
                    || !QUANTITY.matcher(quantity.textValue()).matches()) {
                wrong.add(new Violation(
                        path, "A quantity is a decimal such as 12.5, not negative, with at most 6 decimals"));
            } else {
                quantities.put(Integer.valueOf(entry.getKey()), new BigDecimal(quantity.textValue()));
            }
        });
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-quantities", "Some quantities cannot be read", wrong);
        }
        return quantities;
    }

    private static JsonNode object(String field, String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (!node.isObject()) {
                throw malformed(field);
            }
            return node;
        } catch (JsonProcessingException malformed) {
            throw malformed(field);
        }
    }

    private static Problem malformed(String field) {
        return Problem.invalid(
                "invalid-quantities", field, "Quantities by line are expected, such as {\"1\":\"12.5\",\"2\":\"0\"}");
    }
}
