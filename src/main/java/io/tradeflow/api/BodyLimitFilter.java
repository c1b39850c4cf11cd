package io.tradeflow.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large: at once where the length is declared, else as soon as too much was read. */
class BodyLimitFilter extends OncePerRequestFilter {

    private static final String MEDIA = "/media";

    private final long usual;
    private final long media;
    private final ProblemTranslator translator;
    private final ProblemWriter writer;

    BodyLimitFilter(long usual, long media, ProblemTranslator translator, ProblemWriter writer) {
        this.usual = usual;
        this.media = media;
        this.translator = translator;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = request.getRequestURI().endsWith(MEDIA) ? media : usual;
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
