package io.tradeflow.einvoice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** Seals as the portal's own interface wants it: sign-in with RSA (PKCS #1), everything else with AES-256 in ECB with padding, all in base64. */
final class NicCipher {

    private static final String SYMMETRIC = "AES/ECB/PKCS5Padding";

    private NicCipher() {}

    /** @throws GeneralSecurityException also where the text is longer than the key takes */
    static String sealedFor(PublicKey portal, String text) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, portal);
        return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    }

    static String sealed(byte[] key, byte[] content) throws GeneralSecurityException {
        return Base64.getEncoder()
                .encodeToString(cipher(Cipher.ENCRYPT_MODE, key).doFinal(content));
    }

    /** @throws GeneralSecurityException where it was not sealed with this key */
    static byte[] unsealed(byte[] key, String text) throws GeneralSecurityException {
        try {
            return cipher(Cipher.DECRYPT_MODE, key)
                    .doFinal(Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("This is no base64", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(SYMMETRIC);
        cipher.init(mode, new SecretKeySpec(key, "AES"));
        return cipher;
    }
}
