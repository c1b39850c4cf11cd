package io.tradeflow.document;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How documents are set.
 *
 * @param fontFolders where to look for typefaces for scripts that the program's own does not cover; without it the machine's usual folders
 */
@ConfigurationProperties("tradeflow.documents")
record DocumentSettings(List<Path> fontFolders) {

    DocumentSettings {
        fontFolders = fontFolders == null ? FontFolders.usual() : List.copyOf(fontFolders);
    }
}
