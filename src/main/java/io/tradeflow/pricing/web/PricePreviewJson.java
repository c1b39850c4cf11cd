package io.tradeflow.pricing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.pricing.BulkDiscount;
import io.tradeflow.pricing.Charges;
import io.tradeflow.pricing.LinePrice;
import io.tradeflow.pricing.PricePreview;
import io.tradeflow.pricing.PriceTrace;
import io.tradeflow.tax.Reason;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the lines would cost; reasons, traces and floors for staff only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PricePreviewJson(
        String buyerCode,
        LocalDate on,
        String currency,
        List<LineJson> lines,
        BigDecimal sum,
        DiscountJson bulkDiscount,
        BigDecimal net,
        ChargesJson charges,
        TaxJson tax,
        BigDecimal total) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineJson(
            int lineNo,
            String sku,
            BigDecimal quantity,
            BigDecimal listPrice,
            BigDecimal unitPrice,
            BigDecimal discountPercent,
            @Schema(description = "Before the bulk discount") BigDecimal net,
            BigDecimal taxRate,
            @Schema(description = "Staff only") String reason,
            @Schema(description = "Staff only") BigDecimal floor,
            @Schema(description = "Staff only") Boolean belowFloor,
            @Schema(description = "Staff only") PriceTrace trace) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DiscountJson(
            BigDecimal percent,
            BigDecimal amount,
            @Schema(description = "Staff only") String reason,
            @Schema(description = "Staff only") List<BulkDiscount.Other> others) {}

    record ChargesJson(Charges.Charge freight, Charges.Charge packing, Charges.Charge insurance, BigDecimal charged) {}

    record TaxJson(
            String placeOfSupply,
            String nature,
            BigDecimal taxableValue,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst,
            BigDecimal roundOff,
            @Schema(
                            description =
                                    "Why the tax is as it is: place of supply, heads and rates, each with its section or rule")
                    List<Reason> reasons) {}

    static PricePreviewJson of(PricePreview preview, boolean staff) {
        TaxComputation tax = preview.tax();
        BulkDiscount discount = preview.bulkDiscount();
        Charges charges = preview.charges();
        List<LineJson> lines = new ArrayList<>();
        for (int i = 0; i < preview.lines().size(); i++) {
            lines.add(line(preview, i, staff));
        }
        return new PricePreviewJson(
                preview.request().buyerCode(),
                preview.request().on(),
                preview.request().currency(),
                lines,
                preview.sum(),
                new DiscountJson(
                        plain(discount.percent().value()),
                        preview.sum().subtract(preview.net()),
                        staff ? discount.reason() : null,
                        staff ? discount.others() : null),
                preview.net(),
                new ChargesJson(charges.freight(), charges.packing(), charges.insurance(), charges.charged()),
                new TaxJson(
                        tax.placeOfSupplyCode(),
                        tax.nature(),
                        tax.taxableValue(),
                        tax.cgst(),
                        tax.sgst(),
                        tax.igst(),
                        tax.roundOff(),
                        tax.reasons()),
                tax.grandTotal());
    }

    private static LineJson line(PricePreview preview, int i, boolean staff) {
        LinePrice line = preview.lines().get(i);
        return new LineJson(
                line.lineNo(),
                line.sku(),
                plain(preview.request().lines().get(i).quantity()),
                price(line.listPrice().amount()),
                price(line.unitPrice().amount()),
                plain(line.discount().value()),
                preview.nets().get(i),
                plain(preview.tax().lines().get(i).rate()),
                staff ? line.reason() : null,
                staff && line.floor() != null ? price(line.floor().amount()) : null,
                staff ? line.belowFloor() : null,
                staff ? line.trace() : null);
    }

    /** With two decimals, or up to four where it has them. */
    private static BigDecimal price(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.setScale(Math.max(2, plain.scale()), RoundingMode.UNNECESSARY);
    }

    private static BigDecimal plain(BigDecimal figure) {
        BigDecimal plain = figure.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
