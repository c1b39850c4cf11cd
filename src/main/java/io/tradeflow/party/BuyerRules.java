package io.tradeflow.party;

import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What must hold for a buyer before it is kept. */
final class BuyerRules {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_GROUP = 40;
    private static final int LONGEST_CREDIT_DAYS = 365;
    private static final Set<TaxRegistration> WITHOUT_GSTIN =
            EnumSet.of(TaxRegistration.UNREGISTERED, TaxRegistration.OVERSEAS);

    private BuyerRules() {}

    /** The buyer as it is kept: codes in capitals, blank fields absent, states by their official names. */
    static Buyer normalised(Buyer buyer) {
        String gstin = Gstin.normalised(buyer.gstin());
        return new Buyer(
                upper(buyer.code()),
                Text.orNull(buyer.legalName()),
                Text.orNull(buyer.tradeName()) == null
                        ? Text.orNull(buyer.legalName())
                        : Text.orNull(buyer.tradeName()),
                buyer.category(),
                buyer.taxRegistration(),
                gstin.isEmpty() ? null : gstin,
                AddressRules.normalised(buyer.billTo()),
                AddressRules.normalised(buyer.shipTo() == null ? buyer.billTo() : buyer.shipTo()),
                upper(buyer.priceGroup()),
                upper(buyer.currency()),
                buyer.creditDays(),
                Text.orNull(buyer.contactName()),
                Text.orNull(buyer.email()),
                Text.orNull(buyer.phone()));
    }

    /** @throws Problem {@code invalid-buyer} naming every wrong field */
    static void check(Buyer buyer) {
        List<Violation> violations = violations(buyer);
        if (!violations.isEmpty()) {
            throw Problem.invalid("invalid-buyer", "The buyer's data are not right", violations);
        }
    }

    /** Every field that is wrong. */
    static List<Violation> violations(Buyer buyer) {
        Violations violations = new Violations();
        violations.demandCode("code", buyer.code());
        violations.demand("legalName", buyer.legalName(), LONGEST_NAME);
        violations.limit("tradeName", buyer.tradeName(), LONGEST_NAME);
        if (buyer.category() == null) {
            violations.add("category", "is missing");
        }
        AddressRules.check("billTo", buyer.billTo(), violations);
        AddressRules.check("shipTo", buyer.shipTo(), violations);
        checkRegistration(buyer, violations);
        violations.limit("priceGroup", buyer.priceGroup(), LONGEST_GROUP);
        violations.demandCurrency("currency", buyer.currency());
        if (buyer.creditDays() < 0 || buyer.creditDays() > LONGEST_CREDIT_DAYS) {
            violations.add("creditDays", "lies between 0 and " + LONGEST_CREDIT_DAYS);
        }
        violations.demand("contactName", buyer.contactName(), LONGEST_NAME);
        violations.demandEmail("email", buyer.email());
        violations.phone("phone", buyer.phone());
        return violations.found();
    }

    /** A GSTIN goes with every registration inside the system and with none outside it, and its state is that of the address. */
    private static void checkRegistration(Buyer buyer, Violations violations) {
        TaxRegistration registration = buyer.taxRegistration();
        if (registration == null) {
            violations.add("taxRegistration", "is missing");
            return;
        }
        if (AddressRules.hasKnownCountry(buyer.billTo())
                && buyer.billTo().isInIndia() == (registration == TaxRegistration.OVERSEAS)) {
            violations.add(
                    "taxRegistration",
                    buyer.billTo().isInIndia()
                            ? "OVERSEAS needs a bill-to address outside India"
                            : "is OVERSEAS when the bill-to address is outside India");
        }
        if (WITHOUT_GSTIN.contains(registration)) {
            if (buyer.gstin() != null) {
                violations.add("gstin", registration + " buyers have no GSTIN");
            }
        } else if (buyer.gstin() == null) {
            violations.add("gstin", registration + " buyers have a GSTIN");
        } else {
            violations.gstin("gstin", buyer.gstin()).ifPresent(gstin -> checkGstin(gstin, buyer, violations));
        }
    }

    private static void checkGstin(Gstin gstin, Buyer buyer, Violations violations) {
        if (buyer.taxRegistration() != TaxRegistration.REGULAR && gstin.kind() != Gstin.Kind.TAXPAYER) {
            violations.add("gstin", "A " + buyer.taxRegistration() + " buyer's GSTIN is that of a taxpayer");
        }
        if (buyer.billTo() != null && buyer.billTo().isInIndia()) {
            Seat.check(gstin, buyer.billTo(), "gstin", violations);
        }
    }

    private static String upper(String text) {
        String given = Text.orNull(text);
        return given == null ? null : given.toUpperCase(Locale.ROOT);
    }
}
