package io.tradeflow.ordering.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.ordering.CancellationPreview;
import java.util.List;

/** What cancelling a deal would undo. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CancellationPreview")
record CancellationPreviewJson(
        String dealNumber,
        String stage,
        boolean possible,
        @Schema(description = "Why the whole cannot be cancelled; absent where it can") String obstacle,
        @Schema(description = "Whether what has not left can be cancelled where the whole cannot") boolean restPossible,
        List<Undone> undone) {

    /** One thing that is undone. */
    @Schema(name = "Undone")
    record Undone(
            @Schema(description = "ORDER, QUOTE, APPROVAL, CREDIT, HOLD, STOCK, SHIPMENT, CHANGE, REFUND or MAIL")
                    String kind,
            String words) {}

    static CancellationPreviewJson of(CancellationPreview preview) {
        return new CancellationPreviewJson(
                preview.dealNumber(),
                preview.stage(),
                preview.isPossible(),
                preview.obstacle(),
                preview.restPossible(),
                preview.undone().stream()
                        .map(line -> new Undone(line.kind(), line.words()))
                        .toList());
    }
}
