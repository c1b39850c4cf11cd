/** Documents over HTTP. */
package io.tradeflow.document.web;
