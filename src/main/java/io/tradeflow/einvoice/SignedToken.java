package io.tradeflow.einvoice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;

/** A JSON web token as the portal signs it (RS256): its content, and whether the signature is the portal's. */
final class SignedToken {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final int PARTS = 3;

    private SignedToken() {}

    /** What it says: the portal puts its JSON as text into {@code data}. Empty where it is no token. */
    static Optional<JsonNode> content(String token) {
        String[] parts = token == null ? new String[0] : token.split("\\.");
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            JsonNode payload = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            JsonNode data = payload.has("data") ? payload.get("data") : payload;
            JsonNode content = data.isTextual() ? JSON.readTree(data.asText()) : data;
            return content.isObject() ? Optional.of(content) : Optional.empty();
        } catch (IllegalArgumentException | java.io.IOException e) {
            return Optional.empty();
        }
    }

    static boolean isSignedBy(PublicKey key, String token) {
        String[] parts = token == null ? new String[0] : token.split("\\.");
        if (parts.length != PARTS || !isRs256(parts[0])) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(key);
            check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return check.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isRs256(String header) {
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(header);
            return "RS256"
                    .equals(JSON.readTree(new String(decoded, StandardCharsets.UTF_8))
                            .path("alg")
                            .asText());
        } catch (IllegalArgumentException | JsonProcessingException e) {
            return false;
        }
    }
}
