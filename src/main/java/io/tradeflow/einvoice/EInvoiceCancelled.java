package io.tradeflow.einvoice;

import io.tradeflow.kernel.Money;
import java.time.Instant;

/**
 * The registration of a document is cancelled, and with it the document: it bills nothing any more. Its number is never used again.
 *
 * @param documentType INV, CRN or DBN
 * @param grandTotal of the document, in its currency
 */
public record EInvoiceCancelled(
        String documentType,
        String documentNumber,
        String dealNumber,
        String orderNumber,
        String buyerCode,
        Money grandTotal,
        Instant cancelledAt) {}
