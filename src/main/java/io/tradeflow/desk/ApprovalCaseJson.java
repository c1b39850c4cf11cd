package io.tradeflow.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.approval.Approval;
import io.tradeflow.quotation.QuoteLineKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What an approver decides on, on one screen. */
@Schema(name = "ApprovalCase")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApprovalCaseJson(
        long id,
        @Schema(description = "What is to be approved, such as DISCOUNT") String kind,
        String reason,
        @Schema(description = "In words, the rules of the decision table that asked for it") List<String> rules,
        @Schema(description = "Which level decides, from 1") int level,
        @Schema(description = "How many levels this kind has here") int levels,
        Instant dueAt,
        String requestedBy,
        Instant requestedAt,
        @Schema(description = "Whether the quote still is what the approval was asked for") boolean current,
        @Schema(description = "Absent while it is open") DecisionJson decision,
        QuoteFactsJson quote,
        List<LineJson> lines,
        TotalsJson totals,
        @Schema(description = "How the buyer stands in the quote's currency") CreditJson credit,
        @Schema(description = "In words, what differs from the revision before; empty on the first")
                List<String> changes,
        @Schema(description = "Other decisions asked for on this quote, oldest first") List<DecisionJson> others) {

    /** @param decidedBy of the person; absent while it is open */
    @Schema(name = "ApprovalCaseDecision")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionJson(
            long id,
            String kind,
            int revision,
            int level,
            Approval.Outcome outcome,
            String decidedBy,
            @Schema(description = "Name of who was away and is represented; absent if nobody was") String onBehalfOf,
            Instant decidedAt,
            String comment,
            @Schema(description = "Why it counts for nothing; absent while it counts") String voidReason) {

        static DecisionJson of(Approval approval) {
            return new DecisionJson(
                    approval.id(),
                    approval.kind(),
                    approval.subject().revision(),
                    approval.level(),
                    approval.outcome(),
                    approval.decidedBy(),
                    approval.onBehalfOf(),
                    approval.decidedAt(),
                    approval.comment(),
                    approval.voidReason());
        }
    }

    @Schema(name = "ApprovalCaseQuote")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuoteFactsJson(
            String number,
            int revision,
            String dealNumber,
            String buyerCode,
            String buyerName,
            String segment,
            String urgency,
            LocalDate neededBy,
            LocalDate validUntil,
            String preparedBy,
            String currency,
            @Schema(description = "Grand total in words") String inWords,
            String terms,
            @Schema(description = "When it is to be paid, in words") String payment,
            @Schema(description = "What the buyer has by the table; absent where that is what stands")
                    String usualPayment) {}

    @Schema(name = "ApprovalCaseLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineJson(
            int lineNo,
            String sku,
            String description,
            BigDecimal quantity,
            String unit,
            BigDecimal listPrice,
            BigDecimal discount,
            BigDecimal unitPrice,
            @Schema(description = "What the buyer would like to pay") BigDecimal targetPrice,
            BigDecimal net,
            BigDecimal margin,
            boolean belowFloor,
            @Schema(description = "OPTIONAL or ALTERNATIVE lines do not count towards the totals") QuoteLineKind kind,
            String priceReason,
            @Schema(description = "Whether how the price came about can be read at /lines/{lineNo}/price-trace")
                    boolean traced,
            @Schema(description = "Day the line is promised for; absent for as soon as possible") LocalDate promised,
            @Schema(description = "Free in all warehouses and not expired on that day") BigDecimal available,
            @Schema(description = "Needed and not there on that day; zero if there is enough") BigDecimal missing,
            @Schema(description = "In words, the rules that would ask for this line alone; empty if none would")
                    List<String> asksFor,
            @Schema(description = "What the line has to do with an approval that is about the whole quote")
                    String hint) {}

    @Schema(name = "ApprovalCaseTotals")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TotalsJson(
            BigDecimal listTotal,
            BigDecimal discount,
            @Schema(description = "Sum of the lines that count") BigDecimal goodsTotal,
            BigDecimal documentDiscount,
            BigDecimal freight,
            BigDecimal packing,
            BigDecimal insurance,
            @Schema(description = "What is taxed: goods less the discount on the whole, with charges")
                    BigDecimal netTotal,
            BigDecimal margin,
            BigDecimal tax,
            BigDecimal roundOff,
            BigDecimal grandTotal) {}

    /**
     * @param limit absent if none was agreed
     * @param excess by how much this quote would go beyond the limit
     */
    @Schema(name = "ApprovalCaseCredit")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CreditJson(
            String groupCode,
            BigDecimal overdue,
            BigDecimal receivable,
            BigDecimal dispatchedUnbilled,
            BigDecimal confirmed,
            BigDecimal unapplied,
            BigDecimal total,
            BigDecimal thisQuote,
            BigDecimal limit,
            LocalDate validUntil,
            BigDecimal headroom,
            BigDecimal excess) {}
}
