/** Tasks over REST. */
package io.tradeflow.engine.web;
