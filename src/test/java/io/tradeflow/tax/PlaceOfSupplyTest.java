package io.tradeflow.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem;
import io.tradeflow.tax.Supply.BuyerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The seller's branch stands in Maharashtra (27). "ABROAD" is an address outside India, "-" none. */
class PlaceOfSupplyTest {

    @ParameterizedTest(name = "{0}: {1} {2} billed {3} shipped {4}, LUT {5} -> {6} {7}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
        IGST s.10(1)(a), s.8(1)      | REGISTERED   | 27AAPFU0939F1ZV | 27     | 27     | false | 27 | Intra-State supply
        IGST s.10(1)(a), s.8(1)      | REGISTERED   | 27AAPFU0939F1ZV | 27     | -      | false | 27 | Intra-State supply
        IGST s.10(1)(a), s.7(1)      | REGISTERED   | 24AAQCA8719H1ZC | 24     | 24     | false | 24 | Inter-State supply
        IGST s.10(1)(a), s.7(1)      | REGISTERED   | 29AABCR1718E1ZL | 29     | 29     | false | 29 | Inter-State supply
        IGST s.10(1)(a), s.7(1)      | REGISTERED   | 05AAACG2115R1ZN | 05     | 05     | false | 05 | Inter-State supply
        IGST s.10(1)(a), s.7(1)      | REGISTERED   | 33AAAAR6720M1ZG | 33     | 33     | true  | 33 | Inter-State supply
        IGST s.10(1)(b)              | REGISTERED   | 27AAPFU0939F1ZV | 27     | 29     | false | 27 | Intra-State supply
        IGST s.10(1)(b)              | REGISTERED   | 24AAQCA8719H1ZC | 24     | 27     | false | 24 | Inter-State supply
        IGST s.10(1)(b)              | REGISTERED   | 24AAQCA8719H1ZC | 24     | 33     | false | 24 | Inter-State supply
        IGST s.10(1)(b), own site    | REGISTERED   | 29AABCR1718E1ZL | 29     | 27     | false | 29 | Inter-State supply
        GSTIN of a merged territory  | REGISTERED   | 25AAACG2115R1Z5 | 26     | 26     | false | 26 | Inter-State supply
        GSTIN of a split state       | REGISTERED   | 28AAACG2115R1ZZ | 37     | 37     | false | 37 | Inter-State supply
        IGST s.10(1)(ca)             | UNREGISTERED | -               | 27     | 27     | false | 27 | Intra-State supply
        IGST s.10(1)(ca)             | UNREGISTERED | -               | 24     | 24     | false | 24 | Inter-State supply
        IGST s.10(1)(ca), delivery   | UNREGISTERED | -               | 27     | 24     | false | 24 | Inter-State supply
        IGST s.10(1)(ca), delivery   | UNREGISTERED | -               | 24     | 27     | false | 27 | Intra-State supply
        IGST s.10(1)(ca), bill-to    | UNREGISTERED | -               | 29     | -      | false | 29 | Inter-State supply
        IGST s.10(1)(ca), no address | UNREGISTERED | -               | -      | -      | false | 27 | Intra-State supply
        IGST s.7(5)(b), LUT          | SEZ          | 24AANCA4892J1Z8 | 24     | 24     | true  | 24 | Supply to SEZ under LUT without payment of tax
        IGST s.7(5)(b), payment      | SEZ          | 24AANCA4892J1Z8 | 24     | 24     | false | 24 | Supply to SEZ with payment of tax
        IGST s.7(5)(b), same state   | SEZ          | 27AAPFU0939F1ZV | 27     | 27     | true  | 27 | Supply to SEZ under LUT without payment of tax
        IGST s.7(5)(b), same state   | SEZ          | 27AAPFU0939F1ZV | 27     | 27     | false | 27 | Supply to SEZ with payment of tax
        IGST s.11(b), LUT            | OVERSEAS     | -               | ABROAD | ABROAD | true  | 96 | Export under LUT without payment of tax
        IGST s.11(b), payment        | OVERSEAS     | -               | ABROAD | ABROAD | false | 96 | Export with payment of tax
        IGST s.11(b), bill-to alone  | OVERSEAS     | -               | ABROAD | -      | true  | 96 | Export under LUT without payment of tax
        delivered in India: no export| OVERSEAS     | -               | ABROAD | 24     | true  | 24 | Inter-State supply
        delivered in India: no export| OVERSEAS     | -               | ABROAD | 27     | false | 27 | Intra-State supply
        goods leave India            | REGISTERED   | 24AAQCA8719H1ZC | 24     | ABROAD | true  | 96 | Export under LUT without payment of tax
        """)
    void decides(
            String source,
            BuyerKind kind,
            String gstin,
            String billTo,
            String shipTo,
            boolean underLut,
            String placeOfSupply,
            String nature) {
        TaxComputation tax =
                TaxRules.compute(Places.supply(kind, gstin, address(billTo), address(shipTo), underLut), Places.RATES);

        assertThat(tax.placeOfSupplyCode()).isEqualTo(placeOfSupply);
        assertThat(tax.nature()).isEqualTo(nature);
        assertThat(tax.interState()).isEqualTo(!nature.equals("Intra-State supply"));
        assertThat(tax.reason()).contains("IGST Act s. ");
    }

    @ParameterizedTest
    @CsvSource({
        "SEZ,      24AANCA4892J1Z8, true,  UNDER BOND OR LETTER OF UNDERTAKING WITHOUT PAYMENT OF INTEGRATED TAX",
        "SEZ,      24AANCA4892J1Z8, false, ON PAYMENT OF INTEGRATED TAX",
        "OVERSEAS, ,                true,  UNDER BOND OR LETTER OF UNDERTAKING WITHOUT PAYMENT OF INTEGRATED TAX",
        "OVERSEAS, ,                false, ON PAYMENT OF INTEGRATED TAX",
    })
    void endorsesAsTheProvisoOfRule46Words(BuyerKind kind, String gstin, boolean underLut, String ending) {
        Address at = kind == BuyerKind.SEZ ? Places.in("24") : Places.abroad();

        assertThat(TaxRules.compute(Places.supply(kind, gstin, at, at, underLut), Places.RATES)
                        .endorsement())
                .isEqualTo("SUPPLY MEANT FOR EXPORT/SUPPLY TO SEZ UNIT OR SEZ DEVELOPER FOR AUTHORISED OPERATIONS "
                        + ending);
    }

    @Test
    void endorsesNothingInside() {
        assertThat(TaxRules.compute(Places.intraState(Places.line(1, "8413", "10.00")), Places.RATES)
                        .endorsement())
                .isNull();
    }

    @Test
    void wantsTheGstinOfARegisteredBuyer() {
        assertThatThrownBy(
                        () -> PlaceOfSupply.of(Places.supply(BuyerKind.REGISTERED, null, Places.in("27"), null, false)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("gstin-missing"));
    }

    @Test
    void refusesAGstinOfNoState() {
        assertThatThrownBy(() -> PlaceOfSupply.of(
                        Places.supply(BuyerKind.REGISTERED, "39AAACG2115R1ZN", Places.in("27"), null, false)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("state-unknown"));
    }

    @ParameterizedTest
    @CsvSource({"04,UTGST", "26,UTGST", "31,UTGST", "35,UTGST", "38,UTGST", "97,UTGST", "07,SGST", "34,SGST", "27,SGST"
    })
    void callsTheStatesHalfAsTheTerritoryDoes(String code, String label) {
        assertThat(GstState.of(code).stateTaxLabel()).isEqualTo(label);
    }

    private static Address address(String place) {
        if (place == null) {
            return null;
        }
        return place.equals("ABROAD") ? Places.abroad() : Places.in(place);
    }
}
