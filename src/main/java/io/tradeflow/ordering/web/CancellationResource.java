package io.tradeflow.ordering.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.kernel.Actor;
import io.tradeflow.ordering.DealEndings;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/deals/{number}/cancellation")
@Tag(name = "Deals")
class CancellationResource {

    private final DealEndings endings;

    CancellationResource(DealEndings endings) {
        this.endings = endings;
    }

    @GetMapping
    @Operation(
            summary = "Read what cancelling the deal would undo at this stage",
            description = "Whoever may see the deal; buyers read what concerns them. Changes nothing.")
    CancellationPreviewJson preview(Actor by, @PathVariable String number) {
        return CancellationPreviewJson.of(endings.preview(by, number));
    }

    @PostMapping("/rest")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Cancel of a deal's order what has not been picked yet",
            description = "Sales desk only. What is picked, has left or is invoiced goes on.")
    void cancelRest(Actor.Staff by, @PathVariable String number, @Valid @RequestBody CancellationJson cancellation) {
        endings.cancelRest(by, number, cancellation.reason());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Cancel a deal with its quote or order",
            description = "Sales desk only; refused once goods have left.")
    void cancel(Actor.Staff by, @PathVariable String number, @Valid @RequestBody CancellationJson cancellation) {
        endings.cancel(by, number, cancellation.reason());
    }
}
