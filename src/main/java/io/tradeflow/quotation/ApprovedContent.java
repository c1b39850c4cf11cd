package io.tradeflow.quotation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The part of a quote's content that approvals are bound to, and what changed in it. */
@Component
class ApprovedContent {

    private static final int MOST_NAMED = 4;

    private final MaterialFields materialFields;

    ApprovedContent(MaterialFields materialFields) {
        this.materialFields = materialFields;
    }

    /** SHA-256 over the material fields of a content's text, in lower-case hexadecimal. */
    String hash(String contentText) {
        String material = material(contentText).entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(material.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** What differs, in words; figures that follow from others are left out where anything else is there to name. */
    String difference(String before, String after) {
        Map<String, String> old = material(before);
        Map<String, String> now = material(after);
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        List<String> changed = names.stream()
                .filter(name -> !Objects.equals(old.get(name), now.get(name)))
                .toList();
        List<String> causes = changed.stream().filter(name -> !follows(name)).toList();
        List<String> told = causes.isEmpty() ? changed : causes;
        List<String> words = new ArrayList<>();
        told.stream()
                .limit(MOST_NAMED)
                .forEach(name -> words.add(words(name) + " " + shown(old.get(name)) + " → " + shown(now.get(name))));
        if (told.size() > MOST_NAMED) {
            words.add((told.size() - MOST_NAMED) + " more");
        }
        return String.join(", ", words);
    }

    private Map<String, String> material(String contentText) {
        Map<String, Boolean> known = new TreeMap<>();
        Map<String, String> fields = new TreeMap<>();
        for (String line : contentText.split("\n")) {
            int equals = line.indexOf('=');
            String name = equals < 0 ? line : line.substring(0, equals);
            String pattern = name.replaceAll("\\.\\d+(?=\\.|$)", ".*");
            if (!name.isEmpty() && known.computeIfAbsent(pattern, materialFields::isMaterial)) {
                fields.put(name, equals < 0 ? "" : line.substring(equals + 1));
            }
        }
        return fields;
    }

    private static boolean follows(String name) {
        return name.matches("goods|net|tax|roundOff|total|line\\.\\d+\\.(net|taxRate|taxableValue)");
    }

    /** {@code line.2.unitPrice} as "unit price of line 2". */
    private static String words(String name) {
        String[] parts = name.split("\\.", 3);
        if (parts.length == 3 && "line".equals(parts[0])) {
            return spaced(parts[2]) + " of line " + parts[1];
        }
        return spaced(name.replace('.', ' '));
    }

    private static String spaced(String camelCase) {
        return camelCase.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    private static String shown(String value) {
        if (value == null || value.isEmpty()) {
            return "none";
        }
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }
}
