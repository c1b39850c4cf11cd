package io.tradeflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BinsTest {

    private static StockRoom room;
    private static Bins bins;

    @BeforeAll
    static void open() {
        room = new StockRoom();
        bins = room.bean(Bins.class);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void binsAreWalkedByZoneThenBySequence() {
        bins.save(
                StockRoom.RAVI,
                List.of(
                        new Bin("TN-1", "Z-1", "OILS", 30),
                        new Bin("TN-1", "Z-2", "OILS", 10),
                        new Bin("TN-1", "Z-3", "DRIVES", 90)));

        assertThat(bins.of("TN-1").stream().map(Bin::code).filter(code -> code.startsWith("Z")))
                .containsExactly("Z-3", "Z-2", "Z-1");
    }

    @Test
    void aBinThatOnlyAReceiptNamesIsTakenUpInItsZone() {
        String sku = room.product();
        room.receive("MH-1", sku, "L1", null, "5");

        assertThat(bins.of("MH-1"))
                .filteredOn(bin -> bin.code().equals("A-01"))
                .singleElement()
                .satisfies(bin -> assertThat(bin.zone()).isEqualTo("A"));
    }

    @Test
    void goodsArePutAwayIntoABinThatIsKnownAndTheMoveIsKept() {
        String sku = room.product();
        room.receive("MH-1", sku, "L1", null, "5");
        bins.save(StockRoom.RAVI, List.of(new Bin("MH-1", "P-7", "PUTAWAY", 0)));

        bins.move(StockRoom.RAVI, "MH-1", sku, "L1", "P-7");

        assertThat(room.stock.balances(sku).get(0).bin()).isEqualTo("P-7");
        assertThat(room.jdbc
                        .sql("select from_bin || '>' || to_bin || ' ' || moved_by from bin_move m join stock_balance s"
                                + " on s.id = m.balance_id where s.sku = :sku")
                        .param("sku", sku)
                        .query(String.class)
                        .list())
                .containsExactly("A-01>P-7 Ravi Shinde");
        assertThatThrownBy(() -> bins.move(StockRoom.RAVI, "MH-1", sku, "L1", "NO-SUCH"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no bin NO-SUCH");
        assertThatThrownBy(() -> bins.move(StockRoom.RAVI, "MH-1", sku, "L9", "P-7"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Nothing of " + sku + " batch L9");
    }

    @Test
    void wrongBinsAreRefusedWholeByPlaceAndField() {
        List<Bin> wrong = List.of(new Bin("NOWHERE", "", "A", 1), new Bin("MH-1", "X-1", "A".repeat(21), -1));

        assertThat(bins.violations(wrong).stream().map(Problem.Violation::field))
                .containsExactly("bins[0].warehouse", "bins[0].code", "bins[1].zone", "bins[1].pickSequence");
        assertThatThrownBy(() -> bins.save(StockRoom.RAVI, wrong)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> bins.save(new Actor.Staff("asha", "Asha", Set.of("sales-desk")), List.of()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("warehouse");
    }
}
