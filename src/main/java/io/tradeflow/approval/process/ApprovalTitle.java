package io.tradeflow.approval.process;

import io.tradeflow.approval.ApprovalWords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * The name of an approval's task: all that is needed to see in a list what it is about, for example
 * {@code Approve discount 18 % · QTN-2627-000001 · Sahyadri Agro · ₹4.2 lakh}.
 *
 * @param value of the quote in rupees; like the percentages null where it is not known
 */
record ApprovalTitle(
        String kind,
        int level,
        int levels,
        String number,
        String buyerName,
        BigDecimal value,
        BigDecimal discountPercent,
        BigDecimal marginPercent) {

    private static final BigDecimal LAKH = BigDecimal.valueOf(100_000);
    private static final BigDecimal LAKHS_PER_CRORE = BigDecimal.valueOf(100);

    String text() {
        String facts = "Approve " + subject() + levelWords() + " · " + number + " · " + buyerName;
        return value == null ? facts : facts + " · " + indian(value);
    }

    /** What is at stake, for a column of a list; a dash where it is not known. */
    String amount() {
        return value == null ? "–" : indian(value);
    }

    String figures() {
        return percent(discountPercent) + " off, margin " + percent(marginPercent);
    }

    private String subject() {
        String words = ApprovalWords.inside(kind);
        if (words.contains("discount")) {
            return words + " " + percent(discountPercent);
        }
        return words.contains("margin") ? words + " " + percent(marginPercent) : words;
    }

    private String levelWords() {
        return levels > 1 ? " · level " + level + " of " + levels : "";
    }

    private static String percent(BigDecimal value) {
        return value == null ? "not known" : plain(value.setScale(1, RoundingMode.HALF_UP)) + " %";
    }

    /** Rupees as they are spoken of: ₹85,000, ₹4.2 lakh, ₹1.3 crore. */
    static String indian(BigDecimal rupees) {
        BigDecimal whole = rupees.setScale(0, RoundingMode.HALF_UP);
        if (whole.compareTo(LAKH) < 0) {
            return "₹" + new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(whole);
        }
        BigDecimal lakhs = whole.divide(LAKH, 1, RoundingMode.HALF_UP);
        if (lakhs.compareTo(LAKHS_PER_CRORE) < 0) {
            return "₹" + plain(lakhs) + " lakh";
        }
        return "₹" + plain(whole.divide(LAKH.multiply(LAKHS_PER_CRORE), 1, RoundingMode.HALF_UP)) + " crore";
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
