package io.tradeflow.catalog;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Who sees what, as one piece of SQL that every way into the catalogue shares. Of the rules that apply to a viewer and a
 * product the first counts: company before segment before everybody; then SKU before the nearest category before the whole
 * catalogue; then deny before allow. Without a rule a product is visible.
 */
final class Visibility {

    /** Common table expressions; needs {@code with recursive} before them. The whole catalogue lies above every category. */
    static final String VERDICTS =
            """
            applicable as materialized (
                select * from catalog_rule
                where audience = 'EVERYBODY'
                   or audience = 'SEGMENT' and audience_code = :segment
                   or audience = 'COMPANY' and audience_code = :buyer),
            category_above (code, above, distance) as (
                select code, code::text, 0 from category
                union all
                select below.code, category.parent_code, below.distance + 1
                from category_above below join category on category.code = below.above
                where category.parent_code is not null),
            scope_above as (
                select code::text, above, distance from category_above
                union all select code, '', 1000000 from category
                union all select '', '', 1000000),
            category_verdict as materialized (
                select distinct on (scope_above.code) scope_above.code, rank, allow
                from scope_above join applicable
                    on sku is null and coalesce(category_code, '') = scope_above.above
                order by scope_above.code, rank, distance, allow),
            sku_verdict as materialized (
                select distinct on (sku) sku, rank, allow from applicable where sku is not null
                order by sku, rank, allow)""";

    /** To be joined to {@code product p}. */
    static final String JOIN =
            """
             left join category_verdict on category_verdict.code = coalesce(p.category_code, '')
             left join sku_verdict on sku_verdict.sku = p.sku
            """;

    /** True where the viewer may know of {@code p}. */
    static final String VISIBLE =
            """
            (:seesAll or case
                when sku_verdict.sku is not null and sku_verdict.rank <= coalesce(category_verdict.rank, 9)
                    then sku_verdict.allow
                else coalesce(category_verdict.allow, true) end)""";

    private Visibility() {}

    static StatementSpec as(CatalogueViewer viewer, StatementSpec statement) {
        return statement
                .param("seesAll", viewer.seesAll())
                .param("buyer", viewer.buyerCode())
                .param("segment", viewer.segment());
    }
}
