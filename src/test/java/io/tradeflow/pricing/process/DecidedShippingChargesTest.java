package io.tradeflow.pricing.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.TradeflowTest;
import io.tradeflow.kernel.Address;
import io.tradeflow.pricing.Charges;
import io.tradeflow.pricing.ShippingCharges;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the deployed table of charges comes to in money, each of its rows once and where amounts turn over. */
@TradeflowTest
class DecidedShippingChargesTest {

    @Autowired
    private ShippingCharges shipping;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "ROAD    | IN/27/411001 | INDUSTRY | INR | 49999.99  | 87.5 | LOCAL    | freight 350.00 BUYER Road within the state 4.00 per kg, at least 350.00",
                "ROAD    | IN/27/411001 | INDUSTRY | INR | 49999.99  | 87.6 | LOCAL    | freight 350.40 BUYER Road within the state 4.00 per kg, at least 350.00",
                "ROAD    | IN/27/411001 | INDUSTRY | INR | 50000     | 87.6 | LOCAL    | freight 0.00 SELLER Free delivery within the state from 50,000",
                "ROAD    | IN/27/411001 | INDUSTRY | INR | 35001     | -    | LOCAL    | freight 350.01 BUYER Weight not known: freight 1 % of the goods, at least 350.00",
                "PICK_UP | IN/27/411001 | INDUSTRY | INR | 1000      | 10   | LOCAL    | freight 0.00 BUYER Fetched by the buyer: no freight",
                "ROAD    | DE/96/-      | EXPORT   | USD | 1000.50   | 10   | ABROAD   | freight 0.00 CARRIER_TO_COLLECT Ex works: the carrier collects the freight from the buyer; packing 15.01 Packing 1.5 % of the goods",
                "ROAD    | IN/33/641001 | TRADE    | USD | 1000      | 10   | NATIONAL | freight 30.00 BUYER Freight 3 % of the goods; packing 5.00 Packing 0.5 % of the goods; insurance 1.50 Transit insurance 0.15 % of the goods",
                "ROAD    | IN/33/641001 | TRADE    | INR | 200000    | 10   | NATIONAL | freight 0.00 SELLER Free delivery for trade partners from 200,000; insurance 300.00 Transit insurance 0.15 % of the goods",
                "ROAD    | IN/33/641001 | TRADE    | INR | 199999.99 | 100  | NATIONAL | freight 900.00 BUYER Road 9.00 per kg, at least 600.00; insurance 300.00 Transit insurance 0.15 % of the goods",
                "ROAD    | IN/33/641001 | TRADE    | INR | 10000     | -    | NATIONAL | freight 600.00 BUYER Weight not known: freight 2 % of the goods, at least 600.00; insurance 15.00 Transit insurance 0.15 % of the goods",
                "COURIER | IN/33/641001 | RETAIL   | INR | 1000      | 2.5  | NATIONAL | freight 150.00 BUYER Courier 60.00 per kg, at least 150.00; packing 5.00 Packing 0.5 % of the goods",
                "COURIER | IN/33/641001 | RETAIL   | INR | 1000      | 2.51 | NATIONAL | freight 150.60 BUYER Courier 60.00 per kg, at least 150.00; packing 5.00 Packing 0.5 % of the goods",
                "ROAD    | IN/18/781001 | TRADE    | INR | 1000      | 100  | REMOTE   | freight 1600.00 BUYER Road to remote places 16.00 per kg, at least 1,200.00; packing 5.00 Packing 0.5 % of the goods; insurance 2.50 Transit insurance 0.25 % of the goods",
                "ROAD    | IN/-/-       | TRADE    | INR | 1000      | -    | REMOTE   | freight 1200.00 BUYER Weight not known, remote place: freight 3.5 % of the goods, at least 1,200.00; packing 5.00 Packing 0.5 % of the goods; insurance 2.50 Transit insurance 0.25 % of the goods",
            })
    void theRow(
            ShippingCharges.Mode mode,
            String to,
            String segment,
            String currency,
            BigDecimal value,
            BigDecimal weight,
            String zone,
            String expected) {
        Charges charges =
                shipping.charges(new ShippingCharges.Facts(value, currency, weight, segment, mode, "27", address(to)));

        assertThat(charges.zone()).isEqualTo(zone);
        assertThat(shown(charges)).isEqualTo(expected);
    }

    private static String shown(Charges charges) {
        String freight = "freight " + charges.freight().amount() + " "
                + charges.freight().paidBy() + " " + charges.freight().reason();
        return freight + percent("packing", charges.packing()) + percent("insurance", charges.insurance());
    }

    private static String percent(String name, Charges.Charge charge) {
        return charge.amount().signum() == 0 ? "" : "; " + name + " " + charge.amount() + " " + charge.reason();
    }

    /** {@code "IN/27/411001"}. */
    private static Address address(String text) {
        String[] parts = text.split("/");
        return new Address("Gate", null, "Town", known(parts[1]), null, known(parts[2]), parts[0]);
    }

    private static String known(String part) {
        return part.equals("-") ? null : part;
    }
}
