package io.tradeflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Outside systems are told in order what there is; those that are down, slow or broken rest. */
class WebhookSenderTest {

    private static final Actor.Staff ADMIN = new Actor.Staff("admin", "Admin Demo", Set.of("camunda-admin"));
    private static final Actor.Staff OMKAR = new Actor.Staff("omkar", "Omkar Rane", Set.of("operations"));

    /** Of the room's clock, which stands still. */
    private static final Instant NOW = Instant.parse("2026-07-15T06:00:00Z");

    private static StockRoom room;
    private static StockWebhooks webhooks;
    private static WebhookSender sender;

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private final List<String> signed = new CopyOnWriteArrayList<>();
    private final AtomicInteger answer = new AtomicInteger(204);
    private HttpServer outside;
    private StockWebhooks.Added added;

    @BeforeAll
    static void open() {
        room = new StockRoom();
        webhooks = room.bean(StockWebhooks.class);
        sender = room.bean(WebhookSender.class);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @BeforeEach
    void connect() throws IOException {
        outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext("/stock", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            ids.add(exchange.getRequestHeaders().getFirst("X-Tradeflow-Event-Id"));
            signed.add(exchange.getRequestHeaders().getFirst("X-Tradeflow-Signature") + " "
                    + exchange.getRequestHeaders().getFirst("X-Tradeflow-Timestamp"));
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
        });
        outside.start();
        added = webhooks.add(ADMIN, "http://127.0.0.1:" + outside.getAddress().getPort() + "/stock");
    }

    @AfterEach
    void disconnect() {
        outside.stop(0);
        if (webhook().isPresent()) {
            webhooks.end(ADMIN, added.id());
        }
    }

    @Test
    void whatChangesIsToldOncePerProductAndSigned() {
        String sku = room.product();
        received(sku, "3");
        webhooks.queueChanges();
        room.receive("TN-1", sku, "B-1", null, "4");
        webhooks.queueChanges();
        webhooks.queueChanges();
        assertThat(webhook().orElseThrow().waiting()).as("told once for both").isOne();

        assertThat(tellAll()).isEmpty();

        assertThat(bodies)
                .singleElement()
                .asString()
                .contains("\"event\":\"stock.changed\"", "\"sku\":\"" + sku + "\"", ids.get(0))
                .contains("{\"warehouseCode\":\"MH-1\",\"onHand\":3,\"available\":3}")
                .contains("{\"warehouseCode\":\"TN-1\",\"onHand\":4,\"available\":4}");
        String[] last = signed.get(0).split(" ");
        assertThat(last[0])
                .isEqualTo("sha256=" + WebhookSender.signature(added.secret(), last[1] + "." + bodies.get(0)));
        assertThat(webhook().orElseThrow().waiting()).isZero();
    }

    @Test
    void aSecondTryIsTheSameEventUnlessTheFiguresAreOthers() {
        String sku = room.product();
        received(sku, "3");
        webhooks.queueChanges();
        answer.set(500);
        tellAll();
        tellAll();
        received(sku, "1");
        webhooks.queueChanges();
        assertThat(webhook().orElseThrow().waiting())
                .as("one that has not gone out")
                .isOne();
        answer.set(204);

        tellAll();

        assertThat(bodies).hasSize(3);
        assertThat(bodies.get(1)).isEqualTo(bodies.get(0));
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        assertThat(bodies.get(2)).contains("\"onHand\":4", ids.get(2));
        assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
        assertThat(webhook().orElseThrow().waiting()).isZero();
    }

    @Test
    void whatChangesBetweenComposingAndHandingOverIsToldNext() {
        String sku = room.product();
        received(sku, "3");
        webhooks.queueChanges();
        long first = sender.composeNext(added.id()).orElseThrow();
        received(sku, "1");
        webhooks.queueChanges();

        sender.deliver(first);
        assertThat(tellAll()).isEmpty();

        assertThat(bodies).hasSize(2);
        assertThat(bodies.get(0)).contains("\"onHand\":3");
        assertThat(bodies.get(1)).contains("\"onHand\":4");
        assertThat(webhook().orElseThrow().waiting()).isZero();
    }

    @Test
    void whatChangesWhileItIsToldIsToldNext() {
        String sku = room.product();
        received(sku, "3");
        webhooks.queueChanges();
        long first = sender.composeNext(added.id()).orElseThrow();
        WebhookDelivery underWay = delivery(first);
        received(sku, "1");
        webhooks.queueChanges();

        room.transaction.executeWithoutResult(
                status -> room.bean(WebhookTable.class).markSent(underWay));
        assertThat(tellAll()).isEmpty();

        assertThat(bodies).singleElement().asString().contains("\"onHand\":4");
        assertThat(delivery(first).payload()).as("what was handed over stays").contains("\"onHand\":3");
        assertThat(webhook().orElseThrow().waiting()).isZero();
    }

    @Test
    void whoIsSilentRestsLongerEachTimeAndCostsOneTryPerRest() {
        List<String> skus = List.of(room.product(), room.product(), room.product());
        skus.forEach(sku -> received(sku, "1"));
        webhooks.queueChanges();
        answer.set(503);

        assertThat(tellAll()).contains(NOW.plusSeconds(10));
        assertThat(bodies).as("the others are not tried").hasSize(1);
        assertThat(tellAll()).contains(NOW.plus(Duration.ofMinutes(1)));
        assertThat(tellAll()).contains(NOW.plus(Duration.ofMinutes(5)));
        for (int time = 0; time < 5; time++) {
            tellAll();
        }

        StockWebhook resting = webhook().orElseThrow();
        assertThat(resting.failures()).isEqualTo(8);
        assertThat(resting.restsUntil()).isEqualTo(NOW.plus(Duration.ofHours(6)));
        assertThat(resting.lastError()).contains("answers 503");
        assertThat(resting.waiting()).isEqualTo(3);
        assertThat(resting.failing()).isOne();
        assertThat(room.bean(WebhookTable.class).due())
                .as("nothing is started for it")
                .isEmpty();

        webhooks.resume(OMKAR, added.id());
        assertThat(room.bean(WebhookTable.class).due())
                .extracting(WebhookQueued::webhookId)
                .containsExactly(added.id());
        answer.set(200);
        tellAll();

        StockWebhook answering = webhook().orElseThrow();
        assertThat(answering.failures()).isZero();
        assertThat(answering.restsUntil()).isNull();
        assertThat(answering.lastError()).isNull();
        assertThat(answering.waiting()).isZero();
        assertThat(bodies.subList(8, 11))
                .satisfiesExactly(
                        first -> assertThat(first).contains(skus.get(0)),
                        second -> assertThat(second).contains(skus.get(1)),
                        third -> assertThat(third).contains(skus.get(2)));
        assertThatThrownBy(() -> webhooks.resume(OMKAR, added.id()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("webhook-does-not-rest"));
    }

    @Test
    void whoIsDownOrSlowRestsToo() throws IOException {
        received(room.product(), "1");
        outside.stop(0);
        webhooks.queueChanges();
        assertThat(tellAll()).isPresent();
        assertThat(webhook().orElseThrow().lastError()).contains("does not answer");

        // takes the call and says nothing
        try (ServerSocket slow = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            StockWebhooks.Added other = webhooks.add(ADMIN, "http://127.0.0.1:" + slow.getLocalPort() + "/");
            received(room.product(), "1");
            webhooks.queueChanges();
            long started = System.nanoTime();
            Instant until =
                    sender.deliver(sender.composeNext(other.id()).orElseThrow()).restsUntil();
            assertThat(until).isEqualTo(NOW.plusSeconds(10));
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
            webhooks.end(ADMIN, other.id());
        }
    }

    @Test
    void aMessageThatIsNotAcceptedDoesNotStopTheOthers() {
        String unknown = room.product();
        String known = room.product();
        received(unknown, "1");
        received(known, "1");
        webhooks.queueChanges();
        answer.set(422);
        sender.deliver(sender.composeNext(added.id()).orElseThrow());
        answer.set(200);

        assertThat(tellAll()).isEmpty();

        assertThat(bodies).hasSize(2);
        assertThat(bodies.get(1)).contains(known);
        StockWebhook webhook = webhook().orElseThrow();
        assertThat(webhook.failures()).isZero();
        assertThat(webhook.waiting()).isOne();
        assertThat(webhooks.latest(ADMIN).get(0))
                .satisfies(set -> assertThat(set.sku()).isEqualTo(unknown))
                .satisfies(set -> assertThat(set.notBefore()).isEqualTo(NOW.plusSeconds(10)))
                .satisfies(set -> assertThat(set.lastError()).contains("answers 422"));
    }

    @Test
    void nothingIsToldToAnEndedOne() {
        received(room.product(), "1");
        webhooks.queueChanges();
        long composed = sender.composeNext(added.id()).orElseThrow();
        webhooks.end(ADMIN, added.id());

        sender.deliver(composed);

        assertThat(sender.composeNext(added.id())).isEmpty();
        assertThat(bodies).isEmpty();
        assertThatThrownBy(() -> webhooks.resume(OMKAR, added.id()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
        assertThatThrownBy(() -> webhooks.resume(StockRoom.RAVI, added.id()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("administrators-only"));
    }

    /** As the process does: message after message until none is left or the system rests; gives until when. */
    private Optional<Instant> tellAll() {
        Optional<Long> next = sender.composeNext(added.id());
        while (next.isPresent()) {
            Instant restsUntil = sender.deliver(next.get()).restsUntil();
            if (restsUntil != null) {
                return Optional.of(restsUntil);
            }
            next = sender.composeNext(added.id());
        }
        return Optional.empty();
    }

    private static void received(String sku, String quantity) {
        room.receive("MH-1", sku, "B-1", null, quantity);
    }

    private Optional<StockWebhook> webhook() {
        return webhooks.active(ADMIN).stream()
                .filter(one -> one.id() == added.id())
                .findFirst();
    }

    private static WebhookDelivery delivery(long id) {
        return room.bean(WebhookTable.class).delivery(id).orElseThrow();
    }
}
