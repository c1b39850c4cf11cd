package io.tradeflow.screen;

import io.tradeflow.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** A list that is asked for a choice nobody knows, such as by an old bookmark, is shown without it and says so. */
@ControllerAdvice(basePackages = {"io.tradeflow.desk", "io.tradeflow.portal"})
@Order(0)
class UnknownChoices {

    private static final int LONGEST_SHOWN = 40;

    @ExceptionHandler
    String unknown(
            MethodArgumentTypeMismatchException mismatch, HttpServletRequest request, RedirectAttributes nextPage) {
        String query = request.getQueryString();
        boolean isFilter = "GET".equals(request.getMethod())
                && mismatch.getRequiredType() != null
                && mismatch.getRequiredType().isEnum()
                && query != null
                && request.getParameter(mismatch.getName()) != null;
        if (!isFilter) {
            throw mismatch;
        }
        String asked = String.valueOf(mismatch.getValue());
        nextPage.addFlashAttribute(
                "problem",
                Problem.invalid(
                        "unknown-choice",
                        mismatch.getName(),
                        "'" + (asked.length() <= LONGEST_SHOWN ? asked : asked.substring(0, LONGEST_SHOWN) + "…")
                                + "' is not one of the choices, so it was left out"));
        return "redirect:"
                + UriComponentsBuilder.fromPath(request.getServletPath())
                        .query(query)
                        .replaceQueryParam(mismatch.getName())
                        .build(true)
                        .toUriString();
    }
}
