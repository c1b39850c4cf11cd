package io.tradeflow.einvoice;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the portal answered.
 *
 * @param data of an accepted question, else null
 * @param code of the portal's first error, null if there is none
 * @param message its errors in the portal's words
 * @param body as it came
 */
record IrpAnswer(JsonNode data, String code, String message, String body) {

    static final String DUPLICATE = "2150";
    static final String TOO_OLD = "2283";
    static final String NOT_THERE = "2148";
    static final String NOT_ACTIVE = "9999";
    static final String WITH_EWAY_BILL = "2230";
    static final String TOO_LATE_TO_CANCEL = "2270";

    boolean isAccepted() {
        return data != null;
    }

    boolean isError(String other) {
        return other.equals(code);
    }

    String outcome() {
        return isAccepted() ? "Accepted" : "Refused, " + code + ": " + message;
    }
}
