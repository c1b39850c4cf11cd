package io.tradeflow.ordering;

import io.tradeflow.kernel.Address;
import io.tradeflow.quotation.DeliveryWishes;
import io.tradeflow.quotation.Incoterm;
import io.tradeflow.quotation.Quote;
import java.time.LocalDate;
import java.util.Optional;

/** What the buyer wishes for the delivery, with the quote for all that was not wished. {@code stated} is null where nothing was. */
record AgreedDelivery(DeliveryWishes.Stated stated) {

    DeliveryWishes wishes() {
        return stated == null ? DeliveryWishes.NONE : stated.wishes();
    }

    Address shipTo(Quote quote) {
        return wishes().shipTo() == null ? quote.shipTo() : wishes().shipTo();
    }

    Optional<Incoterm> incoterm(Quote quote) {
        return Optional.ofNullable(wishes().incoterm())
                .or(() -> Incoterm.read(quote.conditions().incoterms()));
    }

    /** @param neededBy what the inquiry says of the whole */
    LocalDate requestedOn(Quote quote, Quote.Line line, LocalDate neededBy) {
        LocalDate wished = stated == null ? null : stated.requestedOn(quote, line);
        LocalDate quoted = line.neededBy() == null ? neededBy : line.neededBy();
        return wished == null ? quoted : wished;
    }
}
