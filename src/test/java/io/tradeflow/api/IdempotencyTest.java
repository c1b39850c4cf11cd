package io.tradeflow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.tradeflow.kernel.Actor;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;

/** Key, effect and stored answer stand or fall together, on a real database. */
class IdempotencyTest {

    private static ApiProgram program;

    @BeforeAll
    static void start() {
        program = new ApiProgram();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @BeforeEach
    void clear() {
        program.clear();
        program.effects.started = new CountDownLatch(0);
        program.effects.goOn = new CountDownLatch(0);
    }

    @Test
    void theSameRequestAgainIsAnsweredFromTheRecord() throws Exception {
        MockHttpServletResponse first = send("key-1", "one", ApiProgram.ASHA);
        MockHttpServletResponse again = send("key-1", "one", ApiProgram.ASHA);

        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(first.getHeader("Idempotency-Replayed")).isNull();
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getHeader("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.getHeader("Location"))
                .isEqualTo(first.getHeader("Location"))
                .isNotBlank();
        assertThat(again.getContentType()).isEqualTo(first.getContentType());
        assertThat(again.getContentAsString())
                .isEqualTo(first.getContentAsString())
                .contains("\"one\"");
        assertThat(program.count()).isEqualTo(1);
    }

    @Test
    void withoutAKeyEveryRequestTakesEffect() throws Exception {
        send(null, "one", ApiProgram.ASHA);
        send(null, "one", ApiProgram.ASHA);

        assertThat(program.count()).isEqualTo(2);
    }

    @Test
    void theKeyOfAnotherRequestIsRefused() throws Exception {
        send("key-1", "one", ApiProgram.ASHA);
        MockHttpServletResponse other = send("key-1", "two", ApiProgram.ASHA);

        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(other.getContentType()).isEqualTo("application/problem+json");
        assertThat(other.getContentAsString()).contains("https://tradeflow.io/problems/idempotency-key-reused");
        assertThat(program.count()).isEqualTo(1);
    }

    @Test
    void keysOfDifferentPeopleDoNotMeet() throws Exception {
        send("key-1", "one", ApiProgram.ASHA);
        MockHttpServletResponse hers = send("key-1", "one", ApiProgram.PRIYA);

        assertThat(hers.getHeader("Idempotency-Replayed")).isNull();
        assertThat(program.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused", "broken"})
    void whatIsRefusedLeavesNeitherEffectNorKey(String name) throws Exception {
        MockHttpServletResponse refused = send("key-1", name, ApiProgram.ASHA);
        assertThat(refused.getStatus()).isGreaterThanOrEqualTo(400);
        assertThat(program.count()).isZero();

        MockHttpServletResponse mended = send("key-1", "mended", ApiProgram.ASHA);
        assertThat(mended.getStatus()).isEqualTo(201);
        assertThat(mended.getHeader("Idempotency-Replayed")).isNull();
        assertThat(program.count()).isEqualTo(1);
    }

    @Test
    void aParallelRequestWaitsAndGetsTheSameAnswer() throws Exception {
        program.effects.started = new CountDownLatch(1);
        program.effects.goOn = new CountDownLatch(1);
        CompletableFuture<MockHttpServletResponse> first = inBackground("key-1", "one");
        assertThat(program.effects.started.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<MockHttpServletResponse> second = inBackground("key-1", "one");
        awaitLockedTransaction();
        assertThat(second).isNotDone();
        program.effects.goOn.countDown();

        String answer = first.get(10, TimeUnit.SECONDS).getContentAsString();
        assertThat(second.get(10, TimeUnit.SECONDS).getContentAsString()).isEqualTo(answer);
        assertThat(second.get().getHeader("Idempotency-Replayed")).isEqualTo("true");
        assertThat(program.count()).isEqualTo(1);
    }

    @Test
    void afterAFailedFirstTheWaitingRequestDoesTheWork() throws Exception {
        program.effects.started = new CountDownLatch(1);
        program.effects.goOn = new CountDownLatch(1);
        CompletableFuture<MockHttpServletResponse> first = inBackground("key-1", "refused");
        assertThat(program.effects.started.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<MockHttpServletResponse> second = inBackground("key-1", "one");
        awaitLockedTransaction();
        program.effects.goOn.countDown();

        assertThat(first.get(10, TimeUnit.SECONDS).getStatus()).isEqualTo(409);
        assertThat(second.get(10, TimeUnit.SECONDS).getStatus()).isEqualTo(201);
        assertThat(program.count()).isEqualTo(1);
    }

    @Test
    void anExpiredKeyIsFree() throws Exception {
        send("key-1", "one", ApiProgram.ASHA);
        program.clock.advance(Duration.ofDays(2));
        MockHttpServletResponse later = send("key-1", "two", ApiProgram.ASHA);

        assertThat(later.getStatus()).isEqualTo(201);
        assertThat(program.count()).isEqualTo(2);
    }

    @Test
    void expiredKeysAreForgotten() throws Exception {
        send("key-1", "one", ApiProgram.ASHA);
        program.clock.advance(Duration.ofHours(47));
        send("key-2", "two", ApiProgram.ASHA);
        program.keys.forgetExpired();
        assertThat(keptKeys()).isEqualTo(2);

        program.clock.advance(Duration.ofHours(1));
        program.keys.forgetExpired();
        assertThat(keptKeys()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "with space",
                "ünïcode",
                "0123456789012345678901234567890123456789012345678901234567890123456789012345678901"
            })
    void aKeyOfAnotherShapeIsRefused(String key) throws Exception {
        MockHttpServletResponse refused = send(key, "one", ApiProgram.ASHA);

        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString()).contains("Idempotency-Key");
        assertThat(program.count()).isZero();
    }

    private static int keptKeys() {
        return program.jdbc.queryForObject("select count(*) from idempotency_key", Integer.class);
    }

    private static CompletableFuture<MockHttpServletResponse> inBackground(String key, String name) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return send(key, name, ApiProgram.ASHA);
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    /** Until the database says that somebody waits for somebody. */
    private static void awaitLockedTransaction() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < end) {
            Integer waiting = program.jdbc.queryForObject(
                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock'", Integer.class);
            if (waiting > 0) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("The second request did not wait for the first");
    }

    private static MockHttpServletResponse send(String key, String name, Actor by) throws Exception {
        var request = post("/api/v1/effects")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"" + name + "\",\"count\":1}")
                .with(ApiProgram.by(by));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return program.http.perform(request).andReturn().getResponse();
    }
}
