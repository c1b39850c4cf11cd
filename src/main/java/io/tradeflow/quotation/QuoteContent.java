package io.tradeflow.quotation;

import io.tradeflow.kernel.Address;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The canonical text of everything buyer and approver agree on, and its hash. One field a line, written as {@code name=value} with line
 * breaks and backslashes escaped, so that no two contents share a text; decimals without trailing zeros, so that 5 and 5.00 are the same.
 */
final class QuoteContent {

    private final StringBuilder text = new StringBuilder();

    private QuoteContent() {}

    /** SHA-256 in lower-case hexadecimal. */
    static String hash(Quote quote) {
        byte[] digest = sha256().digest(text(quote).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    static String text(Quote quote) {
        QuoteContent content = new QuoteContent();
        content.add("buyer", quote.buyerCode());
        content.add("branch", quote.branchCode());
        content.add("currency", quote.currency());
        content.add("validUntil", quote.validUntil());
        content.add("terms", quote.terms());
        content.add("incoterms", quote.conditions().incoterms());
        content.add("shippingTerms", quote.conditions().shippingTerms());
        content.add("note", quote.conditions().note());
        // named only where it says something, so that contents agreed before it was there keep their hash
        if (quote.conditions().paymentTerms() != null) {
            content.add("paymentTerms", quote.conditions().paymentTerms());
            if (quote.conditions().paymentTermsAgreed()) {
                content.add("paymentTermsAgreed", true);
            }
        }
        if (quote.payment() != null) {
            content.add("payment", quote.payment().allWords());
        }
        content.add("placeOfSupply", quote.placeOfSupply());
        content.address("billTo", quote.billTo());
        content.address("shipTo", quote.shipTo());
        quote.lines().forEach(content::line);
        content.add("goods", quote.goodsTotal().amount());
        content.add("documentDiscount", quote.documentDiscount().documentDiscount());
        content.add("freight", quote.charges().freight());
        content.add("packing", quote.charges().packing());
        content.add("insurance", quote.charges().insurance());
        content.add("net", quote.netTotal().amount());
        content.add("tax", quote.tax().amount());
        content.add("roundOff", quote.roundOff().amount());
        content.add("total", quote.grandTotal().amount());
        return content.text.toString();
    }

    private void line(Quote.Line line) {
        String path = "line." + line.lineNo() + ".";
        add(path + "sku", line.sku());
        add(path + "description", line.description());
        add(path + "hsn", line.hsn());
        add(path + "quantity", line.quantity().value());
        add(path + "unit", line.quantity().unit());
        add(path + "unitPrice", line.unitPrice().amount());
        add(path + "net", line.net().amount());
        add(path + "taxRate", line.taxRate());
        add(path + "kind", line.kind());
        add(path + "insteadOf", line.insteadOf());
        add(path + "neededBy", line.neededBy());
        add(path + "note", line.note());
        add(path + "taxableValue", line.taxableValue().amount());
    }

    private void address(String path, Address address) {
        add(path + ".line1", address.line1());
        add(path + ".line2", address.line2());
        add(path + ".city", address.city());
        add(path + ".stateCode", address.stateCode());
        add(path + ".stateName", address.stateName());
        add(path + ".pin", address.pin());
        add(path + ".country", address.country());
    }

    private void add(String name, BigDecimal value) {
        add(name, value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
    }

    private void add(String name, Object value) {
        text.append(name);
        if (value != null) {
            String escaped =
                    value.toString().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
            text.append('=').append(escaped);
        }
        text.append('\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
