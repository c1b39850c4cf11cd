package io.tradeflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.tradeflow.inventory.StockAdjustment.Kind;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Stock corrected for a reason, and goods in quarantine. */
class StockAdjustmentsTest {

    private static final Actor.Staff LATA = new Actor.Staff("lata", "Lata", Set.of("quality"));

    private static StockRoom room;
    private static StockAdjustments adjustments;
    private static int serial;

    @BeforeAll
    static void open() {
        room = new StockRoom();
        adjustments = room.bean(StockAdjustments.class);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void nothingGoesBelowWhatIsPromisedOrHeldBack() {
        String sku = room.product();
        room.receive("MH-1", sku, "B-1", null, "100");
        room.allocations.allocate(room.order(sku, "30"), "MH-1");
        book(Kind.HOLD_BACK, "DAMAGED", sku, "20");

        book(Kind.ADJUSTMENT, "LOST", sku, "-50");
        assertThat(room.sum("on_hand", sku)).isEqualByComparingTo("50");
        assertThatThrownBy(() -> book(Kind.ADJUSTMENT, "LOST", sku, "-1"))
                .extracting("violations", list(Problem.Violation.class))
                .extracting("field", "message")
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "lines[0].quantity", "Only 0 are free; the rest is promised or held back"));
        assertThatThrownBy(() -> book(Kind.HOLD_BACK, "DAMAGED", sku, "1")).isInstanceOf(Problem.class);
        assertThat(room.sum("on_hand", sku)).isEqualByComparingTo("50");
        assertThat(room.stock.reconcile()).isEmpty();
    }

    @Test
    void heldBackGoodsAreReleasedOrScrapped() {
        String sku = room.product();
        room.receive("MH-1", sku, "B-1", null, "10");
        book(Kind.HOLD_BACK, "INSPECTION", sku, "8");
        assertThat(room.stock.available(List.of(sku)).get(sku)).isEqualByComparingTo("2");

        int arrivals = room.arrivals().size();
        book(Kind.RELEASE, "SOUND", sku, "5");
        assertThat(room.arrivals()).hasSize(arrivals + 1);
        assertThat(room.stock.available(List.of(sku)).get(sku)).isEqualByComparingTo("7");

        book(Kind.SCRAP, "DAMAGED", sku, "3");
        assertThat(room.sum("on_hand", sku)).isEqualByComparingTo("7");
        assertThat(room.sum("quarantined", sku)).isZero();
        assertThatThrownBy(() -> book(Kind.SCRAP, "DAMAGED", sku, "1")).isInstanceOf(Problem.class);
        assertThat(room.stock.reconcile()).isEmpty();
    }

    @Test
    void theSameReferenceIsBookedOnceAndTheLedgerKnowsWhoAndWhy() {
        String sku = room.product();
        room.receive("MH-1", sku, "B-1", null, "1");
        StockAdjustment found = new StockAdjustment(
                "ADJ-ONCE",
                Kind.ADJUSTMENT,
                "MH-1",
                "FOUND",
                "behind the rack",
                List.of(new StockAdjustment.Line(sku, "B-1", new BigDecimal("4"))));

        adjustments.book(StockRoom.RAVI, found);
        adjustments.book(StockRoom.RAVI, found);

        assertThat(room.sum("on_hand", sku)).isEqualByComparingTo("5");
        assertThat(room.jdbc
                        .sql("select reason || ' / ' || booked_by from stock_ledger where reference = 'ADJ-ONCE'")
                        .query(String.class)
                        .list())
                .containsExactly("Found: behind the rack / Ravi Shinde");
        assertThat(adjustments.latest(0, 50))
                .filteredOn(booked -> booked.adjustment().reference().equals("ADJ-ONCE"))
                .singleElement()
                .extracting("reason", "by")
                .containsExactly("Found", "Ravi Shinde");
    }

    @Test
    void aReasonExplainsOnlyWhatItIsMeantForAndQualityCorrectsNothing() {
        String sku = room.product();
        room.receive("MH-1", sku, "B-1", null, "10");

        assertThatThrownBy(() -> book(Kind.ADJUSTMENT, "FOUND", sku, "-1"))
                .extracting("violations", list(Problem.Violation.class))
                .extracting("field")
                .containsExactly("reason");
        assertThatThrownBy(() -> book(Kind.HOLD_BACK, "NO-SUCH", sku, "-1"))
                .extracting("violations", list(Problem.Violation.class))
                .extracting("field")
                .containsExactly("reason", "lines[0].quantity");
        adjustments.book(LATA, adjustment(Kind.HOLD_BACK, "DAMAGED", sku, "1"));
        assertThatThrownBy(() -> adjustments.book(LATA, adjustment(Kind.ADJUSTMENT, "LOST", sku, "-1")))
                .extracting("slug")
                .isEqualTo("warehouse-only");
    }

    private static void book(Kind kind, String reason, String sku, String quantity) {
        adjustments.book(StockRoom.RAVI, adjustment(kind, reason, sku, quantity));
    }

    private static StockAdjustment adjustment(Kind kind, String reason, String sku, String quantity) {
        return new StockAdjustment(
                "ADJ-" + ++serial,
                kind,
                "MH-1",
                reason,
                null,
                List.of(new StockAdjustment.Line(sku, "B-1", new BigDecimal(quantity))));
    }
}
