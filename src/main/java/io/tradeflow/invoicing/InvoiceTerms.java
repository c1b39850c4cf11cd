package io.tradeflow.invoicing;

import io.tradeflow.tax.PlaceOverride;
import io.tradeflow.tax.SupplyTerms;

/**
 * What finance has decided about the invoices of an order, where it is not as usual.
 *
 * @param reverseCharge whether the recipient owes the tax
 * @param reverseChargeWhy null where it does not
 * @param placeOfSupplyCode the State of delivery where that was chosen, null where the law decides
 * @param placeWhy at most 80 characters, null where the law decides
 * @param scheduleWish when the buyer wants to be invoiced, null where the table decides alone
 * @param portOfLoading of an export, with the port of discharge and the delivery terms as printed; each may be null
 * @param decidedBy who decided last, null where nobody did
 */
public record InvoiceTerms(
        String orderNumber,
        boolean reverseCharge,
        String reverseChargeWhy,
        String placeOfSupplyCode,
        String placeWhy,
        InvoiceSchedule scheduleWish,
        String portOfLoading,
        String portOfDischarge,
        String deliveryTerms,
        String decidedBy) {

    /** As usual. */
    static InvoiceTerms ordinary(String orderNumber) {
        return new InvoiceTerms(orderNumber, false, null, null, null, null, null, null, null, null);
    }

    /** Null where the law decides. */
    PlaceOverride placeOverride() {
        return placeOfSupplyCode == null ? null : new PlaceOverride(placeOfSupplyCode, placeWhy, decidedBy);
    }

    /** A supply's terms with what was decided here. */
    SupplyTerms on(SupplyTerms usual) {
        SupplyTerms placed = placeOfSupplyCode == null ? usual : usual.at(placeOverride());
        return reverseCharge ? placed.underReverseCharge() : placed;
    }
}
