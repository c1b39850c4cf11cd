/** The demo company: read from files, put in through the same services as real input. */
package io.tradeflow.demo;
