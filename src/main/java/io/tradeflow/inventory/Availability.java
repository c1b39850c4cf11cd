package io.tradeflow.inventory;

import io.tradeflow.inventory.WaitingLines.Waiting;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells what of products can be promised now and on later days. */
@Service
@Transactional(readOnly = true)
public class Availability {

    private final StockBooks books;
    private final ExpectedReceiptTable expected;
    private final WaitingLines waiting;
    private final Clock clock;

    Availability(StockBooks books, ExpectedReceiptTable expected, WaitingLines waiting, Clock clock) {
        this.books = books;
        this.expected = expected;
        this.waiting = waiting;
        this.clock = clock;
    }

    /** By SKU, one for each that is asked for; three round trips whatever their number. */
    public Map<String, StockForecast> of(Collection<String> skus) {
        return of(skus, order -> true);
    }

    /** As an order sees it that is served after those the condition is true for. */
    Map<String, StockForecast> of(Collection<String> skus, Predicate<Waiting> isServedBefore) {
        Set<String> asked = new HashSet<>(skus);
        if (asked.isEmpty()) {
            return Map.of();
        }
        LocalDate today = LocalDate.now(clock);
        Map<String, List<Fefo.Candidate>> free =
                books.usable(asked, today).stream().collect(Collectors.groupingBy(Fefo.Candidate::sku));
        Map<String, List<ExpectedReceipt>> coming =
                expected.open(asked).stream().collect(Collectors.groupingBy(ExpectedReceipt::sku));
        List<Waiting> before =
                waiting.forSkus(asked).stream().filter(isServedBefore).toList();
        return asked.stream()
                .collect(Collectors.toMap(
                        sku -> sku,
                        sku -> StockForecast.of(
                                sku,
                                free.getOrDefault(sku, List.of()),
                                coming.getOrDefault(sku, List.of()),
                                waited(before, sku, false),
                                waited(before, sku, true),
                                today)));
    }

    private static BigDecimal waited(List<Waiting> before, String sku, boolean allAtOnce) {
        return before.stream()
                .filter(one -> one.sku().equals(sku) && one.allAtOnce() == allAtOnce)
                .map(Waiting::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
