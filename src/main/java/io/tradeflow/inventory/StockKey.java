package io.tradeflow.inventory;

/** Product and batch; the batch is empty for goods kept without one. */
record StockKey(String sku, String batch) {

    static StockKey of(String sku, String batch) {
        return new StockKey(sku, batch == null || batch.isBlank() ? "" : batch.strip());
    }

    static StockKey of(StockReceipt.Line line) {
        return new StockKey(line.sku(), line.batch() == null || line.batch().isBlank() ? "" : line.batch());
    }
}
