package io.tradeflow.einvoice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** Signs as the portal does, with a key of the test's own. */
public final class PortalSigns {

    static final KeyPair KEYS = keys();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private PortalSigns() {}

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(KEYS.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    static ObjectNode answer(EInvoice ours, long ackNo) {
        return answer(said(ours), ackNo, "2026-12-01 14:05:00");
    }

    /** The answer to what the JSON of FORM GST INV-01 asked for. */
    public static ObjectNode answer(JsonNode request, String irn, long ackNo, String ackDate) {
        ObjectNode said = JsonNodeFactory.withExactBigDecimals(true)
                .objectNode()
                .put("SellerGstin", request.at("/SellerDtls/Gstin").asText())
                .put("BuyerGstin", request.at("/BuyerDtls/Gstin").asText())
                .put("DocNo", request.at("/DocDtls/No").asText())
                .put("DocTyp", request.at("/DocDtls/Typ").asText())
                .put("DocDt", request.at("/DocDtls/Dt").asText())
                .put("TotInvVal", request.at("/ValDtls/TotInvVal").decimalValue())
                .put("ItemCnt", request.path("ItemList").size())
                .put("MainHsnCode", request.at("/ItemList/0/HsnCd").asText())
                .put("Irn", irn)
                .put("IrnDt", ackDate);
        return answer(said, ackNo, ackDate);
    }

    static ObjectNode answer(ObjectNode said, long ackNo, String ackDate) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("AckNo", ackNo)
                .put("AckDt", ackDate)
                .put("Irn", said.path("Irn").asText())
                .put("SignedInvoice", token(said))
                .put("SignedQRCode", token(said))
                .put("Status", "ACT");
    }

    static ObjectNode said(EInvoice ours) {
        return JsonNodeFactory.withExactBigDecimals(true)
                .objectNode()
                .put("SellerGstin", ours.sellerGstin())
                .put("BuyerGstin", ours.buyerGstin() == null ? "URP" : ours.buyerGstin())
                .put("DocNo", ours.documentNumber())
                .put("DocTyp", ours.documentType())
                .put("DocDt", "01/12/2026")
                .put("TotInvVal", new BigDecimal(ours.total().toPlainString()))
                .put("ItemCnt", 1)
                .put("MainHsnCode", "8413")
                .put("Irn", ours.irn())
                .put("IrnDt", "2026-12-01 14:05:00");
    }

    static String token(JsonNode said) {
        try {
            String head = encoded("{\"alg\":\"RS256\",\"kid\":\"TEST\",\"typ\":\"JWT\"}");
            String body = encoded(JsonNodeFactory.instance
                    .objectNode()
                    .put("data", said.toString())
                    .put("iss", "NIC")
                    .toString());
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEYS.getPrivate());
            signature.update((head + "." + body).getBytes(StandardCharsets.US_ASCII));
            return head + "." + body + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
