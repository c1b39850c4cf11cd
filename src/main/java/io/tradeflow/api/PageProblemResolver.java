package io.tradeflow.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Shows what a page's own controller did not handle as the error page, with the right status. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class PageProblemResolver implements HandlerExceptionResolver {

    private final ProblemTranslator translator;

    PageProblemResolver(ProblemTranslator translator) {
        this.translator = translator;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception failure) {
        boolean isForSignIn = failure instanceof AccessDeniedException || failure instanceof AuthenticationException;
        String path = request.getRequestURI();
        if (isForSignIn || ErrorPages.isForPrograms(path)) {
            return null;
        }
        return ErrorPages.page(translator.translate(failure, request.getMethod() + " " + path));
    }
}
