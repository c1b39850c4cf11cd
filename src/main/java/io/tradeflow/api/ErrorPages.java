package io.tradeflow.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The last stop of what failed outside a controller: a problem for programs, a readable page for people. */
@Controller
class ErrorPages implements ErrorController {

    private final ProblemTranslator translator;
    private final ProblemWriter writer;

    ErrorPages(ProblemTranslator translator, ProblemWriter writer) {
        this.translator = translator;
        this.writer = writer;
    }

    /** @return the page, or null where the problem is already written */
    @RequestMapping("/error")
    ModelAndView answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = pathOf(request);
        ProblemAnswer answer = answerFor(request, path);
        if (isForPrograms(path)) {
            writer.write(answer, path, response);
            return null;
        }
        return page(answer);
    }

    static ModelAndView page(ProblemAnswer answer) {
        Map<String, Object> model = Map.of(
                "status", answer.status().value(),
                "title", answer.title(),
                "detail", answer.detail() == null ? "" : answer.detail());
        ModelAndView page = new ModelAndView("error", model);
        page.setStatus(answer.status());
        return page;
    }

    static boolean isForPrograms(String path) {
        return path.startsWith("/api/") || path.startsWith("/camunda/api/") || path.startsWith("/actuator/");
    }

    private ProblemAnswer answerFor(HttpServletRequest request, String path) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            return translator.translate(failure, request.getMethod() + " " + path);
        }
        Object message = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
        HttpStatusCode status = statusOf(request);
        // A bare reason phrase such as "Forbidden" says less than our own sentence.
        HttpStatus named = HttpStatus.resolve(status.value());
        boolean saysNothing =
                message == null || (named != null && named.getReasonPhrase().equals(message));
        return StandardProblems.of(status, saysNothing ? null : message.toString());
    }

    private static HttpStatusCode statusOf(HttpServletRequest request) {
        // Somebody who opens /error by hand has not failed at anything: there is just no such page.
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? HttpStatusCode.valueOf(status)
                : HttpStatus.NOT_FOUND;
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? path
                : request.getRequestURI();
    }
}
