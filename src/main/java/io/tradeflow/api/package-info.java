/** What all REST resources share: problems, idempotency, the acting person, the OpenAPI page. */
package io.tradeflow.api;
