/** Where the engine meets the stock. */
package io.tradeflow.inventory.process;
