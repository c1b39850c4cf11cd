package io.tradeflow.exchange;

/** What bringing a row in would do. */
enum Finding {
    /** It is not there yet. */
    FRESH,
    /** It changes what is there. */
    CHANGED,
    /** It says what is there already. */
    IDLE
}
