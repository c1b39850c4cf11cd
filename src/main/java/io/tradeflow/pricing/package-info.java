/** Price rows and their resolution with the reason. */
package io.tradeflow.pricing;
