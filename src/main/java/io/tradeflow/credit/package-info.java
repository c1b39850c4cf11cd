/**
 * Credit: what each buyer owes or will owe, as rows that move with the order from confirmed over dispatched to invoiced and paid, and the
 * limit that was agreed. Later rooms say what happened; nothing here looks at their tables.
 */
package io.tradeflow.credit;
