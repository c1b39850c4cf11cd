/** The decisions that prices ask the engine for. */
package io.tradeflow.pricing.process;
