package io.tradeflow.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Answers with a problem where no controller is at work yet, that is in filters. */
@Component
class ProblemWriter {

    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    /** @param path of the request as the caller sent it */
    void write(ProblemAnswer answer, String path, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = json.writeValueAsBytes(answer.body(path));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
