package io.tradeflow.einvoice;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A server on this machine that behaves like the portal as far as registering, looking up and cancelling go. */
final class LocalIrp implements AutoCloseable {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final HttpServer server;
    private final AtomicLong acknowledgements = new AtomicLong(112010036563L);
    private final AtomicInteger registrations = new AtomicInteger();
    private final Map<String, ObjectNode> registered = new ConcurrentHashMap<>();
    private final Map<String, String> heard = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private volatile CountDownLatch silence;
    private volatile int status = 200;
    private volatile String refusal;
    private volatile boolean tooOld;
    private volatile boolean tooLate;
    private volatile String acknowledgedAt = "2026-07-15 11:35:00";

    LocalIrp() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "local-irp");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/eicore/v1.03/Invoice", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on it registers and then says nothing until it speaks again. */
    void losesItsAnswers() {
        silence = new CountDownLatch(1);
    }

    void speaksAgain() {
        if (silence != null) {
            silence.countDown();
        }
        silence = null;
        status = 200;
        refusal = null;
        tooOld = false;
        tooLate = false;
    }

    void answersWith(int httpStatus) {
        status = httpStatus;
    }

    /** The next registrations are refused with this error. */
    void refuses(String code) {
        refusal = code;
    }

    /** Registered documents are too old to be looked up. */
    void looksUpNothingOlderThanTwoDays() {
        tooOld = true;
    }

    /** Somebody has registered this document in another way, with another total. */
    void has(JsonNode request, String irn, String total) {
        ObjectNode other = request.deepCopy();
        ((ObjectNode) other.path("ValDtls")).put("TotInvVal", new BigDecimal(total));
        registered.put(irn, PortalSigns.answer(other, irn, acknowledgements.incrementAndGet(), acknowledgedAt));
    }

    /** Its time to cancel anything is over. */
    void cancelsNothingAnyMore() {
        tooLate = true;
    }

    /** Somebody cancelled it on the portal itself. */
    void hasCancelled(String irn) {
        registered.get(irn).put("Status", "CNL");
    }

    int registrations() {
        return registrations.get();
    }

    List<String> asked() {
        return asked;
    }

    String header(String name) {
        return heard.get(name);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath().replace("/eicore/v1.03/Invoice", "");
        asked.add((exchange.getRequestMethod() + " " + (path.startsWith("/irn/") ? "/irn" : path)).strip());
        exchange.getRequestHeaders().forEach((name, values) -> heard.put(name.toLowerCase(), values.get(0)));
        String answer = status != 200
                ? "Service unavailable"
                : path.equals("/Cancel")
                        ? cancelled(JSON.readTree(body))
                        : path.startsWith("/irn/") ? found(path.substring(5)) : register(JSON.readTree(body));
        CountDownLatch wait = silence;
        if (wait != null) {
            await(wait);
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException gone) {
            // whoever asked did not wait for the answer
        }
    }

    private static void await(CountDownLatch wait) {
        try {
            wait.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String register(JsonNode request) throws IOException {
        if (refusal != null) {
            return error(refusal, "as the test wants it");
        }
        JsonNode document = request.path("DocDtls");
        String irn = Irn.of(
                request.at("/SellerDtls/Gstin").asText(),
                LocalDate.parse(document.path("Dt").asText(), DAY),
                document.path("Typ").asText(),
                document.path("No").asText());
        ObjectNode signed = PortalSigns.answer(request, irn, acknowledgements.incrementAndGet(), acknowledgedAt);
        if (registered.putIfAbsent(irn, signed) != null) {
            return error("2150", "Duplicate IRN");
        }
        registrations.incrementAndGet();
        return data(signed);
    }

    private String found(String irn) throws IOException {
        ObjectNode signed = registered.get(irn);
        if (signed == null) {
            return error("2148", "Requested IRN data is not available");
        }
        return tooOld
                ? error("2283", "IRN details cannot be provided as it is generated more than 2 days prior")
                : data(signed);
    }

    private String cancelled(JsonNode request) throws IOException {
        if (tooLate) {
            return error("2270", "The allowed cancellation time limit is crossed, you cannot cancel the IRN");
        }
        ObjectNode signed = registered.get(request.path("Irn").asText());
        if (signed == null || "CNL".equals(signed.path("Status").asText())) {
            return error("9999", "Invoice is not active");
        }
        signed.put("Status", "CNL");
        return data(JSON.createObjectNode()
                .put("Irn", request.path("Irn").asText())
                .put("CancelDate", "2026-07-15 12:00:00"));
    }

    /** The portal puts what it gives as text into {@code Data}. */
    private static String data(JsonNode data) throws IOException {
        return JSON.createObjectNode()
                .put("Status", 1)
                .put("Data", JSON.writeValueAsString(data))
                .toString();
    }

    private static String error(String code, String message) {
        ObjectNode answer = JSON.createObjectNode().put("Status", 0);
        answer.putArray("ErrorDetails").addObject().put("ErrorCode", code).put("ErrorMessage", message);
        return answer.toString();
    }

    @Override
    public void close() {
        speaksAgain();
        server.stop(0);
    }
}
