package io.tradeflow.ewaybill;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks an e-way bill against {@code eway-bill.schema.json} before anybody takes it to the portal. */
@Component
class EwayBillSchema {

    private final JsonSchema schema;

    EwayBillSchema() {
        InputStream file = EwayBillSchema.class.getResourceAsStream("/ewaybill/eway-bill.schema.json");
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(file);
    }

    /** What is wrong, by the portal's fields; empty if nothing. */
    List<Violation> violations(JsonNode json) {
        return schema.validate(json).stream()
                .sorted(Comparator.comparing(ValidationMessage::getMessage))
                .map(message -> new Violation(message.getInstanceLocation().toString(), message.getMessage()))
                .toList();
    }

    /** @throws Problem {@code eway-bill-invalid} naming every field the portal would refuse */
    void require(JsonNode json) {
        List<Violation> wrong = violations(json);
        if (!wrong.isEmpty()) {
            throw Problem.invalid("eway-bill-invalid", "The portal would refuse this e-way bill", wrong);
        }
    }
}
