package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** inquiry-to-invoice.bpmn: the order of the stages, the advance and cancelling. */
class InquiryToInvoiceProcessTest extends ProcessTest {

    private static final String ORDER = "SO-2627-000003";

    @BeforeEach
    void deployBackbone() {
        deploy(
                "inquiry/inquiry-to-invoice.bpmn",
                "inquiry/customer-segment.dmn",
                "ordering/payment-terms.dmn",
                "ordering/order-hold.dmn",
                "credit/credit-reaction.dmn");
        standIn("order-hold");
        steps.lists("placedHolds", List.of());
        standIn("quotation");
        standIn("order-fulfilment");
        standIn("collection");
    }

    @Test
    void theCallerDoesNotWaitForTheFirstStep() {
        ProcessInstance deal = start("inquiry-to-invoice", inquiry("REGULAR"));

        assertThat(deal).isWaitingAt("DecideSegment");
        Assertions.assertThat(steps.played()).isEmpty();
    }

    @Test
    void aDealWithoutAdvanceRunsFromInquiryToPayment() {
        ProcessInstance deal = startAndRun("inquiry-to-invoice", inquiry("REGULAR"));
        assertThat(deal).isWaitingAt("Quotation");
        Assertions.assertThat(handedTo("quotation"))
                .containsEntry("inquiryNumber", DEAL)
                .containsEntry("buyerCode", "SAHYADRI")
                .containsEntry("buyerName", "Sahyadri Agro")
                .containsEntry("segment", "INDUSTRY")
                .containsEntry("priceTier", "INDUSTRY")
                .containsEntry("advancePercent", 0)
                .containsEntry("creditDays", 30)
                .containsKeys("instalments", "dueDay", "earlyDiscount");

        orderConfirmed(false);
        accept();
        assertThat(deal).isWaitingAt("OrderFulfilment").hasNotPassed("CheckAdvance");
        Assertions.assertThat(variable(deal, "creditDays")).isEqualTo(30);
        Assertions.assertThat(variable(deal, "advancePercent")).isEqualTo(0);
        Assertions.assertThat(handedTo("order-fulfilment"))
                .containsEntry("orderNumber", ORDER)
                .containsEntry("buyerName", "Sahyadri Agro")
                .containsEntry("segment", "INDUSTRY")
                .containsEntry("shipToState", "27")
                .containsEntry("orderValue", 420000.0);

        finish("order-fulfilment", Map.of());
        assertThat(deal).isWaitingAt("Collection");
        Assertions.assertThat(handedTo("collection"))
                .containsEntry("orderNumber", ORDER)
                .containsEntry("buyerName", "Sahyadri Agro");
        finish("collection", Map.of());

        assertThat(deal).isEnded().hasPassed("CloseDeal", "DealClosed");
        Assertions.assertThat(steps.played())
                .containsExactly(
                        "assignSegment",
                        "confirmOrder",
                        "placeOrderHolds",
                        "checkCredit",
                        "applyCreditReactions",
                        "closeDeal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DECLINED", "EXPIRED", "WITHDRAWN", "NEW_OUTCOME"})
    void aDealWithoutAnAcceptedQuoteIsLost(String outcome) {
        ProcessInstance deal = startAndRun("inquiry-to-invoice", inquiry("REGULAR"));

        finish("quotation", with("quoteNumber", NUMBER, "quoteOutcome", outcome));
        runJobs();

        assertThat(deal).isEnded().hasPassed("CloseDealLost", "DealLost").hasNotPassed("ConfirmOrder");
    }

    @Test
    void fulfilmentWaitsUntilTheWholeAdvanceIsThere() {
        ProcessInstance deal = startAndRun("inquiry-to-invoice", inquiry("UNREGISTERED"));
        orderConfirmed(true);
        steps.writes("checkAdvance", Map.of("advanceReceived", false));
        steps.writes("checkAdvance", Map.of("advanceReceived", false));
        steps.writes("checkAdvance", Map.of("advanceReceived", true));
        accept();

        assertThat(deal).isWaitingAt("PaymentArrives");
        Assertions.assertThat(variable(deal, "advancePercent")).isEqualTo(30);
        Assertions.assertThat(tell("PaymentReceived")).isOne();
        assertThat(deal).isWaitingAt("PaymentArrives");
        Assertions.assertThat(tell("PaymentReceived")).isOne();
        assertThat(deal).isWaitingAt("OrderFulfilment");
        Assertions.assertThat(tell("PaymentReceived")).isZero();
    }

    @Test
    void anAdvanceThatIsThereAlreadyIsNotWaitedFor() {
        ProcessInstance deal = startAndRun("inquiry-to-invoice", inquiry("UNREGISTERED"));
        orderConfirmed(true);
        steps.writes("checkAdvance", Map.of("advanceReceived", true));

        accept();

        assertThat(deal).isWaitingAt("OrderFulfilment").hasNotPassed("PaymentArrives");
    }

    @Test
    void anOrderThatIsHeldGoesOnWhenEveryHoldIsReleased() {
        steps.lists("placedHolds", List.of(11L, 12L));
        ProcessInstance deal = startAndRun("inquiry-to-invoice", inquiry("REGULAR"));
        orderConfirmed(false);
        accept();

        assertThat(deal).isWaitingAt("OrderHolds");
        Assertions.assertThat(running("order-hold")).isEqualTo(2);
        finish("order-hold", Map.of());
        assertThat(deal).isWaitingAt("OrderHolds").hasNotPassed("OrderFulfilment");
        finish("order-hold", Map.of());
        assertThat(deal).isWaitingAt("OrderFulfilment");
    }

    @Test
    void aHeldOrderCanBeCancelled() {
        steps.lists("placedHolds", List.of(11L));
        ProcessInstance deal = startAndRun("inquiry-to-invoice", inquiry("REGULAR"));
        orderConfirmed(false);
        accept();

        tell("DealCancelled");

        assertThat(deal).isEnded().hasPassed("DealCancelled");
        Assertions.assertThat(running("order-hold")).isZero();
    }

    @Test
    void aPaymentBeforeTheOrderIsHeardByNobody() {
        startAndRun("inquiry-to-invoice", inquiry("UNREGISTERED"));

        Assertions.assertThat(tell("PaymentReceived")).isZero();
    }

    @Test
    void cancellingEndsWhateverStageTheDealIsIn() {
        ProcessInstance deal = startAndRun("inquiry-to-invoice", inquiry("REGULAR"));
        orderConfirmed(false);
        accept();

        Assertions.assertThat(tell("DealCancelled")).isOne();

        assertThat(deal).isEnded().hasPassed("CancelDeal", "DealCancelled").hasNotPassed("CloseDeal");
        Assertions.assertThat(running("order-fulfilment")).isZero();
        Assertions.assertThat(tell("DealCancelled")).isZero();
    }

    @Test
    void cancellingWorksBeforeTheFirstStepHasRun() {
        ProcessInstance deal = start("inquiry-to-invoice", inquiry("REGULAR"));

        tell("DealCancelled");

        assertThat(deal).isEnded().hasPassed("DealCancelled").hasNotPassed("AssignSegment");
    }

    @Test
    void aRefusedCancellationLeavesTheDealAsItWas() {
        steps.acts("cancelDeal", step -> {
            throw new IllegalStateException("goods-dispatched");
        });
        ProcessInstance deal = startAndRun("inquiry-to-invoice", inquiry("REGULAR"));

        Assertions.assertThatThrownBy(() -> tell("DealCancelled")).hasMessage("goods-dispatched");

        assertThat(deal).isWaitingAt("Quotation");
        Assertions.assertThat(running("quotation")).isOne();
    }

    private void accept() {
        finish("quotation", with("quoteNumber", NUMBER, "quoteOutcome", "ACCEPTED"));
        runJobs();
    }

    private void orderConfirmed(boolean advanceRequired) {
        steps.writes(
                "confirmOrder",
                with(
                        "orderNumber",
                        ORDER,
                        "advanceRequired",
                        advanceRequired,
                        "shipToState",
                        "27",
                        "orderValue",
                        420000.0,
                        "holdValue",
                        355932.2,
                        "firstOrder",
                        true,
                        "overdue",
                        0.0,
                        "exportMode",
                        "NONE"));
    }

    private static Map<String, Object> inquiry(String registration) {
        return with(
                "inquiryNumber", DEAL,
                "buyerCode", "SAHYADRI",
                "buyerName", "Sahyadri Agro",
                "businessCategory", "MANUFACTURER",
                "taxRegistration", registration);
    }
}
