package io.tradeflow.ordering;

/**
 * One thing that cancelling a deal undoes.
 *
 * @param kind for programs: ORDER, QUOTE, APPROVAL, CREDIT, HOLD, STOCK, SHIPMENT, CHANGE, REFUND or MAIL
 * @param words a sentence for staff
 * @param buyerWords the same for the buyer; null where it is none of the buyer's business
 */
public record CancellationEffect(String kind, String words, String buyerWords) {

    /** Both sides read the same. */
    public static CancellationEffect forBoth(String kind, String words) {
        return new CancellationEffect(kind, words, words);
    }

    public static CancellationEffect forStaff(String kind, String words) {
        return new CancellationEffect(kind, words, null);
    }
}
