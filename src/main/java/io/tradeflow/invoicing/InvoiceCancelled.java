package io.tradeflow.invoicing;

import java.util.List;

/** An invoice bills nothing any more; the goods of these shipments have to be billed again if they leave or have left. */
public record InvoiceCancelled(
        String invoiceNumber, String dealNumber, String buyerName, List<String> shipmentNumbers) {

    public InvoiceCancelled {
        shipmentNumbers = List.copyOf(shipmentNumbers);
    }
}
