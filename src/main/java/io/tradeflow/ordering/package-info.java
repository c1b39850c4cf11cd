/** Orders made from accepted quotes. */
package io.tradeflow.ordering;
