package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A quote is negotiated: counter-offers and answers to them, only some lines, messages, a longer validity; and whose turn it is. */
@TradeflowTest
class NegotiationTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";
    private static final String HETAL = "hetal@sabarmati-traders.example";
    private static final String SENTHIL = "senthil@kaveri-process.example";

    private static final List<String> APPROVERS = List.of("meera", "vikram", "farid", "tara");
    private static final Map<String, Object> APPROVED =
            Map.of("variables", Map.of("decision", "APPROVED", "comment", "as agreed"));

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
    void aCounterOfferIsAnsweredLineByLineInTheNextRevision() {
        Deal deal = sent();
        String quote = number(deal);
        JsonNode before = deal.quote();

        JsonNode countered = deal.buyer()
                .post(
                        path(quote, "counter-offers"),
                        Map.of(
                                "revision",
                                1,
                                "message",
                                "At these prices we order today",
                                "lines",
                                List.of(
                                        Map.of("lineNo", 1, "quantity", 20, "unitPrice", "4900.50"),
                                        Map.of("lineNo", 2, "unitPrice", "1.25"))))
                .with(201)
                .json();
        assertThat(countered.path("turn").asText()).isEqualTo("SELLER");
        deal.goOn();

        assertThat(deal.quote().path("grandTotal"))
                .as("what nobody has changed yet comes to the same")
                .isEqualTo(before.path("grandTotal"));
        assertThat(deal.quote().path("tax")).isEqualTo(before.path("tax"));
        accept(deal, 1).problem(409, "quote-superseded", null);
        accept(deal, 2).problem(409, "not-your-turn", null);
        deal.buyer()
                .post(path(quote, "counter-offers"), Map.of("revision", 2, "message", "Still there?"))
                .problem(409, "not-your-turn", null);
        deal.buyer()
                .post(path(quote, "counter-offer-answers"), answers("ADOPTED", 1))
                .with(403);
        assertThat(mails(deal)).anyMatch(subject -> subject.contains(quote + ": Priya Deshmukh writes"));

        api.post(path(quote, "counter-offer-answers"), answers("ADOPTED", 1)).with(200);
        api.post(
                        path(quote, "counter-offer-answers"),
                        Map.of("lines", List.of(Map.of("lineNo", 2, "answer", "KEPT", "note", "Below our cost"))))
                .with(200);
        api.post(path(quote, "counter-offer-answers"), answers("KEPT", 9))
                .problem(422, "answer-invalid", "lines[0].lineNo");
        api.post(path(quote, "counter-offer-answers"), answers("KEPT", 1))
                .problem(422, "answer-invalid", "lines[0].lineNo");
        api.as("ravi")
                .post(path(quote, "counter-offer-answers"), answers("KEPT", 2))
                .problem(403, "sales-only", null);
        JsonNode draft = deal.quote();
        assertThat(draft.path("lines").path(0).path("unitPrice").decimalValue()).isEqualByComparingTo("4900.50");
        assertThat(draft.path("lines").path(0).path("quantity").decimalValue()).isEqualByComparingTo("20");
        assertThat(draft.path("lines").path(1).path("unitPrice").decimalValue())
                .isEqualByComparingTo(
                        before.path("lines").path(1).path("unitPrice").decimalValue());

        assertThat(deal.buyer().get(path(quote, "negotiation")).toString())
                .as("what the sales desk has not sent yet")
                .doesNotContain("Below our cost", "ADOPTED");
        deal.complete("asha", "quotation/rework", Map.of("reworkDecision", "RESUBMIT"));
        approveAll(deal);
        JsonNode negotiation = deal.buyer().get(path(quote, "negotiation"));
        assertThat(negotiation.path("turn").asText()).isEqualTo("BUYER");
        JsonNode lines = negotiation.path("counterOffers").path(0).path("lines");
        assertThat(lines.path(0).path("answer").asText()).isEqualTo("ADOPTED");
        assertThat(lines.path(1).path("answerNote").asText()).isEqualTo("Below our cost");
        deal.accept();
        assertThat(deal.order().path("lines").path(0).path("unitPrice").decimalValue())
                .isEqualByComparingTo("4900.50");
        assertThat(api.get(path(quote, "negotiation")).path("turn").asText()).isEqualTo("NOBODY");
    }

    @Test
    void aCounterOfferIsRefusedWholeWithEveryWrongField() {
        Deal deal = sent();

        JsonNode problem = deal.buyer()
                .post(
                        path(number(deal), "counter-offers"),
                        Map.of(
                                "revision",
                                1,
                                "lines",
                                List.of(
                                        Map.of("lineNo", 1, "quantity", "-4"),
                                        Map.of("lineNo", 8, "unitPrice", "5"),
                                        Map.of("lineNo", 2, "neededBy", "2020-01-01", "unitPrice", "1.23456"))))
                .problem(422, "counter-offer-invalid", "lines[0].quantity");

        assertThat(problem.path("violations").findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "lines[0].quantity", "lines[1].lineNo", "lines[2].neededBy", "lines[2].unitPrice");
        deal.buyer()
                .post(path(number(deal), "counter-offers"), Map.of("revision", 1))
                .problem(422, "wish-missing", "message");
        JsonNode ours = deal.quote().path("lines").path(0);
        deal.buyer()
                .post(
                        path(number(deal), "counter-offers"),
                        Map.of(
                                "revision",
                                1,
                                "lines",
                                List.of(Map.of(
                                        "lineNo",
                                        1,
                                        "unitPrice",
                                        ours.path("unitPrice").decimalValue()))))
                .problem(422, "wish-missing", "message");
        assertThat(deal.quote().path("status").asText()).isEqualTo("SENT");
    }

    @Test
    void someLinesAreOrderedAsTheyWereOffered() {
        Deal deal = sent();
        String quote = number(deal);
        JsonNode offered = deal.quote();

        JsonNode choice = deal.buyer().get(path(quote, "choice?lines=2"));
        assertThat(choice.path("lines")).hasSize(1);
        assertThat(choice.path("goodsTotal").decimalValue())
                .isEqualByComparingTo(offered.path("lines").path(1).path("net").decimalValue());
        assertThat(choice.path("netTotal").decimalValue())
                .as("bringing fewer goods costs what the table of charges says of them")
                .isEqualByComparingTo(choice.path("goodsTotal")
                        .decimalValue()
                        .add(choice.path("charges").path("freight").decimalValue())
                        .add(choice.path("charges").path("packing").decimalValue())
                        .add(choice.path("charges").path("insurance").decimalValue()));
        assertThat(deal.quote().path("revision").asInt()).isEqualTo(1);

        String po = po();
        JsonNode waiting = deal.buyer()
                .post(path(quote, "acceptance"), Map.of("revision", 1, "poNumber", po, "lines", List.of(2)))
                .with(202)
                .json();
        assertThat(waiting.path("revision").asInt()).isEqualTo(2);
        deal.goOn();

        assertThat(deal.quote().path("status").asText()).isEqualTo("ACCEPTED");
        JsonNode order = deal.order();
        assertThat(order.path("poNumber").asText()).isEqualTo(po);
        assertThat(order.path("lines")).hasSize(1);
        assertThat(order.path("lines").path(0).path("sku").asText())
                .isEqualTo(offered.path("lines").path(1).path("sku").asText());
        assertThat(order.path("grandTotal").decimalValue())
                .isEqualByComparingTo(choice.path("grandTotal").decimalValue());
        assertThat(mails(deal))
                .as("who has ordered is not sent a quote to accept")
                .noneMatch(subject -> subject.contains(quote + " (revision 2)"));
    }

    @Test
    void linesThatAreTakenOfAnApprovedQuoteAreApprovedAnew() {
        Deal deal = Deal.inquire(api, jobs, HETAL, "BV-025-SS", "50", "CP-010-CI", "10");
        approveAll(deal);
        deal.isAt("WITH_BUYER");
        String quote = number(deal);

        deal.buyer()
                .post(path(quote, "acceptance"), Map.of("revision", 1, "poNumber", po(), "lines", List.of(1)))
                .with(202);
        deal.goOn();

        deal.isAt("IN_APPROVAL");
        assertThat(deal.order().isMissingNode()).isTrue();
        approveAll(deal);
        assertThat(deal.quote().path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(deal.order().path("lines")).hasSize(1);
    }

    @Test
    void linesThatAreTakenAreOpenAgainWhereApprovalFailsAndContentChanges() {
        Deal deal = Deal.inquire(api, jobs, HETAL, "BV-025-SS", "50", "CP-010-CI", "10");
        approveAll(deal);
        String quote = number(deal);
        deal.buyer()
                .post(path(quote, "acceptance"), Map.of("revision", 1, "poNumber", po(), "lines", List.of(1)))
                .with(202);
        deal.goOn();

        deal.complete(approver(deal), "approval/decide", Map.of("decision", "REJECTED", "comment", "only as a whole"));
        assertThat(deal.hasTask("asha", "quotation/rework")).isTrue();
        api.put("/quotes/" + quote + "/lines", Map.of("lines", List.of(Map.of("lineNo", 1, "unitPrice", "1500"))))
                .with(200);
        deal.complete("asha", "quotation/rework", Map.of("reworkDecision", "RESUBMIT"));
        approveAll(deal);

        assertThat(deal.quote().path("status").asText())
                .as("the buyer said yes to another content")
                .isEqualTo("SENT");
        assertThat(deal.order().isMissingNode()).isTrue();
        assertThat(deal.buyer()
                        .get(path(quote, "negotiation"))
                        .path("choices")
                        .path(0)
                        .path("outcome")
                        .asText())
                .isEqualTo("VOID");
    }

    @Test
    void aYesInTimeCountsThoughOurApprovalTakesLongerThanTheValidity() {
        Deal deal = Deal.inquire(api, jobs, HETAL, "BV-025-SS", "50", "CP-010-CI", "10");
        approveAll(deal);
        String quote = number(deal);
        deal.buyer()
                .post(path(quote, "acceptance"), Map.of("revision", 1, "poNumber", po(), "lines", List.of(1)))
                .with(202);
        clock.advance(Duration.ofDays(17));
        deal.goOn();

        approveAll(deal);

        assertThat(deal.quote().path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(deal.order().path("lines")).hasSize(1);
    }

    @Test
    void aQuoteThatIsApprovedTooLateIsNotSentButStartsAnew() {
        Deal deal = Deal.inquire(api, jobs, HETAL, "BV-025-SS", "50").isAt("IN_APPROVAL");
        clock.advance(Duration.ofDays(17));
        approveAll(deal);

        assertThat(deal.quote().path("status").asText()).isEqualTo("DRAFT");
        deal.complete("asha", "quotation/rework", Map.of("reworkDecision", "RESUBMIT"));
        approveAll(deal);

        assertThat(deal.quote().path("status").asText()).isEqualTo("SENT");
        assertThat(LocalDate.parse(deal.quote().path("validUntil").asText())).isAfter(LocalDate.now(clock));
    }

    @Test
    void whoRecordsAChoiceForTheBuyerDoesNotApproveIt() {
        Deal deal = Deal.inquire(api, jobs, HETAL, "BV-025-SS", "50", "CP-010-CI", "10");
        approveAll(deal);
        api.as("meera")
                .post(path(number(deal), "acceptance"), Map.of("revision", 1, "poNumber", po(), "lines", List.of(1)))
                .with(202);
        deal.goOn();

        api.as("meera").post("/tasks/" + task(deal, "meera") + "/claim", null).with(200);
        api.as("meera")
                .post("/tasks/" + task(deal, "meera") + "/completion", APPROVED)
                .problem(403, "four-eyes", null);
        assertThat(deal.order().isMissingNode()).isTrue();
    }

    @Test
    void linesOverTheBuyersLimitAreSentAndWaitForTheBuyersOwnApproval() {
        Deal deal = Deal.inquire(
                        api,
                        jobs,
                        "arjun@yamuna-retail.example",
                        "CP-010-CI",
                        "10",
                        "HS-050-PVC",
                        "200",
                        "GV-050-CI",
                        "2")
                .isAt("WITH_BUYER");
        String quote = number(deal);
        deal.buyer()
                .post(path(quote, "acceptance"), Map.of("revision", 1, "poNumber", po(), "lines", List.of(1, 2)))
                .with(202);
        deal.goOn();

        assertThat(deal.quote().path("status").asText()).isEqualTo("SENT");
        assertThat(deal.buyer()
                        .get(path(quote, "negotiation"))
                        .path("choices")
                        .path(0)
                        .path("outcome")
                        .asText())
                .isEqualTo("OPEN");
        assertThat(mails(deal)).anyMatch(subject -> subject.contains(quote + " (revision 2)"));
    }

    @Test
    void ofTwoAnswersAtOnceTheSecondIsToldWhatTheFirstOneDid() {
        for (int round = 0; round < 3; round++) {
            Deal deal = sent();
            CompletableFuture<Integer> yes =
                    CompletableFuture.supplyAsync(() -> accept(deal, 1).status());
            CompletableFuture<Integer> counter = CompletableFuture.supplyAsync(() -> deal.buyer()
                    .post(path(number(deal), "counter-offers"), Map.of("revision", 1, "message", "Cheaper"))
                    .status());

            assertThat(List.of(yes.join(), counter.join()))
                    .as("accepted, or countered; the other one conflicts")
                    .isIn(List.of(200, 409), List.of(409, 201));
        }
    }

    @Test
    void anAlternativeThatTheBuyerTakesIsAdoptedInOneGo() {
        Deal deal = sent("CP-010-CI", "10", "HS-050-PVC", "200", "GV-050-CI", "20");
        String quote = number(deal);
        reviseWith(deal, List.of(Map.of("lineNo", 3, "kind", "ALTERNATIVE", "insteadOf", 1)));
        deal.buyer()
                .post(
                        path(quote, "counter-offers"),
                        Map.of(
                                "revision",
                                2,
                                "lines",
                                List.of(
                                        Map.of("lineNo", 1, "leaveOut", true),
                                        Map.of("lineNo", 3, "take", true, "quantity", 24))))
                .with(201);
        deal.goOn();

        api.post(path(quote, "counter-offer-answers"), answers("ADOPTED", 3)).with(200);

        JsonNode draft = deal.quote();
        assertThat(draft.path("lines").findValuesAsText("sku")).containsExactly("HS-050-PVC", "GV-050-CI");
        assertThat(draft.path("lines").path(1).path("quantity").decimalValue()).isEqualByComparingTo("24");
        assertThat(draft.path("netTotal").decimalValue())
                .isEqualByComparingTo(draft.path("lines")
                        .path(0)
                        .path("net")
                        .decimalValue()
                        .add(draft.path("lines").path(1).path("net").decimalValue()));
        assertThat(api.get(path(quote, "negotiation")).path("counterOffers").findValuesAsText("answer"))
                .containsOnly("ADOPTED");
    }

    @Test
    void aLongerValidityThatIsNotApprovedYetIsNotPromised() {
        Deal deal = Deal.inquire(api, jobs, HETAL, "BV-025-SS", "50");
        approveAll(deal);
        LocalDate until =
                LocalDate.parse(deal.quote().path("validUntil").asText()).plusDays(10);
        ask(deal, until).with(201);
        deal.complete(
                "asha",
                "quotation/extension",
                Map.of("extensionDecision", "GRANT", "grantedUntil", until.toString(), "extensionNote", "For you"));

        deal.isAt("IN_APPROVAL");
        String seen = deal.buyer().get(path(number(deal), "negotiation")).toString()
                + deal.buyer().get("/deals/" + deal.number() + "/timeline");
        assertThat(seen).doesNotContain("GRANTED", "For you", "validity granted");
        approveAll(deal);
        assertThat(deal.buyer().get(path(number(deal), "negotiation")).toString())
                .contains("GRANTED", "For you");
        assertThat(deal.quote().path("status").asText()).isEqualTo("SENT");
    }

    @Test
    void optionsAndAlternativesAreTakenWithTheRest() {
        Deal deal = sent("CP-010-CI", "10", "HS-050-PVC", "200", "GV-050-CI", "20");
        String quote = number(deal);
        reviseWith(
                deal,
                List.of(
                        Map.of("lineNo", 2, "kind", "OPTIONAL"),
                        Map.of("lineNo", 3, "kind", "ALTERNATIVE", "insteadOf", 1)));
        JsonNode sent = deal.quote();
        assertThat(sent.path("netTotal").decimalValue())
                .isEqualByComparingTo(sent.path("lines").path(0).path("net").decimalValue());

        deal.buyer()
                .post(path(quote, "acceptance"), Map.of("revision", 2, "poNumber", po(), "lines", List.of(1, 3)))
                .problem(422, "choice-invalid", "lines");
        deal.buyer()
                .post(path(quote, "acceptance"), Map.of("revision", 2, "poNumber", po(), "lines", List.of(7)))
                .problem(422, "choice-invalid", "lines");
        deal.buyer()
                .post(path(quote, "acceptance"), Map.of("revision", 2, "poNumber", po(), "lines", List.of(2, 3)))
                .with(202);
        deal.goOn();
        approveAll(deal);

        assertThat(deal.order().path("lines").findValuesAsText("sku")).containsExactly("HS-050-PVC", "GV-050-CI");
    }

    @Test
    void aPoNumberThatWasUsedMeanwhileLeavesTheChosenLinesOpen() {
        Deal deal = sent();
        String quote = number(deal);
        String po = po();
        deal.buyer()
                .post(path(quote, "acceptance"), Map.of("revision", 1, "poNumber", po, "lines", List.of(2)))
                .with(202);
        Deal other = sent();
        other.buyer()
                .post(path(number(other), "acceptance"), Map.of("revision", 1, "poNumber", po))
                .with(200);

        deal.goOn();

        assertThat(deal.quote().path("status").asText()).isEqualTo("SENT");
        JsonNode choice =
                deal.buyer().get(path(quote, "negotiation")).path("choices").path(0);
        assertThat(choice.path("outcome").asText()).isEqualTo("REFUSED");
        assertThat(choice.path("outcomeNote").asText()).contains(po);
        assertThat(mails(deal)).anyMatch(subject -> subject.contains(quote + " (revision 2)"));
        deal.accept();
        assertThat(deal.order().path("lines")).hasSize(1);
    }

    @Test
    void aLongerValidityIsGrantedAsARevisionWithTheSameContent() {
        Deal deal = sent();
        String quote = number(deal);
        JsonNode before = deal.quote();
        LocalDate until = LocalDate.parse(before.path("validUntil").asText()).plusDays(10);

        ask(deal, until.minusDays(10)).problem(422, "extension-invalid", "wantedUntil");
        ask(deal, until).with(201);
        ask(deal, until).problem(409, "extension-asked", null);
        assertThat(deal.quote().path("status").asText())
                .as("can be answered meanwhile")
                .isEqualTo("SENT");
        String task = deal.task("asha", "quotation/extension").path("id").asText();
        api.post("/tasks/" + task + "/claim", null).with(200);
        api.post(
                        "/tasks/" + task + "/completion",
                        Map.of("variables", Map.of("extensionDecision", "GRANT", "grantedUntil", "soon")))
                .problem(422, "extension-invalid", "grantedUntil");
        deal.complete(
                "asha", "quotation/extension", Map.of("extensionDecision", "GRANT", "grantedUntil", until.toString()));

        JsonNode after = deal.quote();
        assertThat(after.path("revision").asInt()).isEqualTo(2);
        assertThat(after.path("status").asText()).isEqualTo("SENT");
        assertThat(after.path("validUntil").asText()).isEqualTo(until.toString());
        assertThat(after.path("grandTotal")).isEqualTo(before.path("grandTotal"));
        clock.advance(Duration.ofDays(18));
        deal.goOn();
        deal.accept();
        assertThat(deal.order().path("number").asText()).isNotBlank();
    }

    @Test
    void aRefusedExtensionIsToldAndAnAnsweredQuoteLeavesNothingToDecide() {
        Deal deal = sent();
        LocalDate until =
                LocalDate.parse(deal.quote().path("validUntil").asText()).plusDays(10);
        ask(deal, until).with(201);
        deal.complete(
                "asha", "quotation/extension", Map.of("extensionDecision", "REFUSE", "extensionNote", "Steel goes up"));
        JsonNode extension = deal.buyer()
                .get(path(number(deal), "negotiation"))
                .path("extensions")
                .path(0);
        assertThat(extension.path("outcome").asText()).isEqualTo("REFUSED");
        assertThat(extension.path("decidedBy").asText()).contains("Asha");
        assertThat(mails(deal)).anyMatch(subject -> subject.contains("writes"));

        ask(deal, until).with(201);
        assertThat(deal.hasTask("asha", "quotation/extension")).isTrue();
        deal.accept();
        assertThat(deal.hasTask("asha", "quotation/extension")).isFalse();
        assertThat(api.get(path(number(deal), "negotiation"))
                        .path("extensions")
                        .path(1)
                        .path("outcome")
                        .asText())
                .isEqualTo("OVER");
    }

    @Test
    void ofAnExpiredQuoteALongerValidityIsAWishToTheSalesDesk() {
        Deal deal = sent();
        clock.advance(Duration.ofDays(16));
        deal.goOn().isAt("LOST");

        accept(deal, 1).problem(409, "quote-expired", null);
        ask(deal, LocalDate.now(clock).plusDays(10)).with(201);

        assertThat(deal.hasTask("asha", "quotation/extension")).isFalse();
        assertThat(mails(deal)).anyMatch(subject -> subject.contains("Priya Deshmukh writes"));
        ask(deal, LocalDate.now(clock).plusDays(12)).with(201);
    }

    @Test
    void bothSidesWriteAndNobodyElseReads() {
        Deal deal = sent();
        String quote = number(deal);

        deal.buyer()
                .post(path(quote, "messages"), Map.of("lineNo", 1, "text", "Is the flange included?"))
                .with(201);
        api.post(path(quote, "messages"), Map.of("text", "Yes, it is.")).with(201);
        api.post(path(quote, "messages"), Map.of("text", "x", "lineNo", 40)).problem(422, "message-invalid", "lineNo");

        JsonNode messages = deal.buyer().get(path(quote, "negotiation")).path("messages");
        assertThat(messages.findValuesAsText("text")).containsExactly("Is the flange included?", "Yes, it is.");
        assertThat(messages.findValuesAsText("side")).containsExactly("BUYER", "SELLER");
        api.as(SENTHIL).tryGet(path(quote, "negotiation")).with(404);
        api.as(SENTHIL).post(path(quote, "messages"), Map.of("text", "Hm")).with(404);
        api.as(SENTHIL)
                .post(path(quote, "counter-offers"), Map.of("revision", 1, "message", "Mine"))
                .with(404);
        api.as(SENTHIL).tryGet(path(quote, "choice?lines=1")).with(404);
        assertThat(deal.quote().path("status").asText()).isEqualTo("SENT");
    }

    @Test
    void aDeclineOfAnOlderRevisionDeclinesNothing() {
        Deal deal = sent();
        reviseWith(deal, List.of(Map.of("lineNo", 1, "quantity", 12)));

        deal.buyer()
                .post(path(number(deal), "decline"), Map.of("revision", 1, "reason", "too dear"))
                .problem(409, "quote-superseded", null);
        assertThat(deal.quote().path("status").asText()).isEqualTo("SENT");
    }

    private Deal sent(String... lines) {
        Deal deal = Deal.inquire(
                api, jobs, PRIYA, lines.length == 0 ? new String[] {"CP-010-CI", "10", "HS-050-PVC", "200"} : lines);
        approveAll(deal);
        return deal.isAt("WITH_BUYER");
    }

    /** The sales desk takes the quote back, changes lines and sends it again. */
    private void reviseWith(Deal deal, List<Map<String, Object>> lines) {
        String quote = number(deal);
        api.post(path(quote, "counter-offers"), Map.of("revision", 1, "message", "By telephone"))
                .with(201);
        deal.goOn();
        api.patch("/quotes/" + quote, Map.of("lines", lines)).with(200);
        deal.complete("asha", "quotation/rework", Map.of("reworkDecision", "RESUBMIT"));
        approveAll(deal);
        assertThat(deal.quote().path("status").asText()).isEqualTo("SENT");
    }

    private static void approveAll(Deal deal) {
        while (deal.stage().equals("IN_APPROVAL") && !deal.hasTask("asha", "quotation/rework")) {
            assertThat(APPROVERS.stream().anyMatch(user -> approves(deal, user)))
                    .as("somebody can approve " + deal.number())
                    .isTrue();
            deal.goOn();
        }
    }

    /** Whether this person has a decision to take and may take it. */
    private static boolean approves(Deal deal, String user) {
        if (!deal.hasTask(user, "approval/decide")) {
            return false;
        }
        String task = "/tasks/" + task(deal, user);
        deal.as(user).post(task + "/claim", null).with(200);
        boolean approved = deal.as(user).post(task + "/completion", APPROVED).status() == 204;
        if (!approved) {
            deal.as(user).delete(task + "/claim");
        }
        return approved;
    }

    private static String task(Deal deal, String user) {
        return deal.task(user, "approval/decide").path("id").asText();
    }

    private static String approver(Deal deal) {
        return APPROVERS.stream()
                .filter(user -> deal.hasTask(user, "approval/decide"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody can approve " + deal.number()));
    }

    private Api.Answer ask(Deal deal, LocalDate until) {
        return deal.buyer()
                .post(
                        path(number(deal), "extension-requests"),
                        Map.of("wantedUntil", until.toString(), "reason", "Board meets later"));
    }

    private Api.Answer accept(Deal deal, int revision) {
        return deal.buyer().post(path(number(deal), "acceptance"), Map.of("revision", revision, "poNumber", po()));
    }

    private static Map<String, Object> answers(String answer, int lineNo) {
        return Map.of("lines", List.of(Map.of("lineNo", lineNo, "answer", answer)));
    }

    private List<String> mails(Deal deal) {
        return jdbc.sql("select subject from mail where deal_number = ?")
                .param(deal.number())
                .query(String.class)
                .list();
    }

    private static String number(Deal deal) {
        return deal.quote().path("number").asText();
    }

    private static String path(String quote, String what) {
        return "/quotes/" + quote + "/" + what;
    }

    private static String po() {
        return "PO-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
