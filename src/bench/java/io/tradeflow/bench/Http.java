package io.tradeflow.bench;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** The public API as one person uses it: HTTP Basic with every request, an idempotency key with every write, connections kept open. */
record Http(String base, String user) {

    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    JsonNode get(String path) {
        return send("GET", path, null, 200);
    }

    JsonNode post(String path, Object body, int wanted) {
        return send("POST", path, body, wanted);
    }

    /** @throws IllegalStateException with the answer's body for any other status than the wanted one */
    private JsonNode send(String method, String path, Object body, int wanted) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(base + "/api/v1" + path).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setRequestProperty("Authorization", "Basic " + credentials());
            connection.setRequestProperty("Accept", "application/json, application/problem+json");
            if (body != null) {
                write(connection, JSON.writeValueAsBytes(body));
            }
            int status = connection.getResponseCode();
            byte[] answer = read(status < 400 ? connection.getInputStream() : connection.getErrorStream());
            if (status != wanted) {
                throw new IllegalStateException(method + " " + path + " as " + user + " answered " + status + ": "
                        + new String(answer, StandardCharsets.UTF_8));
            }
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        }
    }

    private String credentials() {
        return Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
    }

    private static void write(HttpURLConnection connection, byte[] body) throws IOException {
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty("Idempotency-Key", UUID.randomUUID().toString());
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
    }

    private static byte[] read(InputStream answer) throws IOException {
        if (answer == null) {
            return new byte[0];
        }
        try (answer) {
            return answer.readAllBytes();
        }
    }
}
