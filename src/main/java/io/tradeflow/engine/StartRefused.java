package io.tradeflow.engine;

import java.io.Serial;

/** The program must not start like this. The message tells the operator why, the remedy what to do. */
class StartRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String remedy;

    StartRefused(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
