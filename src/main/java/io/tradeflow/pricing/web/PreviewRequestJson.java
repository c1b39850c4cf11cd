package io.tradeflow.pricing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.kernel.Address;
import io.tradeflow.pricing.PreviewRequest;
import io.tradeflow.pricing.ShippingCharges;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A question for prices. */
record PreviewRequestJson(
        @Schema(description = "Buyer's users may leave it out: their own company") String buyerCode,
        @Schema(description = "Day whose prices count; today if left out") LocalDate on,
        @Schema(description = "ISO 4217 code; the buyer's if left out") String currency,
        @Schema(
                        description =
                                "PORTAL, WEB_FORM, SALES_CALL, EMAIL, DISTRIBUTOR or API; no channel's prices if left out")
                String channel,
        @Schema(description = "How the goods travel; by road if left out") ShippingCharges.Mode mode,
        @Schema(description = "Where the goods go; the buyer's ship-to address if left out") PlaceJson shipTo,
        @Schema(description = "At most 1000") List<LineJson> lines) {

    record LineJson(String sku, @Schema(description = "In the product's unit") BigDecimal quantity) {}

    record PlaceJson(
            @Schema(description = "Two-digit GST state code, 96 outside India") String stateCode,
            String pin,
            @Schema(description = "ISO 3166 alpha-2; IN if left out") String country) {

        Address toAddress() {
            return new Address(null, null, null, stateCode, null, pin, country == null ? "IN" : country);
        }
    }

    PreviewRequest toRequest() {
        return new PreviewRequest(
                buyerCode,
                on,
                currency,
                channel,
                mode,
                shipTo == null ? null : shipTo.toAddress(),
                lines == null
                        ? null
                        : lines.stream()
                                .map(line -> line == null ? null : new PreviewRequest.Line(line.sku(), line.quantity()))
                                .toList());
    }
}
