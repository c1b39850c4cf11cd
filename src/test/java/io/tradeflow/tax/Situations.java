package io.tradeflow.tax;

import io.tradeflow.kernel.Address;
import io.tradeflow.tax.Supply.BuyerKind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Supplies that the table cases name by a word. The supplier stands in Maharashtra. */
final class Situations {

    static final String SUPPLIER = "27AAPFU0939F1ZV";

    private Situations() {}

    static Supply named(String word) {
        SupplyTerms terms = SupplyTerms.ORDINARY.from(SUPPLIER);
        return switch (word) {
            case "INTRA" -> supply(BuyerKind.REGISTERED, "27AABCR1718E1ZP", "27", false, terms);
            case "INTER" -> supply(BuyerKind.REGISTERED, "24AAQCA8719H1ZC", "24", false, terms);
            case "CONSUMER" -> supply(BuyerKind.UNREGISTERED, null, "27", false, terms);
            case "EXPORT" -> supply(BuyerKind.OVERSEAS, null, "ABROAD", true, terms);
            case "EXPORT_PAID" -> supply(BuyerKind.OVERSEAS, null, "ABROAD", false, terms);
            case "SEZ" -> supply(BuyerKind.SEZ, "27AABCR1718E2ZO", "27", true, terms);
            case "SEZ_PAID" -> supply(BuyerKind.SEZ, "27AABCR1718E2ZO", "27", false, terms);
            case "OWN" -> supply(BuyerKind.REGISTERED, SUPPLIER, "27", false, terms);
            case "COMPOSITION" ->
                supply(BuyerKind.REGISTERED, "27AABCR1718E1ZP", "27", false, terms.by(Supplier.COMPOSITION));
            case "REVERSE" -> supply(BuyerKind.REGISTERED, "27AABCR1718E1ZP", "27", false, terms.underReverseCharge());
            case "REVERSE_CONSUMER" -> supply(BuyerKind.UNREGISTERED, null, "27", false, terms.underReverseCharge());
            default -> throw new IllegalArgumentException(word);
        };
    }

    static Address address(String place) {
        if (place == null) {
            return null;
        }
        return place.equals("ABROAD") ? Places.abroad() : Places.in(place);
    }

    static List<BigDecimal> amounts(String text) {
        return Arrays.stream(text.split(" ")).map(BigDecimal::new).toList();
    }

    private static Supply supply(BuyerKind kind, String gstin, String place, boolean underLut, SupplyTerms terms) {
        return new Supply(Places.TODAY, "27", kind, gstin, address(place), null, underLut, List.of()).on(terms);
    }
}
