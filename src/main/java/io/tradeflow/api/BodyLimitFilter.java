package io.tradeflow.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large: at once where the length is declared, else as soon as too much was read. */
class BodyLimitFilter extends OncePerRequestFilter {

    private final long limit;
    private final ProblemTranslator translator;
    private final ProblemWriter writer;

    BodyLimitFilter(long limit, ProblemTranslator translator, ProblemWriter writer) {
        this.limit = limit;
        this.translator = translator;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (request.getContentLengthLong() > limit) {
                throw new BodyTooLargeException(limit);
            }
            chain.doFilter(new LimitedRequest(request, limit), response);
        } catch (BodyTooLargeException tooLarge) {
            String path = request.getRequestURI();
            writer.write(translator.translate(tooLarge, request.getMethod() + " " + path), path, response);
        }
    }
}
