package io.tradeflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.inventory.PromisePlan.Line;
import io.tradeflow.inventory.PromisePlan.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The day lines arrive: with their last part, together or alone, and never before today. */
class PromisePlanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Map<String, Integer> TRANSIT = Map.of("PUN", 2, "CBE", 4);

    @Test
    void aLineArrivesWithItsLastPart() {
        Line line = line(1, "40", here("12", "PUN"), coming("28", "PUN", TODAY.plusDays(16), "PO-778"));

        Promise promise = plan(false, line).get(0);

        assertThat(promise.promisedOn()).isEqualTo(TODAY.plusDays(18));
        assertThat(promise.reason())
                .isEqualTo("12 of 40 from PUN now, 28 with PO-778 in PUN on 12 Dec 2026; 2 days on the way");
        assertThat(promise.buyerReason()).isEqualTo("12 of 40 now, 28 on 12 Dec 2026; 2 days on the way");
    }

    @Test
    void whatLeavesAsItGetsReadyHasADayPerLineAndWhatLeavesCompleteTheLatest() {
        Line soon = line(1, "5", here("5", "PUN"));
        Line late = line(2, "5", coming("5", "PUN", TODAY.plusDays(10), "PO-1"));

        assertThat(plan(false, soon, late))
                .extracting(Promise::promisedOn)
                .containsExactly(TODAY.plusDays(2), TODAY.plusDays(12));
        assertThat(plan(true, soon, late))
                .extracting(Promise::promisedOn)
                .containsExactly(TODAY.plusDays(12), TODAY.plusDays(12));
    }

    @Test
    void theFartherWarehouseDecidesAlsoWhenItIsReadyFirst() {
        Line line = line(1, "10", here("4", "CBE"), coming("6", "PUN", TODAY.plusDays(1), "PO-1"));

        Promise promise = plan(false, line).get(0);

        assertThat(promise.promisedOn()).isEqualTo(TODAY.plusDays(4));
        assertThat(promise.reason()).endsWith("; on the way: 4 days from CBE, 2 days from PUN");
        assertThat(promise.buyerReason()).endsWith("; up to 4 days on the way");
    }

    @Test
    void nothingIsPromisedForThePast() {
        Line line = line(1, "1", coming("1", "PUN", TODAY.minusDays(5), "PO-1"));

        assertThat(plan(false, line).get(0).promisedOn()).isEqualTo(TODAY.plusDays(2));
    }

    @Test
    void whereSomeIsNotKnownNoDayIsNamedForTheLineAndForAnOrderThatLeavesComplete() {
        Line known = line(1, "5", here("5", "PUN"));
        Line unknown = new Line(2, new BigDecimal("5"), List.of(here("2", "PUN")), BigDecimal.ZERO, List.of("PO-9"));

        List<Promise> asReady = plan(false, known, unknown);
        assertThat(asReady.get(0).promisedOn()).isEqualTo(TODAY.plusDays(2));
        assertThat(asReady.get(1).promisedOn()).isNull();
        assertThat(asReady.get(1).reason())
                .isEqualTo("2 of 5 from PUN now, for 3 no day is known yet (late: PO-9); 2 days on the way");
        assertThat(asReady.get(1).buyerReason()).doesNotContain("PO-9", "PUN");
        assertThat(plan(true, known, unknown)).extracting(Promise::promisedOn).containsOnlyNulls();
    }

    @Test
    void whatHasLeftIsNotPromisedAgain() {
        Line gone = new Line(1, BigDecimal.ZERO, List.of(), BigDecimal.TEN, List.of());
        Line part = new Line(2, new BigDecimal("4"), List.of(here("4", "PUN")), new BigDecimal("6"), List.of());

        List<Promise> promises = plan(true, gone, part);

        assertThat(promises).extracting(Promise::lineNo).containsExactly(2);
        assertThat(promises.get(0).reason()).startsWith("6 have left, 4 of 10 from PUN now");
    }

    @Test
    void aWarehouseWithoutKnownDaysSaysSo() {
        Promise promise = PromisePlan.of(List.of(line(1, "1", here("1", "GOA"))), false, TRANSIT, TODAY)
                .get(0);

        assertThat(promise.promisedOn()).isEqualTo(TODAY);
        assertThat(promise.reason()).isEqualTo("All from GOA now; days on the way are not known");
    }

    private static List<Promise> plan(boolean complete, Line... lines) {
        return PromisePlan.of(List.of(lines), complete, TRANSIT, TODAY);
    }

    private static Line line(int lineNo, String quantity, Part... parts) {
        return new Line(lineNo, new BigDecimal(quantity), List.of(parts), BigDecimal.ZERO, List.of());
    }

    private static Part here(String quantity, String warehouse) {
        return new Part(new BigDecimal(quantity), warehouse, null, null);
    }

    private static Part coming(String quantity, String warehouse, LocalDate on, String reference) {
        return new Part(new BigDecimal(quantity), warehouse, on, reference);
    }
}
