package io.tradeflow.party;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a while that a password was right for a stored hash, because HTTP Basic asks on every request and a slow
 * hash cannot answer each time. What is remembered is a keyed digest whose key lives and dies with the program. It hangs on
 * the stored hash, read anew each time: a changed password or a closed sign-in counts at once, on every instance.
 */
class VerifiedPasswords {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(10);
    private static final int MOST = 10_000;
    private static final int KEY_BYTES = 32;

    private final Cache<String, byte[]> digestByHash = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();
    private final SecretKeySpec key;

    VerifiedPasswords() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    boolean knows(String hash, String password) {
        byte[] remembered = digestByHash.getIfPresent(hash);
        return remembered != null && MessageDigest.isEqual(remembered, digest(password));
    }

    void remember(String hash, String password) {
        digestByHash.put(hash, digest(password));
    }

    private byte[] digest(String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
