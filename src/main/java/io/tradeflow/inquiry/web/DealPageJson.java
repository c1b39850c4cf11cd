package io.tradeflow.inquiry.web;

import java.util.List;

/** A page of deals; {@code total} counts all that match. */
record DealPageJson(List<DealJson> items, int page, int size, long total) {}
