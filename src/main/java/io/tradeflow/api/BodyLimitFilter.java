package io.tradeflow.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large: at once where the length is declared, else as soon as too much was read. */
class BodyLimitFilter extends OncePerRequestFilter {

<<<<<<< HEAD
    /** Files are read as a stream and never held in memory. */
    private static final String IMPORTS = "/api/v1/imports";

    private final long limit;
=======
    private static final String MEDIA = "/media";

    private final long usual;
    private final long media;
>>>>>>> main
    private final ProblemTranslator translator;
    private final ProblemWriter writer;
    private final long fileLimit;

<<<<<<< HEAD
    BodyLimitFilter(long limit, long fileLimit, ProblemTranslator translator, ProblemWriter writer) {
        this.limit = limit;
        this.fileLimit = fileLimit;
=======
    BodyLimitFilter(long usual, long media, ProblemTranslator translator, ProblemWriter writer) {
        this.usual = usual;
        this.media = media;
>>>>>>> main
        this.translator = translator;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
<<<<<<< HEAD
        long most = request.getServletPath().equals(IMPORTS) ? fileLimit : limit;
=======
        long limit = request.getRequestURI().endsWith(MEDIA) ? media : usual;
>>>>>>> main
        try {
            if (request.getContentLengthLong() > most) {
                throw new BodyTooLargeException(most);
            }
            chain.doFilter(new LimitedRequest(request, most), response);
        } catch (BodyTooLargeException tooLarge) {
            String path = request.getRequestURI();
            writer.write(translator.translate(tooLarge, request.getMethod() + " " + path), path, response);
        }
    }
}
