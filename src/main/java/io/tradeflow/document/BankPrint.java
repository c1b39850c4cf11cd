package io.tradeflow.document;

/** Where to pay. {@code upiId} and {@code swift} may be null. */
public record BankPrint(
        String accountName, String bank, String accountNumber, String ifsc, String swift, String upiId) {}
