package io.tradeflow.exchange;

/** A file was uploaded; its check begins. */
public record ImportReceived(long importId, String kind, String fileName) {}
