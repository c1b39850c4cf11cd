package io.tradeflow.returns;

/**
 * What a kind of return means.
 *
 * @param reopensFulfilment the goods are owed again
 * @param reopensBilling a credit note is owed
 * @param windowDays until how many days after dispatch a buyer may ask for it
 * @param approveWithin until the approval escalates, as P2D; likewise {@code remindIn} and {@code arriveWithin} for the goods' arrival
 */
public record ReturnRule(
        boolean goodsComeBack,
        boolean reopensFulfilment,
        boolean reopensBilling,
        int windowDays,
        String approverGroup,
        String approveWithin,
        String remindIn,
        String arriveWithin) {}
