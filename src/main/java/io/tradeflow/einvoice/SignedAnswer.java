package io.tradeflow.einvoice;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The portal's answer to a registration, and what its signed QR code says of the document.
 *
 * @param ackAt the portal tells Indian time
 * @param said what the QR code carries: SellerGstin, BuyerGstin, DocNo, DocTyp, TotInvVal, Irn
 * @param active whether the registration stands, ACT rather than CNL
 */
record SignedAnswer(
        String irn,
        String ackNo,
        Instant ackAt,
        String signedInvoice,
        String signedQrCode,
        JsonNode said,
        boolean active) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final String UNREGISTERED = "URP";

    /** The answer; empty where fields are missing or unreadable, which {@code wrong} then says by {@code path}. */
    static Optional<SignedAnswer> read(JsonNode json, String path, List<Violation> wrong) {
        int before = wrong.size();
        String irn = text(json, "Irn");
        if (irn == null || !irn.matches("[0-9a-f]{64}")) {
            wrong.add(new Violation(path + "Irn", "The IRN must have 64 characters of 0-9 and a-f"));
        }
        String ackNo = text(json, "AckNo");
        if (ackNo == null || !ackNo.matches("[0-9]{1,20}")) {
            wrong.add(new Violation(path + "AckNo", "The acknowledgement number must be digits"));
        }
        Instant ackAt = moment(text(json, "AckDt"));
        if (ackAt == null) {
            wrong.add(new Violation(path + "AckDt", "The acknowledgement date must be like 2026-12-01 14:05:00"));
        }
        String qr = text(json, "SignedQRCode");
        Optional<JsonNode> said = SignedToken.content(qr);
        if (said.isEmpty()) {
            wrong.add(new Violation(path + "SignedQRCode", "The signed QR code cannot be read"));
        }
        return wrong.size() > before
                ? Optional.empty()
                : Optional.of(new SignedAnswer(
                        irn,
                        ackNo,
                        ackAt,
                        text(json, "SignedInvoice"),
                        qr,
                        said.get(),
                        !"CNL".equals(text(json, "Status"))));
    }

    /** In which ways it speaks of another document than ours; empty where it is ours. */
    List<String> differences(EInvoice ours) {
        List<String> different = new ArrayList<>();
        compare(different, "IRN", ours.irn(), irn);
        compare(different, "IRN in the QR code", ours.irn(), said.path("Irn").asText(ours.irn()));
        compare(
                different,
                "seller's GSTIN",
                ours.sellerGstin(),
                said.path("SellerGstin").asText());
        compare(
                different,
                "buyer's GSTIN",
                ours.buyerGstin() == null ? UNREGISTERED : ours.buyerGstin(),
                said.path("BuyerGstin").asText());
        compare(different, "number", ours.documentNumber(), said.path("DocNo").asText());
        BigDecimal total = figure(said.path("TotInvVal"));
        if (total == null || total.compareTo(ours.total()) != 0) {
            different.add("total here " + ours.total().toPlainString() + ", at the portal "
                    + (total == null
                            ? "none"
                            : total.setScale(Math.max(total.scale(), 2)).toPlainString()));
        }
        return different;
    }

    private static void compare(List<String> different, String what, String here, String there) {
        if (!here.equalsIgnoreCase(there)) {
            different.add(what + " here " + here + ", at the portal " + (there.isEmpty() ? "none" : there));
        }
    }

    private static BigDecimal figure(JsonNode value) {
        try {
            return value.isMissingNode() ? null : new BigDecimal(value.asText());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** As the portal writes it, in Indian time; null where it is none. */
    static Instant moment(String text) {
        try {
            return text == null
                    ? null
                    : LocalDateTime.parse(text, MOMENT).atZone(INDIA).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String text(JsonNode json, String field) {
        String text = json.path(field).asText("").strip();
        return text.isEmpty() || "null".equals(text) ? null : text;
    }
}
