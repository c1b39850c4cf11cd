package io.tradeflow.document;

import java.nio.ByteBuffer;
import java.util.BitSet;

/** Reads which characters a font's {@code cmap} table maps to a glyph (formats 4 and 12, the two that Unicode fonts use). */
final class CharacterMap {

    private static final int FORMAT_BMP = 4;
    private static final int FORMAT_FULL = 12;

    private CharacterMap() {}

    static BitSet coverage(ByteBuffer cmap) {
        BitSet covered = new BitSet();
        int count = cmap.getShort(2);
        for (int i = 0; i < count; i++) {
            int platform = cmap.getShort(4 + 8 * i);
            int encoding = cmap.getShort(6 + 8 * i);
            int subtable = cmap.getInt(8 + 8 * i);
            boolean unicode = platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10));
            int format = cmap.getShort(subtable);
            if (unicode && format == FORMAT_BMP) {
                addSegments(cmap, subtable, covered);
            } else if (unicode && format == FORMAT_FULL) {
                addGroups(cmap, subtable, covered);
            }
        }
        return covered;
    }

    private static void addSegments(ByteBuffer cmap, int subtable, BitSet covered) {
        int segments = Short.toUnsignedInt(cmap.getShort(subtable + 6)) / 2;
        int ends = subtable + 14;
        int starts = ends + 2 * segments + 2;
        int deltas = starts + 2 * segments;
        int ranges = deltas + 2 * segments;
        for (int i = 0; i < segments; i++) {
            int start = Short.toUnsignedInt(cmap.getShort(starts + 2 * i));
            int end = Short.toUnsignedInt(cmap.getShort(ends + 2 * i));
            int delta = cmap.getShort(deltas + 2 * i);
            int rangeAt = ranges + 2 * i;
            int range = Short.toUnsignedInt(cmap.getShort(rangeAt));
            for (int c = start; c <= end && c != 0xFFFF; c++) {
                int listed = range == 0 ? c : Short.toUnsignedInt(cmap.getShort(rangeAt + range + 2 * (c - start)));
                if (listed != 0 && ((listed + delta) & 0xFFFF) != 0) {
                    covered.set(c);
                }
            }
        }
    }

    private static void addGroups(ByteBuffer cmap, int subtable, BitSet covered) {
        int groups = cmap.getInt(subtable + 12);
        for (int i = 0; i < groups; i++) {
            int group = subtable + 16 + 12 * i;
            int firstGlyph = cmap.getInt(group + 8);
            covered.set(cmap.getInt(group) + (firstGlyph == 0 ? 1 : 0), cmap.getInt(group + 4) + 1);
        }
    }
}
