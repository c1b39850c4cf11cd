package io.tradeflow.party;

import io.tradeflow.document.SellerPrint;
import java.time.LocalDate;

/** The supplier at the head of a document: the company with the branch that supplies. */
public final class Letterhead {

    private Letterhead() {}

    /** @param day of the document */
    public static SellerPrint of(SellingCompany company, Branch branch, LocalDate day) {
        return SellerPrint.of(
                company.legalName(),
                company.tradeName(),
                branch.address(),
                branch.gstinOn(day),
                company.pan(),
                company.cin(),
                company.iec(),
                company.phone(),
                company.email(),
                company.website());
    }
}
