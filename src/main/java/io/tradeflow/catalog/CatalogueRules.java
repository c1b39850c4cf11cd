package io.tradeflow.catalog;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.party.Parties;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of who sees what; {@link Visibility} says which of them counts. */
@Service
public class CatalogueRules {

    private static final Pattern SEGMENT = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final int LONGEST_NOTE = 200;

    private static final String ALL =
            """
            select id, sku, category_code as category, audience, audience_code, allow, note from catalog_rule
            order by rank, audience_code, sku nulls last, category_code nulls last, allow
            """;

    private static final String ADD =
            """
            insert into catalog_rule (sku, category_code, audience, audience_code, allow, note)
            values (:sku, :category, :audience, :audienceCode, :allow, :note)
            on conflict on constraint catalog_rule_once do update set note = excluded.note
            """;

    private final JdbcClient jdbc;
    private final Products products;
    private final Categories categories;
    private final Parties parties;

    CatalogueRules(JdbcClient jdbc, Products products, Categories categories, Parties parties) {
        this.jdbc = jdbc;
        this.products = products;
        this.categories = categories;
        this.parties = parties;
    }

    /** In the order they are tried. */
    @Transactional(readOnly = true)
    public List<CatalogueRule> all() {
        return jdbc.sql(ALL).query(CatalogueRule.class).list();
    }

    /** Adding the same rule again changes its note only. @throws Problem {@code invalid-rule}, {@code catalogue-only} */
    @Transactional
    public void add(Actor by, CatalogueRule rule) {
        ProductChanges.requireMayChange(by);
        check(rule);
        jdbc.sql(ADD)
                .param("sku", rule.sku())
                .param("category", rule.category())
                .param("audience", rule.audience().name())
                .param("audienceCode", rule.audienceCode())
                .param("allow", rule.allow())
                .param("note", rule.note())
                .update();
    }

    /** @throws Problem not-found, {@code catalogue-only} */
    @Transactional
    public void remove(Actor by, long id) {
        ProductChanges.requireMayChange(by);
        if (jdbc.sql("delete from catalog_rule where id = :id").param("id", id).update() == 0) {
            throw Problem.notFound("rule", String.valueOf(id));
        }
    }

    private void check(CatalogueRule rule) {
        List<Violation> wrong = new ArrayList<>();
        if (rule.sku() != null && rule.category() != null) {
            wrong.add(new Violation("sku", "A rule is for a product or for a category, not for both"));
        }
        if (rule.sku() != null && products.bySku(Set.of(rule.sku())).isEmpty()) {
            wrong.add(new Violation("sku", "There is no product " + rule.sku()));
        }
        if (rule.category() != null && !categories.codes().contains(rule.category())) {
            wrong.add(new Violation("category", "There is no category " + rule.category()));
        }
        checkAudience(rule, wrong);
        if (rule.note() != null && rule.note().length() > LONGEST_NOTE) {
            wrong.add(new Violation("note", "has at most " + LONGEST_NOTE + " characters"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-rule", "The rule is not right", wrong);
        }
    }

    private void checkAudience(CatalogueRule rule, List<Violation> wrong) {
        String code = rule.audienceCode();
        if (rule.audience() == null) {
            wrong.add(new Violation("audience", "is missing"));
            return;
        }
        switch (rule.audience()) {
            case COMPANY -> {
                if (code == null || parties.findBuyer(code).isEmpty()) {
                    wrong.add(new Violation("audienceCode", "There is no buyer with the code " + code));
                }
            }
            case SEGMENT -> {
                if (code == null || !SEGMENT.matcher(code).matches()) {
                    wrong.add(new Violation("audienceCode", "Say which segment, for example TRADE"));
                }
            }
            case EVERYBODY -> {
                if (code != null) {
                    wrong.add(new Violation("audienceCode", "A rule for everybody names nobody"));
                }
            }
        }
    }
}
