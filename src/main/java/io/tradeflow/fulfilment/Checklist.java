package io.tradeflow.fulfilment;

import io.tradeflow.fulfilment.InspectionSheet.Item;
import java.util.List;

/**
 * What is looked at when goods are inspected.
 *
 * @param sku the product it is for, or null
 * @param category the category it is for, with those below, or null; with neither it is for all goods that have none of their own
 */
public record Checklist(String code, String name, String sku, String category, List<Item> items) {}
