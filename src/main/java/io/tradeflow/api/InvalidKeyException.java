package io.tradeflow.api;

/** The {@code Idempotency-Key} header is not one this API takes; the message says why. */
class InvalidKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidKeyException(String message) {
        super(message);
    }
}
