package io.tradeflow.accounting;

import io.tradeflow.accounting.Gstr1.Gap;
import io.tradeflow.party.Gstin;
import io.tradeflow.tax.Hsn;
import io.tradeflow.tax.TaxLimit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What documents lack that the return asks for. */
final class Gstr1Gaps {

    private static final String RUPEE = "INR";

    private final List<Gap> gaps = new ArrayList<>();
    private final Predicate<LocalDate> eInvoiced;
    private final Predicate<TaxDocument> registered;

    /**
     * @param eInvoiced whether the company registers the documents of a day
     * @param registered whether the registration of a document's branch counts from its day or before, certified or not
     */
    Gstr1Gaps(Predicate<LocalDate> eInvoiced, Predicate<TaxDocument> registered) {
        this.eInvoiced = eInvoiced;
        this.registered = registered;
    }

    void look(TaxDocument document) {
        if (!document.isReported()) {
            return;
        }
        if (document.buyer().gstin() != null) {
            Gstin.whyInvalid(document.buyer().gstin()).ifPresent(why -> add(document, why));
        }
        if (wantsRegistration(document)) {
            add(document, "It is not registered with the IRP: without an IRN it is no invoice (CGST rule 48(5))");
        }
        if (isUntaxedWithTaxableGoods(document) && registered.test(document)) {
            add(
                    document,
                    "It bears no tax though its goods do, as it is from before the certificate of registration: issue its revised invoice"
                            + " while there is time (CGST Act s. 31(3)(a)), which then stands in its place");
        }
        int least = Hsn.leastDigits(
                turnover(document.issuedOn()), document.issuedOn(), Optional.ofNullable(document.supplyType()));
        Set<String> wrong = new LinkedHashSet<>();
        document.lines().forEach(line -> Hsn.whyInvalid(line.hsn(), least).ifPresent(wrong::add));
        wrong.forEach(why -> add(document, why));
        if (document.isExport() && !document.kind().isNote() && document.export() == null) {
            add(
                    document,
                    "Neither port of loading nor shipping bill is known: enter them on the invoice's page. After the return is"
                            + " filed they are told by an amendment (table 9A)");
        } else if (document.isExport()
                && !document.kind().isNote()
                && document.export().shippingBill() == null) {
            add(
                    document,
                    "The shipping bill is not known: enter its number and day on the invoice's page. After the return is filed"
                            + " they are told by an amendment (table 9A)");
        }
    }

    /** Who registers documents has had the turnover from which the portals want six digits; of others nothing is known. */
    private BigDecimal turnover(LocalDate on) {
        return eInvoiced.test(on)
                ? TaxLimit.HSN_SIX_DIGITS
                        .on(on)
                        .map(limit -> limit.rupees().add(BigDecimal.ONE))
                        .orElse(BigDecimal.ZERO)
                : BigDecimal.ZERO;
    }

    /** Goods that are exempt say so on the bill; those of a supplier without certificate do not. Bills in foreign currency are not revised here. */
    private static boolean isUntaxedWithTaxableGoods(TaxDocument document) {
        return document.kind() == TaxDocument.Kind.BILL_OF_SUPPLY
                && document.currency().equals(RUPEE)
                && document.lines().stream().anyMatch(line -> !line.isUntaxed());
    }

    /** Not of consumers, not revised invoices, which the IRP does not know, nor where nothing on the document bears tax. */
    private boolean wantsRegistration(TaxDocument document) {
        return document.supplyType() != null
                && document.kind() != TaxDocument.Kind.REVISED_INVOICE
                && document.irn() == null
                && !document.registrationWaived()
                && document.lines().stream().anyMatch(line -> !line.isUntaxed())
                && eInvoiced.test(document.issuedOn());
    }

    private void add(TaxDocument document, String what) {
        gaps.add(new Gap(
                document.number(), document.dealNumber(), what, !document.kind().isNote()));
    }

    /** A number of a series that nobody can account for. */
    void missing(String number) {
        gaps.add(new Gap(number, null, "The number was given out and there is no document under it", false));
    }

    List<Gap> all() {
        return List.copyOf(gaps);
    }
}
