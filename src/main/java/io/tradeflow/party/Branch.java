package io.tradeflow.party;

import io.tradeflow.kernel.Address;

/** A place of business of the selling company with its own GSTIN, warehouse and invoice series. */
public record Branch(
        String code,
        String name,
        String gstin,
        Address address,
        String warehouseCode,
        String invoiceSeries,
        BankAccount bankAccount) {

    public record BankAccount(String accountName, String bank, String accountNumber, String ifsc, String upiId) {}
}
