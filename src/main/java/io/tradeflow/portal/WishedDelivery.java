package io.tradeflow.portal;

import io.tradeflow.kernel.Address;
import io.tradeflow.quotation.DeliveryWishes;
import io.tradeflow.quotation.Incoterm;
import io.tradeflow.quotation.Quote;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the goods will be delivered if the buyer's approver agrees: what the requester wished, and the quote for all else.
 *
 * @param elsewhere whether the goods go to another address than quoted
 * @param incoterm in words, or null
 * @param requestedOn by number of the quote's line, for lines a day was wished for
 */
record WishedDelivery(
        String sent,
        Address shipTo,
        boolean elsewhere,
        String incoterm,
        String instructions,
        Map<Integer, LocalDate> requestedOn) {

    static WishedDelivery of(Quote quote, DeliveryWishes.Stated stated) {
        DeliveryWishes wishes = stated.wishes();
        Map<Integer, LocalDate> days = new TreeMap<>();
        for (Quote.Line line : quote.lines()) {
            LocalDate day = stated.requestedOn(quote, line);
            if (day != null) {
                days.put(line.lineNo(), day);
            }
        }
        return new WishedDelivery(
                wishes.shippingPolicy().label(),
                wishes.shipTo() == null ? quote.shipTo() : wishes.shipTo(),
                wishes.shipTo() != null && !wishes.shipTo().equals(quote.shipTo()),
                wishes.incoterm() == null
                        ? Incoterm.read(quote.conditions().incoterms())
                                .map(Incoterm::words)
                                .orElse(null)
                        : wishes.incoterm().words(),
                wishes.instructions(),
                days);
    }
}
