package io.tradeflow.api;

import java.security.SecureRandom;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Failures of the program itself: the log gets the whole story, the caller a short id to quote. */
@Component
class Incidents {

    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);
    /** Without letters and digits that are taken for one another when read out on the phone. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();

    ProblemAnswer report(Throwable failure, String request) {
        String incident = nextId();
        LOG.error("Incident {} on {}", incident, request, failure);
        return new ProblemAnswer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Something went wrong on our side",
                "The failure is on record as incident " + incident + ". Nothing of this request was kept.",
                List.of(),
                incident,
                HttpHeaders.EMPTY);
    }

    private String nextId() {
        StringBuilder id = new StringBuilder(LENGTH);
        random.ints(LENGTH, 0, ALPHABET.length()).forEach(index -> id.append(ALPHABET.charAt(index)));
        return id.toString();
    }
}
