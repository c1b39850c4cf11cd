package io.tradeflow.screen;

import io.tradeflow.catalog.PackagingUnit;
import io.tradeflow.catalog.Product;
import io.tradeflow.kernel.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * A product as one buyer is offered it.
 *
 * @param price the buyer's own net price per unit at the smallest quantity; null where it is quoted on request
 * @param taxRate GST in percent; null where there is none for the HSN
 * @param availability in words; no figure of any warehouse
 * @param image id of the picture, or null
 */
public record Offer(
        Product product,
        Money price,
        BigDecimal taxRate,
        Availability availability,
        List<PackagingUnit> packaging,
        Long image) {

    /** "In stock", with the colour it is shown in. */
    public record Availability(String words, String tone) {}

    /** What stands on the tile of a product without a picture: the first letters of its name. */
    public String initials() {
        String[] words = product.name().split("[^\\p{L}\\p{N}]+");
        String first = words.length > 0 && !words[0].isEmpty() ? words[0].substring(0, 1) : "·";
        return words.length > 1 ? first + words[1].substring(0, 1) : first;
    }

    /** One of six colours, the same for all products of a family. */
    public int colour() {
        return Math.floorMod(product.family().hashCode(), 6);
    }
}
