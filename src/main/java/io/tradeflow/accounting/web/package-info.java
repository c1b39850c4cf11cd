/** The accountant's files over HTTP. */
package io.tradeflow.accounting.web;
