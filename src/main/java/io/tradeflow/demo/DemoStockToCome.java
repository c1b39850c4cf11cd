package io.tradeflow.demo;

import io.tradeflow.inventory.ExpectedGoods;
import io.tradeflow.inventory.ExpectedReceipt;
import io.tradeflow.inventory.ExpectedReceipts;
import io.tradeflow.inventory.TransitTime;
import io.tradeflow.inventory.TransitTimes;
import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Goods the demo company expects, and how long its goods are on the way. */
@Component
@Profile("demo")
class DemoStockToCome {

    private final ExpectedReceipts expected;
    private final TransitTimes transit;

    DemoStockToCome(ExpectedReceipts expected, TransitTimes transit) {
        this.expected = expected;
        this.transit = transit;
    }

    /** A line of {@code transit-times.csv}. */
    record TransitLine(String warehouse, String pinPrefix, String stateCode, int days) {}

    /** A line of {@code expected-receipts.csv}; the day counts from the day of loading. */
    record ExpectedLine(
            String reference,
            String warehouse,
            String sku,
            BigDecimal quantity,
            int inDays,
            ExpectedReceipt.Source source) {}

    void load(DemoFiles files, LocalDate today) {
        files.transitTimes()
                .forEach(line -> transit.add(
                        Actor.PROGRAM,
                        new TransitTime(
                                null, line.warehouse(), line.pinPrefix(), line.stateCode(), line.days(), today, null)));
        expected.announce(
                Actor.PROGRAM,
                files.expectedReceipts().stream()
                        .map(line -> new ExpectedGoods(
                                line.reference(),
                                line.warehouse(),
                                line.sku(),
                                line.quantity(),
                                today.plusDays(line.inDays()),
                                line.source()))
                        .toList());
    }
}
