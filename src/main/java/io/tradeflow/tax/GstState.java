package io.tradeflow.tax;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The states and union territories by their two-digit GST code; 96 stands for every place outside India. */
public record GstState(String code, String name) {

    /** Code of the place of supply of an export. */
    public static final String OUTSIDE_INDIA = "96";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("01", "Jammu and Kashmir"),
            Map.entry("02", "Himachal Pradesh"),
            Map.entry("03", "Punjab"),
            Map.entry("04", "Chandigarh"),
            Map.entry("05", "Uttarakhand"),
            Map.entry("06", "Haryana"),
            Map.entry("07", "Delhi"),
            Map.entry("08", "Rajasthan"),
            Map.entry("09", "Uttar Pradesh"),
            Map.entry("10", "Bihar"),
            Map.entry("11", "Sikkim"),
            Map.entry("12", "Arunachal Pradesh"),
            Map.entry("13", "Nagaland"),
            Map.entry("14", "Manipur"),
            Map.entry("15", "Mizoram"),
            Map.entry("16", "Tripura"),
            Map.entry("17", "Meghalaya"),
            Map.entry("18", "Assam"),
            Map.entry("19", "West Bengal"),
            Map.entry("20", "Jharkhand"),
            Map.entry("21", "Odisha"),
            Map.entry("22", "Chhattisgarh"),
            Map.entry("23", "Madhya Pradesh"),
            Map.entry("24", "Gujarat"),
            Map.entry("26", "Dadra and Nagar Haveli and Daman and Diu"),
            Map.entry("27", "Maharashtra"),
            Map.entry("29", "Karnataka"),
            Map.entry("30", "Goa"),
            Map.entry("31", "Lakshadweep"),
            Map.entry("32", "Kerala"),
            Map.entry("33", "Tamil Nadu"),
            Map.entry("34", "Puducherry"),
            Map.entry("35", "Andaman and Nicobar Islands"),
            Map.entry("36", "Telangana"),
            Map.entry("37", "Andhra Pradesh"),
            Map.entry("38", "Ladakh"),
            Map.entry(OUTSIDE_INDIA, "Other Countries"),
            Map.entry("97", "Other Territory"));

    /** Codes that old GSTINs still start with, and what became of the territory. */
    private static final Map<String, String> SUCCESSORS = Map.of("25", "26", "28", "37");

    /** Union territories without a legislature, where the state half of the tax is UTGST. */
    private static final Set<String> UTGST = Set.of("04", "26", "31", "35", "38", "97");

    /** The state of this code; a retired code gives its successor. Empty for codes that do not exist. */
    public static Optional<GstState> find(String code) {
        if (code == null) {
            return Optional.empty();
        }
        String current = SUCCESSORS.getOrDefault(code, code);
        return Optional.ofNullable(NAMES.get(current)).map(name -> new GstState(current, name));
    }

    /** @throws IllegalArgumentException when there is no such code */
    public static GstState of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("'" + code + "' is no GST state code"));
    }

    static GstState outsideIndia() {
        return of(OUTSIDE_INDIA);
    }

    public boolean isInIndia() {
        return !OUTSIDE_INDIA.equals(code);
    }

    /** What the state's half of the tax is called there: SGST or UTGST. */
    public String stateTaxLabel() {
        return UTGST.contains(code) ? "UTGST" : "SGST";
    }
}
