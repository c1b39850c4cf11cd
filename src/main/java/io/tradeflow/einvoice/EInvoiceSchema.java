package io.tradeflow.einvoice;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.tradeflow.kernel.Problem.Violation;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Checks a document against {@code inv-01.schema.json} and the portal's arithmetic before it is sent, and says in the trade's words what is wrong. */
@Component
class EInvoiceSchema {

    private static final int LARGEST = 2 * 1024 * 1024;
    private static final Pattern IN_LINE = Pattern.compile("\\$\\.ItemList\\[(\\d+)](?:\\.(\\w+))?");

    private static final Map<String, String> PARTS = Map.of(
            "TranDtls", "Supply",
            "DocDtls", "Document",
            "SellerDtls", "Seller",
            "BuyerDtls", "Buyer",
            "DispDtls", "Place of dispatch",
            "ShipDtls", "Ship-to",
            "ValDtls", "Totals",
            "PayDtls", "Payment",
            "RefDtls", "References",
            "ExpDtls", "Export");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("Gstin", "the GSTIN must have its 15 characters"),
            Map.entry("LglNm", "the legal name must have 3 to 100 characters"),
            Map.entry("TrdNm", "the trade name must have 3 to 100 characters"),
            Map.entry("Addr1", "the street must have 1 to 100 characters"),
            Map.entry("Addr2", "the second line of the address must have 3 to 100 characters"),
            Map.entry("Loc", "the city must have 3 characters or more"),
            Map.entry("Pin", "the PIN code must have six digits; 999999 abroad"),
            Map.entry("Stcd", "the State must be one of GST's codes; 96 abroad"),
            Map.entry("Pos", "the place of supply must be a State's code; 96 abroad"),
            Map.entry(
                    "No", "the number must have at most 16 letters, digits, - or / and begin with a letter or 1 to 9"),
            Map.entry("Dt", "the date must be a day"),
            Map.entry("HsnCd", "the HSN code must have 4, 6 or 8 digits"),
            Map.entry("PrdDesc", "the description must have 3 to 300 characters"),
            Map.entry("Qty", "the quantity must not be negative and have at most three decimals"),
            Map.entry("UnitPrice", "the price must not be negative and have at most three decimals"),
            Map.entry("TotAmt", "the amount before discount must not be negative"),
            Map.entry("Discount", "the discount must not be negative"),
            Map.entry("AssAmt", "the taxable value must not be negative"),
            Map.entry("GstRt", "the rate of tax must be between 0 and 100 percent"),
            Map.entry("ItemList", "there must be 1 to 1000 lines that bear tax"),
            Map.entry("PrecDocDtls", "a note must name the invoice it corrects"),
            Map.entry("AccDet", "the account number must have at most 18 letters and digits"),
            Map.entry("FinInsBr", "the IFSC must have at most 11 letters and digits"),
            Map.entry("CrDay", "the days of credit must be at most 9999"),
            Map.entry("PaidAmt", "what is paid must not be negative"),
            Map.entry("PaymtDue", "what is left to pay must not be negative"),
            Map.entry("ShipBNo", "the shipping bill must have its number of at most 20 characters"),
            Map.entry("ShipBDt", "the shipping bill must have its day"),
            Map.entry("Port", "the port must be customs' code of 2 to 10 letters and digits"),
            Map.entry("CntCode", "the country must be two letters"),
            Map.entry("RndOffAmt", "the round-off must be less than 100"));

    private final JsonSchema schema;

    EInvoiceSchema() {
        InputStream file = EInvoiceSchema.class.getResourceAsStream("/einvoice/inv-01.schema.json");
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(file);
    }

    /** What the portal would refuse, by its fields, each once; empty if nothing. */
    List<Violation> violations(JsonNode json) {
        Map<String, Violation> wrong = new TreeMap<>();
        for (ValidationMessage message : schema.validate(json)) {
            String field = message.getInstanceLocation().toString();
            String missing = message.getProperty();
            if ("required".equals(message.getType()) && missing != null) {
                field = field + "." + missing;
            }
            wrong.putIfAbsent(field, new Violation(field, words(field, message.getMessage())));
        }
        List<Violation> all = new ArrayList<>(wrong.values());
        if (all.isEmpty()) {
            all.addAll(arithmetic(json));
        }
        if (json.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            all.add(new Violation("$", "The document is larger than the 2 MB the portal takes"));
        }
        return all;
    }

    private static String words(String field, String otherwise) {
        Matcher inLine = IN_LINE.matcher(field);
        if (inLine.lookingAt()) {
            String name = inLine.group(2);
            return "Line " + (Integer.parseInt(inLine.group(1)) + 1) + ": " + WORDS.getOrDefault(name, otherwise);
        }
        String[] path = field.replaceAll("^\\$\\.?", "").split("\\.");
        String name = path[path.length - 1].replaceAll("\\[\\d+]", "");
        return PARTS.getOrDefault(path[0], "Document") + ": " + WORDS.getOrDefault(name, otherwise);
    }

    /** What the portal adds up itself; exact here, although it lets a rupee pass. */
    private static List<Violation> arithmetic(JsonNode json) {
        List<Violation> wrong = new ArrayList<>();
        JsonNode items = json.path("ItemList");
        BigDecimal[] sums = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        String[] ofItem = {"AssAmt", "CgstAmt", "SgstAmt", "IgstAmt"};
        String[] ofAll = {"AssVal", "CgstVal", "SgstVal", "IgstVal"};
        for (int index = 0; index < items.size(); index++) {
            JsonNode item = items.get(index);
            if (figure(item, "TotAmt").subtract(figure(item, "Discount")).compareTo(figure(item, "AssAmt")) != 0) {
                wrong.add(new Violation(
                        "$.ItemList[" + index + "].AssAmt",
                        "Line " + (index + 1) + ": the taxable value is not the amount less the discount"));
            }
            for (int each = 0; each < sums.length; each++) {
                sums[each] = sums[each].add(figure(item, ofItem[each]));
            }
        }
        JsonNode totals = json.path("ValDtls");
        for (int each = 0; each < sums.length; each++) {
            if (sums[each].compareTo(figure(totals, ofAll[each])) != 0) {
                wrong.add(new Violation("$.ValDtls." + ofAll[each], "Totals: the lines add up to " + sums[each]));
            }
        }
        boolean owedByBuyer = "Y".equals(json.path("TranDtls").path("RegRev").asText());
        BigDecimal tax = owedByBuyer ? BigDecimal.ZERO : sums[1].add(sums[2]).add(sums[3]);
        BigDecimal total = sums[0].add(tax)
                .subtract(figure(totals, "Discount"))
                .add(figure(totals, "OthChrg"))
                .add(figure(totals, "RndOffAmt"));
        if (total.compareTo(figure(totals, "TotInvVal")) != 0) {
            wrong.add(new Violation(
                    "$.ValDtls.TotInvVal",
                    "Totals: value, tax, other charges and round-off make " + total + ", but printed is "
                            + figure(totals, "TotInvVal")));
        }
        return wrong;
    }

    private static BigDecimal figure(JsonNode json, String field) {
        return json.path(field).isNumber() ? json.path(field).decimalValue() : BigDecimal.ZERO;
    }
}
