package io.tradeflow.quotation;

import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.tax.Gst;
import io.tradeflow.tax.Supply;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts the GST of the day on a priced draft. */
@Component
class QuoteTax {

    private static final String TAX_RATE_MISSING = "tax-rate-missing";

    private final Gst gst;
    private final Parties parties;

    QuoteTax(Gst gst, Parties parties) {
        this.gst = gst;
        this.parties = parties;
    }

    /** Gives the {@code tax-rate-missing} that stands in the way, if one does. */
    Optional<Problem> tax(StoredQuote draft, Buyer buyer, Branch branch) {
        TaxComputation tax;
        try {
            tax = gst.compute(supply(draft, buyer, branch, draft.firmLines()));
            rate(draft, gst.compute(supply(draft, buyer, branch, choices(draft))));
        } catch (Problem problem) {
            if (!TAX_RATE_MISSING.equals(problem.slug())) {
                throw problem;
            }
            return Optional.of(problem);
        }
        rate(draft, tax);
        draft.sums = QuoteSums.of(tax);
        return Optional.empty();
    }

    /** Optional lines and alternatives count in no total; their rates are shown. */
    private static List<StoredQuoteLine> choices(StoredQuote draft) {
        return draft.lines.stream().filter(line -> !line.isFirm()).toList();
    }

    private static void rate(StoredQuote draft, TaxComputation tax) {
        Map<Integer, BigDecimal> rates =
                tax.lines().stream().collect(Collectors.toMap(TaxComputation.Line::lineNo, TaxComputation.Line::rate));
        draft.lines.stream()
                .filter(line -> rates.containsKey(line.lineNo()))
                .forEach(line -> line.taxedAt(rates.get(line.lineNo())));
    }

    /** What the quote's sums would be on its own day if the goods went there. Changes nothing. */
    QuoteSums sums(StoredQuote quote, Address shipTo, Buyer buyer, Branch branch) {
        return QuoteSums.of(gst.compute(supply(quote, shipTo, buyer, branch, quote.firmLines())));
    }

    private Supply supply(StoredQuote draft, Buyer buyer, Branch branch, List<StoredQuoteLine> lines) {
        return supply(draft, draft.shipTo, buyer, branch, lines);
    }

    private Supply supply(StoredQuote draft, Address shipTo, Buyer buyer, Branch branch, List<StoredQuoteLine> lines) {
        return Supply.of(
                draft.quotedOn,
                parties.seller(),
                branch,
                buyer,
                draft.billTo,
                shipTo,
                draft.currency,
                lines.stream()
                        .map(line -> new Supply.Line(line.lineNo(), line.hsn(), line.taxableValue()))
                        .toList());
    }
}
