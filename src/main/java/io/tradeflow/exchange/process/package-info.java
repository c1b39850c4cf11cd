/** The steps of import.bpmn. */
package io.tradeflow.exchange.process;
