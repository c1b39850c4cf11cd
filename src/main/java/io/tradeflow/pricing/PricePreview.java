package io.tradeflow.pricing;

import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.util.List;

/**
 * What these lines would cost a buyer. Two decimals; charges are taxed with the goods they bring.
 *
 * @param lines in their order; {@code nets} are their values before the bulk discount
 * @param sum of the lines before the bulk discount
 */
public record PricePreview(
        PriceRequest request,
        List<LinePrice> lines,
        List<BigDecimal> nets,
        BigDecimal sum,
        BulkDiscount bulkDiscount,
        BigDecimal net,
        Charges charges,
        TaxComputation tax) {}
