package io.tradeflow.einvoice;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** A public key of the portal, as it is configured: PEM, of the key or of a certificate. */
final class PortalKey {

    private PortalKey() {}

    /** @throws IllegalArgumentException where it is no RSA key */
    static PublicKey read(String pem, String setting) {
        try {
            if (pem.contains("CERTIFICATE")) {
                return CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                        .getPublicKey();
            }
            byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(setting + " is no public key in PEM: " + e.getMessage(), e);
        }
    }
}
