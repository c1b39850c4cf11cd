package io.tradeflow.invoicing;

import io.tradeflow.kernel.Apportionment;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.util.List;

/**
 * What of an invoice is credited besides by the notes of this book: claims of returns that wait for their note, and notes that were issued elsewhere. The
 * room of returns knows them.
 */
public interface OtherCredits {

    /**
     * @param exceptReturn the return whose own claims do not count, null to count all
     * @return by line of the invoice; lines may repeat
     */
    List<OtherCredit> of(String invoiceNumber, String exceptReturn);

    /** So much of a line, in the invoice's currency. */
    record OtherCredit(
            int lineNo,
            BigDecimal quantity,
            BigDecimal taxableValue,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst) {

        /** Where it was taken of a bill without tax that is revised by now: with the tax of that part of the line. */
        OtherCredit taxedAs(TaxInvoice invoice) {
            TaxComputation.Line of = invoice.tax().lines().stream()
                    .filter(line -> line.lineNo() == lineNo)
                    .findFirst()
                    .orElse(null);
            return of == null || cgst.add(sgst).add(igst).signum() != 0
                    ? this
                    : new OtherCredit(
                            lineNo,
                            quantity,
                            taxableValue,
                            Apportionment.due(of.cgst(), taxableValue, of.taxableValue()),
                            Apportionment.due(of.sgst(), taxableValue, of.taxableValue()),
                            Apportionment.due(of.igst(), taxableValue, of.taxableValue()));
        }
    }
}
