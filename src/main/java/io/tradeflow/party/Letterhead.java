package io.tradeflow.party;

import io.tradeflow.document.SellerPrint;

/** The supplier at the head of a document: the company with the branch that supplies. */
public final class Letterhead {

    private Letterhead() {}

    public static SellerPrint of(SellingCompany company, Branch branch) {
        return SellerPrint.of(
                company.legalName(),
                company.tradeName(),
                branch.address(),
                branch.gstin(),
                company.pan(),
                company.cin(),
                company.iec(),
                company.phone(),
                company.email(),
                company.website());
    }
}
