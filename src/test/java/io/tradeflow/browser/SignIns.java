package io.tradeflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions of people of the demo company, each signed in once over HTTP for all the tests of a run. */
class SignIns {

    private final Map<String, String> sessions = new ConcurrentHashMap<>();

    /** What the session cookie says. */
    String session(String root, String user) {
        return sessions.computeIfAbsent(root + " " + user, key -> signIn(root, user));
    }

    private static String signIn(String root, String user) {
        CookieManager cookies = new CookieManager();
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .build();
        try {
            client.send(HttpRequest.newBuilder(URI.create(root + "/login")).build(), BodyHandlers.discarding());
            HttpResponse<Void> signedIn = client.send(
                    HttpRequest.newBuilder(URI.create(root + "/login"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("username=" + user.replace("@", "%40")
                                    + "&password=demo&_csrf=" + cookie(cookies, "APP-XSRF")))
                            .build(),
                    BodyHandlers.discarding());
            assertThat(signedIn.headers().firstValue("Location").orElse(""))
                    .as("where " + user + " goes after signing in")
                    .matches(".*/(desk|portal)$");
            return cookie(cookies, "JSESSIONID");
        } catch (IOException e) {
            throw new UncheckedIOException("No sign-in of " + user, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String cookie(CookieManager cookies, String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No cookie " + name));
    }
}
