package io.tradeflow.amendment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.amendment.ChangeDraft;
import io.tradeflow.amendment.ChangePreview;
import io.tradeflow.amendment.ChangeState;
import io.tradeflow.amendment.OrderChange;
import io.tradeflow.approval.ApprovalNeed;
import io.tradeflow.kernel.Address;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.quotation.ShippingPolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A change of an order with its before and after. */
@Schema(name = "OrderChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderChangeJson(
        String number,
        String orderNumber,
        ChangeState state,
        @Schema(description = "What is different, before and after") List<String> sentences,
        String reason,
        BigDecimal totalBefore,
        BigDecimal totalAfter,
        String proposedBy,
        boolean byBuyer,
        Instant proposedAt,
        Instant endedAt,
        String endedBy,
        String endReason,
        @Schema(description = "Of the order, where it took effect") Integer appliedRevision) {

    static OrderChangeJson of(OrderChange change) {
        return new OrderChangeJson(
                change.number(),
                change.orderNumber(),
                change.state(),
                change.sentences(),
                change.reason(),
                change.totalBefore().toDocumentScale(),
                change.totalAfter().toDocumentScale(),
                change.proposedBy(),
                change.byBuyer(),
                change.proposedAt(),
                change.endedAt(),
                change.endedBy(),
                change.endReason(),
                change.appliedRevision());
    }

    /** What is to be different; what is left out stays. */
    @Schema(name = "NewOrderChange")
    record New(
            @Size(max = 1000) List<@Valid @NotNull Line> lines,
            @Size(max = 200) List<@Valid @NotNull NewLine> added,
            ShippingPolicy shippingPolicy,
            @Schema(description = "Empty takes them away") @Size(max = 2000) String instructions,
            @Schema(description = "Only while nothing has left") Address shipTo,
            @NotBlank @Size(max = 500) String reason) {

        @Schema(name = "OrderLineChange")
        record Line(
                @NotNull @Positive Integer lineNo,
                @Schema(description = "Ordered in all from now on; zero takes the line out") BigDecimal quantity,
                LocalDate requestedOn) {}

        @Schema(name = "OrderLineAddition")
        record NewLine(@NotBlank String sku, @NotNull @Positive BigDecimal quantity, LocalDate requestedOn) {}

        ChangeDraft toDraft() {
            return new ChangeDraft(
                    lines == null
                            ? null
                            : lines.stream()
                                    .map(line ->
                                            new ChangeDraft.Line(line.lineNo(), line.quantity(), line.requestedOn()))
                                    .toList(),
                    added == null
                            ? null
                            : added.stream()
                                    .map(line ->
                                            new ChangeDraft.NewLine(line.sku(), line.quantity(), line.requestedOn()))
                                    .toList(),
                    shippingPolicy,
                    instructions,
                    shipTo,
                    reason);
        }
    }

    /** What a change would come to. */
    @Schema(name = "OrderChangePreview")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Preview(
            List<String> sentences,
            Totals before,
            Totals after,
            BigDecimal difference,
            List<StockLine> stock,
            @Schema(description = "Staff only: how prices came about, by line") Map<Integer, String> priceReasons,
            @Schema(description = "Staff only: what the buyer owes in all") BigDecimal exposureBefore,
            BigDecimal exposureAfter,
            BigDecimal creditLimit,
            @Schema(description = "Staff only: approvals asked for before it takes effect") List<Need> approvals) {

        @Schema(name = "OrderTotals")
        record Totals(BigDecimal net, BigDecimal tax, BigDecimal total, BigDecimal advance) {

            static Totals of(SalesOrder order) {
                return new Totals(
                        order.netTotal().toDocumentScale(),
                        order.tax().toDocumentScale(),
                        order.grandTotal().toDocumentScale(),
                        order.advance().toDocumentScale());
            }
        }

        @Schema(name = "OrderChangeStock")
        record StockLine(
                int lineNo, @Schema(description = "How much more is wanted") BigDecimal wanted, boolean inStock) {}

        @Schema(name = "OrderChangeApproval")
        record Need(String kind, String because) {

            static Need of(ApprovalNeed need) {
                return new Need(need.kind(), need.because());
            }
        }

        static Preview of(ChangePreview preview, boolean staff) {
            return new Preview(
                    preview.sentences(),
                    Totals.of(preview.before()),
                    Totals.of(preview.after()),
                    preview.difference().toDocumentScale(),
                    preview.stock().entrySet().stream()
                            .map(line -> new StockLine(
                                    line.getKey(),
                                    line.getValue().wanted(),
                                    line.getValue().isEnough()))
                            .toList(),
                    staff ? preview.priceReasons() : null,
                    staff ? preview.exposureBefore().toDocumentScale() : null,
                    staff ? preview.exposureAfter().toDocumentScale() : null,
                    staff && preview.limit() != null ? preview.limit().toDocumentScale() : null,
                    staff ? preview.needs().stream().map(Need::of).toList() : null);
        }
    }
}
