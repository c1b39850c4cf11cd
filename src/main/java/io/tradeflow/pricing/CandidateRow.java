package io.tradeflow.pricing;

import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A price row that may win a line: right SKU, currency, day and owner. {@code unit} is the product's. */
record CandidateRow(
        long id,
        PriceRow.Level level,
        String owner,
        String sku,
        String unit,
        BigDecimal fromQuantity,
        BigDecimal unitPrice,
        LocalDate validFrom) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    boolean isReachedBy(BigDecimal quantity) {
        return fromQuantity.compareTo(quantity) <= 0;
    }

    /** For example "Customer price from 10 NOS, valid from 1 Apr 2026". */
    String inWords() {
        String whose =
                switch (level) {
                    case CUSTOMER -> "Customer price";
                    case GROUP -> "Group price " + owner;
                    case BASE -> "Base price";
                };
        return whose + " from " + new Quantity(fromQuantity, unit) + ", valid from " + DAY.format(validFrom);
    }
}
