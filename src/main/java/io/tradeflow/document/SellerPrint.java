package io.tradeflow.document;

import io.tradeflow.kernel.Address;
import java.util.List;

/**
 * The supplier on the letterhead: the company with the address and GSTIN of the branch that supplies (CGST rule 46(a)). Whatever is null
 * is not printed.
 *
 * @param tradeName printed large above the legal name where it differs
 */
public record SellerPrint(
        String legalName,
        String tradeName,
        List<String> addressLines,
        String stateName,
        String stateCode,
        String gstin,
        String pan,
        String cin,
        String iec,
        String phone,
        String email,
        String website) {

    public SellerPrint {
        addressLines = List.copyOf(addressLines);
    }

    public static SellerPrint of(
            String legalName,
            String tradeName,
            Address branchAddress,
            String branchGstin,
            String pan,
            String cin,
            String iec,
            String phone,
            String email,
            String website) {
        return new SellerPrint(
                legalName,
                tradeName,
                PartyPrint.linesOf(branchAddress),
                branchAddress.stateName(),
                branchAddress.stateCode(),
                branchGstin,
                pan,
                cin,
                iec,
                phone,
                email,
                website);
    }
}
