package io.tradeflow.fulfilment;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What the plant hands over: the quantity in the product's unit, and the batch where the product is kept by batch. */
public record ProducedGoods(
        BigDecimal quantity, String batch, LocalDate manufacturedOn, LocalDate expiresOn, String bin) {}
