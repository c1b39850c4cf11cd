package io.tradeflow.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.SQLTransientConnectionException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A resource with an effect that can be counted, to try on it what all resources share. */
@TestComponent
@RestController
@RequestMapping("/api/v1/effects")
class Effects {

    enum Mode {
        ROAD,
        RAIL
    }

    record Line(@NotBlank String sku, @NotNull @Positive BigDecimal quantity) {}

    record Order(
            String name,
            Mode mode,
            LocalDate on,
            @JsonProperty(required = true) int count,
            List<@Valid @NotNull Line> lines) {}

    record Made(long id, String name) {}

    /** Set by a test that wants to hold a request in the middle of its work. */
    volatile CountDownLatch started = new CountDownLatch(0);

    volatile CountDownLatch goOn = new CountDownLatch(0);

    private final JdbcTemplate jdbc;

    Effects(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @PostMapping
    @Transactional
    public ResponseEntity<Made> make(@Valid @RequestBody Order order, Actor by) throws InterruptedException {
        Long id = jdbc.queryForObject("insert into effect (name) values (?) returning id", Long.class, order.name());
        started.countDown();
        if (!goOn.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Nobody let the request go on");
        }
        if ("crowded".equals(order.name())) {
            throw new CannotCreateTransactionException(
                    "secret", new SQLTransientConnectionException("no connection, secret"));
        }
        if ("refused".equals(order.name())) {
            throw Problem.conflict("refused", "Refused", "Refused after the effect");
        }
        if ("broken".equals(order.name())) {
            throw new IllegalStateException("secret of the house");
        }
        return ResponseEntity.created(URI.create("/api/v1/effects/" + id)).body(new Made(id, order.name()));
    }

    @PostMapping("/duplicate")
    @Transactional
    public void duplicate() {
        jdbc.update("insert into effect (id, name) select id, name from effect limit 1");
    }

    @GetMapping("/{id}")
    public Made one(@PathVariable long id) {
        throw Problem.notFound("effect", Long.toString(id));
    }

    @GetMapping
    public List<Made> some(@RequestParam int page, @RequestParam(required = false) Mode mode) {
        return List.of();
    }

    @GetMapping("/staff")
    public String staff(Actor.Staff by) {
        return by.userId();
    }

    @GetMapping("/buyers")
    public String buyers(Actor.BuyerUser by) {
        return by.buyerCode();
    }
}
