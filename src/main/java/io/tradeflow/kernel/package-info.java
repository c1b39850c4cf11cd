/** What every room has in common and nobody has an opinion about: money, quantities, numbers, problems. No Spring, no database. */
package io.tradeflow.kernel;
