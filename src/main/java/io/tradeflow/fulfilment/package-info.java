/** Shipments: pick, inspect, pack. */
package io.tradeflow.fulfilment;
