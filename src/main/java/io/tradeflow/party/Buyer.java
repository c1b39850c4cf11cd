package io.tradeflow.party;

import io.tradeflow.kernel.Address;

/**
 * A buying company as the other rooms see it.
 *
 * @param gstin null where the registration is UNREGISTERED or OVERSEAS
 * @param priceGroup group price list the buyer belongs to, or null
 * @param currency ISO 4217 code the buyer is quoted and invoiced in
 * @param creditDays days after the invoice date until payment is due
 */
public record Buyer(
        String code,
        String legalName,
        String tradeName,
        BusinessCategory category,
        TaxRegistration taxRegistration,
        String gstin,
        Address billTo,
        Address shipTo,
        String priceGroup,
        String currency,
        int creditDays,
        String contactName,
        String email,
        String phone) {}
