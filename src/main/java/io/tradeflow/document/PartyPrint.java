package io.tradeflow.document;

import io.tradeflow.kernel.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A party as a document prints it: bill-to, ship-to, dispatch-from.
 *
 * @param name the legal name
 * @param addressLines street, city with PIN, and outside India the country; without the State, which is printed with its code
 * @param stateCode two-digit GST state code, null outside India
 * @param gstin null where the party has none
 * @param contact person to ask for, null if unknown
 */
public record PartyPrint(
        String name,
        List<String> addressLines,
        String stateName,
        String stateCode,
        String gstin,
        String contact,
        String phone,
        String email) {

    public PartyPrint {
        addressLines = List.copyOf(addressLines);
    }

    public static PartyPrint of(String name, Address address, String gstin) {
        boolean inIndia = address.isInIndia();
        return new PartyPrint(
                name,
                linesOf(address),
                inIndia ? address.stateName() : null,
                inIndia ? address.stateCode() : null,
                gstin,
                null,
                null,
                null);
    }

    public PartyPrint reachedBy(String contact, String phone, String email) {
        return new PartyPrint(name, addressLines, stateName, stateCode, gstin, contact, phone, email);
    }

    /** The address in lines; the State is left out inside India and stands between city and country outside. */
    static List<String> linesOf(Address address) {
        List<String> lines = new ArrayList<>();
        add(lines, address.line1());
        add(lines, address.line2());
        add(lines, joined(address.city(), address.pin()));
        if (!address.isInIndia()) {
            if (!address.city().equals(address.stateName())) {
                add(lines, address.stateName());
            }
            add(lines, new Locale("", address.country()).getDisplayCountry(Locale.ENGLISH));
        }
        return lines;
    }

    private static String joined(String city, String pin) {
        return pin == null || pin.isBlank() ? city : city + " " + pin;
    }

    private static void add(List<String> lines, String line) {
        if (line != null && !line.isBlank()) {
            lines.add(line);
        }
    }
}
