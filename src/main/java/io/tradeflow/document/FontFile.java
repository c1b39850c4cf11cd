package io.tradeflow.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a TrueType font says about itself: family, weight, slant, whether it may be embedded, and the characters it covers. Only the few
 * tables that answer this are read, so that whole font folders can be looked through.
 */
record FontFile(
        FontBytes bytes,
        String family,
        boolean bold,
        boolean plain,
        boolean embeddable,
        Metrics metrics,
        BitSet coverage) {

    /** Ascender and descender in units of the em, and where in the file they stand. */
    record Metrics(int unitsPerEm, int ascender, int descender, int ascenderAt) {}

    private static final int TRUETYPE = 0x00010000;
    private static final List<String> NEEDED = List.of("cmap", "name", "OS/2", "head", "glyf", "loca", "hmtx");
    private static final List<String> READ = List.of("cmap", "name", "OS/2", "head");
    private static final int NAME_FAMILY = 1;
    private static final int NAME_TYPOGRAPHIC_FAMILY = 16;
    private static final int WINDOWS = 3;
    private static final int ENGLISH = 0x0409;
    private static final int OS2_WEIGHT = 4;
    private static final int OS2_WIDTH = 6;
    private static final int OS2_EMBEDDING = 8;
    private static final int OS2_SELECTION = 62;
    private static final int OS2_ASCENDER = 68;
    private static final int OS2_DESCENDER = 70;
    private static final int HEAD_UNITS_PER_EM = 18;
    private static final int RESTRICTED_EMBEDDING = 2;
    private static final int NORMAL_WIDTH = 5;
    private static final int WEIGHT_REGULAR = 400;
    private static final int WEIGHT_BOLD = 700;

    /** @throws IllegalArgumentException if this is no TrueType font with outlines */
    static FontFile read(FontBytes bytes) throws IOException {
        ByteBuffer header = bytes.part(0, 12);
        if (header.getInt() != TRUETYPE) {
            throw new IllegalArgumentException("No TrueType font");
        }
        Map<String, ByteBuffer> tables = new HashMap<>();
        long os2At = 0;
        ByteBuffer directory = bytes.part(12, 16 * header.getShort());
        while (directory.hasRemaining()) {
            byte[] tag = new byte[4];
            directory.get(tag).getInt();
            long offset = Integer.toUnsignedLong(directory.getInt());
            int length = directory.getInt();
            String name = new String(tag, StandardCharsets.US_ASCII);
            os2At = name.equals("OS/2") ? offset : os2At;
            tables.put(name, READ.contains(name) ? bytes.part(offset, length) : header);
        }
        if (!tables.keySet().containsAll(NEEDED)) {
            throw new IllegalArgumentException("No TrueType font with outlines");
        }
        return describe(bytes, tables, (int) os2At);
    }

    private static FontFile describe(FontBytes bytes, Map<String, ByteBuffer> tables, int os2At) {
        ByteBuffer os2 = tables.get("OS/2");
        int weight = os2.getShort(OS2_WEIGHT);
        boolean italic = (os2.getShort(OS2_SELECTION) & 1) != 0;
        boolean variable = tables.containsKey("fvar");
        boolean plain = !italic
                && !variable
                && os2.getShort(OS2_WIDTH) == NORMAL_WIDTH
                && (weight == WEIGHT_REGULAR || weight == WEIGHT_BOLD);
        return new FontFile(
                bytes,
                family(tables.get("name")),
                weight >= WEIGHT_BOLD,
                plain,
                (os2.getShort(OS2_EMBEDDING) & 0x000F) != RESTRICTED_EMBEDDING,
                new Metrics(
                        tables.get("head").getShort(HEAD_UNITS_PER_EM),
                        os2.getShort(OS2_ASCENDER),
                        os2.getShort(OS2_DESCENDER),
                        os2At + OS2_ASCENDER),
                CharacterMap.coverage(tables.get("cmap")));
    }

    /**
     * The font's bytes with another font's ascender and descender. FOP sets a line by them: with their own, words in two typefaces would
     * stand on two baselines.
     */
    byte[] onTheLineOf(FontFile other) throws IOException {
        byte[] aligned = bytes.all().clone();
        ByteBuffer.wrap(aligned)
                .position(metrics.ascenderAt)
                .putShort((short) (other.metrics.ascender * metrics.unitsPerEm / other.metrics.unitsPerEm))
                .putShort((short) (other.metrics.descender * metrics.unitsPerEm / other.metrics.unitsPerEm));
        return aligned;
    }

    private static String family(ByteBuffer names) {
        int count = names.getShort(2);
        int strings = Short.toUnsignedInt(names.getShort(4));
        String family = "";
        for (int i = 0; i < count; i++) {
            int entry = 6 + 12 * i;
            boolean english = names.getShort(entry) == WINDOWS && names.getShort(entry + 4) == ENGLISH;
            int nameId = names.getShort(entry + 6);
            if (english && (nameId == NAME_TYPOGRAPHIC_FAMILY || (nameId == NAME_FAMILY && family.isEmpty()))) {
                byte[] text = new byte[Short.toUnsignedInt(names.getShort(entry + 8))];
                names.get(strings + Short.toUnsignedInt(names.getShort(entry + 10)), text);
                family = new String(text, StandardCharsets.UTF_16BE);
            }
        }
        return family;
    }
}
