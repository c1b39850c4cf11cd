/** The door between the buyer's approvals and the engine. */
package io.tradeflow.purchasing.process;
