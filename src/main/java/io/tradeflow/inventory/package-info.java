/** Warehouses, batches, the stock ledger and allocations. No oversell: the database refuses it. */
package io.tradeflow.inventory;
