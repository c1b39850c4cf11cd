package io.tradeflow.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.credit.Exposure;
import io.tradeflow.document.RegistrationPrint;
import io.tradeflow.einvoice.EInvoice.State;
import io.tradeflow.ewaybill.EwayBill;
import io.tradeflow.ewaybill.EwayBills;
import io.tradeflow.ewaybill.ShippingBills;
import io.tradeflow.invoicing.MoneyRoom;
import io.tradeflow.invoicing.NoteReason;
import io.tradeflow.invoicing.NoteRequest;
import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.payment.AccountMovement;
import io.tradeflow.payment.OpenItem;
import io.tradeflow.payment.Receipt;
import io.tradeflow.payment.ReceiptDraft;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.MapPropertySource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Really issued invoices registered over HTTP with a portal of the test's own: once, whatever the portal does. */
class EInvoiceRegistrationTest {

    private static final Actor.Staff ASHA = new Actor.Staff("asha", "Asha Nair", Set.of("sales"));

    private static MoneyRoom room;
    private static LocalIrp irp;
    private static AnnotationConfigApplicationContext context;
    private static EInvoices eInvoices;
    private static EInvoiceRegistration registration;
    private static EInvoiceCancellations cancellations;

    @BeforeAll
    static void open() throws IOException {
        room = new MoneyRoom();
        irp = new LocalIrp();
        context = new AnnotationConfigApplicationContext();
        context.setParent(room.context());
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "portal",
                        Map.of(
                                "tradeflow.einvoice.channel", "http",
                                "tradeflow.einvoice.url", irp.url() + "/",
                                "tradeflow.einvoice.headers.client_id", "tradeflow",
                                "tradeflow.einvoice.answer-within", "2s",
                                "tradeflow.einvoice.key", PortalSigns.pem())));
        context.register(Room.class);
        context.refresh();
        eInvoices = context.getBean(EInvoices.class);
        registration = context.getBean(EInvoiceRegistration.class);
        cancellations = context.getBean(EInvoiceCancellations.class);
        context.getBean(EInvoiceDuties.class)
                .enter(MoneyRoom.FARID, new EInvoiceDuty(LocalDate.of(2026, 1, 1), true, 30, 24, "turnover"));
    }

    @AfterAll
    static void close() {
        context.close();
        irp.close();
        room.close();
    }

    @AfterEach
    void speaksAgain() {
        irp.speaksAgain();
        irp.asked().clear();
        room.clock.reset();
    }

    @Test
    void isRegisteredWithTheNumberComputedBefore() {
        TaxInvoice invoice = invoice();
        String irn = eInvoices.decide("INV", invoice.number()).orElseThrow();
        assertThat(irn).isEqualTo(Irn.of("27AAPFU0939F1ZV", invoice.issuedOn(), "INV", invoice.number()));

        assertThat(eInvoices.prepare(irn).state()).isEqualTo(State.READY);
        EInvoice registered = registration.register(irn);

        assertThat(registered.state()).isEqualTo(State.REGISTERED);
        assertThat(registered.acknowledgement().at()).isEqualTo("2026-07-15T06:05:00Z");
        assertThat(registered.acknowledgement().signatureVerified()).isTrue();
        assertThat(irp.header("gstin")).isEqualTo("27AAPFU0939F1ZV");
        assertThat(irp.header("client_id")).isEqualTo("tradeflow");
        List<Exchange> said = eInvoices.exchanges(MoneyRoom.FARID, irn);
        assertThat(said).singleElement().satisfies(exchange -> {
            assertThat(exchange.request()).contains(invoice.number());
            assertThat(exchange.response()).contains("Status");
            assertThat(exchange.outcome()).isEqualTo("Accepted");
        });
        registration.register(irn);
        assertThat(irp.asked())
                .as("asked once however often the step is repeated")
                .containsExactly("POST");
        eInvoices.print(irn);
        assertThat(room.partsAdded())
                .anySatisfy(part -> assertThat(((RegistrationPrint) part).irn()).isEqualTo(irn));
    }

    /** Cancelled as before the book of invoices knew it: at the next start it is. */
    @Test
    void whatWasCancelledBeforeTheBookKnewIsFollowedUpAtTheNextStart() {
        TaxInvoice invoice = invoice();
        String irn = eInvoices.decide("INV", invoice.number()).orElseThrow();
        eInvoices.prepare(irn);
        registration.register(irn);
        room.jdbc
                .sql("update e_invoice set state = 'CANCELLED', cancelled_at = now(), cancel_code = 1,"
                        + " cancelled_by = 'farid' where irn = :irn")
                .param("irn", irn)
                .update();
        EarlierCancellations earlier = context.getBean(EarlierCancellations.class);
        TaxInvoice standing = invoice();

        earlier.follow();
        earlier.follow();

        assertThat(room.invoices.invoice(invoice.number()).cancelled()).isTrue();
        assertThat(room.invoices.isToBillAgain(invoice.shipmentNumbers().get(0)))
                .isTrue();
        assertThat(room.invoices.invoice(standing.number()).cancelled()).isFalse();
    }

    @Test
    void aLostAnswerIsFetchedAndNothingRegisteredTwice() {
        String irn = ready();
        int before = irp.registrations();
        irp.losesItsAnswers();

        assertThatThrownBy(() -> registration.register(irn))
                .hasMessageContaining("did not answer within 2 s")
                .hasMessageContaining("retry this job when the portal is back");
        assertThat(eInvoices.eInvoice(irn).state()).isEqualTo(State.READY);
        assertThat(eInvoices.exchanges(MoneyRoom.FARID, irn))
                .singleElement()
                .satisfies(exchange -> assertThat(exchange.response()).isNull());
        irp.speaksAgain();

        assertThat(registration.register(irn).state()).isEqualTo(State.REGISTERED);
        assertThat(irp.registrations()).isEqualTo(before + 1);
        assertThat(irp.asked()).containsExactly("POST", "GET /irn");
    }

    @Test
    void aDuplicateThatIsOursIsAdopted() {
        String irn = ready();
        JsonNode request = eInvoices.request(MoneyRoom.FARID, irn);
        irp.has(request, irn, request.at("/ValDtls/TotInvVal").asText());

        assertThat(registration.register(irn).state()).isEqualTo(State.REGISTERED);
        assertThat(irp.asked()).containsExactly("POST", "GET /irn");
    }

    @Test
    void aDuplicateWithAnotherTotalGoesToAPerson() {
        String irn = ready();
        irp.has(eInvoices.request(MoneyRoom.FARID, irn), irn, "1.00");

        EInvoice problem = registration.register(irn);

        assertThat(problem.state()).isEqualTo(State.PROBLEM);
        assertThat(problem.problem())
                .isEqualTo(
                        "The portal has another document under this IRN: total here 1180.00, at the portal 1.00. Find out who"
                                + " registered it; this number cannot be registered again, so correct the document by a credit note and"
                                + " issue it again");
        assertThat(problem.acknowledgement()).isNull();
    }

    @Test
    void aDuplicateTooOldToBeLookedUpGoesToAPersonWhoUploadsIt() {
        String irn = ready();
        JsonNode request = eInvoices.request(MoneyRoom.FARID, irn);
        irp.has(request, irn, "1180.00");
        irp.looksUpNothingOlderThanTwoDays();

        EInvoice problem = registration.register(irn);

        assertThat(problem.problemCode()).isEqualTo("2283");
        assertThat(problem.problem()).contains("gives its registration only for two days", "upload it");
        String answer =
                PortalSigns.answer(request, irn, 98L, "2026-07-10 10:00:00").toString();
        assertThatThrownBy(() -> eInvoices.record(ASHA, answer)).satisfies(slug("e-invoices-by-finance"));
        assertThat(eInvoices.record(MoneyRoom.FARID, answer))
                .extracting(EInvoices.Recorded::wasThere)
                .containsExactly(false);
        assertThat(eInvoices.record(MoneyRoom.FARID, "[" + answer + "]"))
                .extracting(EInvoices.Recorded::wasThere)
                .containsExactly(true);
        assertThat(heard().recorded).anySatisfy(event -> assertThat(event.irn()).isEqualTo(irn));
    }

    @ParameterizedTest
    @CsvSource({
        "2182, 'The taxable value is not the sum of the lines. The program checks that before it asks: give the file to whoever looks after it (portal 2182: as the test wants it)'",
        "2189, 'The total is not value, tax and charges together. The program checks that before it asks: give the file to whoever looks after it (portal 2189: as the test wants it)'",
        "3029, A GSTIN of the document is inactive or cancelled. Ask the buyer to have it put right with the tax office and try again then (portal 3029: as the test wants it)",
        "2999, 'The portal refused it, 2999: as the test wants it'"
    })
    void whatThePortalRefusesIsSaidInTheTradesWordsAndCanBeTriedAgain(String code, String sentence) {
        String irn = ready();
        irp.refuses(code);

        EInvoice problem = registration.register(irn);

        assertThat(problem.problemCode()).isEqualTo(code);
        assertThat(problem.problem()).isEqualTo(sentence);
        irp.speaksAgain();
        eInvoices.prepare(irn);
        assertThat(registration.register(irn).state()).isEqualTo(State.REGISTERED);
    }

    @ParameterizedTest
    @CsvSource({"503, portal is down (HTTP 503)", "401, does not let us in (HTTP 401)", "429, wants fewer questions"})
    void aPortalThatIsDownChangesNothing(int status, String sentence) {
        String irn = ready();
        irp.answersWith(status);

        assertThatThrownBy(() -> registration.register(irn)).hasMessageContaining(sentence);
        assertThat(eInvoices.eInvoice(irn).state()).isEqualTo(State.READY);
        irp.speaksAgain();

        assertThat(registration.register(irn).state()).isEqualTo(State.REGISTERED);
        assertThat(irp.asked()).as("asked whether it was heard, then told").containsExactly("POST", "GET /irn", "POST");
    }

    @ParameterizedTest
    @CsvSource({
        "5002, portal failed by itself (5002",
        "2147, portal failed by itself (2147",
        "1008, 'does not let us in (1008: as the test wants it): check the credentials in tradeflow.einvoice.headers'"
    })
    void whatAsksForAnotherTryIsNoRefusal(String code, String sentence) {
        String irn = ready();
        irp.refuses(code);

        assertThatThrownBy(() -> registration.register(irn))
                .hasMessageContaining(sentence)
                .hasMessageContaining("retry this job");
        assertThat(eInvoices.eInvoice(irn).state()).isEqualTo(State.READY);
        irp.speaksAgain();
        assertThat(registration.register(irn).state()).isEqualTo(State.REGISTERED);
    }

    @Test
    void fourAtATimeRegisterOnce() {
        String irn = ready();
        int before = irp.registrations();

        List<CompletableFuture<EInvoice>> all = IntStream.range(0, 4)
                .mapToObj(no -> CompletableFuture.supplyAsync(() -> registration.register(irn)))
                .toList();

        assertThat(all).allSatisfy(one -> assertThat(one.join().state()).isEqualTo(State.REGISTERED));
        assertThat(irp.registrations()).isEqualTo(before + 1);
        assertThat(irp.asked()).hasSize(1);
    }

    @Test
    void answersThatAreNotOursAreRefusedWholeAndNamed() {
        String irn = ready();
        JsonNode request = eInvoices.request(MoneyRoom.FARID, irn);
        String ours =
                PortalSigns.answer(request, irn, 77L, "2026-07-15 10:00:00").toString();
        String stranger = PortalSigns.answer(request, "0".repeat(64), 78L, "2026-07-15 10:00:00")
                .toString();

        assertThatThrownBy(() -> eInvoices.record(MoneyRoom.FARID, "[" + ours + "," + stranger + "]"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Problem.Violation::field)
                        .containsExactly("[1].Irn"));
        assertThat(eInvoices.eInvoice(irn).state()).isEqualTo(State.READY);
        String unsigned = ours.replaceAll("(\"SignedQRCode\":\"[^\"]*\\.)[^\".]*\"", "$1AAAA\"");
        assertThatThrownBy(() -> eInvoices.record(MoneyRoom.FARID, unsigned))
                .hasMessageContaining("does not carry the portal's signature");
        assertThatThrownBy(() -> eInvoices.record(MoneyRoom.FARID, "AckNo,Irn"))
                .satisfies(slug("signed-answers-invalid"));
    }

    @Test
    void isCancelledWithinItsTimeAndTheRoomsAreTold() {
        String irn = registered();
        assertThatThrownBy(() -> cancellations.cancel(ASHA, irn, 1, null)).satisfies(slug("e-invoices-by-finance"));
        assertThatThrownBy(() -> cancellations.cancel(MoneyRoom.FARID, irn, 4, " "))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Problem.Violation::field)
                        .containsExactly("remark"));

        EInvoice cancelled = cancellations.cancel(MoneyRoom.FARID, irn, 3, "the order is off");

        assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
        assertThat(cancelled.cancellation().code()).isEqualTo(3);
        assertThat(irp.asked()).endsWith("POST /Cancel");
        assertThat(heard().cancelled).anySatisfy(event -> {
            assertThat(event.documentNumber()).isEqualTo(cancelled.documentNumber());
            assertThat(event.grandTotal()).isEqualTo(Money.of("1180.00", "INR"));
        });
        assertThat(room.partsAdded()).anySatisfy(part -> assertThat(((RegistrationPrint) part).cancelledAt())
                .isNotNull());
        assertThatThrownBy(() -> cancellations.cancel(MoneyRoom.FARID, irn, 3, null))
                .satisfies(slug("e-invoice-cancelled"));
        assertThatThrownBy(() -> room.jdbc
                        .sql(
                                "update e_invoice set state = 'REGISTERED', cancelled_at = null, cancel_code = null where irn = :irn")
                        .param("irn", irn)
                        .update())
                .hasMessageContaining("cancelled for good");
    }

    @Test
    void aCancelledInvoiceOwesNothingItsMoneyAndItsGoodsGoToTheNextOne() {
        SalesOrder order = room.order("B-GJ", MoneyRoom.line(1, "8413", "10", "100"));
        String shipment = room.packed(order, "10");
        Exposure before = exposure();
        room.exposures.confirmed(order.debt(), Money.of("1180", "INR"));
        TaxInvoice first = room.invoices.issue(shipment);
        Receipt receipt = paid(first, "500");
        assertThat(exposure().confirmed()).isEqualTo(before.confirmed());

        cancel(first);

        OpenItem item = item(first);
        assertThat(item.open().isZero()).isTrue();
        assertThat(item.settled().cancelled()).isEqualTo(Money.of("1180", "INR"));
        assertThat(item.paid().isZero()).isTrue();
        assertThat(room.payments.receipt(receipt.number()).unapplied()).isEqualTo(Money.of("500", "INR"));
        assertThat(exposure().confirmed().minus(before.confirmed()))
                .as("to be billed again")
                .isEqualTo(Money.of("1180", "INR"));
        assertThat(receivable()
                        .minus(before.receivable().plus(before.overdue()))
                        .isZero())
                .as("nothing of it is receivable")
                .isTrue();
        assertThat(room.payments.settlement(order.number()).settled()).isFalse();
        assertThat(room.obstacle(order)).as("no invoice stands").isEmpty();
        assertThatThrownBy(() -> note(first)).hasMessageContaining("that stands");

        TaxInvoice second = room.invoices.issue(shipment);

        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(room.invoices.issue(shipment).number()).isEqualTo(second.number());
        assertThat(item(second).paid()).isEqualTo(Money.of("500", "INR"));
        assertThat(exposure().confirmed()).isEqualTo(before.confirmed());
        assertThat(room.exposures.reconcile()).isEmpty();
        assertThat(room.invoices.standingOfDeal(order.dealNumber()))
                .extracting(TaxInvoice::number)
                .containsExactly(second.number());
        assertThat(room.accounts
                        .statement(MoneyRoom.FARID, "B-GJ", "INR", LocalDate.of(2026, 7, 15), LocalDate.of(2026, 7, 15))
                        .lines())
                .anySatisfy(line -> {
                    assertThat(line.movement().kind()).isEqualTo(AccountMovement.Kind.CANCELLATION);
                    assertThat(line.movement().number()).isEqualTo(first.number());
                    assertThat(line.credit()).isEqualTo(Money.of("1180", "INR"));
                });
        paid(second, "680");
        assertThat(room.payments.settlement(order.number()).settled()).isTrue();
    }

    @Test
    void ofEachShipmentOneInvoiceStandsAndNoneWithCreditNotesIsCancelled() {
        TaxInvoice invoice = invoice();
        assertThatThrownBy(() -> room.jdbc
                        .sql("update tax_invoice_shipment set stands = false where shipment_number = :shipment")
                        .param("shipment", invoice.shipmentNumber())
                        .update())
                .hasMessageContaining("until the invoice is cancelled");
        assertThatThrownBy(() -> room.jdbc
                        .sql("insert into tax_invoice_shipment (invoice_id, shipment_number, paper)"
                                + " select max(id), :shipment, 'TAX_INVOICE' from tax_invoice")
                        .param("shipment", invoice.shipmentNumber())
                        .update())
                .isInstanceOf(DataAccessException.class);
        String irn = eInvoices.decide("INV", invoice.number()).orElseThrow();
        eInvoices.prepare(irn);
        registration.register(irn);
        String note = note(invoice);

        assertThatThrownBy(() -> cancellations.cancel(MoneyRoom.FARID, irn, 1, null))
                .satisfies(slug("invoice-has-credit-notes"))
                .hasMessageContaining(note);
        assertThat(irp.asked()).doesNotContain("POST /Cancel");
    }

    private static void cancel(TaxInvoice invoice) {
        String irn = eInvoices.decide("INV", invoice.number()).orElseThrow();
        eInvoices.prepare(irn);
        registration.register(irn);
        cancellations.cancel(MoneyRoom.FARID, irn, 2, "wrong price");
    }

    private static Receipt paid(TaxInvoice invoice, String amount) {
        return room.payments.record(
                MoneyRoom.FARID,
                new ReceiptDraft(
                        invoice.buyerCode(),
                        null,
                        invoice.number(),
                        new BigDecimal(amount),
                        "INR",
                        ReceiptDraft.Mode.NEFT,
                        "UTR-" + invoice.number(),
                        LocalDate.of(2026, 7, 15)));
    }

    private static OpenItem item(TaxInvoice invoice) {
        return room.payments.ofDeal(MoneyRoom.FARID, invoice.dealNumber()).stream()
                .filter(item -> item.invoiceNumber().equals(invoice.number()))
                .findFirst()
                .orElseThrow();
    }

    private static Exposure exposure() {
        return room.exposures.of("B-GJ", "INR");
    }

    private static Money receivable() {
        return exposure().receivable().plus(exposure().overdue());
    }

    @Test
    void afterADayOnlyACreditNoteHelps() {
        String irn = registered();
        room.clock.set(LocalDate.of(2026, 7, 17));

        assertThatThrownBy(() -> cancellations.cancel(MoneyRoom.FARID, irn, 1, null))
                .satisfies(slug("e-invoice-cancellation-over"))
                .hasMessageContaining("within 24 hours")
                .hasMessageContaining("credit note");
    }

    @Test
    void aLostAnswerToCancellingEndsAsCancelled() {
        String irn = registered();
        irp.losesItsAnswers();
        assertThatThrownBy(() -> cancellations.cancel(MoneyRoom.FARID, irn, 2, null))
                .satisfies(slug("irp-unavailable"))
                .hasMessageContaining("try again, that finds it out");
        assertThat(eInvoices.eInvoice(irn).state()).isEqualTo(State.REGISTERED);
        irp.speaksAgain();
        irp.asked().clear();

        assertThat(cancellations.cancel(MoneyRoom.FARID, irn, 2, null).state()).isEqualTo(State.CANCELLED);
        assertThat(irp.asked()).containsExactly("POST /Cancel", "GET /irn");
    }

    @Test
    void aLostAnswerIsFoundOutAfterTheTimeToCancelToo() {
        String irn = registered();
        irp.losesItsAnswers();
        assertThatThrownBy(() -> cancellations.cancel(MoneyRoom.FARID, irn, 2, null))
                .satisfies(slug("irp-unavailable"));
        irp.speaksAgain();
        irp.asked().clear();
        room.clock.set(LocalDate.of(2026, 7, 17));

        EInvoice cancelled = cancellations.cancel(MoneyRoom.FARID, irn, 2, null);

        assertThat(cancelled.cancellation().at()).as("when it was asked").isEqualTo("2026-07-15T06:00:00Z");
        assertThat(cancelled.cancellation().toldAt()).isEqualTo("2026-07-17T06:30:00Z");
        assertThat(irp.asked()).containsExactly("GET /irn");
    }

    @Test
    void whatThePortalCancelledInTimeIsRecordedLater() {
        String irn = registered();
        Instant then = Instant.parse("2026-07-16T05:00:00Z");
        room.clock.set(LocalDate.of(2026, 7, 17));
        CancellationAsked asked = new CancellationAsked(1, null, then, null);
        assertThatThrownBy(() -> cancellations.cancel(MoneyRoom.FARID, irn, asked))
                .satisfies(slug("irp-refused"))
                .hasMessageContaining("is not cancelled; correct the document by a credit note");
        irp.hasCancelled(irn);

        assertThat(cancellations
                        .cancel(MoneyRoom.FARID, irn, asked)
                        .cancellation()
                        .at())
                .isEqualTo(then);
    }

    @Test
    void onceThePortalGivesNothingOutAnyMoreAPersonsProofCountsAndNothingLess() {
        String irn = registered();
        irp.hasCancelled(irn);
        irp.looksUpNothingOlderThanTwoDays();
        irp.cancelsNothingAnyMore();
        Instant then = Instant.parse("2026-07-16T05:00:00Z");
        room.clock.set(LocalDate.of(2026, 7, 20));
        assertThatThrownBy(() -> cancellations.cancel(MoneyRoom.FARID, irn, new CancellationAsked(1, null, then, null)))
                .satisfies(slug("irp-refused"))
                .hasMessageContaining("registered more than 24 hours ago")
                .hasMessageContaining("2270");

        EInvoice cancelled = cancellations.cancel(
                MoneyRoom.FARID, irn, new CancellationAsked(1, null, then, "acknowledgement of 16 July on file"));

        assertThat(cancelled.cancellation().proof()).isEqualTo("acknowledgement of 16 July on file");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-16T05:00:00Z, , proof, say what proves that the portal cancelled it in time",
        "2026-07-16T06:06:00Z, on file, cancelledAt, within 24 hours of the acknowledgement",
        "2026-07-15T06:04:00Z, on file, cancelledAt, It was registered after that",
        ", on file, cancelledAt, Say when"
    })
    void byHandALateWordNeedsItsProof(Instant at, String proof, String field, String sentence) {
        String irn = registered();
        room.clock.set(LocalDate.of(2026, 7, 17));
        EInvoiceCancellations byHand = byHand(context.getBean(EInvoiceDocuments.class));

        assertThatThrownBy(() -> byHand.cancel(MoneyRoom.FARID, irn, new CancellationAsked(1, null, at, proof)))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.violations())
                            .extracting(Problem.Violation::field)
                            .containsExactly(field);
                    assertThat(problem.violations().get(0).message()).contains(sentence);
                });
        CancellationAsked proven =
                new CancellationAsked(1, null, Instant.parse("2026-07-16T06:05:00Z"), "portal's page, printed");
        EInvoice cancelled = byHand.cancel(MoneyRoom.FARID, irn, proven);
        assertThat(cancelled.cancellation().at()).isEqualTo("2026-07-16T06:05:00Z");
        assertThat(cancelled.cancellation().proof()).isEqualTo("portal's page, printed");
        assertThat(irp.asked()).doesNotContain("POST /Cancel", "GET /irn");
    }

    private static EInvoiceCancellations byHand(EInvoiceDocuments documents) {
        return new EInvoiceCancellations(
                context.getBean(EInvoiceTable.class),
                context.getBean(EInvoiceDuties.class),
                documents,
                context.getBean(EwayBills.class),
                new PortalCancellation(context.getBean(Exchanges.class), new IrpByHand(), room.clock),
                context,
                room.clock);
    }

    @Test
    void theEwayBillsOfAllShipmentsCountButNotThoseOverTheirChallans() {
        String irn = registered();
        EInvoice ours = eInvoices.eInvoice(irn);
        EInvoiceDocuments documents = mock(EInvoiceDocuments.class);
        when(documents.of("INV", ours.documentNumber()))
                .thenReturn(new EInvoiceDocuments.Issued(
                        Optional.empty(),
                        ours.dealNumber(),
                        "SO-1",
                        ours.buyerCode(),
                        List.of("SHP-A", "SHP-B"),
                        Money.of("1180", "INR")));
        EwayBills bills = context.getBean(EwayBills.class);
        when(bills.ofShipment("SHP-A")).thenReturn(Optional.of(bill("SHP-A", "DC-1")));
        when(bills.ofShipment("SHP-B")).thenReturn(Optional.of(bill("SHP-B", ours.documentNumber())));
        EInvoiceCancellations of = byHand(documents);

        assertThatThrownBy(() -> of.cancel(MoneyRoom.FARID, irn, 1, null))
                .satisfies(slug("eway-bill-active"))
                .hasMessageContaining("of shipment SHP-B");
        when(bills.ofShipment("SHP-B")).thenReturn(Optional.of(bill("SHP-B", "DC-2")));
        assertThat(of.cancel(MoneyRoom.FARID, irn, 1, null).state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void notWhileAnEwayBillIsActive() {
        String irn = registered();
        String number = eInvoices.eInvoice(irn).documentNumber();
        String shipment = room.invoices.invoice(number).shipmentNumber();
        when(context.getBean(EwayBills.class).ofShipment(shipment)).thenReturn(Optional.of(bill(shipment, number)));

        assertThatThrownBy(() -> cancellations.cancel(MoneyRoom.FARID, irn, 1, null))
                .satisfies(slug("eway-bill-active"))
                .hasMessageContaining("351000000001");
    }

    @Test
    void afterThirtyDaysThePortalTakesItNoMore() {
        String irn = eInvoices.decide("INV", invoice().number()).orElseThrow();
        room.clock.set(LocalDate.of(2026, 8, 15));

        assertThat(eInvoices.prepare(irn).problem()).contains("only until 2026-08-14", "credit note");
    }

    @Test
    void whatIssuedBeforeTheDutyOrForNobodyRegisteredIsNot() {
        room.clock.set(LocalDate.of(2025, 12, 31));
        assertThat(eInvoices.decide("INV", invoice().number())).isEmpty();
        room.clock.reset();
        String irn = eInvoices.decide("INV", invoice().number()).orElseThrow();
        assertThatThrownBy(() -> eInvoices.waive(MoneyRoom.FARID, irn, " ")).satisfies(slug("waiver-invalid"));
        eInvoices.waive(MoneyRoom.FARID, irn, "the buyer is a department of the government");
        assertThat(eInvoices.eInvoice(irn).state()).isEqualTo(State.WAIVED);
    }

    @Test
    void notesAreRegisteredUnlessTheyAreForAConsumerOrChangeNoTax() {
        assertThat(eInvoices.decide("CRN", note(invoice()))).isPresent();
        SalesOrder consumer = room.order("B-UN", MoneyRoom.line(1, "8413", "10", "100"));
        assertThat(eInvoices.decide("CRN", note(room.invoices.issue(room.packed(consumer, "10")))))
                .as("unregistered buyer")
                .isEmpty();

        TaxInvoice early = invoice();
        room.clock.set(LocalDate.of(2027, 12, 1));
        String tooLate = note(early);

        assertThat(room.notes.note(tooLate).commercial()).isTrue();
        assertThat(eInvoices.decide("CRN", tooLate)).isEmpty();
    }

    /** A credit note over one piece. */
    private static String note(TaxInvoice of) {
        return room.notes
                .issue(
                        MoneyRoom.FARID,
                        new NoteRequest(
                                NoteReason.GOODS_RETURNED,
                                null,
                                List.of(NoteRequest.Line.ofQuantity(of.number(), 1, BigDecimal.ONE))))
                .number();
    }

    private static TaxInvoice invoice() {
        SalesOrder order = room.order("B-GJ", MoneyRoom.line(1, "8413", "10", "100"));
        return room.invoices.issue(room.packed(order, "10"));
    }

    private static String ready() {
        String irn = eInvoices.decide("INV", invoice().number()).orElseThrow();
        assertThat(eInvoices.prepare(irn).problem()).isNull();
        return irn;
    }

    private static String registered() {
        String irn = ready();
        assertThat(registration.register(irn).state()).isEqualTo(State.REGISTERED);
        return irn;
    }

    private static Heard heard() {
        return context.getBean(Heard.class);
    }

    private static java.util.function.Consumer<Throwable> slug(String slug) {
        return thrown -> assertThat(((Problem) thrown).slug()).isEqualTo(slug);
    }

    private static EwayBill bill(String shipment, String document) {
        return new EwayBill(
                shipment,
                "INV",
                document,
                true,
                "x",
                BigDecimal.TEN,
                "351000000001",
                Instant.EPOCH,
                10,
                false,
                null,
                false,
                null,
                "x",
                null,
                null);
    }

    static final class Heard {
        private final List<EInvoiceCancelled> cancelled = new CopyOnWriteArrayList<>();
        private final List<EInvoiceRecorded> recorded = new CopyOnWriteArrayList<>();

        @EventListener
        void on(EInvoiceCancelled event) {
            cancelled.add(event);
        }

        @EventListener
        void on(EInvoiceRecorded event) {
            recorded.add(event);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan(
            basePackages = "io.tradeflow.einvoice",
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(process|web)\\..*|.*Test(\\$.*)?"))
    static class Room {

        @Bean
        Heard heard() {
            return new Heard();
        }

        @Bean
        EwayBills ewayBills() {
            EwayBills bills = mock(EwayBills.class);
            when(bills.ofShipment(org.mockito.ArgumentMatchers.anyString())).thenReturn(Optional.empty());
            return bills;
        }

        @Bean
        ShippingBills shippingBills() {
            return mock(ShippingBills.class);
        }
    }
}
