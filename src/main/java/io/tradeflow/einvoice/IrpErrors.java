package io.tradeflow.einvoice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the portal's errors ask for. Most are for a person; some say that the portal is busy or does not let us in, which is the same as no answer. A
 * code that is not known here is for a person. Codes are those of the portal's own list of errors.
 */
record IrpErrors(String code, String messages) {

    /** Unexpected failure while it creates, cancels or signs: try again. */
    private static final Set<String> PASSING = Set.of("2139", "2141", "2146", "2147", "5001", "5002", "GEN5008");

    /** Header, client, user, password or token. */
    private static final Set<String> ACCESS = Set.of(
            "1004", "1005", "1006", "1007", "1008", "1010", "1011", "1012", "1013", "1014", "1015", "1016", "1017",
            "1018", "1019", "3000");

    private static final String TOKEN_ENDED = "1005";

    /** Each with what to do. Issued documents are fixed, so that most of it has to be put right elsewhere. */
    private static final Map<String, String> IN_OTHER_WORDS = Map.ofEntries(
            Map.entry(
                    IrpAnswer.DUPLICATE,
                    "The portal has this number already and does not give out its registration: find the signed answer on"
                            + " the portal and upload it"),
            Map.entry(
                    IrpAnswer.TOO_OLD,
                    "The portal has this document but gives its registration only for two days: find the signed answer"
                            + " on the portal and upload it"),
            Map.entry("2182", figures("The taxable value is not the sum of the lines")),
            Map.entry("2189", figures("The total is not value, tax and charges together")),
            Map.entry("2193", figures("The taxable value of a line is not its amount less its discount")),
            Map.entry(
                    IrpAnswer.WITH_EWAY_BILL,
                    "An e-way bill over it is active: cancel that one on its portal first, within 24 hours too"),
            Map.entry(
                    IrpAnswer.TOO_LATE_TO_CANCEL,
                    "It was registered more than 24 hours ago: correct the document by a credit note"),
            Map.entry(
                    "2305",
                    "The portal takes a document only for 30 days after its date: correct it by a credit note and issue"
                            + " it again"),
            Map.entry(
                    "3028",
                    "The portal does not know a GSTIN of the document. If it is new, have it fetched from the GST system"
                            + " on the e-invoice portal and try again; if it is wrong, correct it in the master data, and"
                            + " the document by a credit note"),
            Map.entry(
                    "3029",
                    "A GSTIN of the document is inactive or cancelled. Ask the buyer to have it put right with the tax"
                            + " office and try again then"),
            Map.entry("3074", ofAnotherDay("The buyer's registration had ended before the day of the document")),
            Map.entry("3077", ofAnotherDay("The buyer's registration began after the day of the document")),
            Map.entry("3079", ofAnotherDay("The document is from before the day of a registration")));

    private static String figures(String what) {
        return what + ". The program checks that before it asks: give the file to whoever looks after it";
    }

    private static String ofAnotherDay(String what) {
        return what
                + ". Ask the buyer which GSTIN held that day; correct the document by a credit note and issue it again";
    }

    /** Of an answer without success; NIC's documents have the details coded in base64, its answers mostly as they are. Code null where there is none. */
    static IrpErrors of(JsonNode answer, ObjectMapper reader) {
        JsonNode details = answer.path("ErrorDetails");
        if (details.isTextual() && !details.asText().isBlank()) {
            details = decoded(details.asText(), reader);
        }
        List<String> messages = new ArrayList<>();
        details.forEach(error -> messages.add(error.path("ErrorMessage").asText()));
        String code = details.path(0).path("ErrorCode").asText("").strip();
        return new IrpErrors(code.isEmpty() ? null : code, String.join("; ", messages));
    }

    private static JsonNode decoded(String text, ObjectMapper reader) {
        try {
            return text.strip().startsWith("[")
                    ? reader.readTree(text)
                    : reader.readTree(Base64.getDecoder().decode(text.strip()));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return reader.missingNode();
        } catch (IOException e) {
            return reader.missingNode();
        }
    }

    boolean isPassing() {
        return code != null && PASSING.contains(code);
    }

    boolean isAboutAccess() {
        return code != null && ACCESS.contains(code);
    }

    boolean isEndOfToken() {
        return TOKEN_ENDED.equals(code);
    }

    /** What was wrong and what to do, then what the portal said. */
    static String sentence(IrpAnswer answer) {
        String known = IN_OTHER_WORDS.get(answer.code());
        return known == null
                ? "The portal refused it, " + answer.code() + ": " + answer.message()
                : known + " (portal " + answer.code() + ": " + answer.message() + ")";
    }
}
