package io.tradeflow.invoicing;

import static io.tradeflow.invoicing.MoneyRoom.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One invoice for several shipments: per order, per week, per month, and as a whole before the first lot. */
class ConsolidatedInvoicesTest {

    private MoneyRoom room;

    /** Each on a database of its own: runs take up whatever waits, and days go on. */
    @BeforeEach
    void open() {
        room = new MoneyRoom();
    }

    @AfterEach
    void close() {
        room.close();
    }

    /** 3 of 10 and 7 of 10 at 33.335 are 333.35 in one, where two invoices would take 100.01 and 233.34; 4 at 99.90 are 399.60. Tax at 18 % of 732.95 is 65.97 twice. */
    @Test
    void theShipmentThatCompletesTheOrderBringsTheInvoiceOfAll() {
        SalesOrder order = room.order("B-MH", line(1, "8413", "10", "33.335"), line(2, "8481", "4", "99.90"));
        String first = room.packed(order, "3", "4");
        String last = room.packed(order, "7");

        assertThat(room.schedules.leavesOnChallan(first, InvoiceSchedule.PER_ORDER))
                .isTrue();
        assertThat(room.schedules.leavesOnChallan(last, InvoiceSchedule.PER_SHIPMENT))
                .as("the order keeps its schedule, and this shipment completes it")
                .isFalse();
        assertThat(room.schedules.leavesOnChallan(first, InvoiceSchedule.PER_ORDER))
                .isTrue();
        TaxInvoice invoice = room.invoices.issue(last);

        assertThat(invoice.shipmentNumber()).isNull();
        assertThat(invoice.shipmentNumbers()).containsExactly(first, last);
        assertThat(invoice.lines())
                .extracting(line -> line.quantity().toString())
                .containsExactly("10 NOS", "4 NOS");
        assertThat(invoice.tax().taxableValue()).isEqualByComparingTo("732.95");
        assertThat(invoice.tax().cgst()).isEqualByComparingTo("65.97");
        assertThat(invoice.tax().roundOff()).isEqualByComparingTo("0.11");
        assertThat(invoice.grandTotal().amount()).isEqualByComparingTo("865.00");
        assertThat(room.invoices.issue(first)).as("both shipments have it").isEqualTo(invoice);
        assertThat(room.invoices.issue(last)).isEqualTo(invoice);
        assertThat(room.invoices.ofDeal(Actor.PROGRAM, order.dealNumber())).containsExactly(invoice);
        assertThat(room.printed(invoice.number()).reference().shipmentNumber()).isEqualTo(first + ", " + last);
    }

    /** Of 10 at 33.335, 2 and 3 leave in the first week and 5 in the next: 166.68 and the rest, 166.67. */
    @Test
    void aWeekIsInvoicedOnSundayWithAllThatLeftInIt() {
        SalesOrder order = room.order("B-GJ", line(1, "8413", "10", "33.335"));
        room.clock.set(LocalDate.of(2026, 7, 15));
        leaves(order, "2", InvoiceSchedule.WEEKLY);
        leaves(order, "3", InvoiceSchedule.WEEKLY);

        assertThat(room.schedules.takeUp("wednesday")).isZero();
        room.clock.set(LocalDate.of(2026, 7, 19));
        assertThat(room.schedules.takeUp("sunday")).isOne();
        assertThat(room.schedules.takeUp("again")).as("taken up once").isZero();
        TaxInvoice week = room.invoices.issue(room.schedules.ofRun("sunday").get(0));
        assertThat(room.schedules.ofRun("sunday")).as("invoiced").isEmpty();

        room.clock.set(LocalDate.of(2026, 7, 21));
        leaves(order, "5", InvoiceSchedule.WEEKLY);
        room.clock.set(LocalDate.of(2026, 7, 27));
        assertThat(room.schedules.takeUp("monday"))
                .as("a Sunday that was missed is made up for")
                .isOne();
        TaxInvoice next = room.invoices.issue(room.schedules.ofRun("monday").get(0));

        assertThat(week.tax().taxableValue()).isEqualByComparingTo("166.68");
        assertThat(week.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.quantity().value()).isEqualByComparingTo("5"));
        assertThat(next.tax().taxableValue()).isEqualByComparingTo("166.67");
        assertThat(week.tax().taxableValue().add(next.tax().taxableValue()))
                .isEqualByComparingTo(order.lines().get(0).net().amount());
    }

    @Test
    void goodsOfTwoBranchesBecomeAnInvoiceOfEach() {
        SalesOrder order = room.order("B-MH", line(1, "8413", "10", "100"));
        room.clock.set(LocalDate.of(2026, 8, 3));
        leaves(order, "2", InvoiceSchedule.MONTHLY);
        room.schedules.leavesOnChallan(room.packedAt("GJ", order, "3"), InvoiceSchedule.MONTHLY);
        leaves(order, "1", InvoiceSchedule.MONTHLY);
        room.clock.set(LocalDate.of(2026, 8, 31));

        assertThat(room.schedules.takeUp("end of August")).isOne();
        assertThat(room.schedules.ofRun("end of August"))
                .extracting(shipment -> room.invoices.issue(shipment))
                .extracting(
                        invoice -> invoice.branchCode() + " " + invoice.tax().taxableValue())
                .containsExactlyInAnyOrder("MH 300.00", "GJ 300.00");
        assertThat(room.schedules.ofRun("end of August")).isEmpty();
    }

    @Test
    void aMonthIsInvoicedOnItsLastDay() {
        SalesOrder order = room.order("B-MH", line(1, "8413", "4", "100"));
        room.clock.set(LocalDate.of(2026, 8, 3));
        leaves(order, "1", InvoiceSchedule.MONTHLY);
        room.clock.set(LocalDate.of(2026, 8, 30));
        assertThat(room.schedules.takeUp("day before")).isZero();
        room.clock.set(LocalDate.of(2026, 8, 31));

        assertThat(room.schedules.takeUp("end of August")).isOne();
        assertThat(room.invoices
                        .issue(room.schedules.ofRun("end of August").get(0))
                        .grandTotal()
                        .amount())
                .isEqualByComparingTo("118.00");
    }

    /** The first lot has 2 of 5 and 1 of 3: the invoice has all of both, 500 + 150 = 650 and 117 of tax. */
    @Test
    void lotsAreInvoicedAsAWholeBeforeTheFirst() {
        SalesOrder order = room.order("B-GJ", line(1, "8413", "5", "100"), line(2, "8481", "3", "50"));
        String first = room.packed(order, "2", "1");
        String second = room.packed(order, "3", "2");

        assertThat(room.schedules.leavesOnChallan(first, InvoiceSchedule.LOTS)).isFalse();
        TaxInvoice whole = room.invoices.issue(first);
        assertThat(room.schedules.leavesOnChallan(second, InvoiceSchedule.LOTS)).isTrue();

        assertThat(whole.grandTotal().amount()).isEqualByComparingTo("767");
        assertThat(whole.shipmentNumbers()).containsExactly(first);
        assertThat(room.schedules.purpose(second)).isEqualTo(ChallanPurpose.LOTS);
        assertThat(room.schedules.takeUp("evening")).as("nothing follows a lot").isZero();
        assertThatThrownBy(() -> room.invoices.issue(second))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("nothing-to-invoice"));
    }

    @Test
    void nothingIsInvoicedAboveWhatWasOrdered() {
        SalesOrder order = room.order("B-MH", line(1, "8413", "4", "100"));
        leaves(order, "3", InvoiceSchedule.MONTHLY);
        String tooMuch = leaves(order, "2", InvoiceSchedule.MONTHLY);

        assertThatThrownBy(() -> room.invoices.issue(tooMuch))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("more-than-ordered"));
        assertThat(room.invoices.ofDeal(Actor.PROGRAM, order.dealNumber())).isEqualTo(List.of());
    }

    private String leaves(SalesOrder order, String quantity, InvoiceSchedule schedule) {
        String shipment = room.packed(order, quantity);
        room.schedules.leavesOnChallan(shipment, schedule);
        return shipment;
    }
}
