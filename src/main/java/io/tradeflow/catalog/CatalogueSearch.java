package io.tradeflow.catalog;

import io.tradeflow.catalog.CataloguePage.Facet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Finds products in three tries, the next only where one finds nothing: every word whole or by its beginning (full text),
 * every part within others or within a SKU (trigrams), every word as it may have been meant (trigrams and edit distance over
 * the catalogue's own words). Each try is one statement that finds its candidates by an index, leaves out what the viewer may
 * not see, and ranks a bounded number of them, so that a common word costs no more than a rare one.
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

    /** What a hit is ranked by: whether it begins with the text, holds all words whole, holds the text as typed; its length. */
    private static final String HIT =
            """
            select p.sku, p.category_code, p.status, lower(p.sku) like :beginning as begins,
                p.search_words @@ :whole::tsquery as whole, p.search_text like :phrase as phrase,
                length(p.search_text) as letters""";

    private static final String BY_WORDS = "p.search_words @@ :words::tsquery";
    private static final String BY_SKU_PART = "translate(lower(p.sku), './-', '') like :skuPart";

    /** SKUs that begin with the text come in whatever the bound cuts off. */
    private static final String RANKED = "with recursive " + Visibility.VERDICTS + INSIDE
            + ", hit as materialized ((" + HIT + FROM + " and lower(p.sku) like :beginning limit 200) union ("
            + HIT + FROM + " and %s limit :bound) %s)";

    static final String HITS_BY_WORDS = RANKED.formatted(BY_WORDS, "");

    private static final String PAGE =
            """
            select product.*, hits.* from (
                select (select count(*) from hit) as number, array_agg(code order by matches desc, code) as facet_codes,
                    array_agg(facet.name order by matches desc, code) as facet_names,
                    array_agg(matches order by matches desc, code) as facet_matches
                from (
                    select category_code as code, category.name, count(*)::int as matches
                    from hit join category on category.code = category_code group by category_code, category.name) facet
                ) hits
            left join lateral (
                select sku, row_number() over (order by begins desc, status = 'ACTIVE' desc, whole desc, phrase desc,
                    case when begins then 0 else letters end, sku) as place
                from hit order by place offset :offset limit :limit) page on true
            left join product on product.sku = page.sku order by page.place
            """;

    /** The empty code stands for products without a place. */
    private static final String SHOWN_CATEGORIES = "with recursive " + Visibility.VERDICTS + INSIDE
            + """
            select code from (select code from category union all select '') place (code)
                left join category_verdict using (code)
            where (:seesAll or coalesce(allow, true))
                and (:category::text is null or code in (select code from inside))
            """;

    private static final String LISTED = "select p.sku from product p" + Visibility.JOIN + " where "
            + Visibility.VISIBLE + " and p.status = any (:statuses) and ";

    /** By the categories that are shown, as an array: so the planner knows how many there are, and reads few by their index. */
    private static final String ALL = "with recursive " + Visibility.VERDICTS + INSIDE
            + ", seen as materialized ("
            + "(" + LISTED + "p.category_code = any (:shown) order by p.sku limit :bound)"
            + " union (" + LISTED + "p.category_code is null and '' = any (:shown) order by p.sku limit :bound)"
            + " union (" + LISTED + "p.sku in (select sku from sku_verdict where allow)"
            + " and (:category::text is null or p.category_code in (select code from inside))))"
            + """
            select product.*, hits.number from (select least(count(*), :bound) as number from seen) hits
            left join lateral (select sku from seen order by sku offset :offset limit :limit) page on true
            left join product on product.sku = page.sku order by page.sku
            """;

    private static final String MEANT =
            """
            select typed.word as typed, known.word as known
            from unnest(:words) as typed (word) cross join lateral (
                select word from (
                    select word from catalog_word where word % typed.word
                    union
                    select word from catalog_word where word like left(typed.word, 1) || '%'
                        and length(word) between length(typed.word) - 2 and length(typed.word) + 2
                        and levenshtein_less_equal(word, typed.word, 2)
                            <= case when length(typed.word) < 5 then 1 else 2 end
                    union
                    select word from catalog_word where word = any (:transposed)
                        and length(word) = length(typed.word) and levenshtein_less_equal(word, typed.word, 2) <= 2) near
                order by levenshtein(word, typed.word), similarity(word, typed.word) desc, word limit 3) known
            where not exists (select 1 from catalog_word where word like typed.word || '%')
            """;

    private final JdbcClient jdbc;

    CatalogueSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The page with the facets of all matches; without facets where no text is given. */
    CataloguePage page(CatalogueViewer viewer, CatalogueQuery query, SearchWords words) {
        if (words.asksForAll()) {
            return all(viewer, query);
        }
        if (words.words().isEmpty()) {
            return new CataloguePage(List.of(), 0, false, List.of());
        }
        CataloguePage found = byWords(viewer, query, words, words.beginnings());
        if (found.total() == 0 && !words.parts().isEmpty()) {
            found = byParts(viewer, query, words);
        }
        if (found.total() == 0) {
            Map<String, List<String>> meant = meant(words);
            if (!meant.isEmpty()) {
                found = byWords(viewer, query, words, words.query(word -> meant.getOrDefault(word, List.of(word))));
            }
        }
        return found;
    }

    private CataloguePage all(CatalogueViewer viewer, CatalogueQuery query) {
        String[] shown = Visibility.as(viewer, jdbc.sql(SHOWN_CATEGORIES))
                .param("category", query.category())
                .query(String.class)
                .list()
                .toArray(String[]::new);
        int bound = bound(query);
        return read(paged(filtered(viewer, query, ALL), query, bound).param("shown", shown), bound, false);
    }

    private CataloguePage byWords(CatalogueViewer viewer, CatalogueQuery query, SearchWords words, String tsquery) {
        return ranked(
                query, words, filtered(viewer, query, HITS_BY_WORDS + PAGE).param("words", tsquery));
    }

    private CataloguePage byParts(CatalogueViewer viewer, CatalogueQuery query, SearchWords words) {
        List<String> parts = words.parts();
        StatementSpec statement =
                filtered(viewer, query, hitsByParts(parts.size()) + PAGE).param("skuPart", words.skuPart());
        for (int part = 0; part < parts.size(); part++) {
            statement = statement.param("part" + part, parts.get(part));
        }
        return ranked(query, words, statement);
    }

    /** One condition for each part: "like all" of an array is never looked up in an index. */
    static String hitsByParts(int parts) {
        String all = IntStream.range(0, parts)
                .mapToObj(part -> "p.search_text like :part" + part)
                .collect(Collectors.joining(" and "));
        return RANKED.formatted(all, "union (" + HIT + FROM + " and " + BY_SKU_PART + " limit :bound)");
    }

    private static CataloguePage ranked(CatalogueQuery query, SearchWords words, StatementSpec statement) {
        int bound = bound(query);
        return read(
                paged(statement, query, bound)
                        .param("beginning", words.skuBeginning())
                        .param("whole", words.whole())
                        .param("phrase", words.phrase()),
                bound,
                true);
    }

    private static StatementSpec paged(StatementSpec statement, CatalogueQuery query, int bound) {
        return statement.param("bound", bound).param("offset", query.offset()).param("limit", query.size());
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

    private static CataloguePage read(StatementSpec statement, int bound, boolean withFacets) {
        AtomicInteger total = new AtomicInteger();
        List<Facet> facets = new ArrayList<>();
        List<Product> products = statement
                .query((row, index) -> {
                    total.set(row.getInt("number"));
                    if (withFacets && index == 0) {
                        facets.addAll(facets(row));
                    }
                    return row.getString("sku") == null ? null : Products.read(row);
                })
                .list()
                .stream()
                .filter(product -> product != null)
                .toList();
        boolean more = total.get() >= bound;
        return new CataloguePage(products, more ? bound - 1 : total.get(), more, List.copyOf(facets));
    }

    private static List<Facet> facets(ResultSet row) throws SQLException {
        if (row.getArray("facet_codes") == null) {
            return List.of();
        }
        String[] codes = (String[]) row.getArray("facet_codes").getArray();
        String[] names = (String[]) row.getArray("facet_names").getArray();
        Integer[] matches = (Integer[]) row.getArray("facet_matches").getArray();
        return IntStream.range(0, codes.length)
                .mapToObj(at -> new Facet(codes[at], names[at], matches[at]))
                .toList();
    }

    private Map<String, List<String>> meant(SearchWords words) {
        Map<String, List<String>> meant = new LinkedHashMap<>();
        jdbc.sql(MEANT)
                .param("words", words.words().toArray(String[]::new))
                .param("transposed", words.transposed())
                .query((row, index) -> meant.computeIfAbsent(row.getString("typed"), word -> new ArrayList<>())
                        .add(row.getString("known")))
                .list();
        return meant;
    }
}
