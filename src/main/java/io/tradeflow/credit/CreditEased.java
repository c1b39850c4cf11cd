package io.tradeflow.credit;

/** The buyer, or the group it is judged with, owes less than before or may owe more: what was held for credit may be looked at again. */
public record CreditEased(String buyerCode, String currency) {}
