package io.tradeflow.catalog;

import io.tradeflow.catalog.CataloguePage.Facet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Finds products in three tries, the next only where one finds nothing: every word whole or by its beginning (full text),
 * every word within others (trigrams), every word as it may have been meant (trigrams and edit distance over the catalogue's
 * own words). A bounded number of matches is ranked, so that a common word costs no more than a rare one.
 */
@Component
class CatalogueSearch {

    private static final String INSIDE =
            """
            , inside (code) as (
                select code from category where code = :category
                union all select category.code from category join inside on category.parent_code = inside.code)""";

    private static final String WHERE = " where " + Visibility.VISIBLE
            + " and p.status = any (:statuses)"
            + " and (:category::text is null or p.category_code in (select code from inside))";

    private static final String FROM = " from product p" + Visibility.JOIN + WHERE;

    private static final String BY_WORDS = "p.search_words @@ :words::tsquery";
    private static final String BY_PARTS = "p.search_text like all (:parts)";

    /** SKUs that begin with the text come in whatever the bound cuts off. */
    private static final String RANKED = "with recursive " + Visibility.VERDICTS + INSIDE
            + """
            , hit as materialized (
                (select p.sku, p.category_code, p.status, p.search_text %1$s and lower(p.sku) like :beginning limit 200)
                union
                (select p.sku, p.category_code, p.status, p.search_text %1$s and %2$s limit :bound))
            """;

    static final String HITS_BY_WORDS = RANKED.formatted(FROM, BY_WORDS);

    private static final String PAGE =
            """
            select product.*, hits.number from (select count(*) as number from hit) hits left join lateral (
                select sku, row_number() over (order by starts_with(lower(sku), :text) desc, status = 'ACTIVE' desc,
                    word_similarity(:text, search_text) desc, sku) as place
                from hit order by place offset :offset limit :limit) page on true
            left join product on product.sku = page.sku order by page.place
            """;

    private static final String FACETS =
            """
            select category_code as category, category.name, count(*) as matches
            from hit join category on category.code = category_code
            group by category_code, category.name order by matches desc, category_code
            """;

    private static final String ALL = "with recursive " + Visibility.VERDICTS + INSIDE
            + """
            , counted as materialized (select count(*) as number from (select 1 %1$s limit :bound) seen)
            select product.*, counted.number from counted
            left join lateral (select p.* %1$s order by p.sku offset :offset limit :limit) product on true
            order by product.sku
            """;

    private static final String MEANT =
            """
            select typed.word as typed, known.word as known
            from unnest(:words) as typed (word) cross join lateral (
                select word from catalog_word
                where word % typed.word
                   or left(word, 1) = left(typed.word, 1)
                      and levenshtein_less_equal(word, typed.word, 2) <= case when length(typed.word) < 5 then 1 else 2 end
                order by levenshtein(word, typed.word), similarity(word, typed.word) desc, word limit 3) known
            where not exists (select 1 from catalog_word where word like typed.word || '%')
            """;

    private final JdbcClient jdbc;

    CatalogueSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    CataloguePage page(CatalogueViewer viewer, CatalogueQuery query, SearchWords words) {
        if (words.asksForAll()) {
            return read(
                    listed(viewer, query, ALL.formatted(FROM)), query, (int) Math.max(bound(query), query.offset()));
        }
        if (words.words().isEmpty()) {
            return new CataloguePage(List.of(), 0, false, List.of());
        }
        CataloguePage found = byWords(viewer, query, words, words.beginnings());
        if (found.total() == 0 && words.parts().length > 0) {
            found = byParts(viewer, query, words);
        }
        if (found.total() == 0) {
            Map<String, List<String>> meant = meant(words);
            if (!meant.isEmpty()) {
                found = byWords(viewer, query, words, mended(words, meant));
            }
        }
        return found;
    }

    /** Of the first try that finds anything in any category. */
    List<Facet> facets(CatalogueViewer viewer, CatalogueQuery query, SearchWords words) {
        CatalogueQuery anywhere = new CatalogueQuery(query.text(), null, query.statuses(), 0, query.size());
        if (words.words().isEmpty()) {
            return List.of();
        }
        List<Facet> facets = facets(viewer, anywhere, words, words.beginnings());
        if (facets.isEmpty() && words.parts().length > 0) {
            facets = ranked(viewer, anywhere, words, BY_PARTS, FACETS)
                    .param("parts", words.parts())
                    .query(Facet.class)
                    .list();
        }
        if (facets.isEmpty()) {
            Map<String, List<String>> meant = meant(words);
            facets = meant.isEmpty() ? facets : facets(viewer, anywhere, words, mended(words, meant));
        }
        return facets;
    }

    private List<Facet> facets(CatalogueViewer viewer, CatalogueQuery query, SearchWords words, String tsquery) {
        return ranked(viewer, query, words, BY_WORDS, FACETS)
                .param("words", tsquery)
                .query(Facet.class)
                .list();
    }

    private CataloguePage byWords(CatalogueViewer viewer, CatalogueQuery query, SearchWords words, String tsquery) {
        return read(
                paged(ranked(viewer, query, words, BY_WORDS, PAGE), query, words)
                        .param("words", tsquery),
                query,
                bound(query));
    }

    private CataloguePage byParts(CatalogueViewer viewer, CatalogueQuery query, SearchWords words) {
        return read(
                paged(ranked(viewer, query, words, BY_PARTS, PAGE), query, words)
                        .param("parts", words.parts()),
                query,
                bound(query));
    }

    private static String mended(SearchWords words, Map<String, List<String>> meant) {
        return words.query(word -> meant.getOrDefault(word, List.of(word)));
    }

    private StatementSpec ranked(
            CatalogueViewer viewer, CatalogueQuery query, SearchWords words, String match, String result) {
        return filtered(viewer, query, RANKED.formatted(FROM, match) + result)
                .param("beginning", words.skuBeginning())
                .param("bound", bound(query));
    }

    private static StatementSpec paged(StatementSpec statement, CatalogueQuery query, SearchWords words) {
        return statement
                .param("text", words.text())
                .param("offset", query.offset())
                .param("limit", query.size());
    }

    private StatementSpec listed(CatalogueViewer viewer, CatalogueQuery query, String sql) {
        return filtered(viewer, query, sql)
                .param("bound", (int) Math.max(bound(query), query.offset()))
                .param("offset", query.offset())
                .param("limit", query.size());
    }

    private StatementSpec filtered(CatalogueViewer viewer, CatalogueQuery query, String sql) {
        return Visibility.as(viewer, jdbc.sql(sql))
                .param("statuses", Offerings.names(query.statuses()))
                .param("category", query.category());
    }

    /** One more than is ranked, to know whether there is more. */
    private static int bound(CatalogueQuery query) {
        return (int) Math.max(Offerings.MOST_RANKED, query.offset() + query.size()) + 1;
    }

    private static CataloguePage read(StatementSpec statement, CatalogueQuery query, int bound) {
        AtomicInteger total = new AtomicInteger();
        List<Product> products = statement
                .query((row, index) -> {
                    total.set(row.getInt("number"));
                    return row.getString("sku") == null ? null : Products.read(row);
                })
                .list()
                .stream()
                .filter(product -> product != null)
                .toList();
        boolean more = total.get() >= bound;
        return new CataloguePage(products, more ? bound - 1 : total.get(), more, List.of());
    }

    private Map<String, List<String>> meant(SearchWords words) {
        Map<String, List<String>> meant = new LinkedHashMap<>();
        jdbc.sql(MEANT)
                .param("words", words.words().toArray(String[]::new))
                .query((row, index) -> meant.computeIfAbsent(row.getString("typed"), word -> new ArrayList<>())
                        .add(row.getString("known")))
                .list();
        return meant;
    }
}
