/** Pages for buyers. They call other rooms and hold no rule. */
package io.tradeflow.portal;
