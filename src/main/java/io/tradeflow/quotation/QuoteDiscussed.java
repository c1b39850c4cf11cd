package io.tradeflow.quotation;

/** One side has something to say to the other: a message, a counter-offer, a wish for a longer validity or the answer to one. */
public record QuoteDiscussed(
        String key, String dealNumber, String quoteNumber, QuoteMessage.Side from, String author, String text) {}
