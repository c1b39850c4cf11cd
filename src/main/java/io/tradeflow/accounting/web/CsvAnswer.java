package io.tradeflow.accounting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;

/** Answers that are files. */
final class CsvAnswer {

    private CsvAnswer() {}

    static void named(HttpServletResponse answer, String name) {
        of(answer, "text/csv", name + ".csv");
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
    }

    static void of(HttpServletResponse answer, String type, String fileName) {
        answer.setContentType(type);
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"");
    }
}
