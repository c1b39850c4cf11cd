package io.tradeflow.quotation;

import io.tradeflow.kernel.Apportionment;
import io.tradeflow.tax.ValuedLine;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** What a line bears of the document's discount, freight, packing and insurance; two decimals each. */
@Embeddable
public record LineShares(
        BigDecimal discountShare, BigDecimal freightShare, BigDecimal packingShare, BigDecimal insuranceShare) {

    private static final BigDecimal ZERO = BigDecimal.ZERO.setScale(2);

    public static final LineShares NONE = new LineShares(ZERO, ZERO, ZERO, ZERO);

    /** What the line bears by its valuation. */
    public static LineShares of(ValuedLine line) {
        return new LineShares(line.discountShare(), line.freightShare(), line.packingShare(), line.insuranceShare());
    }

    public BigDecimal charges() {
        return freightShare.add(packingShare).add(insuranceShare);
    }

    /** What is taxed: the line's net less its share of the discount, and with its shares of the charges. */
    public BigDecimal taxable(BigDecimal net) {
        return net.subtract(discountShare).add(charges());
    }

    public LineShares plus(LineShares other) {
        return new LineShares(
                discountShare.add(other.discountShare),
                freightShare.add(other.freightShare),
                packingShare.add(other.packingShare),
                insuranceShare.add(other.insuranceShare));
    }

    /**
     * What a part delivery takes, so that all parts add up to these shares. Never below zero: where a changed order took shares off the line,
     * earlier parts may have taken more than would be due by now, and the later ones take less until that is made good.
     *
     * @param before what earlier parts took
     * @param delivered of the line with this part, out of {@code ordered}
     * @param net of this part: its discount is at most that
     */
    public LineShares part(LineShares before, BigDecimal delivered, BigDecimal ordered, BigDecimal net) {
        return new LineShares(
                left(discountShare, before.discountShare, delivered, ordered).min(net),
                left(freightShare, before.freightShare, delivered, ordered),
                left(packingShare, before.packingShare, delivered, ordered),
                left(insuranceShare, before.insuranceShare, delivered, ordered));
    }

    /**
     * What the last part of a line bears that will not be delivered under it.
     *
     * @param quantity of that part, the end of {@code toDeliver} out of {@code ordered}
     * @param net of what is delivered in its place: the discount is at most that
     */
    public LineShares ofTheLast(BigDecimal quantity, BigDecimal toDeliver, BigDecimal ordered, BigDecimal net) {
        return part(until(toDeliver.subtract(quantity), ordered), toDeliver, ordered, net);
    }

    /** What of these shares is due once so much of {@code ordered} is delivered. */
    public LineShares until(BigDecimal delivered, BigDecimal ordered) {
        return new LineShares(
                Apportionment.due(discountShare, delivered, ordered),
                Apportionment.due(freightShare, delivered, ordered),
                Apportionment.due(packingShare, delivered, ordered),
                Apportionment.due(insuranceShare, delivered, ordered));
    }

    private static BigDecimal left(BigDecimal share, BigDecimal before, BigDecimal delivered, BigDecimal ordered) {
        return Apportionment.due(share, delivered, ordered).subtract(before).max(ZERO);
    }
}
