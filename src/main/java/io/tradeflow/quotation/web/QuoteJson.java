package io.tradeflow.quotation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.kernel.Address;
import io.tradeflow.quotation.ChargeReasons;
import io.tradeflow.quotation.Quote;
import io.tradeflow.quotation.QuoteDiscount;
import io.tradeflow.quotation.QuoteLineKind;
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
        @Schema(description = "Sum of the lines that count, before the discount on the whole") BigDecimal goodsTotal,
        @Schema(description = "Discount on the whole; absent where there is none") DiscountJson documentDiscount,
        @Schema(description = "Before tax") ChargesJson charges,
        @Schema(description = "Why the charges are what they are; absent where somebody set them")
                ChargeReasonsJson chargeReasons,
        @Schema(description = "What is taxed") BigDecimal netTotal,
        BigDecimal tax,
        BigDecimal roundOff,
        BigDecimal grandTotal,
        @Schema(description = "Percent off list price") BigDecimal discount,
        @Schema(description = "SHA-256 of what is agreed") String contentHash,
        String preparedBy,
        String poNumber,
        LocalDate poDate,
        @Schema(example = "FOB Nhava Sheva") String incoterms,
        String shippingTerms,
        @Schema(
                        description =
                                "Agreed for this quote instead of the buyer's usual ones; absent where those stand",
                        example = "20 % in advance; 45 days")
                String paymentTerms,
        @Schema(description = "When it is to be paid, in words; the order follows it") String payment,
        @Schema(description = "To the buyer") String note) {

    @Schema(name = "QuoteDiscount")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DiscountJson(
            @Schema(description = "Absent where an amount was given") BigDecimal percent, BigDecimal amount) {}

    @Schema(name = "QuoteCharges")
    record ChargesJson(BigDecimal freight, BigDecimal packing, BigDecimal insurance) {}

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
            @Schema(description = "Full GST rate in percent") BigDecimal taxRate,
            @Schema(description = "Only FIRM lines count towards the totals; the others are offered besides")
                    QuoteLineKind kind,
            @Schema(description = "For an alternative: the line it is offered instead of") Integer insteadOf,
            @Schema(description = "Net less its share of the discount on the whole, and with its share of the charges")
                    BigDecimal taxableValue,
            @Schema(description = "What the buyer would like to pay per unit") BigDecimal targetPrice,
            LocalDate neededBy,
            @Schema(description = "Ours, printed") String note,
            @Schema(description = "The buyer's own, from the inquiry") String buyerNote) {

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
                    Figures.plain(line.taxRate()),
                    line.kind(),
                    line.insteadOf(),
                    line.isFirm() ? line.taxableValue().toDocumentScale() : null,
                    Figures.price(line.targetPrice()),
                    line.neededBy(),
                    line.note(),
                    line.buyerNote());
        }
    }

    @Schema(name = "QuoteChargeReasons")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChargeReasonsJson(String freight, String packing, String insurance) {

        static ChargeReasonsJson of(ChargeReasons reasons) {
            return reasons.equals(ChargeReasons.NONE)
                    ? null
                    : new ChargeReasonsJson(
                            reasons.freightReason(), reasons.packingReason(), reasons.insuranceReason());
        }
    }

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
                discount(quote.documentDiscount()),
                new ChargesJson(
                        quote.charges().freight(),
                        quote.charges().packing(),
                        quote.charges().insurance()),
                ChargeReasonsJson.of(quote.chargeReasons()),
                quote.netTotal().toDocumentScale(),
                quote.tax().toDocumentScale(),
                quote.roundOff().toDocumentScale(),
                quote.grandTotal().toDocumentScale(),
                Figures.percent(quote.discount()),
                quote.contentHash(),
                quote.preparedBy(),
                quote.poNumber(),
                quote.poDate(),
                quote.conditions().incoterms(),
                quote.conditions().shippingTerms(),
                quote.hasOtherPaymentWords() ? null : quote.conditions().paymentTerms(),
                quote.paymentTerms() == null ? null : quote.paymentTerms().allWords(),
                quote.conditions().note());
    }

    private static DiscountJson discount(QuoteDiscount discount) {
        if (discount.documentDiscount().signum() == 0) {
            return null;
        }
        BigDecimal percent = discount.discountPercent();
        return new DiscountJson(percent == null ? null : Figures.plain(percent), discount.documentDiscount());
    }
}
