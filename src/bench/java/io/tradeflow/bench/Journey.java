package io.tradeflow.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** A deal of ten lines over the public API, each step by the person who does it in the demo company. */
class Journey implements Traveller {

    private static final String BUYER = "priya@sahyadri-agro.example";

    private final Http buyer;
    private final Http desk;
    private final Http warehouse;
    private final Http quality;
    private final Http finance;
    private final String buyerCode;
    private final Goods goods;

    Journey(String base) {
        buyer = new Http(base, BUYER);
        desk = new Http(base, "asha");
        warehouse = new Http(base, "ravi");
        quality = new Http(base, "lata");
        finance = new Http(base, "farid");
        buyerCode = buyer.get("/me").path("buyerCode").asText();
        goods = Goods.receive(warehouse);
    }

    @Override
    public void journey(Timings timings) {
        String deal = timed(timings, Step.INQUIRE, this::inquire);
        timed(timings, Step.QUOTE_READY, () -> untilStage(deal, Set.of("WITH_BUYER")));
        timed(timings, Step.ACCEPT, () -> accept(deal));
        JsonNode pick = timed(timings, Step.PICK_LIST_READY, () -> untilTask(warehouse, deal, "fulfilment/pick"));
        timed(timings, Step.PICK, () -> pick(pick));
        timed(timings, Step.INSPECT, () -> inspect(deal));
        timed(timings, Step.PACK, () -> pack(deal));
        JsonNode handOver = timed(timings, Step.INVOICE_READY, () -> untilTask(warehouse, deal, "dispatch/hand-over"));
        timed(timings, Step.HAND_OVER, () -> handOver(handOver));
        timed(timings, Step.DELIVERED, () -> untilStage(deal, Set.of("AWAITING_PAYMENT")));
        timed(timings, Step.INVOICE, () -> only(buyer.get("/invoices?deal=" + deal)));
        timed(timings, Step.PAY, () -> pay(deal));
        timed(timings, Step.CLOSED, () -> untilStage(deal, Set.of("CLOSED")));
    }

    private static <T> T timed(Timings timings, Step step, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        timings.add(step, System.nanoTime() - start);
        return result;
    }

    private String inquire() {
        Map<String, Object> inquiry =
                Map.of("buyerCode", buyerCode, "channel", "API", "requirement", "Spares", "lines", goods.lines());
        return buyer.post("/inquiries", inquiry, 201).path("number").asText();
    }

    private JsonNode accept(String deal) {
        JsonNode quote = only(buyer.get("/quotes?deal=" + deal));
        return buyer.post(
                "/quotes/" + quote.path("number").asText() + "/acceptance",
                Map.of("revision", quote.path("revision").asInt(), "poNumber", "PO-" + token()),
                200);
    }

    private Void pick(JsonNode task) {
        String shipment = task.path("references").path("shipmentNumber").asText();
        Map<String, String> picked = new LinkedHashMap<>();
        for (JsonNode line : warehouse.get("/shipments/" + shipment).path("lines")) {
            picked.put(line.path("lineNo").asText(), line.path("planned").asText());
        }
        return complete(warehouse, task, Map.of("picked", text(picked)));
    }

    private Void inspect(String deal) {
        JsonNode task = untilTask(quality, deal, "fulfilment/inspect");
        return complete(quality, task, Map.of("rejected", "{}", "remark", "All accepted"));
    }

    private Void pack(String deal) {
        JsonNode task = untilTask(warehouse, deal, "fulfilment/pack");
        return complete(warehouse, task, Map.of("packages", 3, "grossWeightKg", "184.5", "packingNote", "Two crates"));
    }

    private Void handOver(JsonNode task) {
        return complete(
                warehouse, task, Map.of("mode", "ROAD", "carrier", "Deccan Roadways", "vehicleNumber", "MH12AB1234"));
    }

    /** Completes without claiming first: an open task is taken by that. */
    private static Void complete(Http by, JsonNode task, Map<String, Object> variables) {
        by.post("/tasks/" + task.path("id").asText() + "/completion", Map.of("variables", variables), 204);
        return null;
    }

    private JsonNode pay(String deal) {
        JsonNode item = only(finance.get("/open-items?deal=" + deal));
        Map<String, Object> payment = new LinkedHashMap<>();
        payment.put("buyerCode", buyerCode);
        payment.put("invoiceNumber", item.path("invoiceNumber").asText());
        payment.put("amount", item.path("open").decimalValue());
        payment.put("currency", item.path("currency").asText());
        payment.put("mode", "NEFT");
        payment.put("reference", "UTR" + token());
        payment.put("receivedOn", item.path("issuedOn").asText());
        return finance.post("/payments", payment, 201);
    }

    private String untilStage(String deal, Set<String> wanted) {
        return Patience.until(deal + " at " + wanted, () -> {
            String stage = desk.get("/deals/" + deal).path("stage").asText();
            return wanted.contains(stage) ? stage : null;
        });
    }

    private static JsonNode untilTask(Http person, String deal, String form) {
        return Patience.until(form + " of " + deal, () -> {
            for (JsonNode task : person.get("/tasks?deal=" + deal)) {
                if (form.equals(task.path("form").asText())) {
                    return task;
                }
            }
            return null;
        });
    }

    private static JsonNode only(JsonNode list) {
        if (list.size() != 1) {
            throw new IllegalStateException("One was expected: " + list);
        }
        return list.get(0);
    }

    private static String text(Object value) {
        try {
            return Http.JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }
}
