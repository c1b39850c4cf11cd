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

    /**
     * The quantities from which a row for the product, a category above it or everything counts for this buyer on the day; smallest first, at
     * most twelve.
     *
     * @param request its lines do not matter
     */
    public List<BigDecimal> starts(String sku, PriceRequest request) {
        return jdbc.sql(
                        """
                        with recursive above (code) as (
                            select category_code from product where sku = :sku and category_code is not null
                            union all
                            select parent_code from category join above using (code) where parent_code is not null
                        )
                        select distinct from_quantity from price_row
                        where currency = :currency and valid_from <= :on and (valid_until is null or valid_until >= :on)
                          and (sku = :sku or sku is null and (category_code is null or category_code in (select code from above)))
                          and (level = 'BASE' or (level, owner) in (('CONTRACT', :buyer), ('CUSTOMER', :buyer), ('GROUP', :tier),
                               ('CHANNEL', :channel)))
                        order by from_quantity limit 12""")
                .param("sku", sku)
                .param("currency", request.currency())
                .param("on", request.on())
                .param("buyer", request.buyerCode())
                .param("tier", request.priceTier())
                .param("channel", request.channel())
                .query(BigDecimal.class)
                .list();
    }
}
