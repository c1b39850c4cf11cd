package io.tradeflow.invoicing;

import io.tradeflow.kernel.Apportionment;
import io.tradeflow.kernel.Money;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How much a note takes of an invoice line, or adds to it.
 *
 * @param quantity zero where only the value changes
 * @param unitPrice see {@link TaxNote.Line}
 * @param value taxable value with two decimals
 */
record NoteValue(TaxInvoice.Line line, BigDecimal quantity, Money unitPrice, BigDecimal value) {

    private static final int CENTS = 2;
    private static final int MOST_DECIMALS = 6;

    /** A figure that is wrong: which, and why. */
    static final class Wrong extends RuntimeException {

        private final String figure;

        Wrong(String figure, String message) {
            super(message, null, false, false);
            this.figure = figure;
        }

        String figure() {
            return figure;
        }
    }

    /**
     * Goods take their part of what is left of the line, so that all of them take all of it. A unit price changes the goods that are not
     * credited yet.
     *
     * @throws Wrong naming the figure
     */
    static NoteValue of(
            NoteReason reason,
            NoteRequest.Line wanted,
            TaxInvoice.Line line,
            TaxComputation.Line taxed,
            EarlierNotes earlier) {
        BigDecimal leftQuantity = earlier.left(line);
        BigDecimal leftValue = earlier.left(taxed);
        NoteValue value = reason.movesQuantity()
                ? ofGoods(wanted, line, leftQuantity, leftValue)
                : ofValue(reason, wanted, line, leftQuantity);
        if (reason.kind() == NoteKind.CREDIT && value.value().compareTo(leftValue) > 0) {
            throw new Wrong(
                    wanted.amount() != null ? "amount" : "unitPrice",
                    "Line " + line.lineNo() + " of the invoice has " + leftValue + " left to credit, not "
                            + value.value());
        }
        return value;
    }

    private static NoteValue ofGoods(
            NoteRequest.Line wanted, TaxInvoice.Line line, BigDecimal leftQuantity, BigDecimal leftValue) {
        if (wanted.unitPrice() != null || wanted.amount() != null) {
            throw new Wrong(
                    wanted.amount() != null ? "amount" : "unitPrice",
                    "Goods are credited by their quantity; the amount follows from the invoice");
        }
        BigDecimal quantity = positive("quantity", wanted.quantity(), MOST_DECIMALS);
        if (quantity.compareTo(leftQuantity) > 0) {
            throw new Wrong(
                    "quantity",
                    "Line " + line.lineNo() + " of the invoice has " + plain(leftQuantity) + " "
                            + line.quantity().unit() + " left to credit, not " + plain(quantity));
        }
        return new NoteValue(line, quantity, line.unitPrice(), Apportionment.due(leftValue, quantity, leftQuantity));
    }

    private static NoteValue ofValue(
            NoteReason reason, NoteRequest.Line wanted, TaxInvoice.Line line, BigDecimal leftQuantity) {
        if (wanted.quantity() != null) {
            throw new Wrong(
                    "quantity", "The goods stay as invoiced: give the price they should have had, or an amount");
        }
        if ((wanted.unitPrice() == null) == (wanted.amount() == null)) {
            throw new Wrong("amount", "Give either the right price or the amount");
        }
        if (wanted.amount() != null) {
            BigDecimal amount = positive("amount", wanted.amount(), CENTS).setScale(CENTS);
            return new NoteValue(
                    line, BigDecimal.ZERO, new Money(amount, line.net().currency()), amount);
        }
        if (wanted.unitPrice().signum() < 0 || decimals(wanted.unitPrice()) > 4) {
            throw new Wrong("unitPrice", "A price of zero or more, with at most four decimals");
        }
        BigDecimal lower = line.unitPrice().amount().subtract(wanted.unitPrice());
        BigDecimal difference = reason.kind() == NoteKind.CREDIT ? lower : lower.negate();
        if (difference.signum() <= 0) {
            throw new Wrong(
                    "unitPrice",
                    "The right price is " + (reason.kind() == NoteKind.CREDIT ? "below" : "above")
                            + " the invoiced one, which is "
                            + plain(line.unitPrice().amount()));
        }
        if (leftQuantity.signum() == 0) {
            throw new Wrong("unitPrice", "All goods of line " + line.lineNo() + " of the invoice are credited");
        }
        return new NoteValue(
                line,
                BigDecimal.ZERO,
                new Money(difference, line.net().currency()),
                difference.multiply(leftQuantity).setScale(CENTS, RoundingMode.HALF_UP));
    }

    private static BigDecimal positive(String figure, BigDecimal value, int mostDecimals) {
        return Optional.ofNullable(value)
                .filter(given -> given.signum() > 0 && decimals(given) <= mostDecimals)
                .orElseThrow(() -> new Wrong(figure, "Above zero, with at most " + mostDecimals + " decimals"));
    }

    private static int decimals(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
