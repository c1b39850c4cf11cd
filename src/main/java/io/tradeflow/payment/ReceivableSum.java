package io.tradeflow.payment;

import io.tradeflow.kernel.Money;

/** What invoices and debit notes of one currency come to, and what of it is not settled. */
public record ReceivableSum(int count, Money amount, Money open) {}
