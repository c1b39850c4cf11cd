package io.tradeflow.catalog;

import io.tradeflow.catalog.CataloguePage.Facet;
import io.tradeflow.kernel.Problem;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The catalogue as a viewer sees it. What a viewer may not see does not exist for it: every way in asks here, with the same
 * predicate ({@link Visibility}).
 */
@Service
@Transactional(readOnly = true)
public class Offerings {

    static final Set<ProductStatus> SHOWN = Arrays.stream(ProductStatus.values())
            .filter(ProductStatus::isShownToBuyers)
            .collect(Collectors.toUnmodifiableSet());

    /** So many matches are ranked and counted; whoever has more is better served by another word. */
    static final int MOST_RANKED = 1000;

    private static final String WITH = "with recursive " + Visibility.VERDICTS;

    private static final String VISIBLE_PRODUCTS =
            WITH + " select p.* from product p" + Visibility.JOIN + " where " + Visibility.VISIBLE;

    private static final String CATEGORIES = WITH
            + """
            , offered as (
                select category.code from category where exists (
                    select 1 from product p"""
            + Visibility.JOIN
            + " where p.category_code = category.code and p.status = any (:statuses) and " + Visibility.VISIBLE
            + """
            ))
            select code, name, parent_code as parent from category
            where code in (select above from category_above where category_above.code in (select code from offered))
            order by code
            """;

    private static final String FAMILY = VISIBLE_PRODUCTS
            + """
             and p.family = :family and p.name = :name and p.status = any (:statuses) order by p.sku limit 500""";

    private final JdbcClient jdbc;
    private final CatalogueSearch search;

    Offerings(JdbcClient jdbc, CatalogueSearch search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    /** Best first; mistyped words are forgiven where nothing holds every word as it stands. Without a text: by SKU. */
    public CataloguePage search(CatalogueViewer viewer, CatalogueQuery query) {
        SearchWords words = SearchWords.in(query.text());
        CataloguePage page = search.page(viewer, query, words);
        if (query.category() == null || words.asksForAll()) {
            return page;
        }
        CatalogueQuery anywhere = new CatalogueQuery(query.text(), null, query.statuses(), 0, 1);
        List<Facet> facets = search.page(viewer, anywhere, words).facets();
        return new CataloguePage(page.products(), page.total(), page.more(), facets);
    }

    /** Those of these SKUs that exist and that the viewer may know of, whatever their status, in one round trip. */
    public Map<String, Product> visible(CatalogueViewer viewer, Collection<String> skus) {
        return asked(viewer, VISIBLE_PRODUCTS + " and p.sku = any (:skus)")
                .param("skus", skus.toArray(String[]::new))
                .query((row, index) -> Products.read(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Product::sku, Function.identity()));
    }

    /** @throws Problem not-found, the same whether there is no such product or the viewer may not know of it */
    public Product product(CatalogueViewer viewer, String sku) {
        return find(viewer, sku).orElseThrow(() -> Problem.notFound("product", sku));
    }

    /** The product where there is one that the viewer may know of. */
    public Optional<Product> find(CatalogueViewer viewer, String sku) {
        return sku == null
                ? Optional.empty()
                : Optional.ofNullable(visible(viewer, List.of(sku)).get(sku))
                        .filter(product -> viewer.seesAll() || product.status().isShownToBuyers());
    }

    /** The product and its siblings: same family, same name; by SKU. */
    public List<Product> siblings(CatalogueViewer viewer, Product product) {
        return asked(viewer, FAMILY)
                .param("family", product.family())
                .param("name", product.name())
                .param("statuses", names(SHOWN))
                .query((row, index) -> Products.read(row))
                .list();
    }

    /** The categories in which the viewer sees anything, with those above them, by code. */
    public List<Category> categories(CatalogueViewer viewer) {
        return asked(viewer, CATEGORIES)
                .param("statuses", names(SHOWN))
                .query(Category.class)
                .list();
    }

    private StatementSpec asked(CatalogueViewer viewer, String sql) {
        return Visibility.as(viewer, jdbc.sql(sql));
    }

    static String[] names(Collection<ProductStatus> statuses) {
        return statuses.stream().map(ProductStatus::name).toArray(String[]::new);
    }
}
