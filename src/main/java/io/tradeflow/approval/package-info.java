/** Decisions bound to the content they were taken on. Knows subjects by number and hash only. */
package io.tradeflow.approval;
