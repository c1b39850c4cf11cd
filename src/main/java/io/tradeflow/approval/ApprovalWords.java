package io.tradeflow.approval;

import java.util.Locale;

/** Kinds of approval as people call them. */
public final class ApprovalWords {

    private ApprovalWords() {}

    /** At the beginning of a sentence: "Discount", "Price below floor". */
    public static String of(String kind) {
        String words = inside(kind);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Inside a sentence. */
    public static String inside(String kind) {
        return switch (kind) {
            case "FLOOR" -> "price below floor";
            case "ORDER_MINIMUM" -> "order below minimum";
            case "CREDIT" -> "credit over limit";
            case "STOCK" -> "stock shortage";
            case "TERMS" -> "payment terms";
            default -> kind.toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
