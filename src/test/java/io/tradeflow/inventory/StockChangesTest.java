package io.tradeflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.tradeflow.kernel.Actor;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Outside systems follow the ledger and are told of changes. */
class StockChangesTest {

    private static final Actor.Staff ADMIN = new Actor.Staff("admin", "Admin Demo", Set.of("camunda-admin"));

    private static StockRoom room;
    private static StockChanges changes;

    @BeforeAll
    static void open() {
        room = new StockRoom();
        changes = room.bean(StockChanges.class);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void whatBecomesVisibleLateIsNotMissed() {
        String early = room.product();
        String late = room.product();
        room.receive("MH-1", early, "B-1", null, "1");
        room.receive("MH-1", late, "B-1", null, "1");
        long start = changes.last();
        List<StockChange> between = new ArrayList<>();

        room.transaction.executeWithoutResult(open -> {
            room.receive("MH-1", late, "B-1", null, "2");
            inAnotherTransaction(() -> room.receive("MH-1", early, "B-1", null, "3"));
            // twice, so that the floor would rise if it could
            inAnotherTransaction(() -> changes.after(start, 100));
            inAnotherTransaction(() -> between.addAll(changes.after(start, 100)));
        });
        long seen = between.get(between.size() - 1).position();
        List<StockChange> rest = changes.after(seen, 100);

        assertThat(between).extracting(change -> change.entry().sku()).containsExactly(early);
        assertThat(rest).extracting(change -> change.entry().sku()).containsExactly(late);
        assertThat(rest.get(0).position()).isEqualTo(seen + 1);
        assertThat(rest.get(0).entry().id())
                .as("its id was handed out before the other's")
                .isLessThan(between.get(0).entry().id());
    }

    @Test
    void whoFollowsWhileManyBookMissesNothingAndSeesNothingTwice() throws Exception {
        List<String> skus = List.of(room.product(), room.product(), room.product());
        skus.forEach(sku -> room.receive("MH-1", sku, "B-1", null, "1"));
        long start = changes.last();
        ExecutorService people = Executors.newFixedThreadPool(8);
        AtomicInteger done = new AtomicInteger();
        List<Future<?>> booked = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String sku = skus.get(i % 3);
            booked.add(people.submit(() -> {
                room.receive("MH-1", sku, "B-1", null, "1");
                done.incrementAndGet();
            }));
        }
        List<Long> positions = new ArrayList<>();
        Set<Long> movements = new HashSet<>();
        long after = start;
        while (movements.size() < 120) {
            for (StockChange change : changes.after(after, 7)) {
                positions.add(change.position());
                assertThat(movements.add(change.entry().id())).isTrue();
                after = change.position();
            }
        }
        for (Future<?> one : booked) {
            one.get();
        }
        people.shutdown();

        assertThat(done).hasValue(120);
        assertThat(positions).hasSize(120);
        for (int i = 0; i < positions.size(); i++) {
            assertThat(positions.get(i)).isEqualTo(start + i + 1);
        }
        assertThat(changes.after(after, 10)).isEmpty();
    }

    @Test
    void aWebhookIsToldOncePerProductSignedAndAgainUntilItAnswers() throws IOException {
        List<String> bodies = new CopyOnWriteArrayList<>();
        List<String> signed = new CopyOnWriteArrayList<>();
        List<String> ids = new CopyOnWriteArrayList<>();
        AtomicInteger answer = new AtomicInteger(503);
        HttpServer outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext("/stock", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            bodies.add(body);
            ids.add(exchange.getRequestHeaders().getFirst("X-Tradeflow-Event-Id"));
            signed.add(exchange.getRequestHeaders().getFirst("X-Tradeflow-Signature") + " "
                    + exchange.getRequestHeaders().getFirst("X-Tradeflow-Timestamp"));
            exchange.sendResponseHeaders(answer.get(), -1);
            exchange.close();
        });
        outside.start();
        StockWebhooks webhooks = room.bean(StockWebhooks.class);
        WebhookSender sender = room.bean(WebhookSender.class);
        String sku = room.product();
        room.receive("MH-1", sku, "B-0", null, "100");
        StockWebhooks.Added added =
                webhooks.add(ADMIN, "http://127.0.0.1:" + outside.getAddress().getPort() + "/stock");
        try {
            room.receive("MH-1", sku, "B-1", null, "3");
            webhooks.queueChanges();
            room.receive("TN-1", sku, "B-1", null, "4");
            webhooks.queueChanges();
            webhooks.queueChanges();

            List<WebhookDelivery> waiting = webhooks.latest(ADMIN);
            assertThat(waiting).as("told once for both").hasSize(1);
            long id = waiting.get(0).id();
            sender.compose(id);
            assertThatThrownBy(() -> sender.deliver(id))
                    .isInstanceOf(WebhookNotDelivered.class)
                    .hasMessageContaining("answers 503")
                    .hasMessageContaining(sku);
            assertThat(webhooks.latest(ADMIN).get(0))
                    .extracting(WebhookDelivery::attempts, WebhookDelivery::sentAt)
                    .containsExactly(1, null);

            // what changes after it was composed is told apart
            room.receive("MH-1", sku, "B-1", null, "1");
            webhooks.queueChanges();
            assertThat(webhooks.latest(ADMIN)).hasSize(2);

            answer.set(204);
            sender.deliver(id);
            sender.deliver(id);

            assertThat(bodies).hasSize(2);
            assertThat(ids)
                    .containsExactly(
                            waiting.get(0).eventId().toString(),
                            waiting.get(0).eventId().toString());
            assertThat(bodies.get(1))
                    .isEqualTo(bodies.get(0))
                    .contains("\"event\":\"stock.changed\"", "\"sku\":\"" + sku + "\"")
                    .contains("{\"warehouseCode\":\"MH-1\",\"onHand\":103,\"available\":103}")
                    .contains("{\"warehouseCode\":\"TN-1\",\"onHand\":4,\"available\":4}");
            String[] last = signed.get(1).split(" ");
            assertThat(last[0])
                    .isEqualTo("sha256=" + WebhookSender.signature(added.secret(), last[1] + "." + bodies.get(1)));
            assertThat(webhooks.active(ADMIN))
                    .filteredOn(one -> one.id() == added.id())
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.waiting()).isEqualTo(1);
                        assertThat(one.failing()).isZero();
                    });
        } finally {
            webhooks.end(ADMIN, added.id());
            outside.stop(0);
        }
        long unsent = room.jdbc
                .sql("select id from stock_webhook_delivery where sent_at is null and webhook_id = :id")
                .param("id", added.id())
                .query(Long.class)
                .single();
        sender.compose(unsent);
        sender.deliver(unsent);
        assertThat(bodies).as("nothing is told to an ended one").hasSize(2);
    }

    @Test
    void onlyAdministratorsConnectAndOnlyToAddresses() {
        StockWebhooks webhooks = room.bean(StockWebhooks.class);

        assertThatThrownBy(() -> webhooks.add(StockRoom.RAVI, "https://erp.example/stock"))
                .extracting("slug")
                .isEqualTo("administrators-only");
        for (String url :
                List.of("", "erp.example", "ftp://erp.example/", "https://user:pw@erp.example/", "https:// x")) {
            assertThatThrownBy(() -> webhooks.add(ADMIN, url))
                    .as(url)
                    .extracting("slug")
                    .isEqualTo("invalid-webhook");
        }
    }

    @Test
    void thousandsOfRowsAreCountedAtOnceAllOrNone() {
        String sku = room.product();
        List<CountedStock> rows = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            rows.add(counted(sku, "B-" + i, "5"));
        }
        room.bean(StockCounts.class).book(StockRoom.RAVI, "WMS-1", rows);
        assertThat(room.sum("on_hand", sku)).isEqualByComparingTo("15000");

        List<CountedStock> wrong = new ArrayList<>(rows.subList(0, 10));
        wrong.add(counted(sku, "B-0", "4"));
        wrong.add(counted(sku, "B-X", "-1"));
        assertThatThrownBy(() -> room.bean(StockCounts.class).book(StockRoom.RAVI, "WMS-2", wrong))
                .extracting("violations")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .extracting("field")
                .containsExactly("lines[10].sku", "lines[11].quantity");
        assertThat(room.sum("on_hand", sku)).isEqualByComparingTo("15000");
        assertThat(room.stock.reconcile()).isEmpty();
    }

    private static CountedStock counted(String sku, String batch, String quantity) {
        return new CountedStock("MH-1", sku, batch, null, null, "A-1", new BigDecimal(quantity), "Counted outside");
    }

    private static void inAnotherTransaction(Runnable work) {
        Thread other = new Thread(work);
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
