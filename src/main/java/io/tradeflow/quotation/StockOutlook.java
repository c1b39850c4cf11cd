package io.tradeflow.quotation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

/** What a later room knows about stock, asked while a quote is judged. */
public interface StockOutlook {

    /** What may be promised now by SKU, in the product's unit; nothing for a SKU nobody has. */
    Map<String, BigDecimal> available(Collection<String> skus);
}
