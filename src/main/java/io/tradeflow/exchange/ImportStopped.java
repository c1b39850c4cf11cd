package io.tradeflow.exchange;

/** Somebody wants no more of a file whose rows are being brought in: what came in so far goes out again with the transaction. */
class ImportStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportStopped(long id) {
        super("Import " + id + " was stopped; nothing of it has come in");
    }
}
