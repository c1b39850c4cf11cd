package io.tradeflow.accounting;

import io.tradeflow.accounting.Gstr1.Gap;
import io.tradeflow.party.Gstin;
import io.tradeflow.tax.Hsn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What documents lack that the return asks for. */
final class Gstr1Gaps {

    private final List<Gap> gaps = new ArrayList<>();

    void look(TaxDocument document) {
        if (document.cancelled()) {
            return;
        }
        if (document.buyer().gstin() != null) {
            Gstin.whyInvalid(document.buyer().gstin()).ifPresent(why -> add(document, why));
        }
        int least = Hsn.leastDigits(BigDecimal.ZERO, document.issuedOn(), Optional.ofNullable(document.supplyType()));
        Set<String> wrong = new LinkedHashSet<>();
        document.lines().forEach(line -> Hsn.whyInvalid(line.hsn(), least).ifPresent(wrong::add));
        wrong.forEach(why -> add(document, why));
        if (document.isExport() && !document.kind().isNote() && document.export() == null) {
            add(document, "The port of loading is not known; the return takes it later by an amendment (table 9A)");
        }
    }

    private void add(TaxDocument document, String what) {
        gaps.add(new Gap(document.number(), document.dealNumber(), what));
    }

    /** A number of a series that nobody can account for. */
    void missing(String series, String year, long serial) {
        gaps.add(new Gap(
                "%s-%s-%06d".formatted(series, year, serial),
                null,
                "The number was given out and there is no document under it"));
    }

    List<Gap> all() {
        return List.copyOf(gaps);
    }
}
