package io.tradeflow.party;

/** The company that sells. The letter of undertaking (form RFD-11) allows export and SEZ supplies without tax while valid. */
public record SellingCompany(
        String legalName,
        String tradeName,
        String pan,
        String cin,
        String iec,
        String currency,
        String email,
        String phone,
        String website,
        LetterOfUndertaking letterOfUndertaking) {

    public record LetterOfUndertaking(String arn, java.time.LocalDate validFrom, java.time.LocalDate validUntil) {}
}
