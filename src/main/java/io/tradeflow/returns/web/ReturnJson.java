package io.tradeflow.returns.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.kernel.Actor;
import io.tradeflow.returns.CreditClaim;
import io.tradeflow.returns.GoodsReturn;
import io.tradeflow.returns.OrderLineStatus;
import io.tradeflow.returns.Remedy;
import io.tradeflow.returns.ReturnKind;
import io.tradeflow.returns.ReturnRequest;
import io.tradeflow.returns.Returnable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A return as its reader may see it; remarks of staff are for staff. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Return")
record ReturnJson(
        String number,
        String dealNumber,
        String orderNumber,
        String buyerName,
        ReturnKind kind,
        String kindLabel,
        Remedy remedy,
        String remedyLabel,
        GoodsReturn.Status status,
        String note,
        boolean goodsComeBack,
        boolean reopensFulfilment,
        boolean reopensBilling,
        String requestedBy,
        Instant requestedAt,
        String decisionNote,
        @Schema(description = "Warehouse the first goods left from; staff only") String shippedFrom,
        List<Line> lines,
        List<Long> photos,
        List<Claim> claims) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReturnLine")
    record Line(
            int lineNo,
            String shipmentNumber,
            int shipmentLineNo,
            int orderLineNo,
            String sku,
            String description,
            String batch,
            BigDecimal quantity,
            String unit,
            BigDecimal received,
            BigDecimal restocked,
            BigDecimal quarantined,
            BigDecimal scrapped) {

        static Line of(GoodsReturn.Line line) {
            return new Line(
                    line.lineNo(),
                    line.shipmentNumber(),
                    line.shipmentLineNo(),
                    line.orderLineNo(),
                    line.sku(),
                    line.description(),
                    line.batch().isEmpty() ? null : line.batch(),
                    line.quantity().plain(),
                    line.quantity().unit(),
                    plain(line.received()),
                    plain(line.restocked()),
                    plain(line.quarantined()),
                    plain(line.scrapped()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CreditClaim")
    record Claim(
            String invoiceNumber,
            int invoiceLineNo,
            int orderLineNo,
            String sku,
            String description,
            BigDecimal quantity,
            String unit,
            String currency,
            BigDecimal taxableValue,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst,
            BigDecimal total,
            String creditNoteNumber,
            @Schema(description = "The credit note, where it was issued here") String creditNoteHref) {

        static Claim of(CreditClaim claim) {
            return new Claim(
                    claim.invoiceNumber(),
                    claim.invoiceLineNo(),
                    claim.orderLineNo(),
                    claim.sku(),
                    claim.description(),
                    claim.quantity().plain(),
                    claim.quantity().unit(),
                    claim.currency(),
                    claim.taxableValue(),
                    claim.cgst(),
                    claim.sgst(),
                    claim.igst(),
                    claim.total(),
                    claim.creditNoteNumber(),
                    claim.isNote() ? "/api/v1/notes/" + claim.creditNoteNumber() : null);
        }
    }

    static ReturnJson of(GoodsReturn goods, String shippedFrom, List<Long> photos, List<CreditClaim> claims, Actor by) {
        return new ReturnJson(
                goods.number(),
                goods.dealNumber(),
                goods.orderNumber(),
                goods.buyerName(),
                goods.kind(),
                goods.kind().label(),
                goods.remedy(),
                goods.remedy() == null ? null : goods.remedy().label(),
                goods.status(),
                goods.note(),
                goods.goodsComeBack(),
                goods.reopensFulfilment(),
                goods.reopensBilling(),
                goods.requestedBy(),
                goods.requestedAt(),
                goods.decisionNote(),
                by instanceof Actor.BuyerUser ? null : shippedFrom,
                goods.lines().stream().map(Line::of).toList(),
                photos,
                claims.stream().map(Claim::of).toList());
    }

    private static BigDecimal plain(BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** What somebody wants to send back. */
    @Schema(name = "ReturnRequest")
    record Request(
            @NotBlank String dealNumber,
            @NotNull ReturnKind kind,
            @NotNull Remedy remedy,
            @Schema(description = "What is wrong") String note,
            @NotNull @Size(max = 500) List<@Valid @NotNull RequestLine> lines) {

        ReturnRequest request() {
            return new ReturnRequest(
                    dealNumber,
                    kind,
                    remedy,
                    note,
                    lines.stream()
                            .map(line -> new ReturnRequest.Line(
                                    line.shipmentNumber(), line.shipmentLineNo(), line.quantity()))
                            .toList());
        }
    }

    @Schema(name = "ReturnRequestLine")
    record RequestLine(@NotBlank String shipmentNumber, int shipmentLineNo, @NotNull BigDecimal quantity) {}

    /** What was delivered and may still come back. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReturnableLine")
    record Left(
            String shipmentNumber,
            int shipmentLineNo,
            int orderLineNo,
            String sku,
            String description,
            String batch,
            BigDecimal delivered,
            BigDecimal left,
            String unit) {

        static Left of(Returnable line) {
            return new Left(
                    line.shipmentNumber(),
                    line.shipmentLineNo(),
                    line.orderLineNo(),
                    line.sku(),
                    line.description(),
                    line.batch().isEmpty() ? null : line.batch(),
                    line.delivered().plain(),
                    line.left().plain(),
                    line.left().unit());
        }
    }

    /** How far an order line is. */
    @Schema(name = "OrderLineStatus")
    record Status(
            int lineNo,
            String sku,
            String unit,
            BigDecimal ordered,
            BigDecimal shortClosed,
            BigDecimal dispatched,
            BigDecimal returned,
            BigDecimal net,
            BigDecimal open,
            BigDecimal invoiced,
            BigDecimal claimed,
            BigDecimal credited,
            OrderLineStatus.Fulfilment fulfilment,
            OrderLineStatus.Billing billing) {

        static Status of(OrderLineStatus line) {
            return new Status(
                    line.lineNo(),
                    line.sku(),
                    line.unit(),
                    plain(line.ordered()),
                    plain(line.shortClosed()),
                    plain(line.dispatched()),
                    plain(line.returned()),
                    plain(line.net()),
                    plain(line.open()),
                    plain(line.invoiced()),
                    plain(line.claimed()),
                    plain(line.credited()),
                    line.fulfilment(),
                    line.billing());
        }
    }
}
