package io.tradeflow.api;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Writes under /api/v1 that carry an {@code Idempotency-Key} take effect once. Key, effect and answer commit together: a
 * caller that got no answer repeats the request and either the work is done then, or the answer of the first time comes
 * again. Refused requests keep nothing, so that they can be mended and sent under the same key.
 */
class IdempotencyFilter extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7E]{1,80}");
    private static final Set<String> WRITES = Set.of("POST", "PUT", "DELETE");

    private final IdempotencyKeys keys;
    private final TransactionTemplate transaction;
    private final ProblemTranslator translator;
    private final ProblemWriter writer;

    IdempotencyFilter(
            IdempotencyKeys keys, TransactionTemplate transaction, ProblemTranslator translator, ProblemWriter writer) {
        this.keys = keys;
        this.transaction = transaction;
        this.translator = translator;
        this.writer = writer;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(KEY) == null
                || !WRITES.contains(request.getMethod())
                || CurrentActor.find().isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper buffered = new ContentCachingResponseWrapper(response);
        Optional<ProblemAnswer> refusal = Optional.empty();
        try {
            answerOnce(request, buffered, chain);
        } catch (ServletException | RuntimeException failure) {
            String path = request.getRequestURI();
            refusal = Optional.of(translator.translate(failure, request.getMethod() + " " + path));
        }
        if (refusal.isPresent()) {
            // Not before the transaction has ended may anything go out: what was said so far did not come true.
            response.reset();
            writer.write(refusal.get(), request.getRequestURI(), response);
        } else {
            buffered.copyBodyToResponse();
        }
    }

    private void answerOnce(HttpServletRequest request, ContentCachingResponseWrapper response, FilterChain chain)
            throws ServletException, IOException {
        String key = keyOf(request);
        RereadableRequest rereadable = RereadableRequest.of(request);
        KeyedRequest keyed = rereadable.keyed(actorOf(CurrentActor.find().orElseThrow()), key);
        try {
            transaction.executeWithoutResult(status -> {
                try {
                    if (keys.claim(keyed)) {
                        work(keyed, rereadable, response, chain, status);
                    } else {
                        replay(keyed, response);
                    }
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                } catch (ServletException failed) {
                    throw new ServletFailure(failed);
                }
            });
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        } catch (ServletFailure failed) {
            throw failed.getCause();
        }
    }

    private void work(
            KeyedRequest keyed,
            RereadableRequest request,
            ContentCachingResponseWrapper response,
            FilterChain chain,
            TransactionStatus status)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
            status.setRollbackOnly();
        } else {
            keys.keep(keyed, StoredAnswer.of(response, response.getContentAsByteArray()));
        }
    }

    private void replay(KeyedRequest keyed, HttpServletResponse response) throws IOException {
        IdempotencyKeys.Entry entry = keys.find(keyed.actor(), keyed.key()).orElseThrow();
        if (!entry.request().isSameAs(keyed)) {
            throw Problem.invalid(
                    "idempotency-key-reused",
                    KEY,
                    "The key was used for another request (" + entry.request().method() + " "
                            + entry.request().path() + "); use a new one");
        }
        response.setHeader(REPLAYED, "true");
        entry.answer().writeTo(response);
    }

    private static String keyOf(HttpServletRequest request) {
        List<String> sent = Collections.list(request.getHeaders(KEY));
        if (sent.size() != 1 || !SHAPE.matcher(sent.get(0)).matches()) {
            throw new InvalidKeyException("One key of 1 to 80 visible ASCII characters");
        }
        if (request.getContentType() != null && request.getContentType().startsWith("multipart/")) {
            throw new InvalidKeyException("Uploads cannot carry a key");
        }
        return sent.get(0);
    }

    private static String actorOf(Actor actor) {
        return (actor instanceof Actor.BuyerUser ? "buyer:" : "staff:") + actor.userId();
    }

    /** Carries a checked exception through the transaction, which rolls back on it. */
    private static final class ServletFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ServletFailure(ServletException cause) {
            super(cause);
        }

        @Override
        public synchronized ServletException getCause() {
            return (ServletException) super.getCause();
        }
    }
}
