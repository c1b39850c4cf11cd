package io.tradeflow.payment;

import java.util.List;

/**
 * What the money of a bank line may be for.
 *
 * @param orderNumber of an advance, null where invoices are named or it is on account
 * @param parts what goes to which invoice
 * @param score higher is surer; only compared within one line
 * @param reasons why, in sentences
 */
public record MatchProposal(
        String buyerCode,
        String buyerName,
        String orderNumber,
        List<ReceiptDraft.Part> parts,
        int score,
        List<String> reasons) {

    public MatchProposal {
        parts = List.copyOf(parts);
        reasons = List.copyOf(reasons);
    }
}
