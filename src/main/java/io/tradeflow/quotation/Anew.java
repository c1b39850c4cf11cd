package io.tradeflow.quotation;

/** What of a draft is worked out anew; the rest stays as it was last seen, so that no total changes without somebody's doing. */
enum Anew {
    /** All that price lists, bulk discounts and the table of charges say now. */
    EVERYTHING,
    /** The discount on the whole and the charges: the goods are others. */
    AMOUNTS,
    /** The charges: the goods are the same, but go elsewhere or are worth something else. */
    CHARGES,
    /** Lines that have no price yet. */
    NOTHING;

    boolean discount() {
        return this == EVERYTHING || this == AMOUNTS;
    }

    boolean charges() {
        return this != NOTHING;
    }
}
