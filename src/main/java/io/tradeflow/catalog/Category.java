package io.tradeflow.catalog;

/**
 * A branch of the catalogue.
 *
 * @param code capitals, digits and hyphens, at most 40
 * @param parent code of the category it lies in; null at the top
 */
public record Category(String code, String name, String parent) {}
