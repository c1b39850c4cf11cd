package io.tradeflow.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fonts a machine has, as far as they can be embedded: plain TrueType in regular and bold. */
final class FontFolders {

    private static final Logger LOG = LoggerFactory.getLogger(FontFolders.class);
    private static final int DEEPEST = 6;

    private FontFolders() {}

    /** Where Linux, macOS and Windows keep fonts, the user's own included. */
    static List<Path> usual() {
        String home = System.getProperty("user.home", ".");
        List<Path> folders = new ArrayList<>();
        for (String folder : List.of(
                home + "/.local/share/fonts",
                home + "/.fonts",
                home + "/Library/Fonts",
                "/usr/local/share/fonts",
                "/usr/share/fonts",
                "/Library/Fonts",
                "/System/Library/Fonts")) {
            folders.add(Path.of(folder));
        }
        addBelow(folders, System.getenv("LOCALAPPDATA"), "Microsoft/Windows/Fonts");
        addBelow(folders, System.getenv("WINDIR"), "Fonts");
        return folders;
    }

    /** The families found, those that go best with the body's typeface first. */
    static List<FontFamily> families(List<Path> folders) {
        Map<String, FontFile> regular = new TreeMap<>();
        Map<String, FontFile> bold = new HashMap<>();
        for (Path folder : folders) {
            for (FontFile font : fontsIn(folder)) {
                (font.bold() ? bold : regular).putIfAbsent(font.family(), font);
            }
        }
        return regular.values().stream()
                .map(font -> new FontFamily(font.family(), font, bold.getOrDefault(font.family(), font)))
                .sorted(Comparator.comparingInt(FontFamily::strangeness))
                .toList();
    }

    private static List<FontFile> fontsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            return files.filter(FontFolders::isTrueType)
                    .sorted()
                    .flatMap(FontFolders::read)
                    .filter(font -> font.plain() && font.embeddable())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Fonts in {} cannot be used: {}", folder, e.getMessage());
            return List.of();
        }
    }

    private static Stream<FontFile> read(Path path) {
        try {
            return Stream.of(FontFile.read(FontBytes.onDisk(path)));
        } catch (IOException | RuntimeException e) {
            LOG.debug("{} is left out: {}", path, e.getMessage());
            return Stream.empty();
        }
    }

    private static boolean isTrueType(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".ttf");
    }

    private static void addBelow(List<Path> folders, String base, String folder) {
        if (base != null) {
            folders.add(Path.of(base, folder));
        }
    }
}
