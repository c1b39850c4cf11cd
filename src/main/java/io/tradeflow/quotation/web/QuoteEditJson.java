package io.tradeflow.quotation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem;
import io.tradeflow.quotation.LineChange;
import io.tradeflow.quotation.QuoteEdit;
import io.tradeflow.quotation.QuoteLineKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What the sales desk changes on a draft; what is left out stays. */
record QuoteEditJson(
        List<@Valid @NotNull Line> lines,
        @Schema(description = "Products to offer besides") List<@Valid @NotNull NewLine> added,
        @Schema(description = "Numbers of the lines to take away; the rest is numbered anew") List<Integer> removed,
        @Schema(description = "All line numbers in their new order") List<Integer> order,
        @Schema(description = "Code of a template whose validity, terms and notes the draft takes over")
                String template,
        LocalDate validUntil,
        @Schema(description = "One condition a line") String terms,
        @Schema(example = "FOB Nhava Sheva") String incoterms,
        String shippingTerms,
        @Schema(
                        description = "Instead of the buyer's usual ones; empty for those",
                        example = "20 % in advance; 45 days")
                String paymentTerms,
        @Schema(description = "To the buyer") String note,
        @Schema(description = "For staff only") String internalNote,
        @Schema(description = "Where the goods go, on this quote only; decides the place of supply") Address shipTo,
        @Schema(description = "true takes the buyer's own delivery address again") Boolean shipToAsBuyer,
        @Schema(description = "Discount on the whole in percent; or as discountAmount") BigDecimal discountPercent,
        BigDecimal discountAmount,
        BigDecimal freight,
        BigDecimal packing,
        BigDecimal insurance,
        @Schema(
                        description =
                                "What is no longer set by hand: freight, packing, insurance as the table of charges says, discount as the bulk discounts say")
                Set<String> fromTable,
        @Schema(description = "true takes what the price lists say today for every line, except prices set by hand")
                Boolean repriced) {

    @Schema(name = "QuoteEditLine")
    record Line(
            @NotNull @Positive Integer lineNo,
            BigDecimal quantity,
            @Schema(description = "Per unit, in the quote's currency") BigDecimal unitPrice,
            @Schema(description = "Off the list price, instead of a unit price") BigDecimal discountPercent,
            QuoteLineKind kind,
            @Schema(description = "For an alternative: the firm line it is offered instead of") Integer insteadOf,
            String note,
            LocalDate neededBy,
            @Schema(description = "true takes a price set by hand back") Boolean asListed) {

        LineChange toChange() {
            return new LineChange(
                    lineNo,
                    quantity,
                    unitPrice,
                    discountPercent,
                    kind,
                    insteadOf,
                    note,
                    neededBy,
                    Boolean.TRUE.equals(asListed));
        }
    }

    @Schema(name = "QuoteNewLine")
    record NewLine(@NotBlank String sku, @NotNull @Positive BigDecimal quantity) {}

    QuoteEdit toEdit(Integer version) {
        return new QuoteEdit(
                version,
                lines == null ? null : lines.stream().map(Line::toChange).toList(),
                added == null
                        ? null
                        : added.stream()
                                .map(line -> new QuoteEdit.NewLine(line.sku(), line.quantity()))
                                .toList(),
                removed,
                order,
                new QuoteEdit.Conditions(
                        template,
                        validUntil,
                        terms,
                        incoterms,
                        shippingTerms,
                        paymentTerms,
                        note,
                        internalNote,
                        shipTo,
                        Boolean.TRUE.equals(shipToAsBuyer)),
                new QuoteEdit.Amounts(discountPercent, discountAmount, freight, packing, insurance, fromTable),
                Boolean.TRUE.equals(repriced));
    }

    /** "\"3\"" and "3" alike. @throws Problem {@code invalid-version} */
    static Integer version(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || "*".equals(ifMatch.strip())) {
            return null;
        }
        try {
            return Integer.valueOf(ifMatch.strip().replace("W/", "").replace("\"", ""));
        } catch (NumberFormatException e) {
            throw Problem.invalid("invalid-version", "If-Match", "'" + ifMatch + "' is no version of a quote");
        }
    }
}
