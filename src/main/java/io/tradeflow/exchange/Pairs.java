package io.tradeflow.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names with values in one cell, as {@code Size=DN 25; Material=brass}; a backslash before ; = or itself takes the sign as it is. */
final class Pairs {

    private Pairs() {}

    static String written(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> escaped(pair.getKey()) + "=" + escaped(pair.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** In the order of the cell. @throws IllegalArgumentException with what is wrong */
    static Map<String, String> read(String cell) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : split(cell, ';')) {
            if (pair.isBlank()) {
                continue;
            }
            List<String> parts = split(pair, '=');
            if (parts.size() != 2 || parts.get(0).isBlank() || parts.get(1).isBlank()) {
                throw new IllegalArgumentException("'" + pair.strip() + "' is no name and value like Size=DN 25");
            }
            if (pairs.put(plain(parts.get(0)), plain(parts.get(1))) != null) {
                throw new IllegalArgumentException("'" + plain(parts.get(0)) + "' stands there twice");
            }
        }
        return pairs;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '\\' && i + 1 < text.length()) {
                part.append(sign).append(text.charAt(++i));
            } else if (sign == separator) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(sign);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\;=])", "\\\\$1");
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\\\(.)", "$1");
    }
}
