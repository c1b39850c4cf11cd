package io.tradeflow.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.MasterDataTest;
import java.util.List;
import net.ttddyy.dsproxy.QueryCountHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A search that stays quick: bounded, by index, in a number of statements that does not depend on what is found. */
@MasterDataTest
class CatalogueSearchTest {

    private static final int SKUS = 6000;

    @Autowired
    private Offerings offerings;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void fillTheCatalogue() {
        jdbc.sql("insert into category values ('TOP-S', 'Top', null), ('LOW-S', 'Low', 'TOP-S')")
                .update();
        jdbc.sql(
                        """
                insert into product (sku, name, family, category_code, hsn, unit, minimum_order_quantity, order_multiple,
                                     batch_tracked, cost, cost_currency, status)
                select 'Q-' || lpad(n::text, 5, '0'), case when n = 4711 then 'Quixotic widget' else 'Common widget' end,
                       'Family', case when n % 2 = 0 then 'TOP-S' else 'LOW-S' end, '8481', 'NOS', 1, 1, false, 1, 'INR', 'ACTIVE'
                from generate_series(1, :skus) n""")
                .param("skus", SKUS)
                .update();
        jdbc.sql("insert into catalog_word values ('quixotic'), ('widget'), ('common') on conflict do nothing")
                .update();
        jdbc.sql("analyze product").update();
    }

    @Test
    void countsUpToABoundAndPagesBeyond() {
        CataloguePage page = search("widget", null, 0);
        assertThat(page.total()).isEqualTo(Offerings.MOST_RANKED);
        assertThat(page.more()).isTrue();
        assertThat(page.products()).hasSize(24);

        CataloguePage rare = search("quixotic widget", null, 0);
        assertThat(rare.products()).extracting(Product::sku).containsExactly("Q-04711");
        assertThat(rare.more()).isFalse();

        CataloguePage all = search(null, null, SKUS / 24 - 1);
        assertThat(all.products()).hasSize(24).last().extracting(Product::sku).isEqualTo("Q-06000");
    }

    @Test
    void aCategoryHoldsThoseBelowItAndFacetsSpanAll() {
        CataloguePage low = search("quixotic", "TOP-S", 0);
        assertThat(low.products()).extracting(Product::sku).containsExactly("Q-04711");
        CataloguePage other = search("q-0471", "LOW-S", 0);
        assertThat(other.total()).isEqualTo(5);
        assertThat(other.facets()).extracting(CataloguePage.Facet::matches).containsExactly(5, 5);
    }

    @Test
    void aSkuThatBeginsWithTheTextComesFirst() {
        assertThat(search("q-04711", null, 0).products())
                .first()
                .extracting(Product::sku)
                .isEqualTo("Q-04711");
    }

    @Test
    void severalMistypedWordsAreForgiven() {
        assertThat(search("quixotci wigdet", null, 0).products())
                .extracting(Product::sku)
                .containsExactly("Q-04711");
    }

    @Test
    void theNumberOfStatementsIsBounded() {
        for (String text : List.of("widget", "quixotci wigdet", "nothing like it at all", "")) {
            QueryCountHolder.clear();
            search(text, null, 0);
            assertThat(QueryCountHolder.getGrandTotal().getTotal()).as(text).isBetween(1L, 8L);
        }
    }

    @Test
    void wordsAreLookedUpInTheIndex() {
        // 6,000 rows are few enough to be read through; whether the index can be used is asked
        jdbc.sql("set local enable_seqscan = off").update();
        jdbc.sql("select gin_clean_pending_list('product_search_words'::regclass)")
                .query((row, index) -> true)
                .single();
        String plan = String.join(
                "\n",
                Visibility.as(
                                new CatalogueViewer("ACME", "TRADE"),
                                jdbc.sql("explain " + CatalogueSearch.HITS_BY_WORDS + " select * from hit"))
                        .param("statuses", new String[] {"ACTIVE"})
                        .param("category", null)
                        .param("beginning", "quixotic%")
                        .param("words", "'quixotic':*")
                        .param("bound", 1001)
                        .query(String.class)
                        .list());
        assertThat(plan).contains("product_search_words").doesNotContain("Seq Scan on product ");
    }

    private CataloguePage search(String text, String category, int page) {
        return offerings.search(new CatalogueViewer("ACME", "TRADE"), CatalogueQuery.shown(text, category, page, 24));
    }
}
