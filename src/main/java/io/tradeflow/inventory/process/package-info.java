/** The door between the books of stock and the engine. */
package io.tradeflow.inventory.process;
