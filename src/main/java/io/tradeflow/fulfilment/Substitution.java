package io.tradeflow.fulfilment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Another product offered in place of one that is missing. Prices in {@code currency} per {@code unit}. */
public record Substitution(
        long id,
        long decisionId,
        String orderNumber,
        String dealNumber,
        int orderLineNo,
        BigDecimal quantity,
        String unit,
        String sku,
        String description,
        String hsn,
        BigDecimal unitPrice,
        String currency,
        Status status,
        LocalDate answerBy,
        String answeredBy,
        Instant answeredAt,
        String note,
        Integer newLineNo) {

    public enum Status {
        PROPOSED,
        AGREED,
        DECLINED,
        /** No answer came in time. */
        LAPSED,
        /** A newer decision, or the goods came in after all. */
        WITHDRAWN
    }
}
