package io.tradeflow.tax;

import org.springframework.stereotype.Service;

/** Place of supply, heads, rates of the day, computation and rounding of GST. */
@Service
public class Gst {

    /** @throws io.tradeflow.kernel.Problem {@code tax-rate-missing} naming each line whose HSN has no rate on that day */
    public TaxComputation compute(Supply supply) {
        throw new UnsupportedOperationException();
    }
}
