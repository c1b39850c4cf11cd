package io.tradeflow.bench;

/** Drives one deal from the inquiry to the paid invoice. */
interface Traveller {

    void journey(Timings timings);
}
