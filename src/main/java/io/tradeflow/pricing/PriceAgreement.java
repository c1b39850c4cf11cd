package io.tradeflow.pricing;

import java.time.LocalDate;

/**
 * A contract on prices with a buyer. Its rows count within its period only.
 *
 * @param number as both sides know it, for example {@code RC-2627-014}
 * @param validUntil last day, or null
 */
public record PriceAgreement(
        String number, String buyerCode, String title, LocalDate validFrom, LocalDate validUntil) {}
