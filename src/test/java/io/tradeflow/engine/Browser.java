package io.tradeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A browser without a screen: keeps cookies and hands back the tokens the web apps ask for. */
class Browser {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Browser(int port) {
        this.port = port;
    }

    /** Signs in on the program's page and opens Tasklist, which gives the token for its REST. */
    Browser signIn(String user, String password) {
        get("/login");
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-APP-XSRF", cookie("APP-XSRF").orElseThrow())
                        .POST(BodyPublishers.ofString("username=" + encode(user) + "&password=" + encode(password))),
                "/login");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("login");
        get("/camunda/app/tasklist/default/");
        return this;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder().header("Accept", "*/*").GET(), path);
    }

    HttpResponse<String> engine(String method, String path, String json) {
        return change(method, ENGINE + path, json);
    }

    HttpResponse<String> change(String method, String path, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json));
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return send(request, path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path) {
        try {
            return client.send(
                    request.uri(URI.create("http://localhost:" + port + path)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
