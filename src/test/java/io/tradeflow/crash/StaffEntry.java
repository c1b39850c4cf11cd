package io.tradeflow.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/** The administrator in a browser: looks at pages and enters people in Camunda Admin. */
class StaffEntry {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final String root;

    StaffEntry(int port) throws IOException, InterruptedException {
        this.root = "http://localhost:" + port;
        page("/login");
        String form =
                "username=admin&password=demo&_csrf=" + URLEncoder.encode(cookie("APP-XSRF"), StandardCharsets.UTF_8);
        HttpResponse<String> signedIn = send(HttpRequest.newBuilder(URI.create(root + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        assertThat(signedIn.headers().firstValue("Location").orElse("")).endsWith("/desk");
        page("/camunda/app/admin/default/");
    }

    String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(root + path)));
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.body();
    }

    void enter(String userId, String group) throws IOException, InterruptedException {
        String person =
                """
                {"profile": {"id": "%1$s", "firstName": "%1$s", "lastName": "", "email": "%1$s@house.example"},
                 "credentials": {"password": "demo"}}"""
                        .formatted(userId);
        String engine = "/camunda/api/engine/engine/default";
        for (HttpRequest.Builder request : new HttpRequest.Builder[] {
            HttpRequest.newBuilder(URI.create(root + engine + "/user/create")).POST(BodyPublishers.ofString(person)),
            HttpRequest.newBuilder(URI.create(root + engine + "/group/" + group + "/members/" + userId))
                    .PUT(BodyPublishers.ofString("{}"))
        }) {
            HttpResponse<String> answer = send(
                    request.header("Content-Type", "application/json").header("X-XSRF-TOKEN", cookie("XSRF-TOKEN")));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }
}
