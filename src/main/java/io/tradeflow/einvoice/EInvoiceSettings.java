package io.tradeflow.einvoice;

import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the portal is reached.
 *
 * @param channel OFFLINE: finance carries files to and from the portal; HTTP: the program talks to it
 * @param url where its interface begins, for example that of a GST Suvidha provider; the paths of the e-invoice API follow
 * @param session PLAIN: a provider holds the session with the portal; NIC: the program signs in at the portal itself
 * @param headers credentials and whatever else each request carries, in a plain session
 * @param connectWithin how long to wait for a connection
 * @param answerWithin how long to wait for an answer
 * @param key public key or certificate of the portal in PEM; without it signatures are not verified
 * @param nic how to sign in, where the session is NIC
 */
@ConfigurationProperties("tradeflow.einvoice")
record EInvoiceSettings(
        Channel channel,
        String url,
        Session session,
        Map<String, String> headers,
        Duration connectWithin,
        Duration answerWithin,
        String key,
        NicSettings nic) {

    enum Channel {
        OFFLINE,
        HTTP
    }

    enum Session {
        PLAIN,
        NIC
    }

    EInvoiceSettings {
        channel = channel == null ? Channel.OFFLINE : channel;
        session = session == null ? Session.PLAIN : session;
        headers = headers == null ? Map.of() : Map.copyOf(headers);
        connectWithin = connectWithin == null ? Duration.ofSeconds(5) : connectWithin;
        answerWithin = answerWithin == null ? Duration.ofSeconds(30) : answerWithin;
        if (channel == Channel.HTTP && (url == null || url.isBlank())) {
            throw new IllegalArgumentException(
                    "tradeflow.einvoice.url is needed where tradeflow.einvoice.channel is http");
        }
        if (channel == Channel.HTTP && session == Session.NIC && (nic == null || !nic.isComplete())) {
            throw new IllegalArgumentException(
                    "tradeflow.einvoice.nic needs client-id, client-secret, key and users.GSTIN with"
                            + " user-name and password where tradeflow.einvoice.session is nic");
        }
    }

    /** @throws IllegalArgumentException where what is set is no RSA key */
    Optional<PublicKey> publicKey() {
        if (key == null || key.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(PortalKey.read(key, "tradeflow.einvoice.key"));
    }

    @Override
    public String toString() {
        return "EInvoiceSettings[" + channel + ", " + url + ", " + session + "]";
    }
}
