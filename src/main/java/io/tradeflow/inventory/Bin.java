package io.tradeflow.inventory;

/**
 * A place in a warehouse.
 *
 * @param zone part of the warehouse; zones are walked by name
 * @param pickSequence in which order the bins of a zone are walked, from 0
 */
public record Bin(String warehouseCode, String code, String zone, int pickSequence) {}
