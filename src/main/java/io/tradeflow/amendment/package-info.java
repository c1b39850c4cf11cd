/** Changes of a confirmed order: proposed, previewed, approved, applied. */
package io.tradeflow.amendment;
