package io.tradeflow.inventory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.inventory.StockWebhooks;
import io.tradeflow.kernel.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Outside systems that are told when stock changes. */
@RestController
@RequestMapping("/api/v1/webhooks")
@Tag(name = "Stock")
class WebhookResource {

    private final StockWebhooks webhooks;

    WebhookResource(StockWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** A webhook without its secret. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Webhook")
    record WebhookJson(
            long id,
            String event,
            String url,
            String createdBy,
            Instant createdAt,
            @Schema(description = "How often in a row it has not answered") int failures,
            @Schema(description = "Nothing is sent to it before; absent where it answers") Instant restsUntil,
            @Schema(description = "Why it rests; absent where it answers") String lastError,
            @Schema(description = "Messages that have not gone out") long waiting,
            @Schema(description = "Of them, those that failed at least once") long failing) {}

    @Schema(name = "NewWebhook")
    record NewJson(String url) {}

    @Schema(name = "AddedWebhook")
    record AddedJson(
            long id,
            String event,
            String url,
            @Schema(description = "What messages are signed with; told only now") String secret) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WebhookDelivery")
    record DeliveryJson(
            long id,
            long webhookId,
            String sku,
            UUID eventId,
            Instant queuedAt,
            Instant sentAt,
            int attempts,
            String lastError) {}

    @GetMapping
    @Operation(summary = "List the webhooks; administrators and operations")
    List<WebhookJson> list(Actor.Staff by) {
        return webhooks.active(by).stream()
                .map(one -> new WebhookJson(
                        one.id(),
                        "stock.changed",
                        one.url(),
                        one.createdBy(),
                        one.createdAt(),
                        one.failures(),
                        one.restsUntil(),
                        one.lastError(),
                        one.waiting(),
                        one.failing()))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Have an address told when stock changes; administrators. The secret is answered only here")
    AddedJson add(Actor.Staff by, @RequestBody NewJson webhook) {
        StockWebhooks.Added added = webhooks.add(by, webhook.url());
        return new AddedJson(added.id(), "stock.changed", added.url(), added.secret());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Tell this address nothing any more; administrators")
    void end(Actor.Staff by, @PathVariable long id) {
        webhooks.end(by, id);
    }

    @PostMapping("/{id}/resumption")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Try an address at once that rests because it does not answer; administrators and operations")
    void resume(Actor.Staff by, @PathVariable long id) {
        webhooks.resume(by, id);
    }

    @GetMapping("/deliveries")
    @Operation(summary = "List the messages, those first that have not gone out; administrators and operations")
    List<DeliveryJson> deliveries(Actor.Staff by) {
        return webhooks.latest(by).stream()
                .map(one -> new DeliveryJson(
                        one.id(),
                        one.webhookId(),
                        one.sku(),
                        one.eventId(),
                        one.queuedAt(),
                        one.sentAt(),
                        one.attempts(),
                        one.lastError()))
                .toList();
    }
}
