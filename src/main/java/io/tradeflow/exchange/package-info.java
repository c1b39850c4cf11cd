/** Master data in and out as files: uploaded, checked row by row, shown, and then brought in all together or not at all. */
package io.tradeflow.exchange;
