package io.tradeflow.quotation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.pricing.BulkDiscount;
import io.tradeflow.quotation.Quote;
import java.math.BigDecimal;
import java.util.List;

/** A quote as staff see it: what the buyer sees, with margins and why each price is what it is. */
@Schema(name = "StaffQuote")
@JsonInclude(JsonInclude.Include.NON_NULL)
record StaffQuoteJson(
        @JsonUnwrapped QuoteJson quote,
        String branchCode,
        @Schema(description = "Percent over standard cost; absent if a cost is not known") BigDecimal margin,
        @Schema(description = "Code of the template it was begun with") String template,
        @Schema(description = "For staff only") String internalNote,
        @Schema(description = "Why each line has its price, and what it earns") List<LinePricing> pricing,
        @Schema(description = "What the bulk discounts say of these goods") Bulk bulkDiscount,
        @Schema(description = "Least value of an order agreed with the buyer; absent where none is")
                BigDecimal orderMinimum,
        @Schema(description = "Whether the goods come to less: that needs an approval") boolean belowOrderMinimum) {

    /** @param byHand whether the sales desk has set another discount on the whole, or none */
    @Schema(name = "QuoteBulkDiscount")
    record Bulk(BigDecimal percent, String reason, boolean byHand, List<BulkDiscount.Other> others) {

        static Bulk of(Quote quote) {
            BulkDiscount bulk = quote.bulkDiscount();
            return bulk == null
                    ? null
                    : new Bulk(
                            Figures.percent(bulk.percent()),
                            bulk.reason(),
                            quote.documentDiscount().discountByHand(),
                            bulk.others());
        }
    }

    @Schema(name = "QuoteLinePricing")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LinePricing(int lineNo, String priceReason, BigDecimal margin, boolean belowFloor) {}

    static StaffQuoteJson of(Quote quote) {
        return new StaffQuoteJson(
                QuoteJson.of(quote),
                quote.branchCode(),
                Figures.percent(quote.margin()),
                quote.conditions().templateCode(),
                quote.conditions().internalNote(),
                quote.lines().stream()
                        .map(line -> new LinePricing(
                                line.lineNo(), line.priceReason(), Figures.percent(line.margin()), line.belowFloor()))
                        .toList(),
                Bulk.of(quote),
                quote.orderMinimum() == null ? null : quote.orderMinimum().toDocumentScale(),
                quote.isBelowOrderMinimum());
    }
}
