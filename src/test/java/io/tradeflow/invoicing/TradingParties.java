package io.tradeflow.invoicing;

import io.tradeflow.inventory.Warehouse;
import io.tradeflow.kernel.Address;
import io.tradeflow.party.Branch;
import io.tradeflow.party.BusinessCategory;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.SellingCompany;
import io.tradeflow.party.TaxRegistration;
import java.time.LocalDate;
import java.util.List;

/** A seller in Pune and buyers in every relation to it. */
final class TradingParties {

    private static final Address PUNE = new Address("Plot 7", "MIDC", "Pune", "27", "Maharashtra", "411018", "IN");
    private static final Address SURAT = new Address("9 Ring Road", null, "Surat", "24", "Gujarat", "395002", "IN");
    private static final Address DUBAI = new Address("Jebel Ali", null, "Dubai", "96", "Dubai", "00000", "AE");

    /** Of the branch in Pune, but elsewhere. */
    static final Warehouse HIRED = new Warehouse(
            "MH-BHW",
            "Bhiwandi, hired",
            "MH",
            new Address("Gala 12", "Rahnal", "Bhiwandi", "27", "Maharashtra", "421302", "IN"));

    private TradingParties() {}

    static SellingCompany seller() {
        return new SellingCompany(
                "Nirmal Pumps Private Limited",
                "Nirmal Pumps",
                "AAPFU0939F",
                null,
                "AAPFU0939F",
                "INR",
                "sales@nirmal.example",
                "020 1234567",
                "nirmal.example",
                new SellingCompany.LetterOfUndertaking(
                        "AD270326000123X", LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31)));
    }

    static List<Branch> branches() {
        return List.of(branch("MH"), branch("GJ"));
    }

    static Branch branch(String code) {
        boolean pune = code.equals("MH");
        return new Branch(
                code,
                pune ? "Pune works" : "Surat depot",
                pune ? "27AAPFU0939F1ZV" : "24AAPFU0939F1Z1",
                pune ? PUNE : SURAT,
                code + "-1",
                code,
                new Branch.BankAccount(
                        "Nirmal Pumps Private Limited", "HDFC Bank", "50200012345678", "HDFC0000001", null));
    }

    static List<Buyer> buyers() {
        return List.of(
                buyer("B-MH"),
                buyer("B-GJ"),
                buyer("B-AE"),
                buyer("B-UN"),
                buyer("B-SITE"),
                buyer("B-SEZ"),
                buyer("B-DEX"),
                buyer("B-OWN"));
    }

    /**
     * B-MH registered in the seller's state, B-GJ in another, B-AE abroad and invoiced in US dollars, B-UN unregistered, B-SITE registered in
     * Gujarat with a site in Pune, B-SEZ a unit in a zone, B-DEX with purchases deemed exports, B-OWN the seller itself.
     */
    static Buyer buyer(String code) {
        return switch (code) {
            case "B-MH" -> buyer(code, TaxRegistration.REGULAR, "27AAACG2115R1ZH", PUNE, "INR");
            case "B-GJ" -> buyer(code, TaxRegistration.REGULAR, "24AAQCA8719H1ZC", SURAT, "INR");
            case "B-AE" -> buyer(code, TaxRegistration.OVERSEAS, null, DUBAI, "USD");
            case "B-UN" -> buyer(code, TaxRegistration.UNREGISTERED, null, PUNE, "INR");
            case "B-SITE" -> buyer(code, TaxRegistration.REGULAR, "24AAQCA8719H1ZC", SURAT, PUNE, "INR");
            case "B-SEZ" -> buyer(code, TaxRegistration.SEZ, "27AABCR1718E2ZO", PUNE, "INR");
            case "B-DEX" -> buyer(code, TaxRegistration.DEEMED_EXPORT, "24AAQCA8719H1ZC", SURAT, "INR");
            case "B-OWN" -> buyer(code, TaxRegistration.REGULAR, "27AAPFU0939F1ZV", PUNE, "INR");
            default -> throw new IllegalArgumentException(code);
        };
    }

    private static Buyer buyer(String code, TaxRegistration registration, String gstin, Address at, String currency) {
        return buyer(code, registration, gstin, at, at, currency);
    }

    private static Buyer buyer(
            String code, TaxRegistration registration, String gstin, Address at, Address shipTo, String currency) {
        return new Buyer(
                code,
                "Buyer " + code,
                code,
                BusinessCategory.MANUFACTURER,
                registration,
                gstin,
                at,
                shipTo,
                null,
                currency,
                30,
                "Priya",
                "priya@buyer.example",
                null);
    }
}
