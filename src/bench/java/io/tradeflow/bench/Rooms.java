package io.tradeflow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Tells whose table a statement is about: the engine's by their prefix, ours by the migration that makes them. */
final class Rooms {

    private static final Pattern TABLE =
            Pattern.compile("\\b(?:from|into|update|join|delete from)\\s+(?:only\\s+)?\"?([a-z_]+)");
    private static final Pattern CREATED = Pattern.compile("create table (?:if not exists )?([a-z_]+)");
    private static final Pattern MIGRATION = Pattern.compile("V\\d+__(.+)\\.sql");
    private static final Map<String, String> ENGINE = Map.of(
            "act_ru", "engine: running (ACT_RU)",
            "act_hi", "engine: history (ACT_HI)",
            "act_re", "engine: models (ACT_RE)",
            "act_ge", "engine: bytes and properties (ACT_GE)",
            "act_id", "engine: users (ACT_ID)");
    private static final Map<String, String> OURS = ours();

    private Rooms() {}

    static String of(String statement) {
        String text = statement.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        Matcher table = TABLE.matcher(text);
        while (table.find()) {
            String name = table.group(1);
            if (name.startsWith("act_") && name.length() > 6) {
                return ENGINE.getOrDefault(name.substring(0, 6), "engine: other");
            }
            if (OURS.containsKey(name)) {
                return OURS.get(name);
            }
        }
        return text.contains("nextval") ? "sequences" : "transactions and settings";
    }

    private static Map<String, String> ours() {
        Map<String, String> rooms = new HashMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/V*__*.sql")) {
                Matcher name = MIGRATION.matcher(String.valueOf(file.getFilename()));
                Matcher created = CREATED.matcher(
                        file.getContentAsString(StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
                while (name.matches() && created.find()) {
                    rooms.put(created.group(1), name.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rooms;
    }
}
