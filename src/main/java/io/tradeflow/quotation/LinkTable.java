package io.tradeflow.quotation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links that were mailed. Who reads this table cannot answer with it: the secrets themselves are in the mails only. */
@Component
class LinkTable {

    private static final int SECRET_BYTES = 32;

    record Row(
            String quoteNumber,
            int revision,
            String contentHash,
            String recipient,
            Instant usedAt,
            LinkedQuote.Answer answer,
            String usedBy) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LinkTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes a link for this revision; gives its secret, which cannot be read again. */
    String issue(StoredQuote quote, String recipient) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql(
                        """
                        insert into quote_link (secret_hash, quote_number, revision, content_hash, recipient, sent_at)
                        values (:hash, :number, :revision, :content, :recipient, :now)""")
                .param("hash", hash(secret))
                .param("number", quote.number)
                .param("revision", quote.revision)
                .param("content", quote.contentHash)
                .param("recipient", recipient)
                .param("now", OffsetDateTime.now(clock))
                .update();
        return secret;
    }

    Optional<Row> find(String secret) {
        return jdbc.sql(
                        """
                        select quote_number, revision, content_hash, recipient, used_at, answer, used_by
                        from quote_link where secret_hash = :hash""")
                .param("hash", hash(secret))
                .query((row, n) -> new Row(
                        row.getString("quote_number"),
                        row.getInt("revision"),
                        row.getString("content_hash"),
                        row.getString("recipient"),
                        Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null),
                        Optional.ofNullable(row.getString("answer"))
                                .map(LinkedQuote.Answer::valueOf)
                                .orElse(null),
                        row.getString("used_by")))
                .optional();
    }

    /** False where somebody else was quicker: a second click waits here for the first. */
    boolean use(String secret, LinkedQuote.Answer answer, LinkedQuote.Person person) {
        return jdbc.sql(
                                """
                                update quote_link
                                set used_at = :now, answer = :answer, used_by = :name, used_from = :address
                                where secret_hash = :hash and used_at is null""")
                        .param("now", OffsetDateTime.now(clock))
                        .param("answer", answer.name())
                        .param("name", person.name())
                        .param("address", person.address())
                        .param("hash", hash(secret))
                        .update()
                == 1;
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
