package io.tradeflow.quotation;

import io.tradeflow.kernel.Address;
import java.time.LocalDate;
import java.util.Map;

/**
 * How the buyer wants to have delivered what is accepted. Everything may be left out.
 *
 * @param shippingPolicy null means as it gets ready
 * @param requestedOn wanted day by number of the quote's line; where there is none the quote or the inquiry says
 * @param instructions for warehouse and carrier: unloading hours, whom to call
 * @param shipTo null means where the quote says
 * @param incoterm null means as quoted
 */
public record DeliveryWishes(
        ShippingPolicy shippingPolicy,
        Map<Integer, LocalDate> requestedOn,
        String instructions,
        Address shipTo,
        Incoterm incoterm) {

    public static final DeliveryWishes NONE = new DeliveryWishes(null, Map.of(), null, null, null);

    public DeliveryWishes {
        shippingPolicy = shippingPolicy == null ? ShippingPolicy.AS_READY : shippingPolicy;
        requestedOn = requestedOn == null ? Map.of() : Map.copyOf(requestedOn);
        instructions = instructions == null || instructions.isBlank() ? null : instructions.strip();
    }

    /**
     * As they were stated with an acceptance.
     *
     * @param revision the one whose lines they speak of
     */
    public record Stated(int revision, DeliveryWishes wishes) {

        /** The day wanted for a line of the accepted revision, which may have been made of the stated one by taking some lines; or null. */
        public LocalDate requestedOn(Quote accepted, Quote.Line line) {
            Integer stated = accepted.revision() == revision ? Integer.valueOf(line.lineNo()) : line.previousLineNo();
            return stated == null ? null : wishes.requestedOn().get(stated);
        }
    }
}
