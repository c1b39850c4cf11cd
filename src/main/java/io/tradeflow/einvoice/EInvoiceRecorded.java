package io.tradeflow.einvoice;

/** A person has brought the portal's signed answer; whatever waits for the registration may go on. */
public record EInvoiceRecorded(String irn, String dealNumber, String documentNumber) {}
