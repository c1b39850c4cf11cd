package io.tradeflow.amendment;

/** A change is withdrawn or overtaken; nobody has to decide it any more. */
public record ChangeOver(String dealNumber, String changeNumber) {}
