/** Changes of orders over the API. */
package io.tradeflow.amendment.web;
