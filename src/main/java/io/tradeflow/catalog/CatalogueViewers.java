package io.tradeflow.catalog;

import io.tradeflow.kernel.Actor;
import io.tradeflow.party.BuyerSegments;
import org.springframework.stereotype.Service;

/** With whose eyes the catalogue is read. */
@Service
public class CatalogueViewers {

    private final BuyerSegments segments;

    CatalogueViewers(BuyerSegments segments) {
        this.segments = segments;
    }

    /** A buyer's user sees what the company may see; staff and the program see everything. */
    public CatalogueViewer of(Actor by) {
        return by instanceof Actor.BuyerUser user ? ofBuyer(user.buyerCode()) : CatalogueViewer.STAFF;
    }

    /** As this company sees it. @throws io.tradeflow.kernel.Problem not-found */
    public CatalogueViewer ofBuyer(String buyerCode) {
        return new CatalogueViewer(buyerCode, segments.of(buyerCode).segment());
    }
}
