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
            assertThat(QueryCountHolder.getGrandTotal().getTotal()).as(text).isBetween(1L, 4L);
        }
    }

    @Test
    void lettersTheOtherWayRoundAndAWrongOneAreForgivenInShortWordsToo() {
        for (String text : List.of("wdiget quixotic", "quixotic widgat", "quixotik", "uqixotic", "buixotic")) {
            assertThat(search(text, null, 0).products())
                    .as(text)
                    .extracting(Product::sku)
                    .contains("Q-04711");
        }
    }

    @Test
    void aSkuIsFoundByAnyPartOfItWithOrWithoutItsMarks() {
        for (String text : List.of("04711", "q04711", "-04711", "q 04711", "4711")) {
            assertThat(search(text, null, 0).products())
                    .as(text)
                    .extracting(Product::sku)
                    .containsExactly("Q-04711");
        }
    }

    @Test
    void wholeWordsStandBeforeBeginnings() {
        jdbc.sql("update product set name = 'Quixotics widgets' where sku = 'Q-00001'")
                .update();
        assertThat(search("quixotic", null, 0).products())
                .extracting(Product::sku)
                .containsExactly("Q-04711", "Q-00001");
    }

    @Test
    void everyTryIsLookedUpInAnIndex() {
        // the rows are new: a vacuum would have done this
        for (String index : List.of("product_search_words", "product_search", "product_sku_without_marks")) {
            jdbc.sql("select gin_clean_pending_list(cast(:index as regclass))")
                    .param("index", index)
                    .query((row, at) -> true)
                    .single();
        }
        SearchWords words = SearchWords.in("quixotic");
        assertThat(plan(CatalogueSearch.HITS_BY_WORDS, words))
                .contains("on product_search_words")
                .contains("product_sku_beginning")
                .doesNotContain("Seq Scan on product ");
        assertThat(plan(CatalogueSearch.hitsByParts(1), words))
                .contains("on product_search ")
                .contains("on product_sku_without_marks")
                .doesNotContain("Seq Scan on product ");
    }

    @Test
    void allOfOneShelfLeavesTheOthersUnread() {
        jdbc.sql(
                        "insert into catalog_rule (sku, category_code, audience, audience_code, allow) values"
                                + " (null, null, 'SEGMENT', 'NARROW', false), (null, 'LOW-S', 'SEGMENT', 'NARROW', true),"
                                + " ('Q-00002', null, 'SEGMENT', 'NARROW', true), ('Q-00003', null, 'SEGMENT', 'NARROW', false)")
                .update();
        CatalogueViewer narrow = new CatalogueViewer("ACME", "NARROW");
        CataloguePage page = offerings.search(narrow, CatalogueQuery.shown("", null, 0, 4));
        assertThat(page.products())
                .extracting(Product::sku)
                .containsExactly("Q-00001", "Q-00002", "Q-00005", "Q-00007");
        assertThat(page.total()).isEqualTo(Offerings.MOST_RANKED);
        assertThat(offerings
                        .search(narrow, CatalogueQuery.shown("", "LOW-S", 0, 4))
                        .products())
                .extracting(Product::sku)
                .containsExactly("Q-00001", "Q-00005", "Q-00007", "Q-00009");
        assertThat(offerings
                        .search(narrow, CatalogueQuery.shown(null, "TOP-S", 750, 4))
                        .products())
                .isEmpty();
    }

    private String plan(String hits, SearchWords words) {
        return String.join(
                "\n",
                Visibility.as(new CatalogueViewer("ACME", "TRADE"), jdbc.sql("explain " + hits + " select * from hit"))
                        .param("statuses", new String[] {"ACTIVE"})
                        .param("category", null)
                        .param("beginning", words.skuBeginning())
                        .param("whole", words.whole())
                        .param("phrase", words.phrase())
                        .param("words", words.beginnings())
                        .param("part0", words.parts().get(0))
                        .param("skuPart", words.skuPart())
                        .param("bound", 1001)
                        .query(String.class)
                        .list());
    }

    private CataloguePage search(String text, String category, int page) {
        return offerings.search(new CatalogueViewer("ACME", "TRADE"), CatalogueQuery.shown(text, category, page, 24));
    }
}
