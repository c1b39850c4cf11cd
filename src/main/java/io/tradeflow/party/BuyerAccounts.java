package io.tradeflow.party;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sign-ins of buyers' users. They are no users of the engine. User ids are e-mail addresses; capitals do not matter.
 * Passwords are kept as bcrypt hashes.
 */
@Service
public class BuyerAccounts {

    /** What bcrypt takes of a password; more would be cut off silently. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final Parties parties;
    private final Clock clock;
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final VerifiedPasswords verified = new VerifiedPasswords();

    /** The hash of a password nobody has: unknown users cost as much time as known ones. */
    private final String nobodysHash = encoder.encode(UUID.randomUUID().toString());

    BuyerAccounts(JdbcClient jdbc, Parties parties, Clock clock) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.clock = clock;
    }

    private record Account(String userId, String name, String buyerCode, String passwordHash) {}

    /** The user if the password is right, else empty; the time it takes does not tell whether the user exists. */
    public Optional<Actor.BuyerUser> signIn(String userId, String password) {
        if (password == null || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            return Optional.empty();
        }
        Optional<Account> account = account(normalised(userId));
        String hash = account.map(Account::passwordHash).orElse(nobodysHash);
        boolean right = verified.knows(hash, password) || encoder.matches(password, hash);
        if (!right || account.isEmpty()) {
            return Optional.empty();
        }
        verified.remember(hash, password);
        return account.map(found -> new Actor.BuyerUser(found.userId(), found.name(), found.buyerCode()));
    }

    /**
     * Gives a person a sign-in for a buyer.
     *
     * @throws Problem {@code invalid-account} naming every wrong field; {@code account-exists} when the user id is taken;
     *     not-found when there is no such buyer
     */
    @Transactional
    public void open(String userId, String name, String buyerCode, String password) {
        Violations violations = new Violations();
        violations.demandEmail("userId", normalised(userId));
        violations.demand("name", name, LONGEST_NAME);
        if (violations.demand("password", password, LONGEST_PASSWORD_BYTES)
                && password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            violations.add("password", "has more than " + LONGEST_PASSWORD_BYTES + " bytes");
        }
        violations.refuse("invalid-account", "The sign-in's data are not right");
        Buyer buyer = parties.buyer(buyerCode);
        int added = jdbc.sql("insert into buyer_user (user_id, name, buyer_code, password_hash, opened_at)"
                        + " values (:userId, :name, :buyer, :hash, :openedAt) on conflict (user_id) do nothing")
                .param("userId", normalised(userId))
                .param("name", name.strip())
                .param("buyer", buyer.code())
                .param("hash", encoder.encode(password))
                .param("openedAt", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            throw Problem.conflict(
                    "account-exists", "The user id is taken", "There is already a sign-in " + normalised(userId));
        }
    }

    /** Sets the password anew: every earlier one stops working. @throws Problem {@code invalid-account} */
    @Transactional
    public void setPassword(String userId, String password) {
        Violations violations = new Violations();
        if (violations.demand("password", password, LONGEST_PASSWORD_BYTES)) {
            if (password.length() < SHORTEST_PASSWORD) {
                violations.add("password", "has fewer than " + SHORTEST_PASSWORD + " characters");
            } else if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
                violations.add("password", "has more than " + LONGEST_PASSWORD_BYTES + " bytes");
            }
        }
        violations.refuse("invalid-account", "The password does not do");
        jdbc.sql("update buyer_user set password_hash = :hash where user_id = :userId")
                .param("hash", encoder.encode(password))
                .param("userId", normalised(userId))
                .update();
    }

    /** Whether the sign-in is there and not closed. */
    public boolean isOpen(String userId) {
        return account(normalised(userId)).isPresent();
    }

    private Optional<Account> account(String userId) {
        return jdbc.sql(
                        "select user_id, name, buyer_code, password_hash from buyer_user where user_id = :userId and active")
                .param("userId", userId)
                .query(Account.class)
                .optional();
    }

    private static String normalised(String userId) {
        return userId == null ? "" : userId.strip().toLowerCase(Locale.ROOT);
    }
}
