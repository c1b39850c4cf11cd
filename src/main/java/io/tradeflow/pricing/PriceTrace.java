package io.tradeflow.pricing;

import java.math.BigDecimal;
import java.util.List;

/**
 * Why a line costs what it costs: the row that won, the rows that did not and why, and how the price came about step by step. For
 * staff only. It is kept with quotes as JSON: fields are added, never renamed.
 *
 * @param losers nearest to the buyer first
 * @param steps from the winner's price to the price of the line
 */
public record PriceTrace(Candidate winner, List<Loser> losers, List<Step> steps) {

    public PriceTrace {
        losers = List.copyOf(losers);
        steps = List.copyOf(steps);
    }

    /**
     * A row of the price lists.
     *
     * @param row its id, null for a price that was set by hand
     * @param level name of the level
     * @param words for example "Customer price from 10 NOS, valid from 1 Apr 2026"
     * @param price what it comes to; null where it comes to none
     */
    public record Candidate(Long row, String level, String words, BigDecimal price) {}

    /** @param why for example "expired 31 Mar 2026", "quantity 50 not reached" */
    public record Loser(Long row, String level, String words, BigDecimal price, String why) {}

    /**
     * @param words for example "5 % off", "rounded to 0.05"
     * @param change what the step adds to the price
     * @param price what the line costs after it
     */
    public record Step(String words, BigDecimal change, BigDecimal price) {}
}
