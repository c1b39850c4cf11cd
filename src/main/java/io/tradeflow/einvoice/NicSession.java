package io.tradeflow.einvoice;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * A session with the portal itself, one for each GSTIN of the seller. Signing in sends user, password and a fresh key, sealed with the portal's public key;
 * it gives a token and, sealed with our key, the session's key, with which questions and answers are sealed. Ten minutes before its end, or where the
 * portal has ended it, a new one is begun. It lives in memory alone: another instance of the program signs in for itself.
 */
final class NicSession implements IrpSession {

    private static final Duration BEFORE_ITS_END = Duration.ofMinutes(10);
    private static final int KEY_BYTES = 32;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    private final IrpLine line;
    private final NicSettings settings;
    private final PublicKey portal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, SignedIn> signedIn = new HashMap<>();

    NicSession(IrpLine line, NicSettings settings, Clock clock) {
        this.line = line;
        this.settings = settings;
        this.portal = PortalKey.read(settings.key(), "tradeflow.einvoice.nic.key");
        this.clock = clock;
    }

    @Override
    public boolean signsIn() {
        return true;
    }

    @Override
    public synchronized Open open(String sellerGstin) {
        SignedIn known = signedIn.get(sellerGstin);
        if (known != null && clock.instant().isBefore(known.until().minus(BEFORE_ITS_END))) {
            return known;
        }
        SignedIn now = signIn(sellerGstin, known != null);
        signedIn.put(sellerGstin, now);
        return now;
    }

    @Override
    public synchronized void ended(String sellerGstin, Open open) {
        if (signedIn.get(sellerGstin) == open) {
            signedIn.remove(sellerGstin); // unless somebody has signed in again meanwhile
        }
    }

    /** @param soonOver whether a token is in force still, which the portal would give once more */
    private SignedIn signIn(String gstin, boolean soonOver) {
        NicSettings.User user = settings.user(gstin)
                .orElseThrow(() -> new IrpUnavailable("Nobody signs in at the e-invoice portal for GSTIN " + gstin
                        + ": set user-name and password under tradeflow.einvoice.nic.users." + gstin));
        byte[] appKey = new byte[KEY_BYTES];
        random.nextBytes(appKey);
        String said = IrpLine.JSON
                .createObjectNode()
                .put("UserName", user.userName())
                .put("Password", user.password())
                .put("AppKey", Base64.getEncoder().encodeToString(appKey))
                .put("ForceRefreshAccessToken", soonOver)
                .toString();
        IrpLine.Response response = line.ask(settings.authPath(), client(), gstin, sealed(said));
        if (response.status() != 200) {
            throw notSignedIn(gstin, "HTTP " + response.status());
        }
        JsonNode answer = response.json();
        if (!answer.path("Status").asText().equals("1")) {
            IrpErrors errors = IrpErrors.of(answer, IrpLine.JSON);
            throw notSignedIn(
                    gstin, errors.code() == null ? "without a reason" : errors.code() + ": " + errors.messages());
        }
        JsonNode data = answer.path("Data");
        try {
            return new SignedIn(
                    settings,
                    user.userName(),
                    data.path("AuthToken").asText(),
                    NicCipher.unsealed(appKey, data.path("Sek").asText()),
                    LocalDateTime.parse(data.path("TokenExpiry").asText().strip(), MOMENT)
                            .atZone(INDIA)
                            .toInstant());
        } catch (GeneralSecurityException | DateTimeException e) {
            throw notSignedIn(gstin, "its answer cannot be read");
        }
    }

    private Map<String, String> client() {
        return Map.of("client_id", settings.clientId(), "client_secret", settings.clientSecret());
    }

    private String sealed(String said) {
        try {
            String coded = Base64.getEncoder().encodeToString(said.getBytes(StandardCharsets.UTF_8));
            return body(NicCipher.sealedFor(portal, coded));
        } catch (GeneralSecurityException e) {
            throw new IrpUnavailable("The sign-in at the e-invoice portal cannot be sealed: the key in"
                    + " tradeflow.einvoice.nic.key is too short for user name and password");
        }
    }

    private static String body(String sealed) {
        return IrpLine.JSON.createObjectNode().put("Data", sealed).toString();
    }

    private static IrpUnavailable notSignedIn(String gstin, String why) {
        return new IrpUnavailable("The e-invoice portal does not sign us in for GSTIN " + gstin + " (" + why
                + "): check tradeflow.einvoice.nic");
    }

    /** Not a record: what it holds is told to nobody. */
    private static final class SignedIn implements Open {

        private final Map<String, String> headers;
        private final byte[] key;
        private final Instant until;

        SignedIn(NicSettings settings, String userName, String token, byte[] key, Instant until) {
            this.headers = Map.of(
                    "client_id",
                    settings.clientId(),
                    "client_secret",
                    settings.clientSecret(),
                    "user_name",
                    userName,
                    "AuthToken",
                    token);
            this.key = key;
            this.until = until;
        }

        Instant until() {
            return until;
        }

        @Override
        public Map<String, String> headers() {
            return headers;
        }

        @Override
        public String sealed(String json) {
            try {
                return body(NicCipher.sealed(key, json.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IrpUnavailable("The key that the e-invoice portal gave seals nothing");
            }
        }

        @Override
        public String unsealed(String data) {
            try {
                return new String(NicCipher.unsealed(key, data), StandardCharsets.UTF_8);
            } catch (GeneralSecurityException e) {
                throw new IrpUnavailable(
                        "The e-invoice portal gave an answer that is not sealed with the session's key");
            }
        }
    }
}
