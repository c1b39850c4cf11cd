/** How changes of orders are checked, approved and applied. */
package io.tradeflow.amendment.process;
