/** Products with variants, HSN, units, minimum order quantities and multiples. */
package io.tradeflow.catalog;
