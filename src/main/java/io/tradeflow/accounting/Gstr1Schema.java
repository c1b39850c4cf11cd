package io.tradeflow.accounting;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.tradeflow.kernel.Problem.Violation;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks the return against {@code gstr1.schema.json} before anybody takes it to the portal. */
@Component
class Gstr1Schema {

    private final JsonSchema schema;

    Gstr1Schema() {
        InputStream file = Gstr1Schema.class.getResourceAsStream("/accounting/gstr1.schema.json");
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(file);
    }

    /** What is wrong, by the portal's fields; empty if nothing. */
    List<Violation> violations(JsonNode json) {
        return schema.validate(json).stream()
                .sorted(Comparator.comparing(ValidationMessage::getMessage))
                .map(message -> new Violation(message.getInstanceLocation().toString(), message.getMessage()))
                .toList();
    }
}
