package io.tradeflow.fulfilment;

import io.tradeflow.inventory.Bins;
import io.tradeflow.inventory.CountedStock;
import io.tradeflow.inventory.StockCounts;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bins in which less lay than the books said: somebody counts them, and the books follow. */
@Service
@Transactional
public class CountRequests {

    /** @param missing what the picker did not find and was written off */
    public record CountRequest(
            long id,
            String warehouseCode,
            String zone,
            String bin,
            String sku,
            String name,
            String batch,
            LocalDate manufacturedOn,
            LocalDate expiresOn,
            BigDecimal onHand,
            BigDecimal missing,
            String unit,
            String shipmentNumber,
            String reason,
            Instant requestedAt) {}

    private static final String OPEN =
            """
            select c.id, s.warehouse_code, n.zone, s.bin, s.sku, p.name, s.batch, b.manufactured_on, b.expires_on, s.on_hand,
                   c.missing, p.unit, c.shipment_number, c.reason, c.requested_at
            from count_request c
              join stock_balance s on s.id = c.balance_id
              join batch b on b.sku = s.sku and b.batch = s.batch
              join product p on p.sku = s.sku
              left join bin n on n.warehouse_code = s.warehouse_code and n.code = s.bin
            where c.counted_at is null
            """;

    private final JdbcClient jdbc;
    private final StockCounts counts;
    private final Bins bins;
    private final Clock clock;

    CountRequests(JdbcClient jdbc, StockCounts counts, Bins bins, Clock clock) {
        this.jdbc = jdbc;
        this.counts = counts;
        this.bins = bins;
        this.clock = clock;
    }

    /** Open ones in the order in which the bins are walked. */
    @Transactional(readOnly = true)
    public List<CountRequest> open() {
        return jdbc.sql(OPEN + "order by s.warehouse_code, n.zone, n.pick_sequence, s.bin, c.id")
                .query(CountRequest.class)
                .list();
    }

    /** Asks for a count where less was found, by allocation. */
    void ask(String shipmentNumber, Map<Long, BigDecimal> missingByAllocation, String reason) {
        missingByAllocation.forEach((allocation, missing) -> jdbc.sql(
                        """
                        insert into count_request (balance_id, shipment_number, missing, reason, requested_at)
                        select balance_id, :shipment, :missing, :reason, :now from allocation where id = :allocation
                        """)
                .param("shipment", shipmentNumber)
                .param("missing", missing)
                .param("reason", reason)
                .param("now", OffsetDateTime.now(clock))
                .param("allocation", allocation)
                .update());
    }

    /**
     * Books what was counted, promised goods included, and closes all requests for the same goods.
     *
     * @throws Problem {@code warehouse-only}, not-found where it is counted already, {@code invalid-count}
     */
    public void count(Actor by, long id, BigDecimal quantity) {
        if (!bins.mayKeep(by)) {
            throw Problem.forbidden("warehouse-only", "Stock is counted by the warehouse and the stock planners");
        }
        CountRequest request = jdbc.sql(OPEN + "and c.id = :id")
                .param("id", id)
                .query(CountRequest.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("open count", String.valueOf(id)));
        counts.book(
                by,
                request.shipmentNumber(),
                List.of(new CountedStock(
                        request.warehouseCode(),
                        request.sku(),
                        request.batch().isEmpty() ? null : request.batch(),
                        request.manufacturedOn(),
                        request.expiresOn(),
                        request.bin(),
                        quantity,
                        "Counted after " + request.reason())));
        jdbc.sql(
                        """
                        update count_request set counted_by = :by, counted_at = :now
                        where counted_at is null
                          and balance_id = (select balance_id from count_request where id = :id)
                        """)
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
    }
}
