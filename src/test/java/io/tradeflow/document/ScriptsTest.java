package io.tradeflow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in any script print: in their own where a typeface is there, else in Latin letters, never as number signs. */
class ScriptsTest {

    private static final Instant FROZEN_AT = Instant.parse("2026-11-23T09:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "श्री सह्याद्री कृषि उद्योग, śrī sahyādrī",
        "தமிழ்நாடு, tami",
        "ગુજરાત, gujarāta",
        "株式会社, zhū shì",
        "Łódź Ελλάς Москва ₹ € ×, Łódź Ελλάς Москва ₹ € ×"
    })
    void withoutATypefaceTheNameIsTransliterated(String name, String printed) throws IOException {
        String text = RenderingTest.text(quote(name, List.of()));

        assertThat(text).contains(printed).doesNotContain("#");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Agro 👍 Co", "tab\tand\u0000null", "half \uD83D surrogate", "ZWJ क्‍ष", "\u202Eright to left"})
    void whateverIsTypedPrintsWithoutNumberSigns(String name) throws IOException {
        assertThat(RenderingTest.text(quote(name, List.of())))
                .contains("Quoted to")
                .doesNotContain("#");
    }

    @Test
    void withATypefaceOfTheMachineTheNameIsSetInItsOwnScript() throws IOException {
        List<FontFamily> found = FontFolders.families(FontFolders.usual());
        assumeTrue(found.stream().anyMatch(family -> family.covers('श')), "no Devanagari typeface on this machine");

        byte[] pdf = quote("श्री सह्याद्री कृषि-उद्योग ABC (प्रा.) लि.", FontFolders.usual());

        assertThat(fontsOf(pdf)).anyMatch(name -> name.contains("Devanagari") || !name.contains("DejaVu"));
        assertThat(RenderingTest.text(pdf)).contains("ABC").doesNotContain("#", "śrī");
    }

    @Test
    void aChangeOfScriptInsideAWordIsMarked() throws IOException {
        List<FontFamily> found = FontFolders.families(FontFolders.usual());
        FontFamily devanagari =
                found.stream().filter(family -> family.covers('श')).findFirst().orElse(null);
        assumeTrue(devanagari != null, "no Devanagari typeface on this machine");

        PrintableText text = new PrintableText(List.of(FontFamily.body(), devanagari));

        assertThat(text.of("श्री-ABC")).isEqualTo("श्री\u200B-ABC");
        assertThat(text.of("प्रा. लि.")).isEqualTo("प्रा\u200B. लि\u200B.");
    }

    @Test
    void damagedFontsAreLeftOut(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
        java.nio.file.Files.write(folder.resolve("broken.ttf"), new byte[] {0, 1, 0, 0, 0, 9, 1, 2, 3});
        java.nio.file.Files.writeString(folder.resolve("text.ttf"), "no font at all");

        assertThat(FontFolders.families(List.of(folder, folder.resolve("missing"))))
                .isEmpty();
    }

    private static byte[] quote(String buyer, List<Path> folders) throws IOException {
        return new PdfRenderer(new Stylesheets(), new Typefaces(folders))
                .render(DocumentKind.QUOTE, Snapshots.json(Prints.quote(buyer, 2)), Copy.ORIGINAL, FROZEN_AT);
    }

    private static Set<String> fontsOf(byte[] pdf) throws IOException {
        Set<String> names = new TreeSet<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            for (COSName name : resources.getFontNames()) {
                names.add(resources.getFont(name).getName());
            }
        }
        return names;
    }
}
