package io.tradeflow.fulfilment;

import io.tradeflow.fulfilment.Shipment.PackageKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Packages of which only number and weight together are known: each weighs its share, and each line is spread over them as evenly as whole
 * units allow. Shares add up to the gram and to the piece.
 */
final class EqualPackages {

    private static final int GRAMS = 3;
    private static final int QUANTITY_DECIMALS = 6;

    private EqualPackages() {}

    static List<PackageEntry> of(int packages, BigDecimal grossWeightKg, Map<Integer, BigDecimal> quantitiesByLine) {
        List<PackageEntry> entries = new ArrayList<>();
        for (int number = 1; number <= packages; number++) {
            Map<Integer, BigDecimal> contents = new TreeMap<>();
            for (Map.Entry<Integer, BigDecimal> line : quantitiesByLine.entrySet()) {
                boolean whole = line.getValue().stripTrailingZeros().scale() <= 0;
                BigDecimal share = share(line.getValue(), number, packages, whole ? 0 : QUANTITY_DECIMALS);
                if (share.signum() > 0) {
                    contents.put(line.getKey(), share);
                }
            }
            BigDecimal weight = share(grossWeightKg, number, packages, GRAMS);
            entries.add(new PackageEntry(number, PackageKind.PACKAGE, weight, null, contents));
        }
        return entries;
    }

    /** What lies between the end of the package before and the end of this one, both rounded up: the shares add up to the whole. */
    private static BigDecimal share(BigDecimal whole, int number, int packages, int decimals) {
        return upTo(whole, number, packages, decimals).subtract(upTo(whole, number - 1, packages, decimals));
    }

    private static BigDecimal upTo(BigDecimal whole, int number, int packages, int decimals) {
        return whole.multiply(BigDecimal.valueOf(number))
                .divide(BigDecimal.valueOf(packages), decimals, RoundingMode.CEILING);
    }
}
