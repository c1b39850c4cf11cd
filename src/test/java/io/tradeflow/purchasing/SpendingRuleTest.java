package io.tradeflow.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.kernel.Money;
import io.tradeflow.party.BuyerPerson;
import io.tradeflow.party.BuyerRole;
import io.tradeflow.party.BuyerUnit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits at their edges, and who is asked in which order. */
class SpendingRuleTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                // total, currency, limit per order, limit per month, exceeded
                "100.00, INR, none, none, none",
                "99999999.99, INR, none, none, none",
                "100.00, INR, 100, none, none",
                "100.01, INR, 100, none, ORDER",
                "99.99, INR, 100.00, none, none",
                "0.01, INR, 0, none, ORDER",
                "0.01, INR, none, 0, MONTH",
                "0.00, INR, 0, none, ORDER",
                "50.00, INR, 100, 10, none",
                "100.00, EUR, none, none, none",
                "1.00, EUR, 100, none, CURRENCY",
                "1.00, EUR, none, 100, CURRENCY"
            })
    void limitsAtTheirEdges(String total, String currency, String order, String month, Exceeded exceeded) {
        BuyerPerson person = person("arjun", null, order, month, BuyerRole.BUYER);

        assertThat(SpendingRule.exceeded(person, Money.of(total, currency), "INR")
                        .orElse(null))
                .isEqualTo(exceeded);
    }

    @Test
    void theOwnUnitIsAskedFirstThenThoseAboveLastTheAdministrators() {
        List<BuyerUnit> units = List.of(
                new BuyerUnit(1, "Y", "Head", null),
                new BuyerUnit(2, "Y", "North", 1L),
                new BuyerUnit(3, "Y", "Shop", 2L));
        List<BuyerPerson> others = List.of(
                person("admin", 1L, null, null, BuyerRole.ADMINISTRATOR),
                person("chief", null, null, null, BuyerRole.APPROVER),
                person("head", 1L, null, null, BuyerRole.APPROVER),
                person("shop", 3L, null, null, BuyerRole.APPROVER),
                person("colleague", 3L, null, null, BuyerRole.BUYER));

        List<String> order = ApproverSearch.steps(others, ApproverSearch.upwards(3L, units)).stream()
                .map(step -> step.stream().map(BuyerPerson::userId).collect(Collectors.joining("+")))
                .toList();

        assertThat(order).containsExactly("shop", "head", "chief", "admin");
        assertThat(ApproverSearch.steps(others, ApproverSearch.upwards(null, units)))
                .hasSize(2);
    }

    private static BuyerPerson person(String id, Long unit, String order, String month, BuyerRole... roles) {
        return new BuyerPerson(
                id, id, "Y", Set.copyOf(Arrays.asList(roles)), true, unit, null, decimal(order), decimal(month));
    }

    private static BigDecimal decimal(String figure) {
        return figure == null ? null : new BigDecimal(figure);
    }
}
