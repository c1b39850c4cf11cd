package io.tradeflow.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large: at once where the length is declared, else as soon as too much was read. */
class BodyLimitFilter extends OncePerRequestFilter {

    private static final String MEDIA = "/media";
    private static final String PHOTOS = "/photos";

    /** Files of master data are read as a stream and never held in memory. */
    private static final String IMPORTS = "/api/v1/imports";

    private final HttpSettings settings;
    private final ProblemTranslator translator;
    private final ProblemWriter writer;

    BodyLimitFilter(HttpSettings settings, ProblemTranslator translator, ProblemWriter writer) {
        this.settings = settings;
        this.translator = translator;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long most = limit(request.getRequestURI()).toBytes();
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

    private DataSize limit(String path) {
        if (path.endsWith(MEDIA) || path.endsWith(PHOTOS)) {
            return settings.maxMedia();
        }
        return path.endsWith(IMPORTS) ? settings.maxFile() : settings.maxBody();
    }
}
