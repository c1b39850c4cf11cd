package io.tradeflow.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;

/**
 * API clients send their password with every request and hashing it costs by design. A password found right is
 * remembered for a short while; the memory knows it only by an HMAC under a key that is made at start and never leaves.
 */
class RememberedSignIn implements AuthenticationProvider {

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int MOST_ENTRIES = 10_000;

    private final AuthenticationProvider careful;
    private final Cache<ByteBuffer, Authentication> recent;
    private final SecretKeySpec key;

    RememberedSignIn(AuthenticationProvider careful, Duration remember, Ticker ticker) {
        this.careful = careful;
        this.recent = Caffeine.newBuilder()
                .expireAfterWrite(remember)
                .maximumSize(MOST_ENTRIES)
                .ticker(ticker)
                .build();
        byte[] secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, HMAC);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        ByteBuffer fingerprint = fingerprint(attempt.getName().trim(), String.valueOf(attempt.getCredentials()));
        Authentication known = recent.getIfPresent(fingerprint);
        if (known != null) {
            return known;
        }
        Authentication signedIn = careful.authenticate(attempt);
        recent.put(fingerprint, signedIn);
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return careful.supports(attempt);
    }

    /** The name's length goes in first, so that no other pair of name and password reads the same. */
    private ByteBuffer fingerprint(String userId, String password) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] name = userId.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
            mac.update(name);
            return ByteBuffer.wrap(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + HMAC, missing);
        }
    }
}
