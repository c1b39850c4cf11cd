package io.tradeflow.kernel;

/** Numbers of the GS1 system (GTIN, SSCC) end in a check digit by modulo 10. GS1 General Specifications, section 7.9. */
public final class Gs1 {

    private static final int TEN = 10;
    private static final int ODD_WEIGHT = 3;

    private Gs1() {}

    /** The check digit that belongs behind these digits. */
    public static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? ODD_WEIGHT * digit : digit;
        }
        return (TEN - sum % TEN) % TEN;
    }

    /** Whether this is a GTIN of 8, 12, 13 or 14 digits whose last digit is right. */
    public static boolean isGtin(String text) {
        return text != null
                && text.matches("[0-9]{8}|[0-9]{12,14}")
                && checkDigit(text.substring(0, text.length() - 1)) == text.charAt(text.length() - 1) - '0';
    }

    /** A GTIN as element strings carry it, with 14 digits. */
    public static String gtin14(String gtin) {
        return "0".repeat(14 - gtin.length()) + gtin;
    }
}
