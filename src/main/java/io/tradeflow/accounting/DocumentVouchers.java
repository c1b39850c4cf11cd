package io.tradeflow.accounting;

import io.tradeflow.accounting.TaxDocument.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The entries of invoices and notes: what the buyer owes against sales, tax by branch, and round-off. */
final class DocumentVouchers {

    private static final String RUPEE = "INR";

    private final AccountPlan plan;

    DocumentVouchers(AccountPlan plan) {
        this.plan = plan;
    }

    /** The entry of the document, and of its cancellation if there was one. */
    List<Voucher> of(TaxDocument document) {
        Voucher issued = issued(document);
        if (document.cancelledOn() == null) {
            return List.of(issued);
        }
        return List.of(
                issued,
                issued.undone(
                        "CANCELLED:" + document.number(),
                        Voucher.Kind.CANCELLATION,
                        document.cancelledOn(),
                        document.kind().label() + " " + document.number() + " was cancelled"));
    }

    private Voucher issued(TaxDocument document) {
        List<Posting> postings = new ArrayList<>();
        postings.add(Posting.debit(LedgerPurpose.RECEIVABLES, document.total()));
        document.lines().forEach(line -> sales(document, line, postings));
        if (!document.reverseCharge()) {
            tax(LedgerPurpose.OUTPUT_CGST, document, document.totals().cgst(), postings);
            tax(LedgerPurpose.OUTPUT_SGST, document, document.totals().sgst(), postings);
            tax(LedgerPurpose.OUTPUT_IGST, document, document.totals().igst(), postings);
        }
        postings.add(Posting.credit(LedgerPurpose.ROUND_OFF, document.roundOff()));
        if (document.kind() == TaxDocument.Kind.REVISED_INVOICE) {
            insteadOfTheBill(document, postings);
        }
        boolean credit = document.kind() == TaxDocument.Kind.CREDIT_NOTE;
        return new Voucher(
                document.kind().name() + ":" + document.number(),
                switch (document.kind()) {
                    case INVOICE, BILL_OF_SUPPLY, REVISED_INVOICE -> Voucher.Kind.INVOICE;
                    case DEBIT_NOTE -> Voucher.Kind.DEBIT_NOTE;
                    case CREDIT_NOTE -> Voucher.Kind.CREDIT_NOTE;
                },
                document.number(),
                document.issuedOn(),
                document.dealNumber(),
                document.buyer().code(),
                document.buyer().name(),
                document.currency(),
                document.kind().label() + " " + document.number()
                        + (document.original() == null
                                ? ", order " + document.orderNumber()
                                : " on " + document.original().number()),
                credit ? postings.stream().map(Posting::other).toList() : postings);
    }

    /** What the bill that a revised invoice stands for has booked: its total, its sales and its round-off. */
    private void insteadOfTheBill(TaxDocument document, List<Posting> postings) {
        BigDecimal billed = document.original().total();
        postings.add(Posting.credit(LedgerPurpose.RECEIVABLES, billed));
        document.lines().forEach(line -> {
            BigDecimal freight = freight(document, line);
            // the bill was no supply between States to the books: it bore no tax at all
            postings.add(Posting.debit(
                    LedgerPurpose.SALES_INTRA, line.amounts().taxable().subtract(freight)));
            postings.add(Posting.debit(LedgerPurpose.FREIGHT_RECOVERED, freight));
        });
        postings.add(Posting.debit(
                LedgerPurpose.ROUND_OFF, billed.subtract(document.totals().taxable())));
    }

    private void sales(TaxDocument document, Line line, List<Posting> postings) {
        BigDecimal value = line.amounts().taxable();
        BigDecimal freight = freight(document, line);
        postings.add(Posting.credit(purpose(document, line), value.subtract(freight)));
        postings.add(Posting.credit(LedgerPurpose.FREIGHT_RECOVERED, freight));
    }

    /** What the line bears of freight, where that has an account of its own; on documents in another currency it stays in sales. */
    private BigDecimal freight(TaxDocument document, Line line) {
        boolean apart = !document.kind().isNote()
                && RUPEE.equals(document.currency())
                && plan.find(LedgerPurpose.FREIGHT_RECOVERED, "", document.issuedOn())
                        .isPresent();
        return apart ? line.freight() : Amounts.ZERO.taxable();
    }

    private static LedgerPurpose purpose(TaxDocument document, Line line) {
        if (document.kind() == TaxDocument.Kind.CREDIT_NOTE) {
            return document.takesGoodsBack() ? LedgerPurpose.SALES_RETURNS : LedgerPurpose.DISCOUNT_ALLOWED;
        }
        if (line.isUntaxed()) {
            return LedgerPurpose.SALES_EXEMPT;
        }
        if (document.isExport()) {
            return LedgerPurpose.SALES_EXPORT;
        }
        if (document.isToSez()) {
            return LedgerPurpose.SALES_SEZ;
        }
        return document.interState() ? LedgerPurpose.SALES_INTER : LedgerPurpose.SALES_INTRA;
    }

    private static void tax(LedgerPurpose head, TaxDocument document, BigDecimal amount, List<Posting> postings) {
        postings.add(Posting.credit(head, amount).apart(document.sellerGstin()));
    }
}
