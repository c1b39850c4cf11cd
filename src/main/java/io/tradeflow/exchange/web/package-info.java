/** Imports and exports over HTTP. */
package io.tradeflow.exchange.web;
