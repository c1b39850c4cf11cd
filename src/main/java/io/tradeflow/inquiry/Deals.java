package io.tradeflow.inquiry;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import java.util.List;
import org.springframework.stereotype.Service;

/** The deals with their stage and timeline; keeps them from {@link io.tradeflow.kernel.DealProgress} events. */
@Service
public class Deals {

    /** @throws io.tradeflow.kernel.Problem not-found if there is none, or it is another company's */
    public Deal deal(Actor by, String number) {
        throw new UnsupportedOperationException();
    }

    /** Newest change first; a buyer's user sees the own company's only. */
    public List<Deal> deals(Actor by, DealFilter filter) {
        throw new UnsupportedOperationException();
    }

    public long count(Actor by, DealFilter filter) {
        throw new UnsupportedOperationException();
    }

    /** Oldest first; a buyer's user sees only what is for buyers. */
    public List<DealEntry> timeline(Actor by, String number) {
        throw new UnsupportedOperationException();
    }

    /** What the deal is worth now. */
    public void value(String number, Money value) {
        throw new UnsupportedOperationException();
    }
}
