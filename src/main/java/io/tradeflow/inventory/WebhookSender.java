package io.tradeflow.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Composes messages to outside systems and hands them over, one after the other per system. A system that does not answer rests; a message that
 * an answering system does not accept is set aside while the others go on.
 *
 * <p>{@code X-Tradeflow-Signature} is {@code sha256=} and the HMAC-SHA256, in hexadecimal, of the timestamp header, a full stop and the body,
 * with the webhook's secret. The event's id stays the same however often the same is sent, so that a repeat can be recognised.
 */
@Service
@Transactional
public class WebhookSender {

    private static final String EVENT = "stock.changed";
    private static final String WAREHOUSES = "warehouses";
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

    /** The other side has understood and does not want this message. */
    private static final Set<Integer> NOT_ACCEPTED = Set.of(400, 409, 413, 415, 422);

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /**
     * What became of a message.
     *
     * @param restsUntil when the system is tried again; null where it has answered
     */
    public record Handed(Instant restsUntil) {

        static final Handed OVER = new Handed(null);
    }

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

    /**
     * Says, in the message whose turn it is, what there is of its product now. What was said before and is still so stays the same message; what
     * is said otherwise is another event. May be repeated.
     *
     * @return the message; empty where nothing is to be told now, or the webhook is ended
     */
    public Optional<Long> composeNext(long webhookId) {
        return table.next(webhookId).map(delivery -> {
            ArrayNode now = warehouses(delivery.sku());
            boolean isSaid = delivery.payload() != null
                    && read(delivery.payload()).path(WAREHOUSES).equals(now);
            UUID eventId = isSaid || delivery.payload() == null ? delivery.eventId() : UUID.randomUUID();
            String payload = isSaid ? delivery.payload() : write(message(delivery.sku(), eventId, now));
            table.compose(delivery, eventId, payload);
            return delivery.id();
        });
    }

    private ArrayNode warehouses(String sku) {
        Map<String, BigDecimal[]> byWarehouse = new TreeMap<>();
        for (StockBalance balance : stock.balances(sku)) {
            BigDecimal[] sums = byWarehouse.computeIfAbsent(
                    balance.warehouseCode(), code -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
            sums[0] = sums[0].add(balance.onHand());
            sums[1] = sums[1].add(balance.available());
        }
        ArrayNode warehouses = JSON.createArrayNode();
        byWarehouse.forEach((code, sums) -> warehouses
                .addObject()
                .put("warehouseCode", code)
                .put("onHand", plain(sums[0]))
                .put("available", plain(sums[1])));
        // as it is read back, so that numbers compare
        return (ArrayNode) read(write(warehouses));
    }

    private ObjectNode message(String sku, UUID eventId, ArrayNode warehouses) {
        ObjectNode message = JSON.createObjectNode();
        message.put("eventId", eventId.toString());
        message.put("event", EVENT);
        message.put("composedAt", clock.instant().toString());
        message.put("sku", sku);
        message.put("cursor", changes.number());
        message.set(WAREHOUSES, warehouses);
        return message;
    }

    /** Hands the message over; does nothing if that is done, or the webhook is ended. */
    public Handed deliver(long deliveryId) {
        WebhookDelivery delivery = table.delivery(deliveryId).orElse(null);
        Optional<String> secret = delivery == null ? Optional.empty() : table.secretOf(delivery.webhookId());
        if (secret.isEmpty() || delivery.sentAt() != null || delivery.payload() == null) {
            return Handed.OVER;
        }
        try {
            int status = client.send(request(delivery, secret.get()), BodyHandlers.discarding())
                    .statusCode();
            if (NOT_ACCEPTED.contains(status)) {
                return setAside(delivery, delivery.url() + " answers " + status);
            }
            if (status / 100 != 2) {
                return rest(delivery, delivery.url() + " answers " + status);
            }
        } catch (IOException silent) {
            return rest(delivery, delivery.url() + " does not answer: " + reason(silent));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return rest(delivery, "Sending to " + delivery.url() + " was interrupted");
        }
        table.markSent(delivery);
        return Handed.OVER;
    }

    private Handed setAside(WebhookDelivery delivery, String sentence) {
        table.markFailed(delivery.id(), sentence, clock.instant().plus(WebhookRests.after(delivery.attempts() + 1)));
        table.answers(delivery.webhookId());
        return Handed.OVER;
    }

    private Handed rest(WebhookDelivery delivery, String sentence) {
        Instant until = clock.instant().plus(WebhookRests.after(table.failures(delivery.webhookId()) + 1));
        table.markFailed(delivery.id(), sentence, null);
        table.rest(delivery.webhookId(), until, sentence);
        return new Handed(until);
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

    private static String reason(IOException silent) {
        return silent.getMessage() == null ? silent.getClass().getSimpleName() : silent.getMessage();
    }

    private static String write(JsonNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message cannot be written", e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message of ours cannot be read", e);
        }
    }

    private static BigDecimal plain(BigDecimal quantity) {
        BigDecimal stripped = quantity.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
