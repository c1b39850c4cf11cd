package io.tradeflow.party;

/** What a person does in a buyer's company; several are possible. */
public enum BuyerRole {
    /** Asks for quotes and answers them. */
    BUYER,
    /** Decides on what others may not accept alone. */
    APPROVER,
    /** Keeps people, units and limits. */
    ADMINISTRATOR,
    /** Reads and answers nothing. */
    VIEWER
}
