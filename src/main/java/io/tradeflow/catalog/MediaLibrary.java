package io.tradeflow.catalog;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Images and data sheets of products, kept in the database. Whoever may not see a product does not get its media either. */
@Service
@Transactional
public class MediaLibrary {

    private static final int LARGEST_IMAGE = 2 * 1024 * 1024;
    private static final int LARGEST_DATA_SHEET = 5 * 1024 * 1024;
    private static final int LONGEST_TITLE = 120;
    private static final String COLUMNS = "id, sku, kind, content_type, title, sha256, octet_length(content) as size";

    private final JdbcClient jdbc;
    private final Products products;
    private final Offerings offerings;
    private final Clock clock;

    MediaLibrary(JdbcClient jdbc, Products products, Offerings offerings, Clock clock) {
        this.jdbc = jdbc;
        this.products = products;
        this.offerings = offerings;
        this.clock = clock;
    }

    /** Images first, each kind oldest first. */
    @Transactional(readOnly = true)
    public List<ProductMedia> of(String sku) {
        return jdbc.sql("select " + COLUMNS + " from product_media where sku = :sku order by kind desc, id")
                .param("sku", sku)
                .query((row, index) -> media(row))
                .list();
    }

    /** The first image of each of these products, by SKU; products without one are absent. */
    @Transactional(readOnly = true)
    public Map<String, ProductMedia> images(Collection<String> skus) {
        return jdbc
                .sql("select distinct on (sku) " + COLUMNS
                        + " from product_media where sku = any (:skus) and kind = 'IMAGE' order by sku, id")
                .param("skus", skus.toArray(String[]::new))
                .query((row, index) -> media(row))
                .stream()
                .collect(Collectors.toMap(ProductMedia::sku, Function.identity()));
    }

    /** @throws Problem not-found, also where the viewer may not see the product */
    @Transactional(readOnly = true)
    public ProductMedia.File file(CatalogueViewer viewer, long id) {
        ProductMedia.File file = jdbc.sql("select " + COLUMNS + ", content from product_media where id = :id")
                .param("id", id)
                .query((row, index) -> new ProductMedia.File(media(row), row.getBytes("content")))
                .optional()
                .orElseThrow(() -> Problem.notFound("media", String.valueOf(id)));
        if (offerings.find(viewer, file.media().sku()).isEmpty()) {
            throw Problem.notFound("media", String.valueOf(id));
        }
        return file;
    }

    /**
     * Adds it; the same content again changes its title only.
     *
     * @throws Problem {@code catalogue-only}, {@code media-not-accepted}, {@code media-too-large}, not-found
     */
    public ProductMedia add(Actor by, String sku, String title, byte[] content) {
        ProductChanges.requireMayChange(by);
        products.product(sku);
        ContentKind kind = ContentKind.of(content)
                .orElseThrow(() -> Problem.invalid(
                        "media-not-accepted",
                        "file",
                        "The file is no PNG, JPEG or WebP image and no PDF; send one of these"));
        int largest = kind.kind == ProductMedia.Kind.IMAGE ? LARGEST_IMAGE : LARGEST_DATA_SHEET;
        if (content.length > largest) {
            throw Problem.invalid(
                    "media-too-large",
                    "file",
                    "The file is larger than " + largest / (1024 * 1024) + " MB; send a smaller one");
        }
        String named = title == null || title.isBlank() ? sku : title.strip();
        return jdbc.sql(
                        """
                insert into product_media (sku, kind, content_type, title, sha256, content, added_at, added_by)
                values (:sku, :kind, :type, :title, :sha256, :content, :at, :by)
                on conflict (sku, sha256) do update set title = excluded.title
                returning\s"""
                                + COLUMNS)
                .param("sku", sku)
                .param("kind", kind.kind.name())
                .param("type", kind.contentType)
                .param("title", named.substring(0, Math.min(named.length(), LONGEST_TITLE)))
                .param("sha256", sha256(content))
                .param("content", content)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by.userId())
                .query((row, index) -> media(row))
                .single();
    }

    /** @throws Problem {@code catalogue-only}, not-found */
    public void remove(Actor by, String sku, long id) {
        ProductChanges.requireMayChange(by);
        int removed = jdbc.sql("delete from product_media where id = :id and sku = :sku")
                .param("id", id)
                .param("sku", sku)
                .update();
        if (removed == 0) {
            throw Problem.notFound("media", String.valueOf(id));
        }
    }

    private static ProductMedia media(ResultSet row) throws SQLException {
        return new ProductMedia(
                row.getLong("id"),
                row.getString("sku"),
                ProductMedia.Kind.valueOf(row.getString("kind")),
                row.getString("content_type"),
                row.getString("title"),
                row.getString("sha256"),
                row.getInt("size"));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
