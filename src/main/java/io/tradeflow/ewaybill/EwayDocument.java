package io.tradeflow.ewaybill;

import io.tradeflow.kernel.Address;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What an e-way bill is made of: the tax document, whose goods go from where to where. Amounts in INR with two decimals.
 *
 * @param docType INV, BIL or CHL
 * @param subType sub supply type of the portal, 1 to 12
 * @param subTypeNote needed with sub type 8
 * @param from who sends, at the registered place
 * @param dispatchFrom the place the goods leave
 * @param to who gets the bill
 * @param shipTo where the goods end their way
 * @param sez whether the buyer is a unit in a special economic zone
 * @param otherValue round-off and what else stands between taxable value with tax and the total; may be negative
 */
record EwayDocument(
        String docType,
        int subType,
        String subTypeNote,
        String number,
        LocalDate date,
        Party from,
        Address dispatchFrom,
        Party to,
        Address shipTo,
        boolean sez,
        List<Item> items,
        BigDecimal taxableValue,
        BigDecimal cgst,
        BigDecimal sgst,
        BigDecimal igst,
        BigDecimal otherValue,
        BigDecimal total) {

    EwayDocument {
        items = List.copyOf(items);
    }

    /** @param gstin null if unregistered or overseas */
    record Party(String name, String gstin, Address address) {}

    /**
     * Goods of one line.
     *
     * @param exempt nil-rated, exempt or non-GST goods, which do not count towards the value of the consignment
     */
    record Item(
            String name,
            String description,
            String hsn,
            String unit,
            BigDecimal quantity,
            BigDecimal taxableValue,
            BigDecimal cgstRate,
            BigDecimal sgstRate,
            BigDecimal igstRate,
            BigDecimal tax,
            boolean exempt) {}

    /** Whether the goods go from one address to another of the same city, by its name. */
    boolean isInOneCity() {
        return !isInterState()
                && dispatchFrom.city() != null
                && shipTo.city() != null
                && dispatchFrom.city().strip().equalsIgnoreCase(shipTo.city().strip());
    }

    /** Both PIN codes are one, and the portal then knows no distance. */
    boolean isInOnePin() {
        return dispatchFrom.isInIndia()
                && shipTo.isInIndia()
                && dispatchFrom.pin() != null
                && dispatchFrom.pin().equals(shipTo.pin());
    }

    /** Whether the goods cross the border of a State, or of India. */
    boolean isInterState() {
        return !dispatchFrom.isInIndia()
                || !shipTo.isInIndia()
                || !dispatchFrom.stateCode().equals(shipTo.stateCode());
    }
}
