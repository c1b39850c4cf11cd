package io.tradeflow.api;

import java.io.IOException;

/** The request's body is larger than allowed; seen while it is read, so that it also holds without a declared length. */
class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException(long limit) {
        super("The body is larger than " + limit + " bytes");
    }
}
