package io.tradeflow.einvoice;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the portal is reached.
 *
 * @param channel OFFLINE: finance carries files to and from the portal; HTTP: the program talks to it
 * @param url where its interface begins, for example that of a GST Suvidha provider; the paths of the e-invoice API follow
 * @param headers credentials and whatever else each request carries
 * @param connectWithin how long to wait for a connection
 * @param answerWithin how long to wait for an answer
 * @param key public key or certificate of the portal in PEM; without it signatures are not verified
 */
@ConfigurationProperties("tradeflow.einvoice")
record EInvoiceSettings(
        Channel channel,
        String url,
        Map<String, String> headers,
        Duration connectWithin,
        Duration answerWithin,
        String key) {

    enum Channel {
        OFFLINE,
        HTTP
    }

    EInvoiceSettings {
        channel = channel == null ? Channel.OFFLINE : channel;
        headers = headers == null ? Map.of() : Map.copyOf(headers);
        connectWithin = connectWithin == null ? Duration.ofSeconds(5) : connectWithin;
        answerWithin = answerWithin == null ? Duration.ofSeconds(30) : answerWithin;
        if (channel == Channel.HTTP && (url == null || url.isBlank())) {
            throw new IllegalArgumentException(
                    "tradeflow.einvoice.url is needed where tradeflow.einvoice.channel is http");
        }
    }

    /** @throws IllegalArgumentException where what is set is no RSA key */
    Optional<PublicKey> publicKey() {
        if (key == null || key.isBlank()) {
            return Optional.empty();
        }
        try {
            if (key.contains("CERTIFICATE")) {
                return Optional.of(CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(key.getBytes(StandardCharsets.US_ASCII)))
                        .getPublicKey());
            }
            byte[] encoded = Base64.getMimeDecoder().decode(key.replaceAll("-----[A-Z ]+-----", ""));
            return Optional.of(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("tradeflow.einvoice.key is no public key in PEM: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "EInvoiceSettings[" + channel + ", " + url + "]";
    }
}
