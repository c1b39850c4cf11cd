package io.tradeflow.fulfilment;

import io.tradeflow.kernel.Gs1;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The number on a package: extension digit, the company's GS1 prefix, a serial and the check digit, 18 digits in all. Without a prefix of
 * one's own it stands in the range for use inside a company.
 */
@Component
class PackageLabel {

    private static final String EXTENSION = "3";
    private static final int DIGITS_BEFORE_CHECK = 17;
    private static final int TEN = 10;

    private final String prefix;

    /** @param prefix 4 to 10 digits */
    PackageLabel(@Value("${tradeflow.gs1-prefix:0000}") String prefix) {
        if (!prefix.matches("[0-9]{4,10}")) {
            throw new IllegalArgumentException("tradeflow.gs1-prefix has 4 to 10 digits, not '" + prefix + "'");
        }
        this.prefix = prefix;
    }

    String of(long serial) {
        int digits = DIGITS_BEFORE_CHECK - EXTENSION.length() - prefix.length();
        long turned = serial % pow(digits);
        String body = EXTENSION + prefix + ("%0" + digits + "d").formatted(turned);
        return body + Gs1.checkDigit(body);
    }

    private static long pow(int digits) {
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= TEN;
        }
        return power;
    }
}
