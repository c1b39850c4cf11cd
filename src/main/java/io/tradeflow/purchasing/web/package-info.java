/** The buyer's house over HTTP. */
package io.tradeflow.purchasing.web;
