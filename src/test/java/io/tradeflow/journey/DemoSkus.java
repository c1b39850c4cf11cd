package io.tradeflow.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The SKUs of the demo company, as its file has them. */
public final class DemoSkus {

    private DemoSkus() {}

    public static List<String> all() {
        try (InputStream file = DemoSkus.class.getResourceAsStream("/demo/products.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("sku,"))
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
