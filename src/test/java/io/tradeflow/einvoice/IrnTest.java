package io.tradeflow.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The number a document has at the portal before it is asked, and what the portal's signed answer says. */
class IrnTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Test
    void isTheHashOfSupplierYearTypeAndNumberInCapitals() throws GeneralSecurityException {
        String irn = Irn.of("27AAPFU0939F1ZV", DAY, "INV", "mh-2627-000001");

        assertThat(irn)
                .isEqualTo(java.util.HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest("27AAPFU0939F1ZV2026-27INVMH-2627-000001".getBytes())))
                .isEqualTo(Irn.of("27AAPFU0939F1ZV", DAY, "INV", "MH-2627-000001"))
                .matches("[0-9a-f]{64}");
        assertThat(Irn.of("27AAPFU0939F1ZV", LocalDate.of(2026, 3, 31), "INV", "MH-2627-000001"))
                .as("another financial year")
                .isNotEqualTo(irn);
        assertThat(Irn.of("27AAPFU0939F1ZV", DAY, "CRN", "MH-2627-000001")).isNotEqualTo(irn);
    }

    @Test
    void anAnswerIsReadWithIndianTimeAndComparedWithOurDocument() throws GeneralSecurityException {
        EInvoice ours = ours();
        List<Violation> wrong = new ArrayList<>();
        SignedAnswer answer = SignedAnswer.read(PortalSigns.answer(ours, 112010036563L), "", wrong)
                .orElseThrow();

        assertThat(wrong).isEmpty();
        assertThat(answer.ackNo()).isEqualTo("112010036563");
        assertThat(answer.ackAt()).isEqualTo("2026-12-01T08:35:00Z");
        assertThat(answer.active()).isTrue();
        assertThat(answer.differences(ours)).isEmpty();

        ObjectNode other = PortalSigns.said(ours)
                .put("TotInvVal", new BigDecimal("118.01"))
                .put("BuyerGstin", "URP");
        ObjectNode different = PortalSigns.answer(ours, 1L);
        different.put("SignedQRCode", PortalSigns.token(other));
        assertThat(SignedAnswer.read(different, "", wrong).orElseThrow().differences(ours))
                .containsExactly(
                        "buyer's GSTIN here 24AAQCA8719H1ZC, at the portal URP",
                        "total here 118.00, at the portal 118.01");
    }

    @Test
    void whatIsNoAnswerIsRefusedFieldByField() {
        List<Violation> wrong = new ArrayList<>();

        assertThat(SignedAnswer.read(
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("Irn", "x")
                                .put("AckDt", "yesterday")
                                .put("SignedQRCode", "a.b.c"),
                        "[0].",
                        wrong))
                .isEmpty();
        assertThat(wrong)
                .extracting(Violation::field)
                .containsExactly("[0].Irn", "[0].AckNo", "[0].AckDt", "[0].SignedQRCode");
    }

    @Test
    void theSignatureIsThatOfTheKeyThatIsSet() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair stranger = generator.generateKeyPair();
        String token = PortalSigns.token(PortalSigns.said(ours()));

        assertThat(SignedToken.isSignedBy(PortalSigns.KEYS.getPublic(), token)).isTrue();
        assertThat(SignedToken.isSignedBy(stranger.getPublic(), token)).isFalse();
        assertThat(SignedToken.isSignedBy(
                        PortalSigns.KEYS.getPublic(), token.substring(0, token.length() - 8) + "AAAAAAAA"))
                .isFalse();
        assertThat(SignedToken.isSignedBy(PortalSigns.KEYS.getPublic(), "no token"))
                .isFalse();
        EInvoiceSettings settings = new EInvoiceSettings(null, null, null, null, null, null, PortalSigns.pem(), null);
        assertThat(settings.publicKey()).contains(PortalSigns.KEYS.getPublic());
    }

    static EInvoice ours() {
        return new EInvoice(
                Irn.of("27AAPFU0939F1ZV", DAY, "INV", "MH-2627-000001"),
                "INV",
                "MH-2627-000001",
                "INQ-2627-000001",
                "27AAPFU0939F1ZV",
                "B-GJ",
                "Buyer B-GJ",
                "24AAQCA8719H1ZC",
                DAY,
                new BigDecimal("118.00"),
                EInvoice.State.READY,
                null,
                null,
                null,
                null,
                null);
    }
}
