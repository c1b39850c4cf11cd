package io.tradeflow.einvoice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;

/** One question over HTTP. Whatever is no answer becomes {@link IrpUnavailable}; neither headers nor bodies are told to anybody. */
final class IrpLine {

    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String url;
    private final Duration answerWithin;
    private final HttpClient client;

    IrpLine(String url, Duration connectWithin, Duration answerWithin) {
        this.url = url.replaceAll("/+$", "");
        this.answerWithin = answerWithin;
        this.client = HttpClient.newBuilder()
                .connectTimeout(connectWithin)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    record Response(int status, String body) {

        /** @throws IrpUnavailable where it is no JSON */
        JsonNode json() {
            try {
                JsonNode json = JSON.readTree(body);
                if (json != null && json.isObject()) {
                    return json;
                }
            } catch (JsonProcessingException e) {
                throw notJson();
            }
            throw notJson();
        }

        private IrpUnavailable notJson() {
            return new IrpUnavailable("The e-invoice portal gave an answer that is no JSON (HTTP " + status + ")");
        }
    }

    /** @param body null for a look-up */
    Response ask(String path, Map<String, String> headers, String sellerGstin, String body) {
        HttpRequest.Builder question = HttpRequest.newBuilder(URI.create(url + path));
        headers.forEach(question::setHeader);
        HttpRequest request = question.setHeader("Gstin", sellerGstin)
                .setHeader("Content-Type", "application/json")
                .setHeader("Accept", "application/json")
                .method(
                        body == null ? "GET" : "POST",
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .timeout(answerWithin)
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return new Response(response.statusCode(), response.body());
        } catch (HttpTimeoutException e) {
            throw new IrpUnavailable(
                    "The e-invoice portal did not answer within " + answerWithin.toSeconds() + " s", e);
        } catch (IOException e) {
            throw new IrpUnavailable(
                    "The e-invoice portal cannot be reached at " + request.uri().getHost(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IrpUnavailable("The program was stopped while it waited for the e-invoice portal", e);
        }
    }
}
