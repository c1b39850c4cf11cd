package io.tradeflow.party.web;

import io.tradeflow.party.BusinessCategory;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.TaxRegistration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** A buyer over the API. Without {@code tradeName} the legal name serves, without {@code shipTo} the bill-to address. */
record BuyerJson(
        @NotBlank String code,
        @NotBlank String legalName,
        String tradeName,
        @NotNull BusinessCategory category,
        @NotNull TaxRegistration taxRegistration,
        String gstin,
        @NotNull @Valid AddressJson billTo,
        @Valid AddressJson shipTo,
        String priceGroup,
        @NotBlank String currency,
        @NotNull Integer creditDays,
        @NotBlank String contactName,
        @NotBlank String email,
        String phone) {

    static BuyerJson of(Buyer buyer) {
        return new BuyerJson(
                buyer.code(),
                buyer.legalName(),
                buyer.tradeName(),
                buyer.category(),
                buyer.taxRegistration(),
                buyer.gstin(),
                AddressJson.of(buyer.billTo()),
                AddressJson.of(buyer.shipTo()),
                buyer.priceGroup(),
                buyer.currency(),
                buyer.creditDays(),
                buyer.contactName(),
                buyer.email(),
                buyer.phone());
    }

    Buyer toBuyer() {
        return new Buyer(
                code,
                legalName,
                tradeName,
                category,
                taxRegistration,
                gstin,
                billTo.toAddress(),
                shipTo == null ? null : shipTo.toAddress(),
                priceGroup,
                currency,
                creditDays,
                contactName,
                email,
                phone);
    }
}
