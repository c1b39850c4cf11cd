package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import io.tradeflow.access.Visitor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How an order is to be delivered is stated with the acceptance, whichever way it comes, and never changes what was quoted. */
@TradeflowTest
class OrderDeliveryTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";
    private static final String SAVITA = "savita@gramjal-shirur.example";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Api api;

    @BeforeEach
    void open() {
        api = new Api(port, "asha");
    }

    @Test
    void whatTheBuyerStatesIsKeptOnTheOrderAndTold() {
        Deal deal = sent(PRIYA);
        LocalDate day = LocalDate.now(clock).plusDays(20);
        accept(
                        deal,
                        po(),
                        Map.of(
                                "shippingPolicy",
                                "COMPLETE",
                                "instructions",
                                "Unload 10:00 to 16:00, call the gate",
                                "shipTo",
                                address("27", "Chakan Road, Shed 4", "Pune", "412207"),
                                "requestedDays",
                                List.of(Map.of("lineNo", 2, "requestedOn", day.toString()))))
                .with(200);
        deal.goOn();

        JsonNode order = deal.order();
        assertThat(order.path("delivery").path("shippingPolicy").asText()).isEqualTo("COMPLETE");
        assertThat(order.path("delivery").path("instructions").asText())
                .isEqualTo("Unload 10:00 to 16:00, call the gate");
        assertThat(order.path("shipTo").path("line1").asText()).isEqualTo("Chakan Road, Shed 4");
        assertThat(order.path("shipTo").path("stateName").asText()).isEqualTo("Maharashtra");
        assertThat(order.path("lines").path(1).path("requestedOn").asText()).isEqualTo(day.toString());
        assertThat(order.path("grandTotal")).isEqualTo(deal.quote().path("grandTotal"));
        assertThat(jdbc.sql("select body from mail where key = :key")
                        .param("key", "order-confirmed:" + order.path("number").asText())
                        .query(String.class)
                        .single())
                .contains("Chakan Road", "all at once", "Unload 10:00 to 16:00", "wanted by");
    }

    /** What is known when the order is confirmed is printed with it, and stays as it was then. */
    @Test
    void theConfirmationSaysWhenEachLineArrives() {
        Deal deal = sent(PRIYA);
        accept(deal, po(), Map.of()).with(200);
        deal.goOn();
        String order = deal.order().path("number").asText();
        JsonNode printed = printed(order);
        JsonNode promises = deal.buyer().get("/orders/" + order + "/promises");
        assertThat(promises).isNotEmpty();
        promises.forEach(promise -> assertThat(printed.path("lines")
                        .path(promise.path("lineNo").asInt() - 1)
                        .path("promisedOn")
                        .asText())
                .isEqualTo(promise.path("promisedOn").asText()));
    }

    private JsonNode printed(String order) {
        try {
            return Api.JSON.readTree(jdbc.sql(
                            "select snapshot from frozen_document where kind = 'ORDER_CONFIRMATION' and number = :order")
                    .param("order", order)
                    .query(String.class)
                    .single());
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void thePortalStatesItBesideThePoNumberAndKeepsWhatWasTyped() throws Exception {
        Deal deal = sent(PRIYA);
        Visitor visitor = Visitor.signedIn(port, PRIYA);
        String form = "revision=1&shippingPolicy=COMPLETE&instructions=Ring+twice&requestedOn-1=";
        String path = "/portal/deals/" + deal.number() + "/quotes/"
                + deal.quote().path("number").asText() + "/acceptance";

        visitor.form(path, form + "1999-01-01&poNumber=" + po());
        assertThat(visitor.get("/portal/deals/" + deal.number()).body()).contains("is over", "Ring twice");

        visitor.form(path, form + LocalDate.now(clock).plusDays(9) + "&poNumber=" + po());
        deal.goOn();
        assertThat(deal.order().path("delivery").path("instructions").asText()).isEqualTo("Ring twice");
        assertThat(visitor.get("/portal/deals/" + deal.number()).body()).contains("all at once", "Ring twice");
        assertThat(Visitor.signedIn(port, "asha")
                        .get("/desk/deals/" + deal.number())
                        .body())
                .contains("all at once", "Ring twice", "Wanted by");
    }

    /** An unregistered buyer is supplied where the goods go: another state is another tax. */
    @Test
    void anAddressWithAnotherPlaceOfSupplyIsNotAWishButAnotherOffer() {
        Deal deal = sent(SAVITA);
        JsonNode refused = accept(deal, po(), Map.of("shipTo", address("29", "12 Brigade Road", "Bengaluru", "560001")))
                .problem(409, "ship-to-changes-quote", null);
        assertThat(refused.path("detail").asText()).contains("place of supply", "Ask for a change");
        accept(deal, po(), Map.of("shipTo", address("96", "1 Main Street", "Austin", "73301")))
                .problem(422, "delivery-invalid", "delivery.shipTo.stateCode");
        assertThat(deal.quote().path("status").asText()).isEqualTo("SENT");
        accept(deal, po(), Map.of("shipTo", address("27", "Zilla Parishad School", "Shirur", "412210")))
                .with(200);
    }

    @ParameterizedTest
    @CsvSource({"DDP, 409", "FCA, 200"})
    void aDeliveryRuleThatShiftsCostsToUsIsRefused(String rule, int status) {
        Deal deal = sent(PRIYA, "60");
        assertThat(deal.quote().path("freight").decimalValue())
                .as("sent carriage free")
                .isZero();
        Api.Answer answer = accept(deal, po(), Map.of("incoterm", Map.of("rule", rule, "place", "Pune works")));
        if (status == 409) {
            answer.problem(409, "incoterm-changes-quote", null);
        } else {
            answer.with(status);
            deal.goOn();
            assertThat(deal.order().path("delivery").path("incoterm").asText()).isEqualTo(rule + " Pune works");
        }
    }

    @Test
    void daysOfLinesThatAreNotTakenAndDaysThatAreOverAreRefused() {
        Deal deal = sent(PRIYA);
        String yesterday = LocalDate.now(clock).minusDays(1).toString();
        accept(deal, po(), Map.of("requestedDays", List.of(Map.of("lineNo", 1, "requestedOn", yesterday))))
                .problem(422, "delivery-invalid", "lines[0].requestedOn");
        String later = LocalDate.now(clock).plusDays(9).toString();
        accept(deal, po(), Map.of("requestedDays", List.of(Map.of("lineNo", 7, "requestedOn", later))))
                .problem(422, "delivery-invalid", "lines[6].requestedOn");
    }

    /** Lines that are taken become a revision with numbers of its own: the wanted day goes along. */
    @Test
    void theDayOfATakenLineFollowsItIntoTheRevisionMadeOfIt() {
        Deal deal = sent(PRIYA);
        String day = LocalDate.now(clock).plusDays(15).toString();
        deal.buyer()
                .post(
                        "/quotes/" + deal.quote().path("number").asText() + "/acceptance",
                        Map.of(
                                "revision",
                                1,
                                "poNumber",
                                po(),
                                "lines",
                                List.of(2),
                                "delivery",
                                Map.of("requestedDays", List.of(Map.of("lineNo", 2, "requestedOn", day)))))
                .with(202);
        deal.goOn();
        approveAll(deal);
        deal.goOn();
        assertThat(deal.order().path("lines")).hasSize(1);
        assertThat(deal.order().path("lines").path(0).path("requestedOn").asText())
                .isEqualTo(day);
    }

    @Test
    void aPoNumberIsUsedOnceHoweverItIsWritten() {
        String po = "Po/" + UUID.randomUUID().toString().substring(0, 8) + "/a";
        Deal first = sent(PRIYA);
        accept(first, po, Map.of()).with(200);
        Deal second = sent(PRIYA);
        JsonNode used = accept(second, " " + po.toUpperCase(java.util.Locale.ROOT) + " ", Map.of())
                .problem(409, "po-number-used", null);
        assertThat(used.path("detail").asText()).contains(po.toUpperCase(java.util.Locale.ROOT));
    }

    private Deal sent(String buyer) {
        return sent(buyer, "2");
    }

    private Deal sent(String buyer, String pumps) {
        Deal deal = Deal.inquire(api, jobs, buyer, "BV-025-SS", "10", "CP-010-CI", pumps);
        approveAll(deal);
        return deal.isAt("WITH_BUYER");
    }

    private void approveAll(Deal deal) {
        for (int round = 0; round < 5; round++) {
            for (String approver : List.of("vikram", "meera", "farid", "tara")) {
                while (deal.hasTask(approver, "approval/decide")) {
                    deal.approve(approver);
                }
            }
        }
    }

    private static Api.Answer accept(Deal deal, String po, Map<String, Object> delivery) {
        return deal.buyer()
                .post(
                        "/quotes/" + deal.quote().path("number").asText() + "/acceptance",
                        Map.of(
                                "revision",
                                deal.quote().path("revision").asInt(),
                                "poNumber",
                                po,
                                "delivery",
                                delivery));
    }

    private static Map<String, Object> address(String state, String street, String city, String pin) {
        return Map.of("line1", street, "city", city, "stateCode", state, "pin", pin, "country", "IN");
    }

    private static String po() {
        return "PO-" + UUID.randomUUID();
    }
}
