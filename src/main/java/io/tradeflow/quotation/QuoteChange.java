package io.tradeflow.quotation;

/**
 * One difference between two states of a quote.
 *
 * @param field path of the content field, for example {@code line.3.quantity}
 * @param what the field in words, for example "Line 3, Pump: quantity"
 * @param before in words, null where it is new
 * @param after in words, null where it is gone
 */
public record QuoteChange(String field, String what, String before, String after) {

    /** As one sentence for mails and timelines. */
    public String words() {
        if (before == null) {
            return what + ": " + after;
        }
        return what + ": " + before + (after == null ? " taken away" : " → " + after);
    }
}
