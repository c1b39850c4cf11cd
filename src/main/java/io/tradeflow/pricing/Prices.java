package io.tradeflow.pricing;

import java.util.List;
import org.springframework.stereotype.Service;

/** Price rows and their resolution: customer before group before base, then the largest quantity tier reached, then the latest. */
@Service
public class Prices {

    /**
     * One price per line, in the order of the lines, resolved in one round trip.
     *
     * @throws io.tradeflow.kernel.Problem {@code price-not-found} naming every line without a price
     */
    public List<LinePrice> resolve(PriceRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Adds rows; a row with the same level, owner, SKU, currency, tier and start replaces the older one. All or none. */
    public void saveAll(List<PriceRow> rows) {
        throw new UnsupportedOperationException();
    }
}
