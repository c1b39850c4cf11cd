package io.tradeflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The books recomputed from their ledger, and repaired where somebody wrote around the program. */
class StockIntegrityTest {

    private static final Actor.Staff OMKAR = new Actor.Staff("omkar", "Omkar Joshi", Set.of("operations"));

    private static StockRoom room;
    private static StockIntegrity integrity;

    @BeforeAll
    static void open() {
        room = new StockRoom();
        integrity = room.bean(StockIntegrity.class);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void whatWasWrittenAroundTheProgramIsFoundRepairedAndKept() {
        String sku = room.product();
        room.receive("MH-1", sku, "B-1", null, "100");
        room.allocations.allocate(room.order(sku, "30"), "MH-1");
        room.bean(StockTransfers.class)
                .send(
                        StockRoom.RAVI,
                        new StockTransfer.Draft(
                                "GP-I1",
                                "MH-1",
                                "TN-1",
                                StockRoom.TODAY,
                                null,
                                List.of(new StockTransfer.Goods(sku, "B-1", BigDecimal.TEN))));
        assertThat(integrity.invariants()).hasSize(9).allMatch(StockInvariant::holds);
        assertThat(integrity.check(OMKAR)).isZero();

        room.jdbc
                .sql("update stock_balance set on_hand = on_hand + 7, allocated = allocated - 5 where sku = :sku")
                .param("sku", sku)
                .update();

        assertThat(integrity.check(OMKAR)).isEqualTo(1);
        assertThat(integrity.invariants()).filteredOn(rule -> !rule.holds()).hasSize(3);
        assertThatThrownBy(() -> integrity.repair(StockRoom.RAVI, "no"))
                .extracting("slug")
                .isEqualTo("operations-only");
        assertThatThrownBy(() -> integrity.repair(OMKAR, " "))
                .extracting("slug")
                .isEqualTo("reason-missing");

        assertThat(integrity.repair(OMKAR, "Somebody typed SQL")).isEqualTo(1);

        assertThat(room.sum("on_hand", sku)).isEqualByComparingTo("90");
        assertThat(room.sum("allocated", sku)).isEqualByComparingTo("30");
        assertThat(integrity.differences()).isEmpty();
        assertThat(integrity.invariants()).allMatch(StockInvariant::holds);
        assertThat(integrity.repairs().get(0))
                .extracting("by", "reason", "sku")
                .containsExactly("Omkar Joshi", "Somebody typed SQL", sku);
        assertThat(integrity.checks().get(0).differences()).isEqualTo(1);
    }

    @Test
    void whereLedgerAndAllocationsDisagreeTheLedgerFollowsByAMovement() {
        String sku = room.product();
        room.receive("MH-1", sku, "B-1", null, "10");
        String order = room.order(sku, "4");
        room.allocations.allocate(order, "MH-1");
        room.jdbc
                .sql("update allocation set quantity = 3 where order_number = :order")
                .param("order", order)
                .update();

        assertThat(integrity.repair(OMKAR, "An allocation was typed over")).isEqualTo(1);

        assertThat(room.sum("allocated", sku)).isEqualByComparingTo("3");
        assertThat(integrity.differences()).isEmpty();
        List<LedgerEntry> ledger = room.bean(StockLedger.class).of(sku, 0, 10);
        assertThat(ledger.get(0).kind()).isEqualTo("ADJUSTMENT");
        assertThat(ledger.get(0).allocated()).isEqualByComparingTo("-1");
        assertThat(ledger.get(0).by()).isEqualTo("Omkar Joshi");
    }

    @Test
    void whatWouldOversellIsNotRepairedByItself() {
        String sku = room.product();
        room.receive("MH-1", sku, "B-1", null, "10");
        String order = room.order(sku, "4");
        room.allocations.allocate(order, "MH-1");
        room.jdbc
                .sql("update allocation set quantity = 40 where order_number = :order")
                .param("order", order)
                .update();

        assertThatThrownBy(() -> integrity.repair(OMKAR, "try"))
                .extracting("slug")
                .isEqualTo("not-repairable");

        room.jdbc
                .sql("update allocation set quantity = 4 where order_number = :order")
                .param("order", order)
                .update();
        assertThat(integrity.differences()).isEmpty();
    }

    @Test
    void batchesThatExpireSoonComeFirst() {
        String sku = room.product();
        room.receive("MH-1", sku, "LATER", StockRoom.TODAY.plusDays(60), "5");
        room.receive("MH-1", sku, "SOON", StockRoom.TODAY.plusDays(5), "5");
        room.receive("MH-1", sku, "GONE", StockRoom.TODAY.minusDays(1), "5");

        assertThat(room.bean(StockLedger.class).expiring(30))
                .filteredOn(batch -> batch.sku().equals(sku))
                .extracting(ExpiringBatch::batch)
                .containsExactly("GONE", "SOON");
        assertThat(room.bean(StockLedger.class).batches(sku))
                .extracting(ExpiringBatch::batch)
                .containsExactly("GONE", "SOON", "LATER");
    }
}
