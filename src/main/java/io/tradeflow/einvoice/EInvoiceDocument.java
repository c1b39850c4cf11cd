package io.tradeflow.einvoice;

import io.tradeflow.kernel.Address;
import io.tradeflow.tax.SupplyType;
import io.tradeflow.tax.TaxTreatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A tax document as the portal is told it. All amounts are INR with two decimals, but those of {@code abroad}.
 *
 * @param type INV, CRN or DBN
 * @param placeOfSupply state code, 96 outside India
 * @param dispatchedFrom where the goods leave, null for the seller's own address
 * @param shipTo where the goods go: of an export with e-way bill the port; null for the buyer's address and else outside India
 * @param corrected the documents that a note corrects; none for an invoice
 * @param poNumber the buyer's order, null if there is none
 * @param abroad what an export says besides; null for supplies inside India
 * @param payment how the invoice is to be paid; null for a note
 * @param total as the document prints it, in INR
 */
record EInvoiceDocument(
        String type,
        String number,
        LocalDate date,
        SupplyType supplyType,
        boolean reverseCharge,
        Party seller,
        Party buyer,
        String placeOfSupply,
        Address dispatchedFrom,
        Address shipTo,
        List<Item> items,
        List<Corrected> corrected,
        String poNumber,
        LocalDate poDate,
        Abroad abroad,
        Payment payment,
        BigDecimal roundOff,
        BigDecimal total) {

    EInvoiceDocument {
        items = List.copyOf(items);
        corrected = List.copyOf(corrected);
    }

    /** @param gstin null for a buyer abroad */
    record Party(String gstin, String legalName, String tradeName, Address address, String phone, String email) {}

    /**
     * @param gross what the goods cost before {@code discount}, with what the line bears of freight, packing and insurance
     * @param taxable {@code gross} less {@code discount}
     * @param rate full rate in percent
     */
    record Item(
            int lineNo,
            String description,
            String hsn,
            BigDecimal quantity,
            String unit,
            BigDecimal unitPrice,
            BigDecimal gross,
            BigDecimal discount,
            BigDecimal taxable,
            TaxTreatment treatment,
            BigDecimal rate,
            BigDecimal igst,
            BigDecimal cgst,
            BigDecimal sgst) {

        BigDecimal tax() {
            return igst.add(cgst).add(sgst);
        }
    }

    record Corrected(String number, LocalDate date) {}

    /**
     * @param currency of the document; the foreign total is said where it is not INR
     * @param total in that currency
     * @param country ISO 3166 alpha-2
     * @param port of customs, null if unknown
     * @param shippingBill number, null if unknown, as it mostly is when the invoice is registered
     * @param shippingBillOn its day, null if unknown
     */
    record Abroad(
            String currency,
            BigDecimal total,
            String country,
            String port,
            String shippingBill,
            LocalDate shippingBillOn) {}

    /**
     * @param payee name of the account
     * @param account its number
     * @param ifsc of the branch of its bank
     * @param terms in words
     * @param creditDays from the day of the invoice
     * @param paid what of the total was paid before it is registered, in INR
     * @param due what is left of it
     */
    record Payment(
            String payee, String account, String ifsc, String terms, int creditDays, BigDecimal paid, BigDecimal due) {}
}
