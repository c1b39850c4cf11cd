package io.tradeflow.invoicing;

import io.tradeflow.tax.Gst;
import io.tradeflow.tax.TaxComputation;
import io.tradeflow.tax.TaxDecision;
import io.tradeflow.tax.TaxFinding;
import io.tradeflow.tax.TaxPaper;
import io.tradeflow.tax.TaxTreatment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which lines go on which paper: goods that bear tax on a tax invoice, the others on a bill of supply, where the buyer is to have both. */
final class InvoiceLines {

    private InvoiceLines() {}

    /** A paper with its lines, numbered from one. */
    record Part(TaxPaper paper, List<TaxInvoice.Line> lines) {}

    /** @throws TaxRefused where the goods move within one registration, which is no supply */
    static List<Part> parts(InvoiceSides sides, TaxDecision decision, List<TaxInvoice.Line> lines, Gst gst) {
        Map<Integer, TaxTreatment> treatments = gst.compute(sides.supply(lines, BigDecimal.ONE)).lines().stream()
                .collect(Collectors.toMap(TaxComputation.Line::lineNo, TaxComputation.Line::treatment));
        return parts(decision.papers(Set.copyOf(treatments.values())), lines, line -> treatments.get(line.lineNo()));
    }

    static List<Part> parts(
            List<TaxPaper> papers, List<TaxInvoice.Line> lines, Function<TaxInvoice.Line, TaxTreatment> treatment) {
        if (papers.contains(TaxPaper.DELIVERY_CHALLAN)) {
            throw TaxRefused.because(List.of(new TaxFinding(TaxFinding.Kind.TAX_WITHIN_REGISTRATION, null)));
        }
        List<Part> parts = new ArrayList<>();
        for (TaxPaper paper : new LinkedHashSet<>(papers)) {
            boolean bill = paper == TaxPaper.BILL_OF_SUPPLY;
            parts.add(new Part(
                    paper,
                    numbered(lines.stream()
                            .filter(line ->
                                    papers.size() == 1 || treatment.apply(line).bearsTax() != bill)
                            .toList())));
        }
        return parts;
    }

    private static List<TaxInvoice.Line> numbered(List<TaxInvoice.Line> lines) {
        List<TaxInvoice.Line> numbered = new ArrayList<>();
        for (TaxInvoice.Line line : lines) {
            numbered.add(line.numbered(numbered.size() + 1));
        }
        return numbered;
    }
}
