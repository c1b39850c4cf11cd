package io.tradeflow.tax;

import io.tradeflow.tax.PricedSupply.Bearing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Splits the discount on a whole document and its charges over the lines. Where rates are mixed advisers differ about freight: the house says
 * in {@code tradeflow.tax.charges-borne-by} whether all goods bear it or those with the highest rate.
 */
@Service
public class DocumentValuation {

    private final Gst gst;
    private final Bearing bearing;

    public DocumentValuation(Gst gst, @Value("${tradeflow.tax.charges-borne-by:ALL_LINES}") Bearing bearing) {
        this.gst = gst;
        this.bearing = bearing;
    }

    /**
     * Shares go by net value, by quantity where all nets are zero; each is rounded and the last line that bears it takes the remainder.
     *
     * @param parts in the order in which they are to be answered; goods without a known rate count as free of tax
     * @param on the day whose rates count
     * @param discount positive, at most the nets together; it and the charges below zero where shares are taken back
     */
    public List<ValuedLine> split(
            List<Valuation.Part> parts, LocalDate on, BigDecimal discount, PricedSupply.Charges charges) {
        List<BigDecimal> rates = parts.stream()
                .map(part -> bearing == Bearing.ALL_LINES ? BigDecimal.ZERO : rate(part.hsn(), on))
                .toList();
        return Valuation.split(parts, discount, charges, Valuation.bearing(bearing, rates));
    }

    private BigDecimal rate(String hsn, LocalDate on) {
        return gst.rate(hsn, on).map(GstRate::rate).orElse(BigDecimal.ZERO);
    }
}
