package io.tradeflow.tax;

import io.tradeflow.kernel.Address;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Addresses, GSTINs and rates the tax tests speak of. */
final class Places {

    /** A day after the reform of 22 September 2025. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    static final RateTable RATES = new RateTable(List.of(
            rate("84", 18, "2017-07-01", null),
            rate("8413", 18, "2022-07-18", null),
            rate("841320", 5, "2022-07-18", null),
            rate("8408", 28, "2022-07-18", "2025-09-21"),
            rate("8408", 18, "2025-09-22", null),
            rate("4819", 12, "2017-07-01", "2025-09-21"),
            rate("4819", 5, "2025-09-22", null),
            rate("7403", 12, "2017-07-01", null),
            rate("7102", new BigDecimal("0.25"), "2017-07-01", null),
            rate("8711", 40, "2025-09-22", null),
            new GstRate("4901", TaxTreatment.NIL, BigDecimal.ZERO, LocalDate.of(2017, 7, 1), null, "test"),
            new GstRate("0401", TaxTreatment.EXEMPT, BigDecimal.ZERO, LocalDate.of(2017, 7, 1), null, "test")));

    private Places() {}

    static Address in(String stateCode) {
        return stateCode == null
                ? new Address("1 Mill Road", null, "Town", null, null, "411001", "IN")
                : new Address(
                        "1 Mill Road",
                        null,
                        "Town",
                        stateCode,
                        GstState.of(stateCode).name(),
                        "411001",
                        "IN");
    }

    static Address abroad() {
        return new Address("1 Harbour Street", null, "Dubai", "96", "Dubai", "00000", "AE");
    }

    static Supply supply(Supply.BuyerKind kind, String gstin, Address billTo, Address shipTo, boolean underLut) {
        return supply(kind, gstin, billTo, shipTo, underLut, line(1, "8413", "1000.00"));
    }

    static Supply supply(
            Supply.BuyerKind kind,
            String gstin,
            Address billTo,
            Address shipTo,
            boolean underLut,
            Supply.Line... lines) {
        return new Supply(TODAY, "27", kind, gstin, billTo, shipTo, underLut, List.of(lines));
    }

    /** Seller and buyer in Maharashtra. */
    static Supply intraState(Supply.Line... lines) {
        return supply(Supply.BuyerKind.REGISTERED, "27AAPFU0939F1ZV", in("27"), in("27"), false, lines);
    }

    /** Seller in Maharashtra, buyer in Gujarat. */
    static Supply interState(Supply.Line... lines) {
        return supply(Supply.BuyerKind.REGISTERED, "24AAQCA8719H1ZC", in("24"), in("24"), false, lines);
    }

    static Supply.Line line(int lineNo, String hsn, String value) {
        return new Supply.Line(lineNo, hsn, new BigDecimal(value));
    }

    private static GstRate rate(String prefix, int percent, String from, String until) {
        return rate(prefix, BigDecimal.valueOf(percent), from, until);
    }

    private static GstRate rate(String prefix, BigDecimal percent, String from, String until) {
        return new GstRate(
                prefix,
                TaxTreatment.TAXABLE,
                percent,
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                "test");
    }
}
