package io.tradeflow.einvoice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** The portal's own door in front of a {@link LocalIrp}: signs in and unseals as the portal does, with ciphers of its own. */
final class NicDoor implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final LocalIrp behind;
    private final HttpServer server;
    private final KeyPair keys = PortalSigns.KEYS;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ConcurrentHashMap<String, byte[]> sessions = new ConcurrentHashMap<>();
    final List<JsonNode> signIns = new ArrayList<>();
    final List<String> bodies = new ArrayList<>();
    volatile String expiry = "2026-07-15 17:30:00";
    volatile boolean knowsNobody;

    NicDoor(LocalIrp behind) throws IOException {
        this.behind = behind;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** No token counts any more. */
    void forgetsEverybody() {
        sessions.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        bodies.add(body);
        String answer;
        try {
            answer = exchange.getRequestURI().getPath().equals("/eivital/v1.04/auth")
                    ? signIn(exchange, JSON.readTree(body))
                    : passedOn(exchange, body);
        } catch (GeneralSecurityException | InterruptedException e) {
            answer = error("1013", "Decryption of password failed");
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String signIn(HttpExchange exchange, JsonNode request) throws IOException, GeneralSecurityException {
        if (!"client".equals(header(exchange, "client_id"))
                || !"hush-client".equals(header(exchange, "client_secret"))) {
            return error("1010", "Invalid Client-ID/Client-Secret");
        }
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(Cipher.DECRYPT_MODE, keys.getPrivate());
        byte[] coded =
                rsa.doFinal(Base64.getDecoder().decode(request.path("Data").asText()));
        JsonNode said = JSON.readTree(Base64.getDecoder().decode(coded));
        signIns.add(said);
        if (knowsNobody || !"hush-user".equals(said.path("Password").asText())) {
            return error("1019", "Incorrect Password");
        }
        byte[] sek = new byte[32];
        RANDOM.nextBytes(sek);
        String token = "token-" + signIns.size();
        sessions.put(token, sek);
        ObjectNode answer = JSON.createObjectNode().put("Status", 1);
        answer.putObject("Data")
                .put("ClientId", "client")
                .put("UserName", said.path("UserName").asText())
                .put("AuthToken", token)
                .put(
                        "Sek",
                        aes(
                                Cipher.ENCRYPT_MODE,
                                Base64.getDecoder().decode(said.path("AppKey").asText()),
                                sek))
                .put("TokenExpiry", expiry);
        return answer.toString();
    }

    private String passedOn(HttpExchange exchange, String body)
            throws IOException, GeneralSecurityException, InterruptedException {
        byte[] sek = sessions.get(String.valueOf(header(exchange, "AuthToken")));
        if (sek == null || !"user".equals(header(exchange, "user_name"))) {
            return error("1005", "Invalid Token");
        }
        HttpRequest.Builder on = HttpRequest.newBuilder(
                URI.create(behind.url() + exchange.getRequestURI().getPath()));
        if (exchange.getRequestMethod().equals("POST")) {
            byte[] sealed =
                    Base64.getDecoder().decode(JSON.readTree(body).path("Data").asText());
            on.POST(HttpRequest.BodyPublishers.ofByteArray(
                    Base64.getDecoder().decode(aes(Cipher.DECRYPT_MODE, sek, sealed))));
        }
        ObjectNode answer = (ObjectNode) JSON.readTree(
                client.send(on.build(), HttpResponse.BodyHandlers.ofString()).body());
        if (answer.path("Data").isTextual()) {
            answer.put(
                    "Data",
                    aes(Cipher.ENCRYPT_MODE, sek, answer.path("Data").asText().getBytes(StandardCharsets.UTF_8)));
        }
        return answer.toString();
    }

    private static String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    private static String aes(int mode, byte[] key, byte[] content) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(key, "AES"));
        return Base64.getEncoder().encodeToString(cipher.doFinal(content));
    }

    /** The portal's documents have the details of errors in base64. */
    private static String error(String code, String message) {
        String details = "[{\"ErrorCode\":\"" + code + "\",\"ErrorMessage\":\"" + message + "\"}]";
        return JSON.createObjectNode()
                .put("Status", 0)
                .put("ErrorDetails", Base64.getEncoder().encodeToString(details.getBytes(StandardCharsets.UTF_8)))
                .toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
