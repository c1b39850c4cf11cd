package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Consignments on their way over HTTP: what carriers report, what the warehouse finds out, what the buyer sees. */
@TradeflowTest
class ConsignmentTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";
    private static final String HETAL = "hetal@sabarmati-traders.example";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aCarrierReportsUntilTheGoodsAreDelivered() {
        Deal deal = shipped();
        String shipment = shipment(deal);
        Api ravi = deal.as("ravi");

        JsonNode moving = report(deal, event("E1", "IN_TRANSIT", "place", "Satara"))
                .with(200)
                .json();
        assertThat(moving.path("status").asText()).isEqualTo("IN_TRANSIT");
        assertThat(report(deal, event("E1", "IN_TRANSIT", "place", "Satara"))
                        .with(200)
                        .json()
                        .path("events"))
                .as("the same event again changes nothing")
                .hasSize(1);
        report(deal, event("E2", "OUT_FOR_DELIVERY")).with(200);
        report(deal, event("E3", "NOTE", "note", "gate 2")).with(200);
        report(deal, event("E4", "DELIVERED")).problem(422, "invalid-tracking-event", "receivedBy");
        report(deal, event("E4", "DELIVERED", "receivedBy", "M. Patil")).with(200);
        report(deal, event("E4", "DELIVERED", "receivedBy", "M. Patil")).with(200);
        report(deal, event("E5", "LOST", "note", "gone")).problem(409, "consignment-closed", null);

        JsonNode seen = deal.buyer().get("/consignments/" + shipment);
        assertThat(seen.path("status").asText()).isEqualTo("DELIVERED");
        assertThat(seen.path("receivedBy").asText()).isEqualTo("M. Patil");
        assertThat(seen.path("events").findValuesAsText("kind"))
                .as("notes of the carrier are for the house")
                .containsExactly("IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED");
        assertThat(seen.path("lines").path(0).path("delivered").decimalValue())
                .isEqualByComparingTo(
                        seen.path("lines").path(0).path("dispatched").decimalValue());
        deal.as(HETAL).tryGet("/consignments/" + shipment).problem(404, "not-found", null);
        assertThat(ravi.get("/consignments/" + shipment).path("events")).hasSize(4);
        assertThat(mails("consignment-%:" + shipment + "%")).isEqualTo(2);
        assertThat(running(deal)).as("the process has seen it and ended").isZero();
    }

    @Test
    void onlyTheWarehouseAndCarriersReportAndNothingWrongIsKept() {
        Deal deal = shipped();

        deal.buyer()
                .post(events(deal), event("X", "DELIVERED", "receivedBy", "me"))
                .problem(403, "tracking-only", null);
        deal.as("asha").post(events(deal), event("X", "IN_TRANSIT")).problem(403, "tracking-only", null);
        report(deal, event("X", "TELEPORTED")).problem(422, "invalid-tracking-event", "kind");
        report(deal, event("X", "IN_TRANSIT", "occurredAt", "2099-01-01T00:00:00Z"))
                .problem(422, "invalid-tracking-event", "occurredAt");
        report(deal, event("X", "REFUSED")).problem(422, "invalid-tracking-event", "note");
        report(deal, event("X", "DELIVERED", "receivedBy", "P", "note", "broken", "refused", Map.of("1", "99")))
                .problem(422, "invalid-tracking-event", "refused[1]");
        report(deal, event("X", "DELIVERED", "receivedBy", "P", "note", "broken", "refused", Map.of("9", "1")))
                .problem(422, "invalid-tracking-event", "refused[9]");

        assertThat(deal.as("ravi").get("/consignments/" + shipment(deal)).path("events"))
                .isEmpty();
    }

    @Test
    void aPartThatIsNotTakenIsNoted() {
        Deal deal = shipped();

        JsonNode closed = report(
                        deal,
                        event(
                                "D",
                                "DELIVERED",
                                "receivedBy",
                                "P",
                                "note",
                                "one casing cracked",
                                "refused",
                                Map.of("1", "1")))
                .with(200)
                .json();

        assertThat(closed.path("status").asText()).isEqualTo("PARTLY_REFUSED");
        JsonNode line = closed.path("lines").path(0);
        assertThat(line.path("refused").decimalValue()).isEqualByComparingTo("1");
        assertThat(line.path("delivered").decimalValue()).isEqualByComparingTo("1");
        assertThat(running(deal)).isZero();
        assertThatThrownBy(() -> jdbc.sql("update consignment_line set lost = 1 where shipment_number = :s")
                        .param("s", shipment(deal))
                        .update())
                .as("the database lets no more arrive than left")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void anOverdueConsignmentIsChasedAndTheBuyerTold() {
        Deal deal = shipped();
        String shipment = shipment(deal);
        clock.advance(Duration.ofDays(7));
        deal.goOn();
        assertThat(mails("consignment-delayed:%:" + shipment)).isOne();

        String task = deal.task("ravi", "dispatch/chase").path("id").asText();
        deal.as("ravi").post("/tasks/" + task + "/claim", null).with(200);
        deal.as("ravi")
                .post("/tasks/" + task + "/completion", Map.of("variables", Map.of("chaseOutcome", "LOST")))
                .problem(422, "invalid-tracking-event", "note");
        deal.as("ravi")
                .post("/tasks/" + task + "/completion", Map.of("variables", Map.of("chaseOutcome", "WAIT")))
                .problem(422, "chase-invalid", "expectedOn");
        deal.complete(
                "ravi",
                "dispatch/chase",
                Map.of(
                        "chaseOutcome",
                        "WAIT",
                        "expectedOn",
                        LocalDate.now(clock).plusDays(2).toString(),
                        "chaseNote",
                        "stands in Hubballi"));
        assertThat(deal.hasTask("ravi", "dispatch/chase")).isFalse();

        clock.advance(Duration.ofDays(3));
        deal.goOn();
        deal.complete("ravi", "dispatch/chase", Map.of("chaseOutcome", "LOST", "chaseNote", "lorry burnt out"));

        JsonNode seen = deal.buyer().get("/consignments/" + shipment);
        assertThat(seen.path("status").asText()).isEqualTo("LOST");
        assertThat(running(deal)).isZero();
        assertThat(mails("consignment-delayed:%:" + shipment)).isEqualTo(2);
    }

    @Test
    void whatTheCarrierReportsMeanwhileTakesTheTaskAway() {
        Deal deal = shipped();
        clock.advance(Duration.ofDays(7));
        deal.goOn();
        assertThat(deal.hasTask("ravi", "dispatch/chase")).isTrue();

        report(deal, event("D", "DELIVERED", "receivedBy", "P")).with(200);

        assertThat(deal.hasTask("ravi", "dispatch/chase")).isFalse();
        assertThat(running(deal)).isZero();
    }

    @Test
    void vehiclesChangeOnTheWay() {
        Deal deal = shipped();
        String vehicles = "/consignments/" + shipment(deal) + "/vehicles";

        deal.as("ravi").post(vehicles, Map.of("vehicleNumber", "12")).problem(422, "invalid-vehicle", "reason");
        JsonNode changed = deal.as("ravi")
                .post(vehicles, Map.of("vehicleNumber", "mh 14 cd 9876", "reason", "BREAKDOWN", "fromPlace", "Nashik"))
                .with(200)
                .json();

        assertThat(changed.path("vehicles").findValuesAsText("vehicleNumber"))
                .containsExactly("MH12AB1234", "MH14CD9876");
    }

    @Test
    void carriersAreDataAndGiveTheLink() {
        Api ravi = new Api(port, "ravi");
        Map<String, Object> carrier = new HashMap<>(Map.of(
                "name", "Konkan Parcel", "modes", new String[] {"ROAD"}, "trackingUrl", "http://konkan.example"));
        ravi.put("/carriers/KONKAN", carrier).problem(422, "invalid-carrier", "trackingUrl");
        carrier.put("trackingUrl", "https://konkan.example/t?n={number}");
        carrier.put("transporterId", "29AAFCA7488L1Z0");
        ravi.as("asha").put("/carriers/KONKAN", carrier).problem(403, "carriers-only", null);
        ravi.put("/carriers/KONKAN", carrier).with(200);
        Deal deal = packed();
        deal.complete(
                "ravi",
                "dispatch/hand-over",
                Map.of(
                        "mode", "ROAD",
                        "carrier", "konkan",
                        "vehicleNumber", "MH12AB1234",
                        "trackingNumber", "KP 77/1",
                        "freight", "TO_PAY",
                        "expectedOn", "2031-01-05"));

        JsonNode seen = deal.buyer().get("/consignments/" + shipment(deal));

        assertThat(seen.path("carrier").asText()).isEqualTo("Konkan Parcel");
        assertThat(seen.path("trackingLink").asText()).isEqualTo("https://konkan.example/t?n=KP+77%2F1");
        assertThat(seen.path("freight").asText()).isEqualTo("TO_PAY");
        assertThat(seen.path("expectedOn").asText()).isEqualTo("2031-01-05");
    }

    @Test
    void aProofOfDeliveryIsToldByItsContentAndSeenByTheBuyer() throws Exception {
        Deal deal = shipped();
        String proofs = "/consignments/" + shipment(deal) + "/proofs";
        byte[] pdf = "%PDF-1.7 signed".getBytes(StandardCharsets.US_ASCII);

        assertThat(upload("ravi", proofs + "?receivedBy=P.+Jadhav", "<html>".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(422);
        assertThat(upload("ravi", proofs, pdf)).isEqualTo(422);
        assertThat(upload("asha", proofs + "?receivedBy=P", pdf)).isEqualTo(403);
        byte[] large = new byte[5 * 1024 * 1024 + 1];
        System.arraycopy(pdf, 0, large, 0, pdf.length);
        assertThat(upload("ravi", proofs + "?receivedBy=P", large)).isIn(413, 422);
        assertThat(upload("ravi", proofs + "?receivedBy=P.+Jadhav", pdf)).isEqualTo(201);
        assertThat(upload("ravi", proofs + "?receivedBy=P.+Jadhav", pdf)).isEqualTo(201);

        JsonNode kept = deal.buyer().get("/consignments/" + shipment(deal)).path("proofs");
        assertThat(kept).hasSize(1);
        String href = kept.path(0).path("href").asText().replace("/api/v1", "");
        assertThat(deal.buyer().bytes(href)).isEqualTo(pdf);
        deal.as(HETAL).tryGet(href).problem(404, "not-found", null);
    }

    private int upload(String user, String path, byte[] content) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private Deal packed() {
        Deal deal = Deal.inquire(new Api(port, "asha"), jobs, PRIYA, "CP-010-CI", "2")
                .accept();
        return deal.pickAll(shipment(deal)).inspect().pack();
    }

    private Deal shipped() {
        return packed().handOver();
    }

    private static String shipment(Deal deal) {
        return deal.shipments().path(0).path("number").asText();
    }

    private static String events(Deal deal) {
        return "/consignments/" + shipment(deal) + "/events";
    }

    private static Api.Answer report(Deal deal, Map<String, Object> event) {
        return deal.as("ravi").post(events(deal), event);
    }

    private static Map<String, Object> event(String id, String kind, Object... more) {
        Map<String, Object> event = new HashMap<>(Map.of("eventId", id, "kind", kind));
        for (int i = 0; i < more.length; i += 2) {
            event.put((String) more[i], more[i + 1]);
        }
        return event;
    }

    private long mails(String key) {
        return jdbc.sql("select count(*) from mail where key like :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    private long running(Deal deal) {
        return jdbc.sql("select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_"
                        + " where d.key_ = 'consignment' and e.business_key_ = :deal and e.parent_id_ is null")
                .param("deal", deal.number())
                .query(Long.class)
                .single();
    }
}
