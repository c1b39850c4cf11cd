package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The public API as one person uses it over HTTP. */
public record Api(int port, String user) {

    public static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Api as(String other) {
        return new Api(port, other);
    }

    /** The JSON at this path. */
    public JsonNode get(String path) {
        return send("GET", path, null, null).with(200).json();
    }

    public Answer tryGet(String path) {
        return send("GET", path, null, null);
    }

    public byte[] bytes(String path) {
        Answer answer = send("GET", path, null, null);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body, null);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body, null);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body, null);
    }

    public Answer post(String path, Object body, String idempotencyKey) {
        return send("POST", path, body, idempotencyKey);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, null);
    }

    /** A file, as a program would send it. */
    public Answer postCsv(String path, String file) {
        return send("POST", path, file, null, "text/csv");
    }

    /** A file of any kind. */
    public Answer postBytes(String path, byte[] file) {
        return send("POST", path, file, null, "application/octet-stream");
    }

    /** With any other method. */
    public Answer send(String method, String path, Object body) {
        return send(method, path, body, null);
    }

    private Answer send(String method, String path, Object body, String idempotencyKey) {
        return send(method, path, body, idempotencyKey, "application/json");
    }

    private Answer send(String method, String path, Object body, String idempotencyKey, String type) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + port + "/api/v1" + path))
                    .header("Authorization", basic())
                    .header("Accept", "application/json, application/problem+json, application/pdf");
            if (body == null) {
                request.method(method, BodyPublishers.noBody());
            } else {
                byte[] sent = body instanceof byte[] file
                        ? file
                        : body instanceof String text
                                ? text.getBytes(StandardCharsets.UTF_8)
                                : JSON.writeValueAsBytes(body);
                request.header("Content-Type", type).method(method, BodyPublishers.ofByteArray(sent));
            }
            if (idempotencyKey != null) {
                request.header("Idempotency-Key", idempotencyKey);
            }
            HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
    }

    /** What came back. */
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public byte[] body() {
            return response.body();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException("No JSON: " + text(), e);
            }
        }

        /** Fails with the body, which says why, when it is another status. */
        public Answer with(int status) {
            assertThat(status())
                    .as(() -> response.request().method() + " " + response.uri() + ": " + text())
                    .isEqualTo(status);
            return this;
        }

        /** Asserts a problem+json of this type that names this field, or none. */
        public JsonNode problem(int status, String slug, String field) {
            with(status);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            JsonNode problem = json();
            assertThat(problem.path("type").asText()).as(this::text).endsWith("/" + slug);
            assertThat(problem.path("detail").asText()).as(this::text).isNotBlank();
            assertThat(text()).doesNotContain("Exception", "\tat ");
            if (field != null) {
                assertThat(problem.path("violations").findValuesAsText("field"))
                        .as(this::text)
                        .contains(field);
            }
            return problem;
        }
    }
}
