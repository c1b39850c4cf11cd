/** Who deals with whom: the selling company and its branches (a GSTIN each), buyers and their users, GSTIN rules. */
package io.tradeflow.party;
