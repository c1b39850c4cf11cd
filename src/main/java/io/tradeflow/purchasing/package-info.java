/** The buyer's own house: who may spend how much, and the buyer's own approval of an acceptance before it becomes one. */
package io.tradeflow.purchasing;
