package io.tradeflow.document;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.fop.apps.EnvironmentProfile;
import org.apache.fop.apps.EnvironmentalProfileFactory;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;
import org.xml.sax.SAXException;

/**
 * Sets FOP up for a list of typefaces and nothing else: no search for fonts, no access to files or the network. Shaping
 * costs time and is on only for scripts that need it.
 */
final class FopSetup {

    private static final URI NOWHERE = URI.create("file:/nowhere/");

    private FopSetup() {}

    static FopFactory factory(FontSelection fonts) {
        try {
            EnvironmentProfile nothingElse =
                    EnvironmentalProfileFactory.createRestrictedIO(NOWHERE, new FontsOnly(fonts.families()));
            byte[] configuration = configuration(fonts.families()).getBytes(StandardCharsets.UTF_8);
            return new FopConfParser(new ByteArrayInputStream(configuration), nothingElse)
                    .getFopFactoryBuilder()
                    .setComplexScriptFeatures(fonts.shaping())
                    .build();
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("FOP cannot be set up: " + e.getMessage(), e);
        }
    }

    /** Value for {@code font-family}: names of our own, so that no font's name has to be escaped. */
    static String familyList(FontSelection fonts) {
        return IntStream.range(0, fonts.families().size())
                .mapToObj(FopSetup::name)
                .collect(Collectors.joining(","));
    }

    private static String name(int place) {
        return "Tradeflow" + place;
    }

    private static String configuration(List<FontFamily> families) {
        StringBuilder fonts = new StringBuilder();
        for (int i = 0; i < families.size(); i++) {
            fonts.append(font(families.get(i).regular(), name(i), "normal"));
            fonts.append(font(families.get(i).bold(), name(i), "bold"));
        }
        return "<fop version='1.0'><renderers><renderer mime='application/pdf'><fonts>" + fonts
                + "</fonts></renderer></renderers></fop>";
    }

    private static String font(FontFile font, String family, String weight) {
        return "<font kerning='yes' embedding-mode='subset' embed-url='"
                + font.bytes().address().toASCIIString().replace("&", "&amp;").replace("'", "%27")
                + "'><font-triplet name='" + family + "' style='normal' weight='" + weight + "'/></font>";
    }

    /** Gives FOP the fonts it was set up with, from memory. */
    private static final class FontsOnly implements ResourceResolver {

        private final Map<URI, byte[]> fonts = new HashMap<>();

        FontsOnly(List<FontFamily> families) throws IOException {
            for (FontFamily family : families) {
                for (FontFile font : List.of(family.regular(), family.bold())) {
                    fonts.put(
                            font.bytes().address(),
                            font.onTheLineOf(families.get(0).regular()));
                }
            }
        }

        @Override
        public Resource getResource(URI uri) throws IOException {
            byte[] font = fonts.get(uri);
            if (font == null) {
                throw new FileNotFoundException("Documents load nothing from outside: " + uri);
            }
            return new Resource(new ByteArrayInputStream(font));
        }

        @Override
        public OutputStream getOutputStream(URI uri) throws IOException {
            throw new IOException("Documents write nothing outside: " + uri);
        }
    }
}
