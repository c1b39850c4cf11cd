package io.tradeflow.accounting;

import java.math.BigDecimal;

/** A row of a table of the return. */
sealed interface Gstr1Row {

    /** What it adds to the table: negative where a credit note takes off. */
    Amounts amounts();

    /** All of a document that bears one rate. */
    record OfDocument(TaxDocument document, BigDecimal rate, Amounts figures) implements Gstr1Row {

        @Override
        public Amounts amounts() {
            return document.signed(figures);
        }
    }

    /** All supplies to one State at one rate. */
    record OfPlace(String place, boolean interState, BigDecimal rate, Amounts amounts) implements Gstr1Row {}

    /** Supplies without tax of one kind. */
    record Untaxed(Buyers buyers, BigDecimal nil, BigDecimal exempt, BigDecimal nonGst) implements Gstr1Row {

        @Override
        public Amounts amounts() {
            Amounts zero = Amounts.ZERO;
            return new Amounts(nil.add(exempt).add(nonGst), zero.cgst(), zero.sgst(), zero.igst());
        }
    }

    /** To whom and where supplies without tax went, by the code of the portal. */
    enum Buyers {
        INTRB2B("Inter-State to registered persons"),
        INTRAB2B("Intra-State to registered persons"),
        INTRB2C("Inter-State to consumers"),
        INTRAB2C("Intra-State to consumers");

        private final String label;

        Buyers(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        static Buyers of(TaxDocument document) {
            if (document.isToRegistered()) {
                return document.interState() ? INTRB2B : INTRAB2B;
            }
            return document.interState() ? INTRB2C : INTRAB2C;
        }
    }

    /** All goods of one code in one unit at one rate. */
    record OfHsn(
            boolean toRegistered,
            String hsn,
            String description,
            String uqc,
            BigDecimal rate,
            BigDecimal quantity,
            Amounts amounts)
            implements Gstr1Row {}

    /** The numbers of a series that were used. */
    record OfSeries(IssuedType type, String series, String from, String to, long total, long cancelled)
            implements Gstr1Row {

        long net() {
            return total - cancelled;
        }

        @Override
        public Amounts amounts() {
            return Amounts.ZERO;
        }
    }

    /** Types of documents by their number on the portal. */
    enum IssuedType {
        INVOICES(1, "Invoices for outward supply"),
        REVISED_INVOICES(3, "Revised Invoice"),
        DEBIT_NOTES(4, "Debit Note"),
        CREDIT_NOTES(5, "Credit Note"),
        RECEIPT_VOUCHERS(6, "Receipt Voucher"),
        REFUND_VOUCHERS(8, "Refund Voucher"),
        JOB_WORK_CHALLANS(9, "Delivery Challan for job work"),
        CHALLANS(12, "Delivery Challan in cases other than by way of supply (excluding at S no. 9 to 11)");

        private final int number;
        private final String title;

        IssuedType(int number, String title) {
            this.number = number;
            this.title = title;
        }

        int number() {
            return number;
        }

        String title() {
            return title;
        }
    }
}
