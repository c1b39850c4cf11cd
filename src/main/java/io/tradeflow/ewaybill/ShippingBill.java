package io.tradeflow.ewaybill;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Customs' paper about an export, known after the invoice.
 *
 * @param number of 3 to 7 digits, as returns take it
 * @param enteredBy who said so, at {@code enteredAt}
 */
public record ShippingBill(
        String invoiceNumber, String number, LocalDate datedOn, Port port, String enteredBy, Instant enteredAt) {}
