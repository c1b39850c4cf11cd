package io.tradeflow.invoicing;

import static io.tradeflow.invoicing.MoneyRoom.FARID;
import static io.tradeflow.invoicing.MoneyRoom.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tradeflow.document.NotePrint;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.tax.CustomsRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

class TaxNotesTest {

    private static final Actor.BuyerUser PRIYA = new Actor.BuyerUser("priya", "Priya", "B-MH");

    private static MoneyRoom room;

    @BeforeAll
    static void open() {
        room = new MoneyRoom();
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @AfterEach
    void resetClock() {
        room.clock.reset();
    }

    @Test
    void everythingBackReproducesTheInvoiceWithItsRoundOff() {
        TaxInvoice invoice = invoiced("B-MH", line(1, "8413", "10", "1234.56"), line(2, "8481", "4", "99.90"));

        TaxNote note = room.notes.issue(FARID, returned(goods(invoice, 1, "10"), goods(invoice, 2, "4")));

        assertThat(note.number()).matches("MH-2627-CN[0-9]{5}").hasSize(15);
        assertThat(note.tax().taxableValue()).isEqualTo(invoice.tax().taxableValue());
        assertThat(note.tax().cgst()).isEqualTo(invoice.tax().cgst());
        assertThat(note.tax().roundOff()).isEqualTo(invoice.tax().roundOff()).isEqualByComparingTo("-0.34");
        assertThat(note.grandTotal()).isEqualTo(invoice.grandTotal());
        assertThat(note.lines()).extracting(TaxNote.Line::invoiceNumber).containsOnly(invoice.number());
        assertThat(room.notes.note(note.number())).isEqualTo(note);
        assertThat(room.notes.ofDeal(invoice.dealNumber())).containsExactly(note);
        assertThat(room.notes.ofInvoice(invoice.number())).containsExactly(note);
        assertThat(room.notesHeard())
                .filteredOn(heard -> heard.noteNumber().equals(note.number()))
                .singleElement()
                .satisfies(heard -> {
                    assertThat(heard.kind()).isEqualTo(NoteKind.CREDIT);
                    assertThat(heard.dueOn()).isNull();
                    assertThat(heard.invoices())
                            .containsExactly(new NoteIssued.OfInvoice(invoice.number(), invoice.grandTotal()));
                });
    }

    @Test
    void whatTheNoteCarriesOverFromTheInvoicePrintsToo() {
        TaxInvoice invoice = invoiced("B-GJ", line(1, "8413", "3", "500"));

        TaxNote note = room.notes.issue(
                FARID,
                new NoteRequest(
                        NoteReason.EXCESS_CHARGED,
                        " agreed in July ",
                        List.of(NoteRequest.Line.ofUnitPrice(invoice.number(), 1, new BigDecimal("480")))));

        assertThat(note.interState()).isTrue();
        assertThat(note.placeOfSupplyCode()).isEqualTo("24");
        assertThat(note.tax().igst()).isEqualByComparingTo("10.80");
        assertThat(note.lines()).singleElement().satisfies(of -> {
            assertThat(of.quantity().isZero()).isTrue();
            assertThat(of.unitPrice()).isEqualTo(Money.of("20", "INR"));
        });
        NotePrint print = room.printedNote(note.number());
        assertThat(print.title()).isEqualTo("Credit note");
        assertThat(print.invoices()).singleElement().satisfies(of -> {
            assertThat(of.number()).isEqualTo(invoice.number());
            assertThat(of.issuedOn()).isEqualTo(invoice.issuedOn());
        });
        assertThat(print.reason()).isEqualTo("Price charged in excess");
        assertThat(print.remark()).isEqualTo("agreed in July");
        assertThat(print.totals().grandTotal()).isEqualByComparingTo("70.80");
        assertThat(print.declarations()).singleElement().asString().contains("reverse the input tax credit of ₹ 10.80");
    }

    @Test
    void goodsThatComeBackAfterAReductionAreCreditedAtTheReducedPrice() {
        TaxInvoice invoice = invoiced("B-MH", line(1, "8413", "10", "100"));
        room.notes.issue(
                FARID,
                new NoteRequest(
                        NoteReason.EXCESS_CHARGED,
                        null,
                        List.of(NoteRequest.Line.ofAmount(invoice.number(), 1, new BigDecimal("100")))));

        assertThat(room.notes
                        .issue(FARID, returned(goods(invoice, 1, "4")))
                        .tax()
                        .taxableValue())
                .isEqualByComparingTo("360");
        assertThat(room.notes.issue(FARID, returned(goods(invoice, 1, "6"))).grandTotal())
                .isEqualTo(Money.of("637.20", "INR"));
    }

    @Test
    void aDebitNoteAddsValueAtTheRatesOfTheInvoiceAndFallsDue() {
        TaxInvoice invoice = invoiced("B-MH", line(1, "8413", "10", "100"));

        TaxNote note = room.notes.issue(
                FARID,
                new NoteRequest(
                        NoteReason.PRICE_TOO_LOW,
                        null,
                        List.of(NoteRequest.Line.ofUnitPrice(invoice.number(), 1, new BigDecimal("110.5")))));

        assertThat(note.number()).matches("MH-2627-DN[0-9]{5}");
        assertThat(note.tax().taxableValue()).isEqualByComparingTo("105");
        assertThat(note.tax().cgst()).isEqualByComparingTo("9.45");
        assertThat(note.dueOn()).isEqualTo("2026-08-14");
        assertThat(room.printedNote(note.number()).declarations()).isEmpty();
    }

    @Test
    void oneNoteMayCorrectSeveralInvoicesOfAnOrder() {
        SalesOrder order = room.order("B-MH", line(1, "8413", "10", "33.33"));
        TaxInvoice first = room.invoices.issue(room.packed(order, "4"));
        TaxInvoice second = room.invoices.issue(room.packed(order, "6"));

        TaxNote note = room.notes.issue(FARID, returned(goods(second, 1, "6"), goods(first, 1, "4")));

        assertThat(note.invoices())
                .extracting(TaxNote.Original::number, TaxNote.Original::total)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(first.number(), first.grandTotal()),
                        org.assertj.core.groups.Tuple.tuple(second.number(), second.grandTotal()));
        assertThat(note.lines()).extracting(TaxNote.Line::lineNo).containsExactly(1, 2);
        assertThat(note.grandTotal()).isEqualTo(first.grandTotal().plus(second.grandTotal()));
        assertThat(room.notes.note(note.number())).isEqualTo(note);
    }

    @Test
    void invoicesOfSeveralOrdersNeedANoteEach() {
        TaxInvoice first = invoiced("B-MH", line(1, "8413", "1", "100"));
        TaxInvoice second = invoiced("B-MH", line(1, "8413", "1", "100"));

        Problem problem = refused(returned(goods(first, 1, "1"), goods(second, 1, "1")));

        assertThat(problem.slug()).isEqualTo("note-mixes-supplies");
        assertThat(problem.getMessage()).contains(first.number(), second.number(), "order");
    }

    @Test
    void anExportIsCreditedAtTheRateOfItsInvoice() {
        room.customsRates.save(
                FARID,
                new CustomsRate("USD", LocalDate.of(2026, 7, 1), new BigDecimal("85.45"), "Notification 41/2026"));
        TaxInvoice invoice = invoiced("B-AE", line(1, "8413", "3", "416.79", "USD"));

        TaxNote part = room.notes.issue(FARID, returned(goods(invoice, 1, "1")));
        TaxNote rest = room.notes.issue(FARID, returned(goods(invoice, 1, "2")));

        assertThat(part.exchangeRate()).isEqualByComparingTo("85.45");
        assertThat(part.grandTotal()).isEqualTo(Money.of("416.79", "USD"));
        assertThat(part.taxInRupees().grandTotal().add(rest.taxInRupees().grandTotal()))
                .isEqualByComparingTo(invoice.taxInRupees().grandTotal());
        assertThat(part.tax().endorsement()).isEqualTo(invoice.tax().endorsement());
        assertThat(room.printedNote(part.number()).export().exchangeRate()).isEqualByComparingTo("85.45");
        assertThat(room.printedNote(part.number()).declarations()).isEmpty();
    }

    @Test
    void afterNovemberOfTheNextYearACreditNoteBearsNoTaxAndADebitNoteDoes() {
        TaxInvoice invoice = invoiced("B-MH", line(1, "8413", "2", "100"));
        room.clock.set(LocalDate.of(2027, 11, 30));
        assertThat(room.notes.preview(FARID, returned(goods(invoice, 1, "1"))).commercial())
                .isFalse();
        room.clock.set(LocalDate.of(2027, 12, 1));
        NotePreview preview = room.notes.preview(FARID, returned(goods(invoice, 1, "1")));

        assertThat(preview.commercial()).isTrue();
        assertThat(preview.tax().tax()).isZero();
        assertThat(preview.grandTotal()).isEqualTo(Money.of("100", "INR"));
        NotePreview debit = room.notes.preview(
                FARID,
                new NoteRequest(
                        NoteReason.PRICE_TOO_LOW,
                        null,
                        List.of(new NoteRequest.Line(invoice.number(), 1, null, null, new BigDecimal("50")))));
        assertThat(debit.commercial()).isFalse();
        assertThat(debit.grandTotal()).isEqualTo(Money.of("59", "INR"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GOODS_RETURNED | 1 | 11 |     |      | lines[0].quantity",
                "GOODS_RETURNED | 1 | 0  |     |      | lines[0].quantity",
                "GOODS_RETURNED | 1 |    |     | 5    | lines[0].amount",
                "QUANTITY_SHORT | 1 |    |     |      | lines[0].quantity",
                "DEFICIENCY     | 1 | 1  |     |      | lines[0].quantity",
                "DEFICIENCY     | 1 |    | 90  | 5    | lines[0].amount",
                "DEFICIENCY     | 1 |    |     | 1000.01 | lines[0].amount",
                "EXCESS_CHARGED | 1 |    | 100 |      | lines[0].unitPrice",
                "EXCESS_CHARGED | 1 |    | -1  |      | lines[0].unitPrice",
                "EXCESS_CHARGED | 1 |    |     | 0.001 | lines[0].amount",
                "PRICE_TOO_LOW  | 1 |    | 99  |      | lines[0].unitPrice",
                "GOODS_RETURNED | 7 | 1  |     |      | lines[0].invoiceLineNo",
                "               | 1 | 1  |     |      | reason"
            })
    void refusesWhole(
            NoteReason reason, int lineNo, BigDecimal quantity, BigDecimal price, BigDecimal amount, String field) {
        TaxInvoice invoice = invoiced("B-MH", line(1, "8413", "10", "100"));
        long before = room.count("tax_note");

        Problem problem = refused(new NoteRequest(
                reason, null, List.of(new NoteRequest.Line(invoice.number(), lineNo, quantity, price, amount))));

        assertThat(problem.violations()).extracting(Problem.Violation::field).containsExactly(field);
        assertThat(room.count("tax_note")).isEqualTo(before);
    }

    @Test
    void isForFinance() {
        TaxInvoice invoice = invoiced("B-MH", line(1, "8413", "1", "100"));

        assertThatThrownBy(() -> room.notes.issue(
                        new Actor.Staff("asha", "Asha", Set.of("sales-desk")), returned(goods(invoice, 1, "1"))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("finance-only"));
    }

    @Test
    void twoWhoCreditTheSameLineAtOnceTakeItOnce() throws Exception {
        TaxInvoice invoice = invoiced("B-MH", line(1, "8413", "10", "100"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> tries = threads.invokeAll(java.util.stream.IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(index -> () -> {
                        try {
                            room.notes.issue(FARID, returned(goods(invoice, 1, "4")));
                            return true;
                        } catch (NoteNotPossible late) {
                            return false;
                        }
                    })
                    .toList());
            int issued = 0;
            for (Future<Boolean> attempt : tries) {
                issued += attempt.get() ? 1 : 0;
            }
            assertThat(issued).isEqualTo(2);
        } finally {
            threads.shutdownNow();
        }
        List<TaxNote> notes = room.notes.ofInvoice(invoice.number());
        assertThat(notes).hasSize(2);
    }

    @Test
    void theDatabaseKeepsNotesWithinTheInvoiceToo() {
        TaxInvoice invoice = invoiced("B-MH", line(1, "8413", "10", "100"));
        TaxNote note = room.notes.issue(FARID, returned(goods(invoice, 1, "6")));

        assertThatThrownBy(() -> room.transaction.execute(status -> {
                    room.jdbc
                            .sql(
                                    "insert into tax_note (kind, number, seller_gstin, financial_year, series, serial,"
                                            + " deal_number, order_number, buyer_code, buyer_name, branch_code, issued_on, reason,"
                                            + " commercial, currency, exchange_rate, place_of_supply, inter_state, nature, tax_reason,"
                                            + " tax_reasons, reverse_charge, taxable_value, cgst, sgst, igst, round_off, grand_total,"
                                            + " inr_taxable_value, inr_cgst, inr_sgst, inr_igst, inr_round_off, inr_grand_total,"
                                            + " document_id, issued_by, issued_at) select kind, 'X-1', seller_gstin, financial_year,"
                                            + " 'X', 1, deal_number, order_number, buyer_code, buyer_name, branch_code, issued_on,"
                                            + " reason, commercial, currency, exchange_rate, place_of_supply, inter_state, nature,"
                                            + " tax_reason, tax_reasons, reverse_charge, taxable_value, cgst, sgst, igst, round_off,"
                                            + " grand_total, inr_taxable_value, inr_cgst, inr_sgst, inr_igst, inr_round_off,"
                                            + " inr_grand_total, document_id, issued_by, issued_at from tax_note where number = :n")
                            .param("n", note.number())
                            .update();
                    room.jdbc
                            .sql("insert into tax_note_invoice select (select id from tax_note where number = 'X-1'),"
                                    + " o.invoice_id, o.invoice_number, o.invoice_date, o.grand_total, o.round_off,"
                                    + " o.inr_grand_total, o.inr_round_off from tax_note_invoice o join tax_note n on n.id ="
                                    + " o.note_id where n.number = :n")
                            .param("n", note.number())
                            .update();
                    return room.jdbc
                            .sql(
                                    "insert into tax_note_line select (select id from tax_note where number = 'X-1'), l.line_no,"
                                            + " l.invoice_id, l.invoice_line_no, l.order_line_no, l.sku, l.description, l.hsn,"
                                            + " l.quantity, l.unit, l.unit_price, l.taxable_value, l.treatment, l.rate, l.cgst,"
                                            + " l.sgst, l.igst, l.inr_taxable_value, l.inr_cgst, l.inr_sgst, l.inr_igst from"
                                            + " tax_note_line l join tax_note n on n.id = l.note_id where n.number = :n")
                            .param("n", note.number())
                            .update();
                }))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("credit notes would take more than line 1 of the invoice has");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update tax_note set remark = 'x'",
                "delete from tax_note_line",
                "update tax_note_invoice set round_off = 0",
                "truncate tax_note_line",
                "insert into tax_note_line select note_id, 99, invoice_id, invoice_line_no, order_line_no, sku, description,"
                        + " hsn, 0, unit, unit_price, 0, treatment, rate, 0, 0, 0, 0, 0, 0, 0 from tax_note_line limit 1"
            })
    void anIssuedNoteStaysAsItIs(String attempt) {
        room.notes.issue(FARID, returned(goods(invoiced("B-MH", line(1, "8413", "1", "100")), 1, "1")));

        assertThatThrownBy(() -> room.jdbc.sql(attempt).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("issued credit or debit note");
    }

    @Test
    void aRolledBackNoteLeavesNoGap() {
        TaxInvoice invoice = invoiced("B-MH", line(1, "8413", "3", "100"));
        String first = room.notes.issue(FARID, returned(goods(invoice, 1, "1"))).number();
        room.transaction.executeWithoutResult(status -> {
            room.notes.issue(FARID, returned(goods(invoice, 1, "1")));
            status.setRollbackOnly();
        });

        String next = room.notes.issue(FARID, returned(goods(invoice, 1, "1"))).number();

        assertThat(serial(next)).isEqualTo(serial(first) + 1);
    }

    @Test
    void theBuyerDeclaresTheReversalOnceItIsAskedFor() {
        TaxInvoice invoice = invoiced("B-MH", line(1, "8413", "2", "100"));
        TaxNote note = room.notes.issue(FARID, returned(goods(invoice, 1, "1")));
        assertThat(room.reversals.status(note.number())).isEqualTo(ItcStatus.NOT_ASKED);

        room.notes.send(note.number());
        room.notes.send(note.number());
        assertThat(room.reversals.entries(note.number())).singleElement().satisfies(entry -> assertThat(entry.status())
                .isEqualTo(ItcStatus.ASKED));
        assertThat(room.mails())
                .filteredOn(mail -> mail.key().equals("note-sent:" + note.number()))
                .allSatisfy(mail -> {
                    assertThat(mail.body()).contains(note.number(), invoice.number(), "INR 118.00", "reverse it");
                    assertThat(mail.documentIds()).containsExactly(note.documentId());
                });

        room.reversals.record(PRIYA, note.number(), ItcStatus.DECLARED, LocalDate.of(2026, 7, 15), null);
        assertThat(room.reversals.status(note.number())).isEqualTo(ItcStatus.DECLARED);
        assertThat(room.reversals.statuses()).containsEntry(note.number(), ItcStatus.DECLARED);
        assertThatThrownBy(() -> room.reversals.record(
                        PRIYA, note.number(), ItcStatus.ACCEPTED, LocalDate.of(2026, 7, 16), null))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Problem.Violation::field)
                        .containsExactly("status", "on"));
        assertThatThrownBy(() -> room.reversals.record(
                        new Actor.BuyerUser("x", "X", "B-GJ"),
                        note.number(),
                        ItcStatus.DECLARED,
                        LocalDate.of(2026, 7, 15),
                        null))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("not-found"));
    }

    @ParameterizedTest
    @CsvSource({
        "MH, 7, MH-2627-CN00007",
        "MUMB, 42, MUMB-2627-CN0042",
        "MH, 123456, MH-2627-CN123456",
        "MUMB, 9999, MUMB-2627-CN9999",
        "MUMB, 10000, MUMB-2627CN10000",
        "PUN, 100000, PUN-2627CN100000"
    })
    void numbersFitTheLaw(String series, long serial, String number) {
        assertThat(TaxNotes.number(NoteKind.CREDIT, series, new io.tradeflow.kernel.FinancialYear(2026), serial))
                .isEqualTo(number)
                .hasSizeLessThanOrEqualTo(16);
    }

    @Test
    void aSeriesThatIsFullSaysSo() {
        assertThatThrownBy(() ->
                        TaxNotes.number(NoteKind.CREDIT, "MUMB", new io.tradeflow.kernel.FinancialYear(2026), 100_000))
                .isInstanceOfSatisfying(
                        NoteNotPossible.class, full -> assertThat(full.slug()).isEqualTo("note-series-full"))
                .hasMessageContaining("no number left");
    }

    private static int serial(String number) {
        return Integer.parseInt(number.substring(number.indexOf("CN") + 2));
    }

    private static Problem refused(NoteRequest request) {
        return catchThrowableOfType(NoteNotPossible.class, () -> room.notes.issue(FARID, request));
    }

    private static TaxInvoice invoiced(String buyer, SalesOrder.Line... lines) {
        SalesOrder order = room.order(buyer, lines);
        return room.invoices.issue(room.packed(
                order,
                java.util.Arrays.stream(lines)
                        .map(of -> of.ordered().plain().toPlainString())
                        .toArray(String[]::new)));
    }

    private static NoteRequest returned(NoteRequest.Line... lines) {
        return new NoteRequest(NoteReason.GOODS_RETURNED, null, List.of(lines));
    }

    private static NoteRequest.Line goods(TaxInvoice invoice, int lineNo, String quantity) {
        return NoteRequest.Line.ofQuantity(invoice.number(), lineNo, new BigDecimal(quantity));
    }
}
