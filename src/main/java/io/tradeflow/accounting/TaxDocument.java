package io.tradeflow.accounting;

import io.tradeflow.tax.SupplyType;
import io.tradeflow.tax.TaxLimit;
import io.tradeflow.tax.TaxTreatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An invoice, or a note that corrects one, as it was issued. Amounts are positive and in INR unless it is said otherwise.
 *
 * @param supplyType as it is reported; null for consumers
 * @param commercial a note that came too late to change the tax: it bears none and is in no return; so are a bill whose place a revised invoice has taken,
 *     and the notes that one is net of
 * @param totals of the head of the document, not of its lines
 * @param total with tax and round-off
 * @param currencyTotal the total in the currency of the document
 * @param irn of the e-invoice; null without one
 * @param registrationWaived whether somebody decided that it goes without e-invoice
 * @param cancelledOn when it was cancelled: its number is used up and nothing else of it counts; null where it stands
 * @param original what a note corrects or a revised invoice revises; null on invoices
 * @param export null where nothing is known of the way out of India
 */
record TaxDocument(
        Kind kind,
        String number,
        String series,
        long serial,
        LocalDate issuedOn,
        String dealNumber,
        String orderNumber,
        Party buyer,
        String sellerGstin,
        String branchCode,
        String placeOfSupply,
        boolean interState,
        SupplyType supplyType,
        boolean reverseCharge,
        boolean commercial,
        String currency,
        BigDecimal exchangeRate,
        Amounts totals,
        BigDecimal roundOff,
        BigDecimal total,
        BigDecimal currencyTotal,
        String irn,
        boolean registrationWaived,
        LocalDate cancelledOn,
        Original original,
        Export export,
        List<Line> lines) {

    TaxDocument {
        lines = List.copyOf(lines);
    }

    /** What the document is; bills of supply are numbered apart from tax invoices. */
    enum Kind {
        INVOICE("Invoice"),
        BILL_OF_SUPPLY("Bill of supply"),
        REVISED_INVOICE("Revised invoice"),
        CREDIT_NOTE("Credit note"),
        DEBIT_NOTE("Debit note");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        boolean isNote() {
            return this == CREDIT_NOTE || this == DEBIT_NOTE;
        }
    }

    /** @param gstin null for consumers and abroad */
    record Party(String code, String name, String gstin) {}

    /** @param total with tax, in INR: decides whether a consumer's invoice was a large one; of a bill that is revised, with the notes over it */
    record Original(String number, LocalDate issuedOn, BigDecimal total) {}

    /** @param port code of customs; each null where it is not known */
    record Export(String port, String shippingBill, LocalDate shippingBillOn) {}

    record Line(
            int lineNo,
            String hsn,
            String description,
            BigDecimal quantity,
            String unit,
            TaxTreatment treatment,
            BigDecimal rate,
            Amounts amounts,
            BigDecimal freight) {

        /** Nil rated, exempt, or outside GST. */
        boolean isUntaxed() {
            return !treatment.bearsTax();
        }
    }

    TaxDocument with(List<Line> others) {
        return new TaxDocument(
                kind,
                number,
                series,
                serial,
                issuedOn,
                dealNumber,
                orderNumber,
                buyer,
                sellerGstin,
                branchCode,
                placeOfSupply,
                interState,
                supplyType,
                reverseCharge,
                commercial,
                currency,
                exchangeRate,
                totals,
                roundOff,
                total,
                currencyTotal,
                irn,
                registrationWaived,
                cancelledOn,
                original,
                export,
                others);
    }

    boolean cancelled() {
        return cancelledOn != null;
    }

    /** Whether it says anything to the tax office besides its number. */
    boolean isReported() {
        return !cancelled() && !commercial;
    }

    /** Whether a note takes goods back, rather than value alone. */
    boolean takesGoodsBack() {
        return lines.stream().anyMatch(line -> line.quantity().signum() > 0);
    }

    boolean isToSez() {
        return supplyType == SupplyType.SEZWP || supplyType == SupplyType.SEZWOP;
    }

    /** Less is owed by a credit note, more by all others. */
    Amounts signed(Amounts amounts) {
        return kind == Kind.CREDIT_NOTE ? amounts.negated() : amounts;
    }

    BigDecimal signed(BigDecimal figure) {
        return kind == Kind.CREDIT_NOTE ? figure.negate() : figure;
    }

    boolean isToRegistered() {
        return buyer.gstin() != null && !isExport();
    }

    boolean isExport() {
        return supplyType == SupplyType.EXPWP || supplyType == SupplyType.EXPWOP;
    }

    /** Whether it goes, or the invoice it corrects went, between States to a consumer for more than the limit of its day. */
    boolean isLargeToConsumer() {
        if (isToRegistered() || isExport() || !interState) {
            return false;
        }
        return original == null || kind == Kind.REVISED_INVOICE
                ? TaxLimit.B2C_LARGE.isExceededBy(total, issuedOn)
                : TaxLimit.B2C_LARGE.isExceededBy(original.total(), original.issuedOn());
    }
}
