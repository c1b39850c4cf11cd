/** The embedded PostgreSQL of the demo and of development. */
package io.tradeflow.database;
