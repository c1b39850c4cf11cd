package io.tradeflow.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tradeflow.TradeflowTest;
import io.tradeflow.kernel.Money;
import io.tradeflow.party.BuyerPerson;
import io.tradeflow.party.BuyerRole;
import io.tradeflow.quotation.Quote;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is accepted, ordered and cancelled in whatever order: the balance is the sum of its rows and never above the limit. */
@TradeflowTest
class SpendingBookTest {

    private static final BigDecimal LIMIT = new BigDecimal("1000");
    private static final int STEPS = 60;

    @Autowired
    SpendingBook book;

    @Autowired
    JdbcClient jdbc;

    private BuyerPerson person;

    @BeforeEach
    void open() {
        String address = "s" + UUID.randomUUID().toString().substring(0, 12) + "@yamuna-retail.example";
        SignIns.open(jdbc, address, "Spender", "YAMUNA-RETAIL");
        person = new BuyerPerson(
                address, "Spender", "YAMUNA-RETAIL", Set.of(BuyerRole.BUYER), true, null, null, null, LIMIT);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void balanceIsTheSumOfItsRowsAfterAnySequence(long seed) {
        Random random = new Random(seed);
        List<Quote> quotes = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            switch (quotes.isEmpty() ? 0 : random.nextInt(5)) {
                case 0, 1 -> {
                    Quote quote = quote(1 + random.nextInt(400) + "." + random.nextInt(10));
                    BigDecimal before = sum("RESERVED").add(sum("SPENT"));
                    boolean fits = before.add(quote.grandTotal().amount()).compareTo(LIMIT) <= 0;
                    assertThat(book.reserve(person, quote)).isEqualTo(fits);
                    quotes.add(quote);
                }
                case 2 -> {
                    Quote quote = quote("5000");
                    book.reserveApproved(person.userId(), quote);
                    quotes.add(quote);
                }
                case 3 -> book.spend(any(quotes, random).number());
                default -> book.release(any(quotes, random).dealNumber());
            }
            agrees("seed " + seed + ", step " + step);
        }
    }

    @Test
    void manyAtOnceNeverGoAboveTheLimit() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int attempt = 0; attempt < 20; attempt++) {
            attempts.add(() -> book.reserve(person, quote("300")));
        }
        int fitted = 0;
        for (Future<Boolean> answer : threads.invokeAll(attempts)) {
            fitted += answer.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(fitted).isEqualTo(3);
        assertThat(sum("RESERVED")).isEqualByComparingTo("900");
        agrees("after all");
    }

    @Test
    void theDatabaseItselfRefusesABalanceAboveTheLimit() {
        book.reserve(person, quote("900"));
        assertThatThrownBy(() -> jdbc.sql("update spending_balance set spent = 101 where user_id = :user")
                        .param("user", person.userId())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("spending_within_limit");
    }

    private void agrees(String when) {
        assertThat(column("reserved")).as(when).isEqualByComparingTo(sum("RESERVED"));
        assertThat(column("spent")).as(when).isEqualByComparingTo(sum("SPENT"));
        assertThat(column("approved")).as(when).isEqualByComparingTo(approved());
        assertThat(column("reserved").add(column("spent"))).as(when).isLessThanOrEqualTo(LIMIT);
    }

    private BigDecimal column(String column) {
        return figure("select coalesce(sum(" + column + "), 0) from spending_balance where user_id = :user");
    }

    private BigDecimal sum(String state) {
        return figure("select coalesce(sum(amount), 0) from spending_reservation where not approved and state = '"
                + state + "' and user_id = :user");
    }

    private BigDecimal approved() {
        return figure("select coalesce(sum(amount), 0) from spending_reservation where approved and state <> 'RELEASED'"
                + " and user_id = :user");
    }

    private BigDecimal figure(String query) {
        return jdbc.sql(query)
                .param("user", person.userId())
                .query(BigDecimal.class)
                .single();
    }

    private static Quote any(List<Quote> quotes, Random random) {
        return quotes.get(random.nextInt(quotes.size()));
    }

    private static Quote quote(String total) {
        String serial = UUID.randomUUID().toString().substring(0, 12);
        Quote quote = mock(Quote.class);
        when(quote.number()).thenReturn("Q-" + serial);
        when(quote.dealNumber()).thenReturn("D-" + serial);
        when(quote.revision()).thenReturn(1);
        when(quote.currency()).thenReturn("INR");
        when(quote.grandTotal()).thenReturn(Money.of(total, "INR"));
        return quote;
    }
}
