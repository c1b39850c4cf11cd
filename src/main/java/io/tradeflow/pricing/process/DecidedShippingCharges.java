package io.tradeflow.pricing.process;

import io.tradeflow.kernel.Address;
import io.tradeflow.pricing.Charges;
import io.tradeflow.pricing.Charges.Charge;
import io.tradeflow.pricing.Charges.PaidBy;
import io.tradeflow.pricing.ShippingCharges;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Asks the tables {@code delivery-zone} and {@code shipping-charge}, so that quotes and previews use the rules the sales managers keep. */
@Component
class DecidedShippingCharges implements ShippingCharges {

    private static final int CENTS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final RepositoryService models;
    private final DmnEngine tables =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

    DecidedShippingCharges(RepositoryService models) {
        this.models = models;
    }

    @Override
    public Charges charges(Facts facts) {
        Address to = facts.destination();
        Map<String, Object> place = new HashMap<>();
        place.put("country", to == null || to.country() == null ? "IN" : to.country());
        place.put("state", to == null ? null : to.stateCode());
        place.put(
                "sameState",
                to != null && to.stateCode() != null && to.stateCode().equals(facts.fromStateCode()));
        place.put(
                "pinPrefix",
                to == null || to.pin() == null || to.pin().length() < 2
                        ? null
                        : to.pin().substring(0, 2));
        String zone = single("delivery-zone", place).getEntry("zone");

        Map<String, Object> known = new HashMap<>();
        known.put("zone", zone);
        known.put("mode", facts.mode().name());
        known.put("segment", facts.segment());
        known.put("currency", facts.currency());
        known.put("orderValue", facts.orderValue().doubleValue());
        known.put("weightKg", facts.weightKg() == null ? null : facts.weightKg().doubleValue());
        return charges(facts, zone, single("shipping-charge", known));
    }

    private static Charges charges(Facts facts, String zone, DmnDecisionResultEntries rule) {
        BigDecimal freight = number(rule, "freightPercent")
                .multiply(facts.orderValue())
                .divide(HUNDRED)
                .add(number(rule, "freightPerKg")
                        .multiply(facts.weightKg() == null ? BigDecimal.ZERO : facts.weightKg()));
        BigDecimal atLeast = number(rule, "freightMinimum");
        String words = rule.getEntry("words");
        PaidBy payer = PaidBy.valueOf(rule.getEntry("freightPaidBy"));
        return new Charges(
                zone,
                new Charge(
                        payer == PaidBy.CARRIER_TO_COLLECT ? rounded(BigDecimal.ZERO) : rounded(freight.max(atLeast)),
                        payer,
                        words),
                percentOf(facts.orderValue(), number(rule, "packingPercent"), "Packing"),
                percentOf(facts.orderValue(), number(rule, "insurancePercent"), "Transit insurance"));
    }

    private static Charge percentOf(BigDecimal value, BigDecimal percent, String what) {
        return percent.signum() == 0
                ? new Charge(rounded(BigDecimal.ZERO), PaidBy.SELLER, what + " included")
                : new Charge(
                        rounded(value.multiply(percent).divide(HUNDRED)),
                        PaidBy.BUYER,
                        what + " " + percent.stripTrailingZeros().toPlainString() + " % of the goods");
    }

    /** Of the deployed version as it is now; unlike the decision service this leaves no note in the engine's history. */
    private DmnDecisionResultEntries single(String table, Map<String, Object> known) {
        String latest = models.createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .latestVersion()
                .singleResult()
                .getId();
        DmnDecision decision =
                parsed.computeIfAbsent(latest, id -> tables.parseDecision(table, models.getDecisionModel(id)));
        return tables.evaluateDecision(decision, known).getSingleResult();
    }

    /** Tables answer with numbers of several kinds; their texts are exact. */
    private static BigDecimal number(DmnDecisionResultEntries rule, String output) {
        Object value = rule.getEntry(output);
        return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(CENTS, RoundingMode.HALF_UP);
    }
}
