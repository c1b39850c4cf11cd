package io.tradeflow.payment;

/** A debit note or a revised invoice asks for its money, perhaps on an order that was settled. */
public record DebitNoteOwed(String dealNumber, String orderNumber, String buyerName) {}
