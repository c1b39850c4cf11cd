package io.tradeflow.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradeflow.kernel.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Composes messages to outside systems and hands them over, each until the other side says 2xx.
 *
 * <p>{@code X-Tradeflow-Signature} is {@code sha256=} and the HMAC-SHA256, in hexadecimal, of the timestamp header, a full stop and the body,
 * with the webhook's secret. The event's id stays the same however often it is sent, so that a repeat can be recognised.
 */
@Service
@Transactional
public class WebhookSender {

    private static final String EVENT = "stock.changed";
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final WebhookTable table;
    private final StockTable stock;
    private final StockChanges changes;
    private final Clock clock;

    WebhookSender(WebhookTable table, StockTable stock, StockChanges changes, Clock clock) {
        this.table = table;
        this.stock = stock;
        this.changes = changes;
        this.clock = clock;
    }

    /** Says what there is of the product now; what changes from here on is a message of its own. May be repeated. */
    public void compose(long deliveryId) {
        WebhookDelivery delivery = find(deliveryId);
        if (delivery.payload() != null) {
            return;
        }
        Map<String, BigDecimal[]> byWarehouse = new TreeMap<>();
        for (StockBalance balance : stock.balances(delivery.sku())) {
            BigDecimal[] sums = byWarehouse.computeIfAbsent(
                    balance.warehouseCode(), code -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
            sums[0] = sums[0].add(balance.onHand());
            sums[1] = sums[1].add(balance.available());
        }
        ObjectNode message = JSON.createObjectNode();
        message.put("eventId", delivery.eventId().toString());
        message.put("event", EVENT);
        message.put("composedAt", clock.instant().toString());
        message.put("sku", delivery.sku());
        message.put("cursor", changes.number());
        ArrayNode warehouses = message.putArray("warehouses");
        byWarehouse.forEach((code, sums) -> warehouses
                .addObject()
                .put("warehouseCode", code)
                .put("onHand", plain(sums[0]))
                .put("available", plain(sums[1])));
        try {
            table.compose(deliveryId, JSON.writeValueAsString(message));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message about " + delivery.sku() + " cannot be composed", e);
        }
    }

    /**
     * Hands the message over; does nothing if that is done, or the webhook is ended.
     *
     * @throws WebhookNotDelivered with a sentence that operations understand
     */
    public void deliver(long deliveryId) {
        WebhookDelivery delivery = find(deliveryId);
        Optional<String> secret = table.secretOf(delivery.webhookId());
        if (delivery.sentAt() != null || secret.isEmpty()) {
            return;
        }
        try {
            int status = client.send(request(delivery, secret.get()), BodyHandlers.discarding())
                    .statusCode();
            if (status / 100 != 2) {
                throw failed(delivery, delivery.url() + " answers " + status, null);
            }
        } catch (IOException silent) {
            throw failed(delivery, delivery.url() + " does not answer: " + reason(silent), silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failed(delivery, "Sending to " + delivery.url() + " was interrupted", stopped);
        }
        table.markSent(deliveryId);
    }

    private HttpRequest request(WebhookDelivery delivery, String secret) {
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(URI.create(delivery.url()))
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json")
                .header("X-Tradeflow-Event", EVENT)
                .header("X-Tradeflow-Event-Id", delivery.eventId().toString())
                .header("X-Tradeflow-Timestamp", timestamp)
                .header("X-Tradeflow-Signature", "sha256=" + signature(secret, timestamp + "." + delivery.payload()))
                .POST(BodyPublishers.ofString(delivery.payload()))
                .build();
    }

    static String signature(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Messages cannot be signed", e);
        }
    }

    private WebhookNotDelivered failed(WebhookDelivery delivery, String sentence, Exception cause) {
        table.markFailed(delivery.id(), sentence);
        return new WebhookNotDelivered(sentence + " (stock of " + delivery.sku() + ")", cause);
    }

    private static String reason(IOException silent) {
        return silent.getMessage() == null ? silent.getClass().getSimpleName() : silent.getMessage();
    }

    private WebhookDelivery find(long id) {
        return table.delivery(id).orElseThrow(() -> Problem.notFound("webhook delivery", String.valueOf(id)));
    }

    private static BigDecimal plain(BigDecimal quantity) {
        BigDecimal stripped = quantity.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
