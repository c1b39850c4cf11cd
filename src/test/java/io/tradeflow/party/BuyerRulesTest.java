package io.tradeflow.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BuyerRulesTest {

    static final Address AHMEDABAD = new Address("302 Relief Road", null, "Ahmedabad", "24", null, "380001", "IN");
    static final Address PUNE = new Address("Gat 118", "Wagholi", "Pune", "27", null, "412207", "IN");
    static final Address NICE = new Address("12 Avenue de l'Énergie", null, "Nice", "96", "PACA", "06200", "FR");
    private static final String GUJARAT = "24AAQCA8719H1ZC";

    static Buyer regular() {
        return buyer(TaxRegistration.REGULAR, GUJARAT, AHMEDABAD);
    }

    static Buyer buyer(TaxRegistration registration, String gstin, Address billTo) {
        return new Buyer(
                "SABARMATI",
                "Sabarmati Traders",
                null,
                BusinessCategory.WHOLESALER,
                registration,
                gstin,
                billTo,
                null,
                "WHOLESALE",
                "INR",
                30,
                "Hetal Shah",
                "hetal@sabarmati.example",
                "+91 79 5550 0203");
    }

    static Stream<Arguments> rightBuyers() {
        return Stream.of(
                Arguments.of(TaxRegistration.REGULAR, GUJARAT, AHMEDABAD),
                Arguments.of(TaxRegistration.COMPOSITION, GUJARAT, AHMEDABAD),
                Arguments.of(TaxRegistration.SEZ, "24AANCA4892J1Z8", AHMEDABAD),
                Arguments.of(TaxRegistration.UNREGISTERED, null, PUNE),
                Arguments.of(TaxRegistration.UNREGISTERED, "  ", PUNE),
                Arguments.of(TaxRegistration.OVERSEAS, null, NICE),
                // a number from before the state got its new code
                Arguments.of(
                        TaxRegistration.REGULAR,
                        "28AAQCA8719H1Z4",
                        new Address("1 MG Road", null, "Vijayawada", "37", null, "520001", "IN")));
    }

    @ParameterizedTest
    @MethodSource("rightBuyers")
    void takesWhatIsRight(TaxRegistration registration, String gstin, Address billTo) {
        Buyer buyer = BuyerRules.normalised(buyer(registration, gstin, billTo));

        assertThatCode(() -> BuyerRules.check(buyer)).doesNotThrowAnyException();
    }

    static Stream<Arguments> wrongBuyers() {
        return Stream.of(
                wrong("gstin", buyer(TaxRegistration.REGULAR, "24AANFA2641L1ZK", AHMEDABAD)),
                wrong("gstin", buyer(TaxRegistration.REGULAR, GUJARAT, PUNE)),
                wrong("gstin", buyer(TaxRegistration.REGULAR, null, AHMEDABAD)),
                wrong("gstin", buyer(TaxRegistration.COMPOSITION, null, AHMEDABAD)),
                wrong("gstin", buyer(TaxRegistration.SEZ, "", AHMEDABAD)),
                wrong("gstin", buyer(TaxRegistration.UNREGISTERED, GUJARAT, AHMEDABAD)),
                wrong("gstin", buyer(TaxRegistration.OVERSEAS, GUJARAT, NICE)),
                wrong(
                        "gstin",
                        buyer(
                                TaxRegistration.SEZ,
                                "29AABCF8078M1C8",
                                new Address("1", null, "Bengaluru", "29", null, "560001", "IN"))),
                wrong("taxRegistration", buyer(TaxRegistration.OVERSEAS, null, PUNE)),
                wrong("taxRegistration", buyer(TaxRegistration.UNREGISTERED, null, NICE)),
                wrong("taxRegistration", buyer(null, GUJARAT, AHMEDABAD)),
                wrong("billTo", buyer(TaxRegistration.REGULAR, GUJARAT, null), "shipTo"),
                wrongAddress("pin", a -> address(a.city(), a.stateCode(), "412207", a.country())),
                wrongAddress("pin", a -> address(a.city(), a.stateCode(), "038000", a.country())),
                wrongAddress("pin", a -> address(a.city(), a.stateCode(), "", a.country())),
                wrongAddress("city", a -> address(" ", a.stateCode(), a.pin(), a.country())),
                wrongAddress("country", a -> address(a.city(), a.stateCode(), a.pin(), "XX")),
                wrongAddress("stateCode", a -> address(a.city(), "25", "396001", a.country()), "gstin"),
                wrong("shipTo.pin", withShipTo(address("Pune", "27", "560001", "IN"))),
                wrong("shipTo.stateCode", withShipTo(address("Nice", "27", "06200", "FR"))),
                wrong("creditDays", changed("INR", "hetal@sabarmati.example", -1)),
                wrong("creditDays", changed("INR", "hetal@sabarmati.example", 366)),
                wrong("currency", changed("INX", "hetal@sabarmati.example", 30)),
                wrong("email", changed("INR", "hetal@sabarmati", 30)),
                wrong("email", changed("INR", "hetal sabarmati@x.example", 30)),
                wrong("email", changed("INR", null, 30)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongBuyers")
    void namesTheWrongField(List<String> fields, Buyer buyer) {
        Problem problem = catchThrowableOfType(Problem.class, () -> BuyerRules.check(BuyerRules.normalised(buyer)));

        assertThat(problem.slug()).isEqualTo("invalid-buyer");
        assertThat(problem.violations())
                .extracting(Problem.Violation::field)
                .containsExactlyInAnyOrderElementsOf(fields);
    }

    @Test
    void tellsEverythingAtOnce() {
        Buyer empty = new Buyer(null, null, null, null, null, null, null, null, null, null, 0, null, null, null);

        Problem problem = catchThrowableOfType(Problem.class, () -> BuyerRules.check(BuyerRules.normalised(empty)));

        assertThat(problem.violations())
                .extracting(Problem.Violation::field)
                .containsExactlyInAnyOrder(
                        "code",
                        "legalName",
                        "category",
                        "billTo",
                        "shipTo",
                        "taxRegistration",
                        "currency",
                        "contactName",
                        "email");
    }

    @Test
    void fillsInWhatFollows() {
        Buyer kept = BuyerRules.normalised(buyer(TaxRegistration.REGULAR, " 24aaqca8719h1zc", AHMEDABAD));

        assertThat(kept.gstin()).isEqualTo(GUJARAT);
        assertThat(kept.tradeName()).isEqualTo(kept.legalName());
        assertThat(kept.billTo().stateName()).isEqualTo("Gujarat");
        assertThat(kept.shipTo()).isEqualTo(kept.billTo());
    }

    private static Arguments wrong(String field, Buyer buyer, String... moreFields) {
        return Arguments.of(
                Stream.concat(Stream.of(field), Stream.of(moreFields)).toList(), buyer);
    }

    /** The ship-to address is the same, so its field is wrong too. */
    private static Arguments wrongAddress(String field, UnaryOperator<Address> change, String... moreFields) {
        return Arguments.of(
                Stream.concat(Stream.of("billTo." + field, "shipTo." + field), Stream.of(moreFields))
                        .toList(),
                buyer(TaxRegistration.REGULAR, GUJARAT, change.apply(AHMEDABAD)));
    }

    private static Address address(String city, String stateCode, String pin, String country) {
        return new Address("302 Relief Road", null, city, stateCode, "Somewhere", pin, country);
    }

    private static Buyer withShipTo(Address shipTo) {
        Buyer from = regular();
        return new Buyer(
                from.code(),
                from.legalName(),
                null,
                from.category(),
                from.taxRegistration(),
                from.gstin(),
                from.billTo(),
                shipTo,
                null,
                "INR",
                30,
                from.contactName(),
                from.email(),
                null);
    }

    private static Buyer changed(String currency, String email, int creditDays) {
        Buyer from = regular();
        return new Buyer(
                from.code(),
                from.legalName(),
                null,
                from.category(),
                from.taxRegistration(),
                from.gstin(),
                from.billTo(),
                null,
                null,
                currency,
                creditDays,
                from.contactName(),
                email,
                null);
    }
}
