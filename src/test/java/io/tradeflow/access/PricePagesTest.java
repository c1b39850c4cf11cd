package io.tradeflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.TradeflowTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The price pages as the sales manager uses them: warned before a row is kept, and what was typed stays. */
@TradeflowTest
class PricePagesTest {

    /** For a product nobody orders in another test. */
    private static final String ROW =
            "level=CUSTOMER&owner=SABARMATI-TRADERS&sku=SP-4-030&currency=INR&fromQuantity=1&validFrom=2026-11-01&priority=0";

    @LocalServerPort
    int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aRowThatStandsBeforeALowerPriceIsKeptOnlyOnceItsWarningWasSeen() throws Exception {
        Visitor meera = Visitor.signedIn(port, "meera");

        meera.form("/desk/prices", ROW + "&unitPrice=987654");
        String warned = meera.get("/desk/prices?sku=SP-4-030").body();
        assertThat(warned)
                .contains(
                        "Not kept yet.",
                        "It stands before this lower price: Group price WHOLESALE",
                        "Keep it all the same")
                .contains("value=\"987654\"");
        assertThat(kept("987654")).isZero();

        String seen = warned.replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
        meera.form("/desk/prices", ROW + "&unitPrice=987655&seen=" + encoded(seen));
        assertThat(meera.get("/desk/prices?sku=SP-4-030").body())
                .as("another row than the one that was warned of")
                .contains("Not kept yet.");
        assertThat(kept("987655")).isZero();

        meera.form("/desk/prices", ROW + "&unitPrice=987654&seen=" + encoded(seen));
        assertThat(meera.get("/desk/prices?sku=SP-4-030").body()).contains("The row counts from");
        assertThat(kept("987654")).isOne();
    }

    @Test
    void onlySalesManagersKeepRowsAndAreToldSoFirst() throws Exception {
        Visitor asha = Visitor.signedIn(port, "asha");

        assertThat(asha.get("/desk/prices").body()).doesNotContain("Keep the row");
        asha.form("/desk/prices", ROW + "&unitPrice=1");
        assertThat(asha.get("/desk/prices?sku=SP-4-030").body()).contains("Price lists are kept by the sales managers");
    }

    @Test
    void aLongListSaysWhereItIs() throws Exception {
        Visitor asha = Visitor.signedIn(port, "asha");
        long rows = jdbc.sql("select count(*) from price_row where level = 'GROUP'")
                .query(Long.class)
                .single();
        assertThat(rows).isGreaterThan(250);

        assertThat(asha.get("/desk/prices?level=GROUP").body()).contains("1–50 of ", "More");
        assertThat(asha.get("/desk/prices?level=GROUP&page=5").body()).contains("251–300 of ", "Back", "More");
        assertThat(asha.get("/desk/prices?level=GROUP&page=999999").body())
                .contains("of " + rows, "Back")
                .doesNotContain(">More<");
    }

    @Test
    void whatWasTypedIntoAPolicyStaysWhereItWasTyped() throws Exception {
        Visitor meera = Visitor.signedIn(port, "meera");

        meera.form(
                "/desk/prices/bulk-discounts",
                "form=band&priceTier=RETAIL&currency=INR&measure=QUANTITY&fromAmount=-5&percent=101&validFrom=2026-11-27");
        String page = meera.get("/desk/prices/policies").body();

        assertThat(page)
                .contains("The bulk discount is not right", "A quantity needs a unit", "is more than zero")
                .containsOnlyOnce("value=\"RETAIL\"")
                .containsOnlyOnce("value=\"101\"");
    }

    private long kept(String price) {
        return jdbc.sql("select count(*) from price_row where sku = 'SP-4-030' and unit_price = :price::numeric")
                .param("price", price)
                .query(Long.class)
                .single();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(
                text.replace("&#39;", "'").replace("&quot;", "\"").replace("&amp;", "&"), StandardCharsets.UTF_8);
    }
}
