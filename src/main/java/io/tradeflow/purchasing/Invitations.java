package io.tradeflow.purchasing;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.notification.MailDraft;
import io.tradeflow.notification.Mails;
import io.tradeflow.party.BuyerAccounts;
import io.tradeflow.party.BuyerPeople;
import io.tradeflow.party.BuyerPerson;
import io.tradeflow.party.Parties;
import io.tradeflow.party.PersonChange;
import io.tradeflow.quotation.PublicAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings new people into a buyer's company: a mailed link, good once and for some days, with which they set their password. */
@Service
public class Invitations {

    private static final Duration GOOD_FOR = Duration.ofDays(7);
    private static final int SECRET_BYTES = 32;

    /** The mail's deal column keeps this many characters; an invitation belongs to no deal. */
    private static final int LONGEST_KEY = 16;

    private final JdbcClient jdbc;
    private final BuyerAccounts accounts;
    private final BuyerPeople people;
    private final Parties parties;
    private final Mails mails;
    private final PublicAddress address;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(
            JdbcClient jdbc,
            BuyerAccounts accounts,
            BuyerPeople people,
            Parties parties,
            Mails mails,
            PublicAddress address,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.people = people;
        this.parties = parties;
        this.mails = mails;
        this.address = address;
        this.clock = clock;
    }

    /** Adds the person and mails the link. @throws Problem {@code administrators-only}, {@code invalid-person}, {@code account-exists} */
    @Transactional
    public BuyerPerson invite(Actor by, String buyerCode, String userId, PersonChange person) {
        people.requireMayKeep(by, buyerCode);
        people.check(buyerCode, person);
        accounts.open(userId, person.name(), buyerCode, UUID.randomUUID().toString());
        String id = userId.strip().toLowerCase(Locale.ROOT);
        BuyerPerson added = people.change(by, buyerCode, id, person);
        send(by, added);
        return added;
    }

    /** Mails a new link; earlier ones stop working. */
    @Transactional
    public void inviteAgain(Actor by, String buyerCode, String userId) {
        people.requireMayKeep(by, buyerCode);
        send(by, people.person(buyerCode, userId));
    }

    /** Whose link this is, if it is still good. */
    @Transactional(readOnly = true)
    public Optional<String> invited(String secret) {
        return jdbc.sql(
                        """
                        select i.user_id from buyer_invitation i join buyer_user u on u.user_id = i.user_id
                        where i.token_hash = :hash and i.used_at is null and i.expires_at > :now and u.active""")
                .param("hash", hash(secret))
                .param("now", OffsetDateTime.now(clock))
                .query(String.class)
                .optional();
    }

    /** Sets the password; the link is used up. @throws Problem {@code invitation-over}, {@code invalid-account} */
    @Transactional
    public void accept(String secret, String password) {
        String userId = invited(secret).orElseThrow(Invitations::over);
        int used = jdbc.sql("update buyer_invitation set used_at = :now where token_hash = :hash and used_at is null")
                .param("now", OffsetDateTime.now(clock))
                .param("hash", hash(secret))
                .update();
        if (used == 0) {
            throw over();
        }
        accounts.setPassword(userId, password);
    }

    private void send(Actor by, BuyerPerson person) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("update buyer_invitation set used_at = :now where user_id = :user and used_at is null")
                .param("now", now)
                .param("user", person.userId())
                .update();
        jdbc.sql(
                        """
                        insert into buyer_invitation (token_hash, user_id, invited_at, expires_at)
                        values (:hash, :user, :now, :expires)""")
                .param("hash", hash(secret))
                .param("user", person.userId())
                .param("now", now)
                .param("expires", now.plus(GOOD_FOR))
                .update();
        String seller = parties.seller().legalName();
        mails.queue(new MailDraft(
                "buyer-invitation:" + hash(secret),
                key(person.buyerCode()),
                person.userId(),
                "Your sign-in at " + seller,
                """
                Dear %s,

                %s invites you to order from %s. Set your password here; the link works once, for %d days:
                %s

                Afterwards you sign in with your mail address.
                """
                        .formatted(
                                person.name(),
                                by.name(),
                                seller,
                                GOOD_FOR.toDays(),
                                address.of("/invitation?secret=" + secret)),
                List.of()));
    }

    private static String key(String buyerCode) {
        return buyerCode.substring(0, Math.min(LONGEST_KEY, buyerCode.length()));
    }

    private static Problem over() {
        return Problem.conflict(
                "invitation-over",
                "The link does not work any more",
                "It was used already or is too old; ask the administrator of your company for a new one");
    }

    private static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.valueOf(secret).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
