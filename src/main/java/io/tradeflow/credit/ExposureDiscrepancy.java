package io.tradeflow.credit;

import java.math.BigDecimal;

/** A figure that is not what its ledger adds up to; {@code number} is null where it is the account's sum. */
public record ExposureDiscrepancy(
        String buyerCode, String currency, String bucket, String number, BigDecimal kept, BigDecimal byLedger) {}
