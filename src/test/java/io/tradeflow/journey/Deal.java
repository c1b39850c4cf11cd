package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradeflow.EngineJobs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** One deal as the people of the demo company drive it over the API; jobs run when the deal is told to go on. */
public class Deal {

    private final Api api;
    private final Consumer<String> jobs;
    private final String buyer;
    private final String number;

    private Deal(Api api, Consumer<String> jobs, String buyer, String number) {
        this.api = api;
        this.jobs = jobs;
        this.buyer = buyer;
        this.number = number;
    }

    /** @param lines SKU and quantity, one after the other */
    public static Deal inquire(Api api, EngineJobs jobs, String buyer, String... lines) {
        return inquire(api, jobs::runDue, buyer, lines);
    }

    /** @param jobs runs what is due for the deal with this number, or does nothing where the program does that by itself */
    public static Deal inquire(Api api, Consumer<String> jobs, String buyer, String... lines) {
        String number = api.as(buyer)
                .post(
                        "/inquiries",
                        inquiry(api.as(buyer).get("/me").path("buyerCode").asText(), lines))
                .with(201)
                .json()
                .path("number")
                .asText();
        Deal deal = new Deal(api, jobs, buyer, number);
        deal.goOn();
        return deal;
    }

    public static ObjectNode inquiry(String buyerCode, String... lines) {
        ObjectNode body = Api.JSON.createObjectNode();
        body.put("buyerCode", buyerCode).put("channel", "API").put("requirement", "Spares for the yearly overhaul");
        body.put("urgency", "NORMAL");
        ArrayNode array = body.putArray("lines");
        for (int i = 0; i < lines.length; i += 2) {
            array.addObject().put("sku", lines[i]).put("quantity", new java.math.BigDecimal(lines[i + 1]));
        }
        return body;
    }

    public String number() {
        return number;
    }

    /** The same deal at another door of the program, or at another program on the same database. */
    public Deal through(Api door) {
        return new Deal(door, jobs, buyer, number);
    }

    /** Runs all that is due. */
    public Deal goOn() {
        jobs.accept(number);
        return this;
    }

    public String stage() {
        return as("asha").get("/deals/" + number).path("stage").asText();
    }

    public Api as(String user) {
        return api.as(user);
    }

    public Api buyer() {
        return api.as(buyer);
    }

    public JsonNode quote() {
        return as("asha").get("/quotes?deal=" + number).path(0);
    }

    public Deal accept() {
        JsonNode quote = quote();
        Map<String, Object> answer = Map.of(
                "revision",
                quote.path("revision").asInt(),
                "poNumber",
                "PO-" + UUID.randomUUID().toString().substring(0, 8));
        buyer().post("/quotes/" + quote.path("number").asText() + "/acceptance", answer)
                .with(200);
        return goOn();
    }

    public JsonNode order() {
        return as("asha").get("/orders?deal=" + number).path(0);
    }

    /** Lets the order pass those of other tests that wait for the same goods. */
    public Deal goesFirst() {
        as("tara")
                .put(
                        "/orders/" + order().path("number").asText() + "/allocation-priority",
                        Map.of("priority", 99, "reason", "The plant stands still"))
                .with(200);
        return goOn();
    }

    public JsonNode shipments() {
        return as("ravi").get("/shipments?deal=" + number);
    }

    public JsonNode invoices() {
        return buyer().get("/invoices?deal=" + number);
    }

    public JsonNode documents() {
        return buyer().get("/documents?deal=" + number);
    }

    /** The first open task with this form that this person may do. */
    public JsonNode task(String user, String form) {
        for (JsonNode task : as(user).get("/tasks?deal=" + number)) {
            if (task.path("form").asText().equals(form)) {
                return task;
            }
        }
        throw new AssertionError(user + " has no task " + form + " in " + number + ", which is at " + stage());
    }

    public boolean hasTask(String user, String form) {
        for (JsonNode task : as(user).get("/tasks?deal=" + number)) {
            if (task.path("form").asText().equals(form)) {
                return true;
            }
        }
        return false;
    }

    public Deal complete(String user, String form, Map<String, Object> variables) {
        String id = task(user, form).path("id").asText();
        as(user).post("/tasks/" + id + "/claim", null).with(200);
        as(user).post("/tasks/" + id + "/completion", Map.of("variables", variables))
                .with(204);
        return goOn();
    }

    /** Picks, inspects, packs and hands over this shipment, whichever others wait. */
    public Deal shipOnly(String shipment) {
        Map<String, String> picked = new LinkedHashMap<>();
        for (JsonNode line : as("ravi").get("/shipments/" + shipment).path("lines")) {
            picked.put(line.path("lineNo").asText(), line.path("planned").asText());
        }
        completeOf(shipment, "ravi", "fulfilment/pick", Map.of("picked", json(picked)));
        if (isAsked(shipment, "lata", "fulfilment/inspect")) {
            completeOf(shipment, "lata", "fulfilment/inspect", Map.of("rejected", "{}", "remark", "sound"));
        }
        completeOf(shipment, "ravi", "fulfilment/pack", Map.of("packages", 2, "grossWeightKg", "42.5"));
        return completeOf(shipment, "ravi", "dispatch/hand-over", byRoad(shipment));
    }

    private Deal completeOf(String shipment, String user, String form, Map<String, Object> variables) {
        String id = ofShipment(shipment, user, form)
                .orElseThrow(() -> new AssertionError(user + " has no task " + form + " for " + shipment));
        as(user).post("/tasks/" + id + "/claim", null).with(200);
        as(user).post("/tasks/" + id + "/completion", Map.of("variables", variables))
                .with(204);
        return goOn();
    }

    private boolean isAsked(String shipment, String user, String form) {
        return ofShipment(shipment, user, form).isPresent();
    }

    private Optional<String> ofShipment(String shipment, String user, String form) {
        for (JsonNode task : as(user).get("/tasks?deal=" + number)) {
            if (task.path("form").asText().equals(form)
                    && task.path("references").path("shipmentNumber").asText().equals(shipment)) {
                return Optional.of(task.path("id").asText());
            }
        }
        return Optional.empty();
    }

    public Deal approve(String user) {
        return complete(user, "approval/decide", Map.of("decision", "APPROVED", "comment", "as agreed"));
    }

    /** Picks, inspects, packs and hands over one shipment that waits to be picked. */
    public Deal ship() {
        String shipment = task("ravi", "fulfilment/pick")
                .path("references")
                .path("shipmentNumber")
                .asText();
        return pickAll(shipment).inspect().pack().handOver();
    }

    public Deal pickAll(String shipment) {
        Map<String, String> picked = new LinkedHashMap<>();
        for (JsonNode line : as("ravi").get("/shipments/" + shipment).path("lines")) {
            picked.put(line.path("lineNo").asText(), line.path("planned").asText());
        }
        return pick(picked);
    }

    public Deal pick(Map<String, String> picked) {
        return complete("ravi", "fulfilment/pick", Map.of("picked", json(picked)));
    }

    /** Inspects what is to be inspected; what the table lets pass is packed at once. */
    public Deal inspect() {
        if (!hasTask("lata", "fulfilment/inspect") && hasTask("ravi", "fulfilment/pack")) {
            return this;
        }
        return complete("lata", "fulfilment/inspect", Map.of("rejected", "{}", "remark", "sound"));
    }

    public Deal pack() {
        return complete(
                "ravi", "fulfilment/pack", Map.of("packages", 2, "grossWeightKg", "42.5", "packingNote", "one crate"));
    }

    public Deal handOver() {
        String shipment = task("ravi", "dispatch/hand-over")
                .path("references")
                .path("shipmentNumber")
                .asText();
        return complete("ravi", "dispatch/hand-over", byRoad(shipment));
    }

    /** With a number from the portal where the goods may not leave without. */
    private Map<String, Object> byRoad(String shipment) {
        Map<String, Object> handOver = new LinkedHashMap<>(
                Map.of("mode", "ROAD", "carrier", "Deccan Roadways", "vehicleNumber", "MH12AB1234"));
        JsonNode bill = as("ravi").get("/shipments/" + shipment + "/eway-bill");
        if (bill.path("needed").asBoolean() && !bill.has("number")) {
            handOver.put("ewayBillNumber", ewayBillNumber());
        }
        return handOver;
    }

    /** As the portal might give one. */
    public static String ewayBillNumber() {
        return "35" + (1_000_000_000L + ThreadLocalRandom.current().nextLong(9_000_000_000L));
    }

    public JsonNode openItems() {
        return as("farid").get("/open-items?deal=" + number);
    }

    /** Pays in full what is open. */
    public Deal payAll() {
        for (JsonNode item : openItems()) {
            if (item.path("open").decimalValue().signum() > 0) {
                as("farid").post("/payments", payment(item)).with(201);
            }
        }
        return goOn();
    }

    private static Map<String, Object> payment(JsonNode item) {
        Map<String, Object> payment = new LinkedHashMap<>();
        payment.put("buyerCode", item.path("buyerCode").asText());
        payment.put("invoiceNumber", item.path("invoiceNumber").asText());
        payment.put("amount", item.path("open").decimalValue());
        payment.put("currency", item.path("currency").asText());
        payment.put("mode", "NEFT");
        payment.put(
                "reference",
                "UTR" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
        payment.put("receivedOn", item.path("issuedOn").asText());
        return payment;
    }

    private static String json(Object value) {
        try {
            return Api.JSON.writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public Deal isAt(String stage) {
        assertThat(stage()).isEqualTo(stage);
        return this;
    }
}
