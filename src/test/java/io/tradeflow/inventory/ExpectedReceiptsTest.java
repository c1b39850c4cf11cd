package io.tradeflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.tradeflow.inventory.ExpectedReceipt.Source;
import io.tradeflow.inventory.ExpectedReceipt.Status;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Goods to come: announced, moved, received against and given up. */
class ExpectedReceiptsTest {

    private static final LocalDate SOON = StockRoom.TODAY.plusDays(10);
    private static final Actor.Staff ASHA = new Actor.Staff("asha", "Asha", Set.of("sales"));

    private static StockRoom room;
    private static ExpectedReceipts expected;

    @BeforeAll
    static void open() {
        room = new StockRoom();
        expected = room.bean(ExpectedReceipts.class);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void whatComesInMakesItLessUntilAllIsThere() {
        String sku = room.product();
        ExpectedReceipt announced = announced("PO-1", sku, "100");

        receive(announced.id(), "GRN-A", "40");
        receive(announced.id(), "GRN-A", "40");

        assertThat(expected.one(announced.id()).open()).isEqualByComparingTo("60");
        assertThat(room.sum("on_hand", sku)).isEqualByComparingTo("40");
        assertThat(room.arrivals()).contains(Set.of(sku));

        receive(announced.id(), "GRN-B", "70");

        assertThat(expected.one(announced.id()).status()).isEqualTo(Status.RECEIVED);
        assertThat(expected.one(announced.id()).open()).isZero();
        assertThat(expected.open(List.of(sku))).isEmpty();
        assertThat(room.sum("on_hand", sku)).isEqualByComparingTo("110");
        assertThatThrownBy(() -> receive(announced.id(), "GRN-C", "1"))
                .isInstanceOf(Problem.class)
                .extracting("slug")
                .isEqualTo("expected-receipt-over");
        assertThat(room.stock.reconcile()).isEmpty();
    }

    @Test
    void announcingAgainSaysItAnewAndTheSameChangesNothing() {
        String sku = room.product();
        ExpectedReceipt first = announced("PO-2", sku, "100");
        announced("PO-2", sku, "100");
        assertThat(expected.changes(first.id())).hasSize(1);

        expected.announce("PO-2", "MH-1", sku, new BigDecimal("90"), SOON.plusDays(2), Source.PURCHASE);

        ExpectedReceipt now = expected.one(first.id());
        assertThat(now.quantity()).isEqualByComparingTo("90");
        assertThat(now.expectedOn()).isEqualTo(SOON.plusDays(2));
        assertThat(now.firstExpectedOn()).isEqualTo(SOON);
        assertThat(expected.changes(first.id())).extracting("kind").containsExactly("ANNOUNCED", "CHANGED");
    }

    @Test
    void itGetsAnotherDayOrIsGivenUpWithAReason() {
        String sku = room.product();
        ExpectedReceipt late = announced("PO-3", sku, "5");

        expected.move(StockRoom.RAVI, late.id(), SOON.plusDays(5), "The lorry broke down");
        assertThat(expected.one(late.id()).expectedOn()).isEqualTo(SOON.plusDays(5));
        assertThatThrownBy(() -> expected.move(StockRoom.RAVI, late.id(), StockRoom.TODAY.minusDays(1), null))
                .extracting("violations", list(Problem.Violation.class))
                .extracting("field")
                .containsExactly("expectedOn", "reason");

        expected.cancel(StockRoom.RAVI, late.id(), "The supplier closed");
        assertThat(expected.one(late.id()).status()).isEqualTo(Status.CANCELLED);
        assertThat(expected.open(List.of(sku))).isEmpty();
        assertThat(expected.changes(late.id()))
                .extracting("reason")
                .containsExactly(null, "The lorry broke down", "The supplier closed");
    }

    @Test
    void whatIsWrongIsNamedByLineAndNothingIsKept() {
        String sku = room.product();
        List<ExpectedGoods> lines = List.of(
                new ExpectedGoods("PO-4", "MH-1", sku, BigDecimal.ONE, SOON, Source.PURCHASE),
                new ExpectedGoods(" ", "NO", "NO-SUCH", BigDecimal.ZERO, StockRoom.TODAY.minusDays(1), null),
                new ExpectedGoods("PO-4", "MH-1", sku, BigDecimal.TEN, SOON, Source.PURCHASE));

        assertThatThrownBy(() -> expected.announce(StockRoom.RAVI, lines))
                .extracting("violations", list(Problem.Violation.class))
                .extracting("field")
                .containsExactly(
                        "lines[1].reference",
                        "lines[1].warehouse",
                        "lines[1].sku",
                        "lines[1].source",
                        "lines[1].quantity",
                        "lines[1].expectedOn",
                        "lines[2].sku");
        assertThat(expected.open(List.of(sku))).isEmpty();
        assertThatThrownBy(() -> expected.announce(ASHA, lines))
                .extracting("slug")
                .isEqualTo("warehouse-only");
    }

    private static ExpectedReceipt announced(String reference, String sku, String quantity) {
        expected.announce(reference, "MH-1", sku, new BigDecimal(quantity), SOON, Source.PURCHASE);
        return expected.open(List.of(sku)).get(0);
    }

    private static void receive(long id, String reference, String quantity) {
        expected.receive(
                StockRoom.RAVI,
                id,
                new ExpectedReceipts.Arrival(reference, new BigDecimal(quantity), "B-1", null, null, "A-01"));
    }
}
