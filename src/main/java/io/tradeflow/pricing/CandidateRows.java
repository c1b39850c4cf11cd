package io.tradeflow.pricing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a document by what they are for, so that each line looks at its own only. */
final class CandidateRows {

    private final Map<String, List<CandidateRow>> bySku = new HashMap<>();
    private final Map<String, List<CandidateRow>> byCategory = new HashMap<>();
    private final List<CandidateRow> forEverything = new ArrayList<>();

    CandidateRows(Collection<CandidateRow> rows) {
        for (CandidateRow row : rows) {
            if (row.row().sku() != null) {
                bySku.computeIfAbsent(row.row().sku(), sku -> new ArrayList<>()).add(row);
            } else if (row.row().category() != null) {
                byCategory
                        .computeIfAbsent(row.row().category(), category -> new ArrayList<>())
                        .add(row);
            } else {
                forEverything.add(row);
            }
        }
    }

    List<CandidateRow> of(PricedProduct product) {
        List<CandidateRow> rows = new ArrayList<>(bySku.getOrDefault(product.sku(), List.of()));
        product.categories().forEach(category -> rows.addAll(byCategory.getOrDefault(category, List.of())));
        rows.addAll(forEverything);
        return rows;
    }
}
