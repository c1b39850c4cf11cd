package io.tradeflow.party.web;

import io.tradeflow.party.Branch;

/** A branch over the API. */
record BranchJson(
        String code,
        String name,
        String gstin,
        AddressJson address,
        String warehouseCode,
        String invoiceSeries,
        Branch.BankAccount bankAccount,
        Branch.Registration registration) {

    static BranchJson of(Branch branch) {
        return new BranchJson(
                branch.code(),
                branch.name(),
                branch.gstin(),
                AddressJson.of(branch.address()),
                branch.warehouseCode(),
                branch.invoiceSeries(),
                branch.bankAccount(),
                branch.registration());
    }

    /**
     * @param codeInPath a branch's code is in its address and need not be said again
     * @param known the registration that stays where none is sent; null if there is none
     */
    Branch toBranch(String codeInPath, Branch.Registration known) {
        return new Branch(
                codeInPath,
                name,
                gstin,
                address == null ? null : address.toAddress(),
                warehouseCode,
                invoiceSeries,
                bankAccount,
                registration == null ? known : registration);
    }
}
