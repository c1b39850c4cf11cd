package io.tradeflow.quotation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.kernel.Address;
import io.tradeflow.quotation.ChargeReasons;
import io.tradeflow.quotation.Quote;
import io.tradeflow.quotation.QuoteCharges;
import io.tradeflow.quotation.QuoteDiscount;
import io.tradeflow.quotation.QuoteStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A quote as its buyer sees it. */
@Schema(name = "Quote")
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuoteJson(
        String number,
        int revision,
        String dealNumber,
        String buyerCode,
        String buyerName,
        QuoteStatus status,
        LocalDate quotedOn,
        @Schema(description = "Last day it can be accepted") LocalDate validUntil,
        String currency,
        AddressJson billTo,
        AddressJson shipTo,
        @Schema(description = "GST state code") String placeOfSupply,
        String terms,
        List<Line> lines,
        BigDecimal listTotal,
        @Schema(description = "Sum of the lines that count") BigDecimal goodsTotal,
        @Schema(description = "Taken off the goods; absent for none") DiscountOnWhole discountOnWhole,
        @Schema(description = "What bringing the goods costs, before tax") Charges charges,
        @Schema(description = "What is taxed: goods less discount, with charges") BigDecimal netTotal,
        BigDecimal tax,
        BigDecimal roundOff,
        BigDecimal grandTotal,
        @Schema(description = "Percent off list price") BigDecimal discount,
        @Schema(description = "SHA-256 of what is agreed") String contentHash,
        String preparedBy,
        String poNumber,
        LocalDate poDate) {

    @Schema(name = "QuoteLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            int lineNo,
            String sku,
            String description,
            String hsn,
            BigDecimal quantity,
            String unit,
            BigDecimal listPrice,
            BigDecimal discount,
            @Schema(description = "Absent while the sales desk still has to set it") BigDecimal unitPrice,
            BigDecimal net,
            @Schema(description = "Full GST rate in percent") BigDecimal taxRate) {

        static Line of(Quote.Line line) {
            return new Line(
                    line.lineNo(),
                    line.sku(),
                    line.description(),
                    line.hsn(),
                    line.quantity().plain(),
                    line.quantity().unit(),
                    Figures.price(line.listPrice()),
                    Figures.percent(line.discount()),
                    Figures.price(line.unitPrice()),
                    line.net().toDocumentScale(),
                    Figures.plain(line.taxRate()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DiscountOnWhole(
            @Schema(description = "Absent where an amount was given") BigDecimal percent, BigDecimal amount) {

        static DiscountOnWhole of(QuoteDiscount discount) {
            return discount.documentDiscount().signum() == 0
                    ? null
                    : new DiscountOnWhole(
                            discount.discountPercent() == null ? null : Figures.plain(discount.discountPercent()),
                            Figures.amount(discount.documentDiscount()));
        }
    }

    record Charges(Charge freight, Charge packing, Charge insurance) {

        static Charges of(Quote quote) {
            QuoteCharges charges = quote.charges();
            ChargeReasons reasons = quote.chargeReasons();
            return new Charges(
                    new Charge(Figures.amount(charges.freight()), reasons.freightReason()),
                    new Charge(Figures.amount(charges.packing()), reasons.packingReason()),
                    new Charge(Figures.amount(charges.insurance()), reasons.insuranceReason()));
        }
    }

    @Schema(name = "QuoteCharge")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Charge(
            BigDecimal amount,
            @Schema(description = "The rule in words; absent where the sales desk set the charge") String reason) {}

    record AddressJson(
            String line1, String line2, String city, String stateCode, String stateName, String pin, String country) {

        static AddressJson of(Address address) {
            return new AddressJson(
                    address.line1(),
                    address.line2(),
                    address.city(),
                    address.stateCode(),
                    address.stateName(),
                    address.pin(),
                    address.country());
        }
    }

    static QuoteJson of(Quote quote) {
        return new QuoteJson(
                quote.number(),
                quote.revision(),
                quote.dealNumber(),
                quote.buyerCode(),
                quote.buyerName(),
                quote.status(),
                quote.quotedOn(),
                quote.validUntil(),
                quote.currency(),
                AddressJson.of(quote.billTo()),
                AddressJson.of(quote.shipTo()),
                quote.placeOfSupply(),
                quote.terms(),
                quote.lines().stream().map(Line::of).toList(),
                quote.listTotal().toDocumentScale(),
                quote.goodsTotal().toDocumentScale(),
                DiscountOnWhole.of(quote.documentDiscount()),
                Charges.of(quote),
                quote.netTotal().toDocumentScale(),
                quote.tax().toDocumentScale(),
                quote.roundOff().toDocumentScale(),
                quote.grandTotal().toDocumentScale(),
                Figures.percent(quote.discount()),
                quote.contentHash(),
                quote.preparedBy(),
                quote.poNumber(),
                quote.poDate());
    }
}
