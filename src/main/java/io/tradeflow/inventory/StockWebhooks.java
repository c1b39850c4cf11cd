package io.tradeflow.inventory;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Outside systems that are told when stock changes. Administrators add and end them. What they are told is the state of a product, so changes
 * that follow one another are told once.
 */
@Service
@Transactional
public class StockWebhooks {

    private static final int SECRET_BYTES = 32;
    private static final int LONGEST_URL = 500;
    private static final int LATEST = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final WebhookTable table;
    private final StockChanges changes;
    private final ApplicationEventPublisher events;

    StockWebhooks(WebhookTable table, StockChanges changes, ApplicationEventPublisher events) {
        this.table = table;
        this.changes = changes;
        this.events = events;
    }

    /** One that was just added, with the secret its messages are signed with. */
    public record Added(long id, String url, String secret) {}

    /**
     * Adds a webhook; it is told what changes from now on.
     *
     * @throws Problem {@code administrators-only}; {@code invalid-webhook} where the address cannot be used
     */
    public Added add(Actor by, String url) {
        requireMayChange(by);
        String address = url == null ? "" : url.strip();
        checkAddress(address);
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return new Added(table.insert(address, text, changes.last(), by.name()), address, text);
    }

    private static void checkAddress(String url) {
        try {
            URI address = new URI(url);
            boolean web = address.getScheme() != null && Set.of("http", "https").contains(address.getScheme());
            if (web && address.getHost() != null && address.getUserInfo() == null && url.length() <= LONGEST_URL) {
                return;
            }
        } catch (URISyntaxException notAnAddress) {
            // told below
        }
        throw Problem.invalid(
                "invalid-webhook",
                "url",
                "An address such as https://erp.example.com/stock is needed, without user and password in it, at most "
                        + LONGEST_URL + " characters");
    }

    /** Nothing is told to it any more. @throws Problem {@code administrators-only}; not-found */
    public void end(Actor by, long id) {
        requireMayChange(by);
        if (!table.end(id)) {
            throw Problem.notFound("webhook", String.valueOf(id));
        }
    }

    /** @throws Problem {@code administrators-only} */
    @Transactional(readOnly = true)
    public List<StockWebhook> active(Actor by) {
        requireMayLook(by);
        return table.active();
    }

    /** What was told last, what has not gone out first. @throws Problem {@code administrators-only} */
    @Transactional(readOnly = true)
    public List<WebhookDelivery> latest(Actor by) {
        requireMayLook(by);
        return table.latest(LATEST);
    }

    /** Puts what has changed since the last time into the outbox and publishes a {@link WebhookQueued} for each system that can be told something. May be repeated. */
    public void queueChanges() {
        if (table.anyActive()) {
            table.queue(changes.number());
            table.due().forEach(events::publishEvent);
        }
    }

    /**
     * A system that rests is tried at once. Publishes {@link WebhookResumed}.
     *
     * @throws Problem {@code administrators-only}; not-found; {@code webhook-does-not-rest}
     */
    public void resume(Actor by, long id) {
        requireMayLook(by);
        if (!table.isActive(id)) {
            throw Problem.notFound("webhook", String.valueOf(id));
        }
        if (!table.resume(id)) {
            throw Problem.conflict(
                    "webhook-does-not-rest",
                    "It does not rest",
                    "Its messages are being sent; there is nothing to resume");
        }
        events.publishEvent(new WebhookResumed(id));
    }

    public boolean mayChange(Actor by) {
        return by instanceof Actor.Program || by instanceof Actor.Staff staff && staff.isIn("camunda-admin");
    }

    /** Whether this actor sees what went out: operations too, for they are called when nothing does. */
    public boolean mayLook(Actor by) {
        return mayChange(by) || by instanceof Actor.Staff staff && staff.isIn("operations");
    }

    private void requireMayChange(Actor by) {
        if (!mayChange(by)) {
            throw Problem.forbidden("administrators-only", "Outside systems are connected by administrators");
        }
    }

    private void requireMayLook(Actor by) {
        if (!mayLook(by)) {
            throw Problem.forbidden(
                    "administrators-only", "Outside systems are looked after by administrators and operations");
        }
    }
}
