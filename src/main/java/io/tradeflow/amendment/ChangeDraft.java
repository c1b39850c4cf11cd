package io.tradeflow.amendment;

import io.tradeflow.kernel.Address;
import io.tradeflow.quotation.ShippingPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What is to be different on a confirmed order. What is null stays.
 *
 * @param instructions empty takes them away
 * @param shipTo only while nothing of the order has left
 * @param reason why, for both sides to read
 */
public record ChangeDraft(
        List<Line> lines,
        List<NewLine> added,
        ShippingPolicy shippingPolicy,
        String instructions,
        Address shipTo,
        String reason) {

    public ChangeDraft {
        lines = lines == null ? List.of() : List.copyOf(lines);
        added = added == null ? List.of() : List.copyOf(added);
    }

    /** @param quantity to be ordered in all from now on; zero takes the line out */
    public record Line(int lineNo, BigDecimal quantity, LocalDate requestedOn) {}

    public record NewLine(String sku, BigDecimal quantity, LocalDate requestedOn) {}
}
