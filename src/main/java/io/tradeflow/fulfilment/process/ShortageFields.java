package io.tradeflow.fulfilment.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tradeflow.fulfilment.ShortageChoice;
import io.tradeflow.fulfilment.ShortageDecision;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the planner's form. {@code shortageDecision} holds for all open lines, {@code lines} says what is decided otherwise:
 * <code>{"2":{"choice":"SUBSTITUTE","sku":"X","unitPrice":"12.50"},"3":{"choice":"PRODUCE","expectedOn":"2026-12-01"}}</code>.
 */
final class ShortageFields {

    static final Set<String> NAMES = Set.of("shortageDecision", "until", "reason", "lines");

    private static final String INVALID = "invalid-decision";
    private static final Set<String> OF_A_LINE = Set.of("choice", "expectedOn", "sku", "unitPrice", "warehouseCode");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ShortageFields() {}

    /** @throws Problem {@code invalid-decision} naming the field that cannot be read */
    static ShortageDecision decision(Map<String, Object> fields) {
        return new ShortageDecision(
                new ShortageDecision.Line(
                        choice(fields.get("shortageDecision"), "shortageDecision"),
                        date(FormText.text(fields, "until"), "until"),
                        null,
                        null,
                        null),
                FormText.text(fields, "reason"),
                lines(FormText.text(fields, "lines")));
    }

    private static ShortageChoice choice(Object value, String field) {
        if ("SHORT_CLOSE".equals(value)) {
            return ShortageChoice.CANCEL;
        }
        for (ShortageChoice choice : ShortageChoice.values()) {
            if (choice.name().equals(value)) {
                return choice;
            }
        }
        throw Problem.invalid(
                INVALID,
                field,
                "Decide: wait (WAIT), ship what is there (SPLIT), produce (PRODUCE) or give up what is open (SHORT_CLOSE);"
                        + " for single lines also another product (SUBSTITUTE)");
    }

    private static Map<Integer, ShortageDecision.Line> lines(String text) {
        Map<Integer, ShortageDecision.Line> lines = new TreeMap<>();
        if (text != null) {
            object(text).fields().forEachRemaining(entry -> {
                String field = "lines[" + entry.getKey() + "]";
                if (!entry.getKey().matches("[1-9][0-9]{0,5}")
                        || !entry.getValue().isObject()) {
                    throw malformed();
                }
                lines.put(Integer.valueOf(entry.getKey()), line(entry.getValue(), field));
            });
        }
        return lines;
    }

    private static ShortageDecision.Line line(JsonNode node, String field) {
        node.fieldNames().forEachRemaining(name -> {
            if (!OF_A_LINE.contains(name)) {
                throw Problem.invalid(INVALID, field, "A line has no field " + name);
            }
        });
        return new ShortageDecision.Line(
                choice(text(node, "choice"), field + ".choice"),
                date(text(node, "expectedOn"), field + ".expectedOn"),
                text(node, "sku"),
                price(text(node, "unitPrice"), field + ".unitPrice"),
                text(node, "warehouseCode"));
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() && !value.textValue().isBlank()
                ? value.textValue().strip()
                : null;
    }

    private static LocalDate date(String text, String field) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid(INVALID, field, "'" + text + "' is not a date such as 2026-12-01");
        }
    }

    private static BigDecimal price(String text, String field) {
        if (text != null && !text.matches("[0-9]{1,12}(\\.[0-9]{1,4})?")) {
            throw Problem.invalid(INVALID, field, "A price such as 12.50 is expected");
        }
        return text == null ? null : new BigDecimal(text);
    }

    private static JsonNode object(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException unreadable) {
            // said below
        }
        throw malformed();
    }

    private static Problem malformed() {
        return Problem.invalid(
                INVALID, "lines", "Choices by line are expected, such as {\"2\":{\"choice\":\"CANCEL\"}}");
    }
}
