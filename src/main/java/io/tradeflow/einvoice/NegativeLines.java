package io.tradeflow.einvoice;

import io.tradeflow.einvoice.EInvoiceDocument.Item;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The portal takes no negative line: its value becomes discount of lines taxed at the same rate, one after the other, with its tax. */
final class NegativeLines {

    private NegativeLines() {}

    /** Value and tax of all together stay the same; what no line of the rate can bear stays negative. */
    static List<Item> folded(List<Item> items) {
        List<Item> folded = new ArrayList<>(
                items.stream().filter(item -> item.taxable().signum() >= 0).toList());
        for (Item negative : items) {
            Item left = negative;
            for (int index = 0; index < folded.size() && left.taxable().signum() < 0; index++) {
                Item bearer = folded.get(index);
                BigDecimal part = left.taxable().negate().min(bearer.taxable());
                if (part.signum() > 0 && sameTax(bearer, left)) {
                    Item share = share(left, part);
                    folded.set(index, less(bearer, share));
                    left = plus(left, share);
                }
            }
            if (left.taxable().signum() < 0) {
                folded.add(left);
            }
        }
        return folded;
    }

    private static boolean sameTax(Item one, Item other) {
        return one.rate().compareTo(other.rate()) == 0 && one.treatment() == other.treatment();
    }

    /** So much of the negative line, turned positive. */
    private static Item share(Item negative, BigDecimal part) {
        BigDecimal whole = negative.taxable().negate();
        return amounts(
                negative,
                part,
                BigDecimal.ZERO,
                part,
                portion(negative.igst(), part, whole),
                portion(negative.cgst(), part, whole),
                portion(negative.sgst(), part, whole));
    }

    private static BigDecimal portion(BigDecimal tax, BigDecimal part, BigDecimal whole) {
        return tax.negate().multiply(part).divide(whole, 2, RoundingMode.HALF_UP);
    }

    private static Item less(Item bearer, Item share) {
        return amounts(
                bearer,
                bearer.gross(),
                bearer.discount().add(share.taxable()),
                bearer.taxable().subtract(share.taxable()),
                bearer.igst().subtract(share.igst()),
                bearer.cgst().subtract(share.cgst()),
                bearer.sgst().subtract(share.sgst()));
    }

    private static Item plus(Item negative, Item share) {
        return amounts(
                negative,
                negative.gross().add(share.taxable()),
                negative.discount(),
                negative.taxable().add(share.taxable()),
                negative.igst().add(share.igst()),
                negative.cgst().add(share.cgst()),
                negative.sgst().add(share.sgst()));
    }

    private static Item amounts(
            Item item,
            BigDecimal gross,
            BigDecimal discount,
            BigDecimal taxable,
            BigDecimal igst,
            BigDecimal cgst,
            BigDecimal sgst) {
        return new Item(
                item.lineNo(),
                item.description(),
                item.hsn(),
                item.quantity(),
                item.unit(),
                item.unitPrice(),
                gross,
                discount,
                taxable,
                item.treatment(),
                item.rate(),
                igst,
                cgst,
                sgst);
    }
}
