package io.tradeflow.payment;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An entry of a bank statement as the file has it.
 *
 * @param bankReference the bank's own reference of the entry, null where the file has none
 * @param amount negative for money that went out
 * @param currency null where the file names none
 * @param payerName null like {@code payerAccount} where the file does not say
 */
record BankEntry(
        LocalDate bookedOn,
        String currency,
        BigDecimal amount,
        String bankReference,
        String reference,
        String narration,
        String payerName,
        String payerAccount) {}
