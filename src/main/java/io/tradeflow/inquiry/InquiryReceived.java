package io.tradeflow.inquiry;

import io.tradeflow.party.BusinessCategory;
import io.tradeflow.party.TaxRegistration;

/** An inquiry has come in: the deal begins. Carries what the segment decision asks for. */
public record InquiryReceived(
        String inquiryNumber,
        String buyerCode,
        String buyerName,
        BusinessCategory businessCategory,
        TaxRegistration taxRegistration) {}
