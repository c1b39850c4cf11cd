package io.tradeflow.payment;

/**
 * How a bank names the columns of its CSV statements.
 *
 * @param amountColumn one signed amount; null where {@code creditColumn} and {@code debitColumn} are given
 * @param payerColumn null if the file does not name the payer
 */
public record BankCsvLayout(
        String code,
        String name,
        String dateColumn,
        String datePattern,
        String amountColumn,
        String creditColumn,
        String debitColumn,
        String referenceColumn,
        String narrationColumn,
        String payerColumn) {

    /** The columns a file has to have, as one reads them; others may stand beside them. */
    public String columns() {
        String amounts = amountColumn != null ? amountColumn + " (signed)" : creditColumn + ", " + debitColumn;
        return dateColumn + " (" + datePattern.toUpperCase(java.util.Locale.ROOT) + "), " + amounts + ", "
                + referenceColumn + ", " + narrationColumn + (payerColumn == null ? "" : ", " + payerColumn);
    }
}
