package io.tradeflow.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Somebody at the door, with a browser's cookies and without following redirects. */
public final class Visitor {

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final String root;

    Visitor(int port) {
        this.root = "http://localhost:" + port;
    }

    public static Visitor signedIn(int port, String user) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(port);
        visitor.get("/login");
        visitor.signIn(user, "demo");
        return visitor;
    }

    /** Somebody without an account, who has opened one of our pages. */
    public static Visitor anonymous(int port) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(port);
        visitor.get("/login");
        return visitor;
    }

    HttpResponse<String> signIn(String user, String password) throws IOException, InterruptedException {
        return form("/login", "username=" + encoded(user) + "&password=" + encoded(password));
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).header("Accept", "text/html,*/*"));
    }

    /** Posts a form with the hidden token, as our pages do. */
    public HttpResponse<String> form(String path, String fields) throws IOException, InterruptedException {
        String body = fields + (fields.isEmpty() ? "" : "&") + "_csrf=" + encoded(token());
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Value of the cookie that proves where a change comes from. */
    String token() {
        return cookie("APP-XSRF");
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    static String[] basic(String user, String password) {
        String pair = user + ":" + password;
        return new String[] {
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))
        };
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
