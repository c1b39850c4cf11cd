package io.tradeflow.catalog;

import java.util.List;

/** All variants of a product and the axes they differ on, in the order they are read. */
public record VariantTable(List<String> axes, List<Variant> variants) {}
