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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * Talks to the e-invoice API, version 1.03, in plain JSON, as GST Suvidha providers offer it: they hold the session and its encryption. An
 * answer is {@code Status} 1 with {@code Data}, or 0 with {@code ErrorDetails}. Whatever else comes counts as no answer.
 */
final class IrpOverHttp implements Irp {

    private static final String INVOICE = "/eicore/v1.03/Invoice";
    private static final int SERVER_ERROR = 500;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final EInvoiceSettings settings;
    private final HttpClient client;

    IrpOverHttp(EInvoiceSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.connectWithin())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public boolean isByHand() {
        return false;
    }

    @Override
    public IrpAnswer register(String sellerGstin, String request) {
        return ask(sellerGstin, to(INVOICE).POST(BodyPublishers.ofString(request)));
    }

    @Override
    public IrpAnswer find(String sellerGstin, String irn) {
        return ask(sellerGstin, to(INVOICE + "/irn/" + irn).GET());
    }

    @Override
    public IrpAnswer cancel(String sellerGstin, String request) {
        return ask(sellerGstin, to(INVOICE + "/Cancel").POST(BodyPublishers.ofString(request)));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(settings.url().replaceAll("/+$", "") + path));
    }

    private IrpAnswer ask(String sellerGstin, HttpRequest.Builder question) {
        settings.headers().forEach(question::setHeader);
        HttpRequest request = question.setHeader("Gstin", sellerGstin)
                .setHeader("Content-Type", "application/json")
                .setHeader("Accept", "application/json")
                .timeout(settings.answerWithin())
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return answer(response);
        } catch (HttpTimeoutException e) {
            throw new IrpUnavailable(
                    "The e-invoice portal did not answer within "
                            + settings.answerWithin().toSeconds() + " s",
                    e);
        } catch (IOException e) {
            throw new IrpUnavailable(
                    "The e-invoice portal cannot be reached at " + request.uri().getHost(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IrpUnavailable("The program was stopped while it waited for the e-invoice portal", e);
        }
    }

    private static IrpAnswer answer(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw new IrpUnavailable("The e-invoice portal does not let us in (HTTP " + status
                    + "): check the credentials in tradeflow.einvoice.headers");
        }
        if (status == 429) {
            throw new IrpUnavailable("The e-invoice portal wants fewer questions at a time (HTTP 429)");
        }
        if (status >= SERVER_ERROR) {
            throw new IrpUnavailable("The e-invoice portal is down (HTTP " + status + ")");
        }
        JsonNode json = read(response.body(), status);
        if (json.path("Status").asText().equals("1")) {
            return new IrpAnswer(data(json.path("Data"), status), null, null, response.body());
        }
        List<String> messages = new ArrayList<>();
        json.path("ErrorDetails")
                .forEach(error -> messages.add(error.path("ErrorMessage").asText()));
        String code = json.path("ErrorDetails").path(0).path("ErrorCode").asText("");
        if (code.isEmpty()) {
            throw new IrpUnavailable("The e-invoice portal gave an answer that is none (HTTP " + status + ")");
        }
        return new IrpAnswer(null, code, String.join("; ", messages), response.body());
    }

    private static JsonNode data(JsonNode data, int status) {
        return data.isTextual() ? read(data.asText(), status) : data;
    }

    private static JsonNode read(String body, int status) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw new IrpUnavailable("The e-invoice portal gave an answer that is no JSON (HTTP " + status + ")", e);
        }
        throw new IrpUnavailable("The e-invoice portal gave an answer that is no JSON (HTTP " + status + ")");
    }
}
