package io.tradeflow.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/** An answer as it went out: what a repeated request gets again. Headers are null where the answer had none. */
record StoredAnswer(int status, String location, String contentType, String etag, byte[] body) {

    static StoredAnswer of(HttpServletResponse response, byte[] body) {
        return new StoredAnswer(
                response.getStatus(),
                response.getHeader(HttpHeaders.LOCATION),
                response.getContentType(),
                response.getHeader(HttpHeaders.ETAG),
                body);
    }

    void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        if (location != null) {
            response.setHeader(HttpHeaders.LOCATION, location);
        }
        if (contentType != null) {
            response.setContentType(contentType);
        }
        if (etag != null) {
            response.setHeader(HttpHeaders.ETAG, etag);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
