package io.tradeflow.quotation;

/** Says of a part of a quote whether a change of it voids the decisions taken. */
public interface MaterialFields {

    /** @param field as {@link QuoteContent} names it, with {@code *} for the line's number: {@code line.*.quantity} */
    boolean isMaterial(String field);
}
