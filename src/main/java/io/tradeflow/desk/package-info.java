/** Pages for staff. They call other rooms and hold no rule. */
package io.tradeflow.desk;
