package io.tradeflow.inventory;

import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.Products;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Checks a receipt whole before anything is booked, so that its paper can be mended in one go. */
@Component
class StockReceiptCheck {

    private static final int QUANTITY_DECIMALS = 6;
    private static final BigDecimal QUANTITY_LIMIT = BigDecimal.TEN.pow(13);
    private static final int LONGEST_REFERENCE = 60;
    private static final int LONGEST_PLACE = 40;

    private final Products products;

    StockReceiptCheck(Products products) {
        this.products = products;
    }

    void check(StockReceipt receipt, boolean warehouseExists) {
        List<Violation> wrong = new ArrayList<>();
        if (isBlank(receipt.reference()) || receipt.reference().length() > LONGEST_REFERENCE) {
            wrong.add(new Violation(
                    "reference", "A reference of at most " + LONGEST_REFERENCE + " characters is needed"));
        }
        if (!warehouseExists) {
            wrong.add(new Violation("warehouseCode", "There is no warehouse " + receipt.warehouseCode()));
        }
        if (receipt.lines() == null || receipt.lines().isEmpty()) {
            wrong.add(new Violation("lines", "At least one line is needed"));
        } else {
            checkLines(receipt.lines(), wrong);
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-receipt", "The receipt cannot be booked", wrong);
        }
    }

    private void checkLines(List<StockReceipt.Line> lines, List<Violation> wrong) {
        Map<String, Product> known = products.bySku(lines.stream()
                .map(StockReceipt.Line::sku)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Set<StockKey> seen = new HashSet<>();
        for (int at = 0; at < lines.size(); at++) {
            StockReceipt.Line line = lines.get(at);
            String path = "lines[" + at + "].";
            Product product = line.sku() == null ? null : known.get(line.sku());
            if (product == null) {
                wrong.add(new Violation(path + "sku", "There is no product " + line.sku()));
            } else {
                checkBatch(line, product, path, wrong);
            }
            if (!seen.add(StockKey.of(line))) {
                wrong.add(new Violation(path + "batch", "This product and batch is on the receipt twice"));
            }
            checkQuantity(line.quantity(), path, wrong);
            checkBin(line.bin(), path, wrong);
        }
    }

    static void checkBatch(StockReceipt.Line line, Product product, String path, List<Violation> wrong) {
        if (product.batchTracked() && isBlank(line.batch())) {
            wrong.add(new Violation(path + "batch", product.sku() + " is kept by batch: its number is needed"));
        }
        if (!product.batchTracked() && !isBlank(line.batch())) {
            wrong.add(new Violation(path + "batch", product.sku() + " is not kept by batch"));
        }
        if (line.batch() != null && line.batch().length() > LONGEST_PLACE) {
            wrong.add(new Violation(path + "batch", "A batch number has at most " + LONGEST_PLACE + " characters"));
        }
        if (isBlank(line.batch()) && (line.manufacturedOn() != null || line.expiresOn() != null)) {
            wrong.add(new Violation(path + "expiresOn", "Only batches have dates"));
        }
        if (line.manufacturedOn() != null
                && line.expiresOn() != null
                && line.expiresOn().isBefore(line.manufacturedOn())) {
            wrong.add(new Violation(path + "expiresOn", "The batch would expire before it was made"));
        }
    }

    static void checkBin(String bin, String path, List<Violation> wrong) {
        if (bin != null && (bin.isBlank() || bin.length() > LONGEST_PLACE)) {
            wrong.add(new Violation(path + "bin", "A bin has 1 to " + LONGEST_PLACE + " characters"));
        }
    }

    static boolean isTooFineOrLarge(BigDecimal quantity) {
        return quantity.stripTrailingZeros().scale() > QUANTITY_DECIMALS || quantity.compareTo(QUANTITY_LIMIT) >= 0;
    }

    private static void checkQuantity(BigDecimal quantity, String path, List<Violation> wrong) {
        if (quantity == null || quantity.signum() <= 0) {
            wrong.add(new Violation(path + "quantity", "A quantity above zero is needed"));
        } else if (isTooFineOrLarge(quantity)) {
            wrong.add(new Violation(
                    path + "quantity", "At most " + QUANTITY_DECIMALS + " decimals and 13 digits before them"));
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
