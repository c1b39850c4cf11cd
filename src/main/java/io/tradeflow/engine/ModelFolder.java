package io.tradeflow.engine;

import java.util.SortedMap;

/**
 * The models of one room, which are deployed together.
 *
 * @param name the folder's name, such as {@code quotation}
 * @param files content by name relative to the place all folders lie in, such as {@code quotation/quotation.bpmn}
 */
record ModelFolder(String name, SortedMap<String, byte[]> files) {}
