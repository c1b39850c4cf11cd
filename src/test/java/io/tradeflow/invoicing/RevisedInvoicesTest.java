package io.tradeflow.invoicing;

import static io.tradeflow.invoicing.MoneyRoom.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.document.TaxInvoicePrint;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.payment.DebitNoteOwed;
import io.tradeflow.payment.OpenItem;
import io.tradeflow.tax.GstRate;
import io.tradeflow.tax.SupplyType;
import io.tradeflow.tax.TaxPaper;
import io.tradeflow.tax.TaxTerm;
import io.tradeflow.tax.TaxTreatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

/** Revised invoices over supplies from before the certificate of registration (CGST Act s. 31(3)(a), rule 53). */
class RevisedInvoicesTest {

    private static final LocalDate CERTIFICATE = LocalDate.of(2026, 7, 20);

    private MoneyRoom room;
    private RevisedInvoices revised;

    @BeforeEach
    void open() {
        room = new MoneyRoom();
        revised = room.bean(RevisedInvoices.class);
        room.certified("MH", LocalDate.of(2026, 7, 10), CERTIFICATE);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private TaxInvoice bill(String buyer, String hsn, LocalDate on) {
        room.clock.set(on);
        SalesOrder order = room.order(buyer, line(1, hsn, "3", "333.33"));
        return room.invoices.issue(room.packed(order, "3"));
    }

    /** 3 x 333.33 is 999.99, billed as 1,000; 18 % of it 90.00 and 90.00, 1,179.99 rounded to 1,180: 180 more. */
    @Test
    void theTaxIsChargedBesidesAndTheBillStays() {
        TaxInvoice bill = bill("B-MH", "8413", LocalDate.of(2026, 7, 15));
        assertThat(bill.paper()).isEqualTo(TaxPaper.BILL_OF_SUPPLY);
        assertThat(bill.grandTotal().amount()).isEqualByComparingTo("1000");
        room.gstRates.save(
                MoneyRoom.FARID,
                new GstRate(
                        "8413", TaxTreatment.TAXABLE, new BigDecimal("28"), LocalDate.of(2026, 7, 25), null, "later"));

        room.clock.set(LocalDate.of(2026, 7, 28));
        assertThat(revised.revisable(MoneyRoom.FARID)).singleElement().satisfies(one -> {
            assertThat(one.number()).isEqualTo(bill.number());
            assertThat(one.lastDay()).isEqualTo(LocalDate.of(2026, 8, 20));
        });
        RevisedInvoice preview = revised.preview(MoneyRoom.FARID, bill.number());
        RevisedInvoice issued = revised.issue(MoneyRoom.FARID, bill.number());

        assertThat(issued).isEqualTo(preview.issued(issued.number(), issued.documentId()));
        assertThat(issued.number()).isEqualTo("MH-2627-R00001");
        assertThat(issued.supplyType()).isEqualTo(SupplyType.B2B);
        assertThat(issued.cgst()).isEqualByComparingTo("90.00");
        assertThat(issued.sgst()).isEqualByComparingTo("90.00");
        assertThat(issued.igst()).isZero();
        assertThat(issued.grandTotal().amount()).isEqualByComparingTo("1180");
        assertThat(issued.addition().amount()).isEqualByComparingTo("180");
        assertThat(revised.revised(MoneyRoom.FARID, issued.number())).isEqualTo(issued);
        assertThat(room.invoices.invoice(bill.number())).isEqualTo(bill);

        OpenItem owed = room.receivables.find(issued.number()).orElseThrow();
        assertThat(owed.kind()).isEqualTo(OpenItem.Kind.REVISED_INVOICE);
        assertThat(owed.open().amount()).isEqualByComparingTo("180");
        assertThat(owed.dueOn()).isEqualTo(LocalDate.of(2026, 8, 27));
        assertThat(room.told(DebitNoteOwed.class)).hasSize(1);

        TaxInvoicePrint print = room.printed(issued.number());
        assertThat(print.title()).isEqualTo("Revised Invoice");
        assertThat(print.revises()).isEqualTo(bill.number() + " of 15 Jul 2026");
        assertThat(print.paymentTerms())
                .isEqualTo("INR 180.00 besides the INR 1,000.00 of the bill, due on 27 Aug 2026");
        assertThat(print.totals().cgst()).isEqualByComparingTo("90.00");
    }

    @Test
    void betweenStatesTheTaxIsIgstAndTheNextNumberFollows() {
        TaxInvoice first = bill("B-MH", "8413", LocalDate.of(2026, 7, 10));
        TaxInvoice second = bill("B-GJ", "8413", LocalDate.of(2026, 7, 19));
        room.clock.set(CERTIFICATE);
        revised.issue(MoneyRoom.FARID, first.number());

        RevisedInvoice issued = revised.issue(MoneyRoom.FARID, second.number());

        assertThat(issued.number()).isEqualTo("MH-2627-R00002");
        assertThat(issued.igst()).isEqualByComparingTo("180.00");
        assertThat(issued.interState()).isTrue();
        assertThat(revised.revisable(MoneyRoom.FARID)).isEmpty();
    }

    @Test
    void twiceIsRefusedAlsoByTheDatabase() {
        TaxInvoice bill = bill("B-UN", "8413", LocalDate.of(2026, 7, 15));
        room.clock.set(CERTIFICATE);
        RevisedInvoice issued = revised.issue(MoneyRoom.FARID, bill.number());

        assertRefused("invoice-revised-already", bill);
        assertThat(issued.supplyType()).isNull();
        assertThatThrownBy(() -> room.transaction.executeWithoutResult(
                        status -> room.bean(RevisedBook.class).add(issued.issued("MH-2627-R00002", 1), "MH", 2, "x")))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("invoice_is_revised_once");
        assertThatThrownBy(() ->
                        room.jdbc.sql("update revised_invoice set billed = 0").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("stays as it is");
        assertThat(room.count("revised_invoice")).isOne();
    }

    @Test
    void theLastDayIsOneMonthFromTheCertificate() {
        TaxInvoice first = bill("B-MH", "8413", LocalDate.of(2026, 7, 15));
        TaxInvoice second = bill("B-MH", "8413", LocalDate.of(2026, 7, 15));
        room.clock.set(LocalDate.of(2026, 7, 19));
        assertRefused("revision-too-early", first);
        assertThat(revised.revisable(MoneyRoom.FARID)).isEmpty();
        room.clock.set(LocalDate.of(2026, 8, 20));
        revised.issue(MoneyRoom.FARID, first.number());

        room.clock.set(LocalDate.of(2026, 8, 21));
        assertRefused("revision-too-late", second);
        assertThat(revised.revisable(MoneyRoom.FARID)).singleElement().satisfies(one -> assertThat(
                        one.isInTime(LocalDate.of(2026, 8, 21)))
                .isFalse());
        assertThat(TaxTerm.REVISED_INVOICE.lastDay(LocalDate.of(2027, 1, 31))).contains(LocalDate.of(2027, 2, 28));
        assertThat(TaxTerm.REVISED_INVOICE.lastDay(LocalDate.of(2017, 6, 30))).isEmpty();
    }

    @Test
    void whatIsNotFromTheTimeBetweenOrBearsNoTaxIsRefused() {
        room.gstRates.save(
                MoneyRoom.FARID,
                new GstRate("1006", TaxTreatment.EXEMPT, BigDecimal.ZERO, LocalDate.of(2026, 7, 1), null, "rice"));
        TaxInvoice before = bill("B-MH", "8413", LocalDate.of(2026, 7, 9));
        TaxInvoice rice = bill("B-MH", "1006", LocalDate.of(2026, 7, 15));
        TaxInvoice after = bill("B-MH", "8413", CERTIFICATE);

        assertThat(before.paper()).isEqualTo(TaxPaper.BILL_OF_SUPPLY);
        assertThat(after.paper()).isEqualTo(TaxPaper.TAX_INVOICE);
        assertRefused("not-before-certificate", before);
        assertRefused("not-before-certificate", after);
        assertRefused("revision-bears-no-tax", rice);
        assertThatThrownBy(() -> revised.issue(new Actor.Staff("asha", "Asha", Set.of("sales")), rice.number()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("finance-only"));
        assertThat(room.count("revised_invoice")).isZero();
    }

    private void assertRefused(String slug, TaxInvoice bill) {
        assertThatThrownBy(() -> revised.issue(MoneyRoom.FARID, bill.number()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo(slug));
    }
}
