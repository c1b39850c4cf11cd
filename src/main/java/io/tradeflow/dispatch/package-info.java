/** Consignments: shipments in the hands of carriers. */
package io.tradeflow.dispatch;
