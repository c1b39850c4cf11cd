package io.tradeflow.pricing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.kernel.Actor;
import io.tradeflow.pricing.PricePreviews;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Prices without a deal. */
@RestController
@RequestMapping("/api/v1/price-previews")
@Tag(name = "Prices", description = "Price lists, and what lines would cost a buyer")
class PricePreviewResource {

    private final PricePreviews previews;

    PricePreviewResource(PricePreviews previews) {
        this.previews = previews;
    }

    @PostMapping
    @Operation(
            summary = "Ask what lines would cost",
            description =
                    "Prices, bulk discount, charges and GST for up to 1000 lines, on any day. Changes nothing. Buyers ask for their own"
                            + " company; staff for any, and see why each price is what it is.")
    PricePreviewJson preview(Actor by, @Valid @RequestBody PreviewRequestJson question) {
        return PricePreviewJson.of(previews.preview(by, question.toRequest()), by instanceof Actor.Staff);
    }
}
