package io.tradeflow.ewaybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.invoicing.MoneyRoom;
import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.tax.CustomsRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipping bill of really issued exports. */
class ShippingBillsTest {

    private static final Actor.Staff ASHA = new Actor.Staff("asha", "Asha Nair", Set.of("sales"));
    private static final LocalDate ON = LocalDate.of(2026, 7, 15);

    private static MoneyRoom room;
    private static ShippingBills bills;

    @BeforeAll
    static void open() {
        room = new MoneyRoom();
        bills = new ShippingBills(
                room.jdbc, room.invoices, new Ports(room.jdbc, room.clock), room.context(), room.clock);
        room.customsRates.save(
                MoneyRoom.FARID,
                new CustomsRate("USD", LocalDate.of(2026, 7, 1), new BigDecimal("85.4567"), "Notification 41/2026"));
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void isEnteredByFinanceCorrectedAndWhatWasSaidStays() {
        String invoice = invoice("B-AE", "USD").number();
        assertThat(bills.of(invoice)).isEmpty();
        assertThatThrownBy(() -> bills.enter(ASHA, invoice, "1234567", ON, "INNSA1"))
                .satisfies(slug("finance-only"));

        bills.enter(MoneyRoom.FARID, invoice, "1234567", ON, "INNSA1");
        bills.enter(MoneyRoom.FARID, invoice, " 1234567 ", ON, "INNSA1");
        ShippingBill corrected = bills.enter(MoneyRoom.FARID, invoice, "1234568", ON, "INMUN1");

        assertThat(corrected.port().name()).isEqualTo("Mundra");
        assertThat(bills.of(invoice)).hasValue(corrected);
        assertThat(bills.entries(invoice)).extracting(ShippingBill::number).containsExactly("1234568", "1234567");
        assertThat(room.told(DealProgress.class))
                .extracting(DealProgress::fact)
                .contains(
                        "Shipping bill 1234567 of 2026-07-15, Nhava Sheva, entered for " + invoice,
                        "Shipping bill 1234568 of 2026-07-15, Mundra, entered in place of the one before for "
                                + invoice);
        assertThatThrownBy(
                        () -> room.jdbc.sql("delete from shipping_bill_entry").update())
                .hasMessageContaining("stays");
    }

    @ParameterizedTest
    @CsvSource({
        "12, 2026-07-15, INNSA1, number, 3 to 7 digits",
        "12345678, 2026-07-15, INNSA1, number, 3 to 7 digits",
        "SB12345, 2026-07-15, INNSA1, number, 3 to 7 digits",
        "1234567, , INNSA1, datedOn, is needed",
        "1234567, 2026-07-14, INNSA1, datedOn, from before its invoice",
        "1234567, 2026-07-16, INNSA1, datedOn, in the future",
        "1234567, 2026-07-15, INXXX1, port, Choose a port"
    })
    void whatTheReturnWouldNotTakeIsRefused(String number, LocalDate on, String port, String field, String why) {
        String invoice = invoice("B-AE", "USD").number();

        assertThatThrownBy(() -> bills.enter(MoneyRoom.FARID, invoice, number, on, port))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.violations())
                            .extracting(Problem.Violation::field)
                            .containsExactly(field);
                    assertThat(problem.violations().get(0).message()).contains(why);
                });
        assertThat(bills.entries(invoice)).isEmpty();
    }

    @Test
    void goesWithNothingThatStaysInIndia() {
        String invoice = invoice("B-GJ", "INR").number();

        assertThatThrownBy(() -> bills.enter(MoneyRoom.FARID, invoice, "1234567", ON, "INNSA1"))
                .satisfies(slug("no-export"));
        assertThatThrownBy(() -> room.jdbc
                        .sql("insert into shipping_bill_entry (invoice_number, number, dated_on, port_code, entered_by,"
                                + " entered_at) values (:invoice, '1234567', '2026-07-15', 'INNSA1', 'x', now())")
                        .param("invoice", invoice)
                        .update())
                .hasMessageContaining("is no export");
    }

    private static TaxInvoice invoice(String buyer, String currency) {
        SalesOrder order = room.order(buyer, MoneyRoom.line(1, "8413", "10", "100", currency));
        return room.invoices.issue(room.packed(order, "10"));
    }

    private static java.util.function.Consumer<Throwable> slug(String slug) {
        return thrown -> assertThat(((Problem) thrown).slug()).isEqualTo(slug);
    }
}
