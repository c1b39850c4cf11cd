package io.tradeflow.invoicing;

import static io.tradeflow.invoicing.MoneyRoom.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.document.ProformaPrint;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.notification.MailDraft;
import io.tradeflow.ordering.SalesOrder;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Proforma invoices of orders; those of quotes are made in the journey. */
class ProformaInvoicesTest {

    private static final Actor.Staff RAVI = new Actor.Staff("ravi", "Ravi Patil", Set.of("warehouse"));
    private static MoneyRoom room;
    private static ProformaInvoices proformas;

    @BeforeAll
    static void open() {
        room = new MoneyRoom();
        proformas = room.bean(ProformaInvoices.class);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    /** 2 x 100.50 at 18 % is 201.00 + 18.09 + 18.09, rounded to 237. */
    @Test
    void itSaysWhatTheInvoiceWouldAndAsksForTheAdvance() {
        SalesOrder order = room.order("B-MH", "71.10", line(1, "8413", "2", "100.50"));

        ProformaInvoice proforma = proformas.ofOrder(MoneyRoom.FARID, order.number());

        assertThat(proforma.number()).matches("PF-2627-[0-9]{6}");
        assertThat(proforma.total().amount()).isEqualByComparingTo("237");
        assertThat(proforma.asked().amount()).isEqualByComparingTo("71.10");
        ProformaPrint print = (ProformaPrint) room.paper(proforma.number());
        assertThat(print.totals().cgst()).isEqualByComparingTo("18.09");
        assertThat(print.totals().roundOff()).isEqualByComparingTo("-0.18");
        assertThat(print.advance()).isEqualByComparingTo("71.10");
        assertThat(room.count("tax_invoice")).isZero();
        assertThat(room.count("open_item")).isZero();
        assertThat(room.count("document_series")).isZero();
    }

    @Test
    void unchangedItIsTheSamePaperAndChangedTheNextRevisionOfIt() {
        SalesOrder order = room.order("B-GJ", line(1, "8413", "1", "100"));
        ProformaInvoice first = proformas.ofOrder(MoneyRoom.FARID, order.number());
        assertThat(first.asked()).isEqualTo(first.total());

        assertThat(proformas.ofOrder(MoneyRoom.FARID, order.number())).isEqualTo(first);

        room.advanceOf(order, "50");
        ProformaInvoice second = proformas.ofOrder(MoneyRoom.FARID, order.number());
        assertThat(second.number()).isEqualTo(first.number());
        assertThat(second.revision()).isEqualTo(2);
        assertThat(second.asked().amount()).isEqualByComparingTo("50");

        proformas.mail(MoneyRoom.FARID, first.number());
        assertThat(room.mails())
                .filteredOn(mail -> mail.key().equals("proforma-sent:" + first.number() + ":2"))
                .singleElement()
                .extracting(MailDraft::documentIds)
                .asList()
                .containsExactly(second.documentId());
    }

    @Test
    void thereIsNoneForACompletedOrderAndNoneFromTheWarehouse() {
        SalesOrder order = room.order("B-MH", line(1, "8413", "1", "100"));
        assertThatThrownBy(() -> proformas.ofOrder(RAVI, order.number()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("proforma-makers-only"));

        room.comesTo(order, SalesOrder.Status.COMPLETED, "118");
        assertThatThrownBy(() -> proformas.ofOrder(MoneyRoom.FARID, order.number()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("proforma-order-not-open"));
        assertThatThrownBy(() -> proformas.proforma(new Actor.BuyerUser("x@y.example", "X", "B-GJ"), "PF-2627-999999"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("not-found"));
    }
}
