package io.tradeflow.quotation;

import java.util.Locale;
import java.util.Optional;

/**
 * A delivery rule of the Incoterms 2020 with its named place. Source: ICC publication 723E.
 *
 * @param place named place, port or terminal; null where none was named
 */
public record Incoterm(Rule rule, String place) {

    /** The eleven rules; those of the group E and F leave carriage to the buyer. */
    public enum Rule {
        EXW("Ex Works"),
        FCA("Free Carrier"),
        FAS("Free Alongside Ship"),
        FOB("Free On Board"),
        CFR("Cost and Freight"),
        CIF("Cost, Insurance and Freight"),
        CPT("Carriage Paid To"),
        CIP("Carriage and Insurance Paid To"),
        DAP("Delivered at Place"),
        DPU("Delivered at Place Unloaded"),
        DDP("Delivered Duty Paid");

        private final String label;

        Rule(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether the buyer takes the goods over at our gate, so that naming it costs us nothing. */
        boolean isAtOurGate() {
            return this == EXW || this == FCA;
        }
    }

    /** As quotes write it, "FOB Nhava Sheva"; empty where the text does not begin with a rule. */
    public static Optional<Incoterm> read(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String[] parts = text.strip().split("[\\s,:]+", 2);
        for (Rule rule : Rule.values()) {
            if (rule.name().equals(parts[0].toUpperCase(Locale.ROOT))) {
                return Optional.of(new Incoterm(rule, parts.length == 1 || parts[1].isBlank() ? null : parts[1]));
            }
        }
        return Optional.empty();
    }

    /** "FOB Nhava Sheva". */
    public String words() {
        return place == null ? rule.name() : rule.name() + " " + place;
    }
}
