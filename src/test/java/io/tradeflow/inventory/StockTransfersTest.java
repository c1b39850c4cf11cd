package io.tradeflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Goods on their way from one warehouse to another. */
class StockTransfersTest {

    private static StockRoom room;
    private static StockTransfers transfers;
    private static ExpectedReceipts expected;
    private static int serial;

    @BeforeAll
    static void open() {
        room = new StockRoom();
        transfers = room.bean(StockTransfers.class);
        expected = room.bean(ExpectedReceipts.class);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void whatIsUnderWayIsInNoWarehouseUntilItArrives() {
        String sku = room.product();
        room.receive("MH-1", sku, "B-1", StockRoom.TODAY.plusMonths(6), "100");

        String number = send(sku, "40");

        assertThat(room.stock.available(List.of(sku)).get(sku)).isEqualByComparingTo("60");
        assertThat(expected.open(List.of(sku))).singleElement().satisfies(coming -> {
            assertThat(coming.reference()).isEqualTo(number);
            assertThat(coming.open()).isEqualByComparingTo("40");
            assertThat(coming.warehouseCode()).isEqualTo("TN-1");
        });

        receive(number, "GRN-1", "25", null, null);
        receive(number, "GRN-1", "25", null, null);

        assertThat(room.stock.available(List.of(sku)).get(sku)).isEqualByComparingTo("85");
        assertThat(room.arrivals()).contains(Set.of(sku));
        assertThat(transfers.one(number).status()).isEqualTo(StockTransfer.Status.SENT);

        receive(number, "GRN-2", "12", "3", "DAMAGED");

        StockTransfer over = transfers.one(number);
        assertThat(over.status()).isEqualTo(StockTransfer.Status.RECEIVED);
        assertThat(over.lines().get(0).lossReason()).isEqualTo("Damaged");
        assertThat(over.lines().get(0).underWay()).isZero();
        assertThat(expected.open(List.of(sku))).isEmpty();
        assertThat(room.stock.balances(sku))
                .extracting(
                        StockBalance::warehouseCode, balance -> balance.onHand().intValue())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("MH-1", 60),
                        org.assertj.core.groups.Tuple.tuple("TN-1", 37));
        assertThat(room.stock.reconcile()).isEmpty();
    }

    @Test
    void onlyWhatIsFreeIsSentAndTheSameReferenceOnce() {
        String sku = room.product();
        room.receive("MH-1", sku, "B-1", null, "10");
        room.allocations.allocate(room.order(sku, "4"), "MH-1");

        assertThatThrownBy(() -> send(sku, "7"))
                .extracting("violations", list(Problem.Violation.class))
                .extracting("field")
                .containsExactly("lines[0].quantity");
        StockTransfer.Draft draft = draft("GP-ONCE", sku, "6");
        assertThat(transfers.send(StockRoom.RAVI, draft)).isEqualTo(transfers.send(StockRoom.RAVI, draft));
        assertThat(room.sum("on_hand", sku)).isEqualByComparingTo("4");
        assertThat(room.stock.reconcile()).isEmpty();
    }

    @Test
    void whatIsLostNeedsAReasonAndNoMoreArrivesThanWasSent() {
        String sku = room.product();
        room.receive("MH-1", sku, "B-1", null, "10");
        String number = send(sku, "10");

        assertThatThrownBy(() -> receive(number, "GRN-L1", "8", "3", "SAMPLE"))
                .extracting("violations", list(Problem.Violation.class))
                .extracting("field")
                .containsExactly("lines[0].received", "lines[0].reason");

        receive(number, "GRN-L2", null, "10", "LOST");

        assertThat(transfers.one(number).status()).isEqualTo(StockTransfer.Status.RECEIVED);
        assertThat(room.sum("on_hand", sku)).isZero();
        assertThat(expected.open(List.of(sku))).isEmpty();
    }

    @Test
    void aLossInPartMakesWhatIsToComeLess() {
        String sku = room.product();
        room.receive("MH-1", sku, "B-1", null, "10");
        String number = send(sku, "10");

        receive(number, "GRN-P1", "2", "3", "LOST");

        assertThat(expected.open(List.of(sku))).singleElement().satisfies(coming -> assertThat(coming.open())
                .isEqualByComparingTo("5"));
        long id = expected.open(List.of(sku)).get(0).id();
        assertThatThrownBy(() -> expected.cancel(StockRoom.RAVI, id, "no"))
                .extracting("slug")
                .isEqualTo("receive-the-transfer");
    }

    private static String send(String sku, String quantity) {
        return transfers.send(StockRoom.RAVI, draft("GP-" + ++serial, sku, quantity));
    }

    private static StockTransfer.Draft draft(String reference, String sku, String quantity) {
        return new StockTransfer.Draft(
                reference,
                "MH-1",
                "TN-1",
                StockRoom.TODAY.plusDays(3),
                null,
                List.of(new StockTransfer.Goods(sku, "B-1", new BigDecimal(quantity))));
    }

    private static void receive(String number, String reference, String received, String lost, String reason) {
        transfers.receive(
                StockRoom.RAVI,
                number,
                new StockTransfer.Arrival(
                        reference,
                        List.of(new StockTransfer.ArrivedLine(
                                1,
                                received == null ? null : new BigDecimal(received),
                                lost == null ? null : new BigDecimal(lost),
                                reason,
                                "T-01"))));
    }
}
