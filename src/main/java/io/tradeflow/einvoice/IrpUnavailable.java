package io.tradeflow.einvoice;

/** The portal does not answer, or not to us. Its sentence is what operations read in Cockpit. */
class IrpUnavailable extends RuntimeException {

    IrpUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    IrpUnavailable(String message) {
        super(message);
    }
}
