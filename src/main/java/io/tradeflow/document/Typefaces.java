package io.tradeflow.document;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the typefaces a text needs: the body's, and for what it does not cover those of the machine. */
final class Typefaces {

    private static final Logger LOG = LoggerFactory.getLogger(Typefaces.class);

    /** Scripts whose letters stand side by side as they come. */
    private static final Set<UnicodeScript> UNSHAPED = EnumSet.of(
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED,
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARMENIAN,
            UnicodeScript.GEORGIAN,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA);

    private final FontFamily body;
    private final List<Path> folders;
    private List<FontFamily> found;

    Typefaces(List<Path> folders) throws IOException {
        this.body = FontFamily.body();
        this.folders = List.copyOf(folders);
    }

    /** The body's typeface first, then as few others as cover the most of the rest. */
    FontSelection selectionFor(String text) {
        return new FontSelection(familiesFor(text), text.codePoints().anyMatch(Typefaces::needsShaping));
    }

    private List<FontFamily> familiesFor(String text) {
        BitSet open = new BitSet();
        text.codePoints()
                .filter(Typefaces::isVisible)
                .filter(c -> !body.covers(c))
                .forEach(open::set);
        List<FontFamily> families = new ArrayList<>(List.of(body));
        while (!open.isEmpty()) {
            FontFamily best = best(open);
            if (best == null) {
                break;
            }
            families.add(best);
            open.andNot(best.regular().coverage());
        }
        return families;
    }

    /** Whether the character leaves ink; joiners, variation selectors and control characters do not. */
    static boolean isVisible(int character) {
        return !Character.isISOControl(character)
                && !UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    private static boolean needsShaping(int character) {
        return !UNSHAPED.contains(UnicodeScript.of(character));
    }

    private FontFamily best(BitSet open) {
        FontFamily best = null;
        int most = 0;
        for (FontFamily family : found()) {
            BitSet covered = (BitSet) open.clone();
            covered.and(family.regular().coverage());
            covered.and(family.bold().coverage());
            if (covered.cardinality() > most) {
                best = family;
                most = covered.cardinality();
            }
        }
        return best;
    }

    /** Looked for when the first text needs them: most documents never do. */
    private synchronized List<FontFamily> found() {
        if (found == null) {
            found = FontFolders.families(folders);
            LOG.info(
                    "Found {} further typefaces in {}",
                    found.size(),
                    folders.stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
        return found;
    }
}
