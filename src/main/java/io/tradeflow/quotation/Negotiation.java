package io.tradeflow.quotation;

import java.util.List;
import java.util.Optional;

/**
 * How buyer and sales desk stand about a quote.
 *
 * @param revision the newest revision that the reader may see
 * @param counterOffers oldest first
 * @param messages oldest first
 * @param extensions oldest first
 * @param choices oldest first
 */
public record Negotiation(
        String quoteNumber,
        int revision,
        Turn turn,
        List<CounterOffer> counterOffers,
        List<QuoteMessage> messages,
        List<ExtensionRequest> extensions,
        List<ChosenLines> choices) {

    /** What the buyer said to this revision. */
    public Optional<CounterOffer> counterOfferTo(int revision) {
        return counterOffers.stream()
                .filter(offer -> offer.revision() == revision)
                .findFirst();
    }

    /** The last counter-offer before a revision: what that revision answers. */
    public Optional<CounterOffer> answeredBy(int revision) {
        return counterOffers.stream()
                .filter(offer -> offer.revision() < revision)
                .reduce((earlier, later) -> later);
    }

    public Optional<ExtensionRequest> openExtension() {
        return extensions.stream().filter(ExtensionRequest::isOpen).findFirst();
    }

    /** The choice that waits for our approval. */
    public Optional<ChosenLines> waitingChoice() {
        return choices.stream().filter(choice -> choice.outcome() == null).reduce((earlier, later) -> later);
    }
}
