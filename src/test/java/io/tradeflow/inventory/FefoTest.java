package io.tradeflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.inventory.Fefo.Candidate;
import io.tradeflow.inventory.Fefo.Need;
import io.tradeflow.inventory.Fefo.Take;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FefoTest {

    private static final Instant MONDAY = Instant.parse("2026-07-13T06:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-07-14T06:00:00Z");

    @Test
    void takesTheEarliestExpiryFirstThenReceiptBinAndId() {
        List<Candidate> candidates = List.of(
                in("MH-1", 1, "A", null, MONDAY, "A-01", "1"),
                in("MH-1", 2, "A", "2026-12-31", TUESDAY, "A-01", "1"),
                in("MH-1", 3, "A", "2026-12-31", MONDAY, "B-01", "1"),
                in("MH-1", 4, "A", "2026-12-31", MONDAY, "A-01", "1"),
                in("MH-1", 6, "A", "2026-08-31", TUESDAY, "C-01", "1"),
                in("MH-1", 5, "A", "2026-12-31", MONDAY, "A-01", "1"));

        List<Take> takes = plan(List.of(need(1, "A", "6")), candidates, "MH-1");

        assertThat(takes).extracting(Take::balanceId).containsExactly(6L, 4L, 5L, 3L, 2L, 1L);
    }

    @Test
    void takesOneWarehouseThatServesAllRatherThanTwo() {
        List<Candidate> candidates = List.of(
                in("MH-1", 1, "A", null, MONDAY, null, "10"),
                in("TN-1", 2, "A", null, MONDAY, null, "10"),
                in("TN-1", 3, "B", null, MONDAY, null, "5"));

        List<Take> takes = plan(List.of(need(1, "A", "4"), need(2, "B", "5")), candidates, "MH-1");

        assertThat(takes).containsExactly(take(1, 2, "4"), take(2, 3, "5"));
    }

    @Test
    void takesThePreferredWarehouseWhereItServesAllToo() {
        List<Candidate> candidates =
                List.of(in("MH-1", 1, "A", null, MONDAY, null, "4"), in("TN-1", 2, "A", null, MONDAY, null, "4"));

        assertThat(plan(List.of(need(1, "A", "4")), candidates, "TN-1")).containsExactly(take(1, 2, "4"));
    }

    @Test
    void fallsBackToTheOthersWhereNoneServesAll() {
        List<Candidate> candidates = List.of(
                in("MH-1", 1, "A", "2026-08-31", MONDAY, null, "6"),
                in("TN-1", 2, "A", "2026-12-31", MONDAY, null, "3.5"));

        List<Take> takes = plan(List.of(need(1, "A", "10")), candidates, "TN-1");

        assertThat(takes).containsExactly(take(1, 2, "3.5"), take(1, 1, "6"));
    }

    @Test
    void twoLinesOfOneProductShareWhatIsThere() {
        List<Candidate> candidates = List.of(in("MH-1", 1, "A", null, MONDAY, null, "5"));

        List<Take> takes = plan(List.of(need(1, "A", "3"), need(2, "A", "3")), candidates, "MH-1");

        assertThat(takes).containsExactly(take(1, 1, "3"), take(2, 1, "2"));
    }

    @Test
    void givesNothingWhereNothingIsThere() {
        assertThat(plan(List.of(need(1, "A", "3")), List.of(), "MH-1")).isEmpty();
    }

    /** All warehouses suit alike, the preferred one comes first. */
    private static List<Take> plan(List<Need> needs, List<Candidate> candidates, String preferred) {
        List<WarehouseSuit> judged = candidates.stream()
                .map(Candidate::warehouseCode)
                .distinct()
                .map(code -> new WarehouseSuit(code, true, BigDecimal.ZERO, null, ""))
                .toList();
        return SplitPlan.of(needs, candidates, judged, Routing.from(preferred)).takes();
    }

    private static Need need(int line, String sku, String quantity) {
        return new Need(line, sku, new BigDecimal(quantity));
    }

    private static Take take(int line, long balance, String quantity) {
        return new Take(line, balance, new BigDecimal(quantity));
    }

    private static Candidate in(
            String warehouse, long id, String sku, String expiresOn, Instant receivedAt, String bin, String available) {
        return new Candidate(
                id,
                warehouse,
                sku,
                expiresOn == null ? null : LocalDate.parse(expiresOn),
                receivedAt,
                bin,
                new BigDecimal(available));
    }
}
