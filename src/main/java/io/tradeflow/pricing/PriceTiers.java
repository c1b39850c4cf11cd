package io.tradeflow.pricing;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** At which quantities the price of a product may change; what it changes to, {@link Prices} says. */
@Service
public class PriceTiers {

    private final JdbcClient jdbc;

    PriceTiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The quantities from which any row of the product counts, whoever it is for; smallest first, at most twelve. */
    public List<BigDecimal> starts(String sku, String currency) {
        return jdbc.sql(
                        """
                        select distinct from_quantity from price_row where sku = :sku and currency = :currency
                        order by from_quantity limit 12""")
                .param("sku", sku)
                .param("currency", currency)
                .query(BigDecimal.class)
                .list();
    }
}
