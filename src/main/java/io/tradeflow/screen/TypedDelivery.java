package io.tradeflow.screen;

import io.tradeflow.kernel.Address;
import io.tradeflow.party.Buyer;
import io.tradeflow.quotation.DeliveryWishes;
import io.tradeflow.quotation.Incoterm;
import io.tradeflow.quotation.ShippingPolicy;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How it is to be delivered, as typed beside a PO number: the fields of {@code screen/delivery.html}. */
public final class TypedDelivery {

    private static final Pattern DAY = Pattern.compile("requestedOn-(\\d{1,6})");

    private TypedDelivery() {}

    /**
     * Fields that cannot be read are remembered by the form.
     *
     * @param taken lines that are ticked, whose days count; empty where lines cannot be ticked
     */
    public static DeliveryWishes of(TypedForm typed, Map<String, String> fields, Buyer buyer, Set<Integer> taken) {
        Map<Integer, LocalDate> days = new HashMap<>();
        for (String field : fields.keySet()) {
            Matcher matcher = DAY.matcher(field);
            if (matcher.matches()) {
                int line = Integer.parseInt(matcher.group(1));
                LocalDate day = typed.date(field);
                if (day != null && (taken.isEmpty() || taken.contains(line))) {
                    days.put(line, day);
                }
            }
        }
        Incoterm.Rule rule = typed.choice("incoterm", Incoterm.Rule.class);
        return new DeliveryWishes(
                typed.choice("shippingPolicy", ShippingPolicy.class),
                days,
                typed.text("instructions"),
                shipTo(typed, buyer),
                rule == null ? null : new Incoterm(rule, typed.text("incotermPlace")));
    }

    /** One of the buyer's addresses or what was typed; null for the one of the document. */
    public static Address shipTo(TypedForm typed, Buyer buyer) {
        String choice = typed.text("shipTo");
        if ("SHIP_TO".equals(choice)) {
            return buyer.shipTo();
        }
        if ("BILL_TO".equals(choice)) {
            return buyer.billTo();
        }
        return "TYPED".equals(choice) ? address(typed) : null;
    }

    private static Address address(TypedForm typed) {
        String country = typed.text("country");
        return new Address(
                typed.text("line1"),
                typed.text("line2"),
                typed.text("city"),
                typed.text("stateCode"),
                typed.text("stateName"),
                typed.text("pin"),
                country == null ? "IN" : country);
    }
}
