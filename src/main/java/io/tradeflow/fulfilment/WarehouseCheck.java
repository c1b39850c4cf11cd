package io.tradeflow.fulfilment;

import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may be entered at picking, inspection and packing; every wrong field is named at once. Fields are the forms': {@code picked[3]} is
 * the quantity picked of the shipment's line 3.
 */
final class WarehouseCheck {

    private static final int QUANTITY_DECIMALS = 6;
    private static final int WEIGHT_DECIMALS = 3;
    private static final int MOST_PACKAGES = 10_000;
    private static final BigDecimal HEAVIEST_KG = BigDecimal.valueOf(1_000_000);
    private static final int LONGEST_TEXT = 500;

    private WarehouseCheck() {}

    /**
     * Every line that is still to pick once, from zero to what is planned; nothing of a batch that has expired meanwhile. A line picked
     * before may be named with what was picked of it.
     */
    static void picked(StoredShipment shipment, Map<Integer, BigDecimal> picked, LocalDate today) {
        List<Violation> wrong = new ArrayList<>(unknownLines(shipment, "picked", picked));
        for (StoredShipmentLine line : shipment.lines()) {
            BigDecimal quantity = picked.get(line.lineNo());
            String field = "picked[" + line.lineNo() + "]";
            if (!line.isToPick()) {
                if (quantity != null && quantity.compareTo(line.picked()) != 0) {
                    wrong.add(new Violation(field, line.batchLabel() + " is picked already"));
                }
            } else if (quantity == null) {
                wrong.add(
                        new Violation(field, "How much was picked of " + line.batchLabel() + "? Enter 0 for nothing"));
            } else if (line.isExpired(today) && quantity.signum() != 0) {
                wrong.add(new Violation(field, line.batchLabel() + " has expired: enter 0, other stock is looked for"));
            } else {
                checkQuantity(field, quantity, line.planned(), "planned", wrong);
            }
        }
        refuse("invalid-pick", "The pick cannot be recorded", wrong);
    }

    /** Lines not named passed whole; a rejection needs a remark, and findings must not say otherwise. */
    static void inspected(
            StoredShipment shipment, Map<Integer, BigDecimal> rejected, String remark, List<Violation> contradictions) {
        List<Violation> wrong = new ArrayList<>(unknownLines(shipment, "rejected", rejected));
        wrong.addAll(contradictions);
        for (StoredShipmentLine line : shipment.lines()) {
            BigDecimal quantity = rejected.get(line.lineNo());
            if (quantity != null && line.isInspected()) {
                if (quantity.signum() != 0) {
                    wrong.add(new Violation(
                            "rejected[" + line.lineNo() + "]", line.batchLabel() + " is inspected already"));
                }
            } else if (quantity != null) {
                checkQuantity("rejected[" + line.lineNo() + "]", quantity, line.quantity(), "picked", wrong);
            }
        }
        boolean anyRejected = rejected.values().stream().anyMatch(quantity -> quantity.signum() > 0);
        if (anyRejected && (remark == null || remark.isBlank())) {
            wrong.add(new Violation("remark", "Say why goods are rejected"));
        }
        checkText("remark", remark, wrong);
        refuse("invalid-inspection", "The inspection cannot be recorded", wrong);
    }

    static void packed(StoredShipment shipment, int packages, BigDecimal grossWeightKg, String note) {
        List<Violation> wrong = new ArrayList<>();
        if (packages < 1 || packages > MOST_PACKAGES) {
            wrong.add(new Violation("packages", "There are 1 to " + MOST_PACKAGES + " packages"));
        }
        if (grossWeightKg == null || grossWeightKg.signum() <= 0 || grossWeightKg.compareTo(HEAVIEST_KG) > 0) {
            wrong.add(new Violation("grossWeightKg", "The gross weight is above 0 and at most 1000000 kg"));
        } else if (grossWeightKg.stripTrailingZeros().scale() > WEIGHT_DECIMALS) {
            wrong.add(new Violation("grossWeightKg", "The gross weight has at most " + WEIGHT_DECIMALS + " decimals"));
        } else if (grossWeightKg.movePointRight(WEIGHT_DECIMALS).compareTo(BigDecimal.valueOf(packages)) < 0) {
            wrong.add(new Violation("grossWeightKg", "A package weighs at least a gram"));
        }
        checkText("packingNote", note, wrong);
        refuse("invalid-packing", "The packing of " + shipment.number() + " cannot be recorded", wrong);
    }

    private static List<Violation> unknownLines(
            StoredShipment shipment, String field, Map<Integer, BigDecimal> byLine) {
        Set<Integer> known = new HashSet<>();
        shipment.lines().forEach(line -> known.add(line.lineNo()));
        return byLine.keySet().stream()
                .filter(lineNo -> !known.contains(lineNo))
                .map(lineNo -> new Violation(
                        field + "[" + lineNo + "]", "Shipment " + shipment.number() + " has no line " + lineNo))
                .toList();
    }

    private static void checkQuantity(
            String field, BigDecimal quantity, BigDecimal most, String what, List<Violation> wrong) {
        if (quantity.signum() < 0) {
            wrong.add(new Violation(field, "A quantity cannot be negative"));
        } else if (quantity.compareTo(most) > 0) {
            wrong.add(new Violation(field, "Only " + most.stripTrailingZeros().toPlainString() + " are " + what));
        } else if (quantity.stripTrailingZeros().scale() > QUANTITY_DECIMALS) {
            wrong.add(new Violation(field, "At most " + QUANTITY_DECIMALS + " decimals"));
        }
    }

    private static void checkText(String field, String text, List<Violation> wrong) {
        if (text != null && text.length() > LONGEST_TEXT) {
            wrong.add(new Violation(field, "At most " + LONGEST_TEXT + " characters"));
        }
    }

    private static void refuse(String slug, String title, List<Violation> wrong) {
        if (!wrong.isEmpty()) {
            throw Problem.invalid(slug, title, wrong);
        }
    }
}
