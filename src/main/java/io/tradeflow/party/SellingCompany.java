package io.tradeflow.party;

import java.time.LocalDate;

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

    public record LetterOfUndertaking(String arn, LocalDate validFrom, LocalDate validUntil) {

        /** Whether it is valid on the day, first and last day included. */
        public boolean covers(LocalDate day) {
            return !day.isBefore(validFrom) && !day.isAfter(validUntil);
        }
    }

    /** Whether exports and supplies to SEZ may go without tax on the day. */
    public boolean undertakes(LocalDate day) {
        return letterOfUndertaking != null && letterOfUndertaking.covers(day);
    }
}
