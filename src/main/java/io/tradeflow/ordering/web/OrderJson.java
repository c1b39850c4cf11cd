package io.tradeflow.ordering.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Money;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.quotation.ShippingPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** An order; the same for staff and buyer, for all in it is agreed between them. */
@Schema(name = "Order")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderJson(
        String number,
        String dealNumber,
        String quoteNumber,
        int quoteRevision,
        String buyerCode,
        String buyerName,
        SalesOrder.Status status,
        String poNumber,
        LocalDate poDate,
        LocalDate orderedOn,
        LocalDate neededBy,
        String currency,
        ShipTo shipTo,
        Delivery delivery,
        String terms,
        @Schema(description = "Part of the grand total due before fulfilment") BigDecimal advance,
        @Schema(description = "Days from the invoice date to the last instalment") int creditDays,
        @Schema(description = "How invoices are paid, in words") String paymentTerms,
        @Schema(description = "Such as 40 % at 30 days; 60 % at 60 days; absent where all is paid at once")
                String instalments,
        List<Line> lines,
        BigDecimal netTotal,
        BigDecimal tax,
        BigDecimal grandTotal) {

    @Schema(name = "OrderLine")
    record Line(
            int lineNo,
            String sku,
            String description,
            String hsn,
            BigDecimal quantity,
            String unit,
            @Schema(description = "What will not be delivered any more") BigDecimal shortClosed,
            BigDecimal unitPrice,
            BigDecimal net,
            @Schema(description = "Full GST rate in percent") BigDecimal taxRate,
            @Schema(description = "The day the buyer wants it") LocalDate requestedOn) {

        static Line of(SalesOrder.Line line) {
            return new Line(
                    line.lineNo(),
                    line.sku(),
                    line.description(),
                    line.hsn(),
                    line.ordered().plain(),
                    line.ordered().unit(),
                    plain(line.shortClosed(), 0),
                    plain(line.unitPrice().amount(), Money.DOCUMENT_SCALE),
                    line.net().toDocumentScale(),
                    plain(line.taxRate(), 0),
                    line.requestedOn());
        }

        private static BigDecimal plain(BigDecimal value, int leastDecimals) {
            BigDecimal stripped = value.stripTrailingZeros();
            return stripped.scale() < leastDecimals ? stripped.setScale(leastDecimals) : stripped;
        }
    }

    @Schema(name = "OrderDelivery")
    record Delivery(
            @Schema(description = "COMPLETE: nothing leaves before all of it can") ShippingPolicy shippingPolicy,
            @Schema(example = "FOB Nhava Sheva") String incoterm,
            String instructions) {

        static Delivery of(io.tradeflow.ordering.Delivery delivery) {
            return new Delivery(
                    delivery.shippingPolicy(),
                    delivery.incoterm() == null ? null : delivery.incoterm().words(),
                    delivery.instructions());
        }
    }

    @Schema(name = "OrderShipTo")
    record ShipTo(
            String line1, String line2, String city, String stateCode, String stateName, String pin, String country) {

        static ShipTo of(Address address) {
            return new ShipTo(
                    address.line1(),
                    address.line2(),
                    address.city(),
                    address.stateCode(),
                    address.stateName(),
                    address.pin(),
                    address.country());
        }
    }

    static OrderJson of(SalesOrder order) {
        return new OrderJson(
                order.number(),
                order.dealNumber(),
                order.quoteNumber(),
                order.quoteRevision(),
                order.buyerCode(),
                order.buyerName(),
                order.status(),
                order.poNumber(),
                order.poDate(),
                order.orderedOn(),
                order.neededBy(),
                order.currency(),
                ShipTo.of(order.shipTo()),
                Delivery.of(order.delivery()),
                order.terms(),
                order.advance().toDocumentScale(),
                order.creditDays(),
                order.payment().words(),
                order.payment().instalmentsText(),
                order.lines().stream().map(Line::of).toList(),
                order.netTotal().toDocumentScale(),
                order.tax().toDocumentScale(),
                order.grandTotal().toDocumentScale());
    }
}
