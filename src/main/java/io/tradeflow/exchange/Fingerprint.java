package io.tradeflow.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Of what a look at a file showed: two looks have the same one when every row would do the same to the same things. */
class Fingerprint {

    /** Stands between parts, so that none runs into the next. */
    private static final char END = '\u001f';

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    void add(RowCheck.Checked rows) {
        StringBuilder text = new StringBuilder();
        rows.findings().forEach(finding -> text.append(finding).append(END));
        for (List<RowChange> changes : rows.changes()) {
            for (RowChange change : changes) {
                text.append(change.line()).append(END).append(change.column()).append(END);
                text.append(change.before()).append(END).append(change.after()).append(END);
            }
        }
        digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** In hexadecimal; once, at the end. */
    String value() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
