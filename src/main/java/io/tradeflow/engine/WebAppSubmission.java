package io.tradeflow.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradeflow.kernel.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The JSON body with which Tasklist acts on a task: {@code {"variables": {"decision": {"value": "APPROVED", "type": "String"}}}}. */
class WebAppSubmission {

    private static final Set<String> PLAIN_TYPES =
            Set.of("string", "boolean", "integer", "long", "short", "double", "date", "null");

    private final JsonNode body;

    private WebAppSubmission(JsonNode body) {
        this.body = body;
    }

    /** @throws Problem {@code form-refused} if it is no JSON */
    static WebAppSubmission read(ObjectMapper json, byte[] content) throws IOException {
        try {
            return new WebAppSubmission(content.length == 0 ? json.createObjectNode() : json.readTree(content));
        } catch (JsonProcessingException e) {
            throw Problem.invalid("form-refused", "body", "The request is not readable JSON");
        }
    }

    String userId() {
        return body.path("userId").asText();
    }

    /** @throws Problem {@code form-refused} for values that are objects or files */
    Map<String, Object> variables() {
        Map<String, Object> values = new HashMap<>();
        List<Problem.Violation> violations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> variable : body.path("variables").properties()) {
            String name = variable.getKey();
            if (!isPlain(variable.getValue())) {
                violations.add(new Problem.Violation(name, name + " must be text, a number, a date, true or false"));
            }
            values.put(name, plain(variable.getValue().path("value")));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid("form-refused", "The form cannot be submitted like this", violations);
        }
        return values;
    }

    private static boolean isPlain(JsonNode variable) {
        String type = variable.path("type").asText("null").toLowerCase(Locale.ROOT);
        return PLAIN_TYPES.contains(type) && !variable.path("value").isContainerNode();
    }

    private static Object plain(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isNumber()) {
            return value.numberValue();
        }
        return value.isBoolean() ? value.booleanValue() : null;
    }
}
