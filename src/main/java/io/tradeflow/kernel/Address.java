package io.tradeflow.kernel;

/**
 * A postal address. {@code stateCode} is the two-digit GST state code (96 outside India), {@code pin} the PIN code or
 * foreign postcode, {@code country} ISO 3166 alpha-2.
 */
public record Address(
        String line1, String line2, String city, String stateCode, String stateName, String pin, String country) {

    public boolean isInIndia() {
        return "IN".equals(country);
    }

    /** On one line, as lists and mails show it. */
    public String onOneLine() {
        String street = line2 == null || line2.isBlank() ? line1 : line1 + ", " + line2;
        return street + ", " + city + " " + pin + ", " + stateName + (isInIndia() ? "" : ", " + country);
    }
}
