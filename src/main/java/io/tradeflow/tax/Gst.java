package io.tradeflow.tax;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/** Place of supply, heads, rates of the day, computation and rounding of GST. */
@Service
public class Gst {

    /** How long rates are used without looking at the table, where another copy of the program may have changed them. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final GstRates rates;
    private final Clock clock;
    private volatile Loaded loaded;

    Gst(GstRates rates, Clock clock) {
        this.rates = rates;
        this.clock = clock;
    }

    /** @throws io.tradeflow.kernel.Problem {@code tax-rate-missing} naming each line whose HSN has no rate on that day */
    public TaxComputation compute(Supply supply) {
        RateTable table = table();
        // a rate that is missing may have been entered since by another copy of the program: look again before refusing
        return TaxRules.compute(
                supply, hasAll(table, supply.on(), supply.lines().stream().map(Supply.Line::hsn)) ? table : reload());
    }

    /**
     * Values, taxes and rounds a whole document.
     *
     * @throws io.tradeflow.kernel.Problem {@code supply-invalid}, {@code tax-rate-missing}; as {@link TaxDecision#of}
     */
    public TaxedSupply compute(PricedSupply priced) {
        RateTable table = table();
        boolean complete = hasAll(
                table, priced.circumstances().on(), priced.items().stream().map(PricedSupply.Item::hsn));
        return TaxedSupply.of(priced, complete ? table : reload());
    }

    private static boolean hasAll(RateTable table, LocalDate on, Stream<String> hsnCodes) {
        return hsnCodes.allMatch(hsn -> table.rate(hsn, on).isPresent());
    }

    /** The rate of these goods on that day, empty where none is known. */
    public Optional<GstRate> rate(String hsn, LocalDate on) {
        return table().rate(hsn, on).or(() -> reload().rate(hsn, on));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(GstRateChanged change) {
        loaded = null;
    }

    private RateTable table() {
        Loaded current = loaded;
        return current != null && current.isFreshAt(clock.instant()) ? current.table() : reload();
    }

    private RateTable reload() {
        RateTable table = new RateTable(rates.all());
        loaded = new Loaded(table, clock.instant());
        return table;
    }

    private record Loaded(RateTable table, Instant at) {

        boolean isFreshAt(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
        }
    }
}
