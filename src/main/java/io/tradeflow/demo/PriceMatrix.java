package io.tradeflow.demo;

import io.tradeflow.pricing.PriceRow;
import io.tradeflow.pricing.PriceRow.Level;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Price lists written as a matrix: a line per SKU and quantity tier, a column per price. The column's head says which price it
 * is: {@code INR} is a base price, {@code RETAIL INR} that of the price tier RETAIL. An empty cell is no price.
 */
final class PriceMatrix {

    private static final Set<String> LINE_HEADS = Set.of("sku", "fromQuantity", "validFrom");

    private PriceMatrix() {}

    static List<PriceRow> rows(List<Map<String, String>> lines) {
        return lines.stream().flatMap(PriceMatrix::rowsOf).toList();
    }

    private static Stream<PriceRow> rowsOf(Map<String, String> line) {
        return line.entrySet().stream()
                .filter(cell -> !LINE_HEADS.contains(cell.getKey()))
                .filter(cell -> cell.getValue() != null)
                .map(cell -> row(line, cell.getKey(), cell.getValue()));
    }

    private static PriceRow row(Map<String, String> line, String head, String price) {
        String[] tierAndCurrency = head.split(" ");
        boolean base = tierAndCurrency.length == 1;
        return new PriceRow(
                base ? Level.BASE : Level.GROUP,
                base ? null : tierAndCurrency[0],
                line.get("sku"),
                tierAndCurrency[tierAndCurrency.length - 1],
                new BigDecimal(line.get("fromQuantity")),
                new BigDecimal(price),
                LocalDate.parse(line.get("validFrom")),
                null);
    }
}
