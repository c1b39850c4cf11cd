package io.tradeflow.pricing;

/**
 * How a new price row and one that is there stand to each other, told before the new one is kept.
 *
 * @param row id of the other row
 * @param words the other row, for example "Customer price from 10, valid from 1 Apr 2026: 93.00 INR"
 */
public record PriceShadow(Kind kind, long row, String words) {

    public enum Kind {
        /** The other row stands before the new one wherever that would count: it never counts. */
        NEVER_COUNTS("It would never count: this row stands before it"),
        /** The new row stands before the other wherever that counts: the other never counts again. */
        HIDES("This row would not count any more"),
        /** The nearer level wins even where it is dearer. */
        DEARER("It stands before this lower price");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }
    }

    /** For example "This row would not count any more: Customer price from 10, valid from 1 Apr 2026: 93.00 INR". */
    public String sentence() {
        return kind.meaning + ": " + words;
    }
}
