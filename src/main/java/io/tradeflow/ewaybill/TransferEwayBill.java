package io.tradeflow.ewaybill;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What is known of a transfer's e-way bill.
 *
 * @param reason why one is needed or not, in words
 * @param consignmentValue in INR
 * @param number null until it is recorded
 * @param vehicleNumber null until it is known
 * @param validUntil null until the vehicle is known
 */
public record TransferEwayBill(
        String transferNumber,
        String challanNumber,
        boolean needed,
        String reason,
        BigDecimal consignmentValue,
        String number,
        Integer distanceKm,
        String vehicleNumber,
        Instant validUntil) {}
