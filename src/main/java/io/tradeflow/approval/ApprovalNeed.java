package io.tradeflow.approval;

/**
 * A kind of approval that a content needs.
 *
 * @param kind as required-approvals.dmn names it
 * @param levels how many people decide on it, one after the other
 * @param because what in the content asks for it, in words
 */
public record ApprovalNeed(String kind, int levels, String because) {

    public ApprovalNeed {
        if (kind == null || kind.isBlank() || levels < 1) {
            throw new IllegalArgumentException("A kind of approval has a name and at least one level");
        }
        because = because == null ? "" : because;
    }
}
