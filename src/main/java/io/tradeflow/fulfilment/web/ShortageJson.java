package io.tradeflow.fulfilment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tradeflow.fulfilment.ShortageChoice;
import io.tradeflow.fulfilment.ShortageLine;
import io.tradeflow.fulfilment.Substitution;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What is missing of a deal's order, what happens about it, and what is offered instead. */
record ShortageJson(List<Line> lines, List<Offer> offers) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String orderNumber,
            int orderLineNo,
            String sku,
            String description,
            BigDecimal quantity,
            String unit,
            ShortageChoice choice,
            LocalDate expectedOn) {

        static Line of(ShortageLine line) {
            return new Line(
                    line.orderNumber(),
                    line.orderLineNo(),
                    line.sku(),
                    line.description(),
                    line.quantity().plain(),
                    line.quantity().unit(),
                    line.choice(),
                    line.expectedOn());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Offer(
            long id,
            int orderLineNo,
            BigDecimal quantity,
            String unit,
            String sku,
            String description,
            BigDecimal unitPrice,
            String currency,
            Substitution.Status status,
            LocalDate answerBy,
            Integer newLineNo) {

        static Offer of(Substitution offer) {
            return new Offer(
                    offer.id(),
                    offer.orderLineNo(),
                    offer.quantity(),
                    offer.unit(),
                    offer.sku(),
                    offer.description(),
                    offer.unitPrice(),
                    offer.currency(),
                    offer.status(),
                    offer.answerBy(),
                    offer.newLineNo());
        }
    }

    /** Yes or no, with a remark if wanted. */
    record Answer(@NotNull Boolean agrees, @Size(max = 500) String note) {}
}
