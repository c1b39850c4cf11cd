package io.tradeflow.screen;

import io.tradeflow.amendment.ChangeDraft;
import io.tradeflow.kernel.Address;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.party.Buyer;
import io.tradeflow.quotation.ShippingPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A change of an order as typed on {@code screen/order-change.html}: fields that show what the order has are no change. */
public final class TypedChange {

    /** Rows for new products on the form. */
    public static final int NEW_ROWS = 3;

    private TypedChange() {}

    public static ChangeDraft of(TypedForm typed, Map<String, String> fields, SalesOrder order, Buyer buyer) {
        List<ChangeDraft.Line> lines = new ArrayList<>();
        for (SalesOrder.Line line : order.lines()) {
            BigDecimal quantity = typed.decimal("quantity-" + line.lineNo());
            LocalDate day = typed.date("requestedOn-" + line.lineNo());
            boolean same =
                    (quantity == null || quantity.compareTo(line.ordered().value()) == 0)
                            && (day == null || day.equals(line.requestedOn()));
            if (!same) {
                lines.add(new ChangeDraft.Line(line.lineNo(), quantity, day));
            }
        }
        List<ChangeDraft.NewLine> added = new ArrayList<>();
        for (int row = 0; row < NEW_ROWS; row++) {
            String sku = typed.text("sku-" + row);
            BigDecimal quantity = typed.decimal("added-" + row);
            if (sku != null || quantity != null) {
                added.add(new ChangeDraft.NewLine(sku, quantity, typed.date("addedOn-" + row)));
            }
        }
        ShippingPolicy policy = typed.choice("shippingPolicy", ShippingPolicy.class);
        String instructions = fields.get("instructions") == null
                ? null
                : fields.get("instructions").strip();
        boolean sameInstructions = Objects.equals(
                instructions == null || instructions.isEmpty() ? null : instructions,
                order.delivery().instructions());
        Address shipTo = TypedDelivery.shipTo(typed, buyer);
        return new ChangeDraft(
                lines,
                added,
                policy == order.delivery().shippingPolicy() ? null : policy,
                sameInstructions ? null : instructions,
                shipTo,
                typed.text("reason"));
    }
}
