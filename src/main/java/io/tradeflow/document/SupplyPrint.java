package io.tradeflow.document;

/**
 * How the supply stands to GST, as rule 46 wants it printed.
 *
 * @param placeOfSupplyCode two-digit state code, 96 outside India
 * @param nature for example "Inter-State supply"
 * @param reverseCharge always printed, yes or no (rule 46(p))
 * @param endorsement text the rule demands on supplies to SEZ and abroad, else null
 */
public record SupplyPrint(
        String placeOfSupplyCode, String placeOfSupplyName, String nature, boolean reverseCharge, String endorsement) {}
