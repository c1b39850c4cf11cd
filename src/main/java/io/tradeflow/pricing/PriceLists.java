package io.tradeflow.pricing;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.party.BuyerSegments;
import io.tradeflow.pricing.PriceRow.Level;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The price lists as staff keep them: the sales managers change them, all staff may look. */
@Service
public class PriceLists {

    private static final String MANAGERS = "sales-managers";
    private static final int MOST_ROWS = 1000;
    private static final int PERCENT_DECIMALS = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_OVER_COST = BigDecimal.valueOf(999);

    private final Prices prices;
    private final PricePolicyTable policies;
    private final BuyerSegments segments;
    private final JdbcClient jdbc;
    private final Clock clock;

    PriceLists(Prices prices, PricePolicyTable policies, BuyerSegments segments, JdbcClient jdbc, Clock clock) {
        this.prices = prices;
        this.policies = policies;
        this.segments = segments;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A row as it stands in the lists. */
    public record Entry(long id, PriceRow row) {

        /** For example "Customer price from 10, valid from 1 Apr 2026". */
        public String words() {
            return PriceWords.of(row, null);
        }
    }

    /** What is looked for; null is anything. {@code owner} is a buyer, price tier or channel. */
    public record Filter(String sku, String owner, Level level, int page, int size) {

        public Filter page(int other) {
            return new Filter(sku, owner, level, other, size);
        }
    }

    public boolean mayChange(Actor by) {
        return by instanceof Actor.Program || by instanceof Actor.Staff staff && staff.isIn(MANAGERS);
    }

    private static final String MATCHING =
            """
             from price_row
             where (:sku::varchar is null or sku = :sku) and (:owner::varchar is null or owner = :owner)
               and (:level::varchar is null or level = :level)
            """;

    /** By SKU, nearest level first, smallest tier first. */
    public List<Entry> find(Filter filter) {
        return matching(
                        "select *" + MATCHING
                                + """
                        order by sku nulls first, category_code nulls first, array_position(
                            array['CONTRACT', 'CUSTOMER', 'GROUP', 'CHANNEL', 'BASE'], level::text), owner, from_quantity,
                            valid_from, id
                        offset :offset limit :size""",
                        filter)
                .param("offset", (long) filter.page() * filter.size())
                .param("size", filter.size())
                .query((row, index) -> new Entry(row.getLong("id"), PriceTable.row(row)))
                .list();
    }

    /** How many rows {@link #find} has on all pages. */
    public long count(Filter filter) {
        return matching("select count(*)" + MATCHING, filter).query(Long.class).single();
    }

    private JdbcClient.StatementSpec matching(String sql, Filter filter) {
        return jdbc.sql(sql)
                .param("sku", filter.sku())
                .param("owner", filter.owner())
                .param("level", filter.level() == null ? null : filter.level().name());
    }

    /**
     * Adds rows or changes those with the same key; all or none.
     *
     * @throws Problem {@code sales-managers-only}; {@code invalid-prices} naming row and field
     */
    @Transactional
    public void save(Actor by, List<PriceRow> rows) {
        requireManager(by);
        if (rows == null || rows.isEmpty() || rows.size() > MOST_ROWS) {
            throw Problem.invalid("invalid-prices", "rows", "Between 1 and " + MOST_ROWS + " rows are taken at once");
        }
        prices.saveAll(rows);
    }

    /**
     * Lets a row count until a day, that included.
     *
     * @throws Problem {@code sales-managers-only}; {@code invalid-prices} where the row starts later; not-found
     */
    @Transactional
    public void end(Actor by, long id, LocalDate lastDay) {
        requireManager(by);
        if (lastDay == null) {
            throw Problem.invalid("invalid-prices", "lastDay", "The last day is missing");
        }
        if (!policies.end("price_row", id, lastDay)) {
            if (!exists("price_row", id)) {
                throw Problem.notFound("price row", String.valueOf(id));
            }
            throw Problem.invalid(
                    "invalid-prices", "lastDay", "The row starts later; end it on its first day or after");
        }
    }

    /**
     * The rows that would keep a new one from ever counting, those it would hide for good, and lower prices it would stand before; to be told
     * before it is kept.
     *
     * @throws Problem {@code invalid-prices} where the row itself is not right
     */
    public List<PriceShadow> shadows(PriceRow row) {
        List<Violation> wrong = prices.check(List.of(row));
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-prices", "The price rows are not right", wrong);
        }
        List<String> path = path(row);
        return new PriceShadows(path, buyer -> segments.of(buyer).priceTier(), LocalDate.now(clock))
                .of(row, meeting(row, path));
    }

    private List<String> path(PriceRow row) {
        return jdbc.sql(
                        """
                        with recursive above (code, distance) as (
                            select category_code, 0 from product where sku = :sku and category_code is not null
                            union all select code, 0 from category where code = :category
                            union all
                            select parent_code, distance + 1 from category join above using (code) where parent_code is not null
                        ) select code from above order by distance""")
                .param("sku", row.sku())
                .param("category", row.category())
                .query(String.class)
                .list();
    }

    private List<Entry> meeting(PriceRow row, List<String> path) {
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql(
                        """
                        select * from price_row
                        where currency = :currency and (valid_until is null or valid_until >= :from)
                          and (:until::date is null or valid_from <= :until)
                          and (sku = :sku or sku is null and (category_code is null or category_code = any (:path)))
                        order by id""")
                .param("currency", row.currency())
                .param("from", row.validFrom().isAfter(today) ? row.validFrom() : today)
                .param("until", row.validUntil())
                .param("sku", row.sku())
                .param("path", path.toArray(String[]::new))
                .query((found, index) -> new Entry(found.getLong("id"), PriceTable.row(found)))
                .list();
    }

    public List<Floor> floors() {
        return policies.floors();
    }

    public List<BulkBand> bulkBands() {
        return policies.bands();
    }

    /** @throws Problem {@code sales-managers-only}; {@code invalid-floor} per field */
    @Transactional
    public void save(Actor by, Floor floor) {
        requireManager(by);
        List<Violation> wrong = new ArrayList<>();
        checkCommon(floor.currency(), floor.validFrom(), floor.validUntil(), wrong);
        if ((floor.amount() == null) == (floor.overCost() == null)) {
            wrong.add(new Violation("amount", "A floor is an amount or a percentage over cost"));
        } else if (floor.amount() != null) {
            PriceRowRules.checkAmount(floor.amount(), 4, "amount", wrong);
            if (floor.sku() == null) {
                wrong.add(new Violation("sku", "An amount is for one SKU; use a percentage over cost for a category"));
            }
        } else if (floor.overCost().compareTo(HUNDRED.negate()) <= 0
                || floor.overCost().compareTo(MOST_OVER_COST) > 0) {
            wrong.add(new Violation("overCost", "lies above -100 and up to 999"));
        } else if (floor.overCost().stripTrailingZeros().scale() > PERCENT_DECIMALS) {
            wrong.add(new Violation("overCost", "has at most " + PERCENT_DECIMALS + " decimals"));
        }
        checkExists("product where sku", floor.sku(), "sku", "product", wrong);
        checkExists("category where code", floor.category(), "category", "category", wrong);
        if (floor.sku() != null && floor.category() != null) {
            wrong.add(new Violation("category", "A floor is for a SKU or for a category, not for both"));
        }
        refuse("invalid-floor", "The floor is not right", wrong);
        policies.save(floor);
    }

    /** @throws Problem {@code sales-managers-only}; {@code invalid-bulk-discount} per field */
    @Transactional
    public void save(Actor by, BulkBand band) {
        requireManager(by);
        List<Violation> wrong = new ArrayList<>();
        checkCommon(band.currency(), band.validFrom(), band.validUntil(), wrong);
        if (band.measure() == null) {
            wrong.add(new Violation("measure", "is missing: VALUE or QUANTITY"));
        } else if ((band.measure() == BulkBand.Measure.QUANTITY) != (band.unit() != null)) {
            wrong.add(new Violation("unit", "A quantity needs a unit, a value has none"));
        } else {
            checkExists("unit_code where code", band.unit(), "unit", "unit", wrong);
        }
        PriceRowRules.checkAmount(band.fromAmount(), 6, "fromAmount", wrong);
        if (band.percent() == null
                || band.percent().signum() <= 0
                || band.percent().compareTo(HUNDRED) >= 0) {
            wrong.add(new Violation("percent", "lies above 0 and below 100"));
        } else if (band.percent().stripTrailingZeros().scale() > PERCENT_DECIMALS) {
            wrong.add(new Violation("percent", "has at most " + PERCENT_DECIMALS + " decimals"));
        }
        refuse("invalid-bulk-discount", "The bulk discount is not right", wrong);
        policies.save(band);
    }

    /**
     * Lets a floor, a bulk discount or order terms count until a day, that included.
     *
     * @throws Problem {@code sales-managers-only}; {@code invalid-prices} where it starts later; not-found
     */
    @Transactional
    public void end(Actor by, Policy policy, long id, LocalDate lastDay) {
        requireManager(by);
        if (lastDay == null) {
            throw Problem.invalid("invalid-prices", "lastDay", "The last day is missing");
        }
        if (!policies.end(policy.table, id, lastDay)) {
            if (!exists(policy.table, id)) {
                throw Problem.notFound(policy.words, String.valueOf(id));
            }
            throw Problem.invalid("invalid-prices", "lastDay", "It starts later; end it on its first day or after");
        }
    }

    private boolean exists(String table, long id) {
        return jdbc.sql("select count(*) from " + table + " where id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** What can be ended besides price rows. */
    public enum Policy {
        FLOOR("price_floor", "price floor"),
        BULK_DISCOUNT("bulk_discount", "bulk discount"),
        ORDER_TERMS("order_terms", "order terms");

        private final String table;
        private final String words;

        Policy(String table, String words) {
            this.table = table;
            this.words = words;
        }
    }

    public List<PriceAgreement> agreements() {
        return jdbc.sql("select * from price_agreement order by buyer_code, number")
                .query((row, index) -> new PriceAgreement(
                        row.getString("number"),
                        row.getString("buyer_code"),
                        row.getString("title"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class)))
                .list();
    }

    /** @throws Problem {@code sales-managers-only}; {@code invalid-agreement} per field */
    @Transactional
    public void save(Actor by, PriceAgreement agreement) {
        requireManager(by);
        List<Violation> wrong = new ArrayList<>();
        if (agreement.number() == null || !agreement.number().matches("[A-Z0-9][A-Z0-9./-]{0,39}")) {
            wrong.add(new Violation("number", "has at most 40 capitals, digits, hyphens, dots and slashes"));
        }
        if (agreement.title() == null || agreement.title().isBlank()) {
            wrong.add(new Violation("title", "is missing"));
        }
        checkCommon("INR", agreement.validFrom(), agreement.validUntil(), wrong);
        if (agreement.buyerCode() == null) {
            wrong.add(new Violation("buyerCode", "is missing"));
        }
        checkExists("buyer where code", agreement.buyerCode(), "buyerCode", "buyer", wrong);
        refuse("invalid-agreement", "The agreement is not right", wrong);
        int saved = jdbc.sql(
                        """
                        insert into price_agreement (number, buyer_code, title, valid_from, valid_until)
                        values (:number, :buyer, :title, :from, :until)
                        on conflict (number) do update set
                            title = excluded.title, valid_from = excluded.valid_from, valid_until = excluded.valid_until
                        where price_agreement.buyer_code = excluded.buyer_code""")
                .param("number", agreement.number())
                .param("buyer", agreement.buyerCode())
                .param("title", agreement.title().strip())
                .param("from", agreement.validFrom())
                .param("until", agreement.validUntil())
                .update();
        if (saved == 0) {
            throw Problem.invalid("invalid-agreement", "number", agreement.number() + " is with another buyer");
        }
    }

    private void checkExists(String where, String key, String field, String what, List<Violation> wrong) {
        if (key != null
                && jdbc.sql("select count(*) from " + where + " = :key")
                                .param("key", key)
                                .query(Long.class)
                                .single()
                        == 0) {
            wrong.add(new Violation(field, "There is no " + what + " " + key));
        }
    }

    private static void checkCommon(String currency, LocalDate from, LocalDate until, List<Violation> wrong) {
        if (!PriceRowRules.isCurrency(currency)) {
            wrong.add(new Violation("currency", "'" + currency + "' is no ISO 4217 currency code"));
        }
        if (from == null) {
            wrong.add(new Violation("validFrom", "is missing"));
        } else if (until != null && until.isBefore(from)) {
            wrong.add(new Violation("validUntil", "lies before the first day"));
        }
    }

    private static void refuse(String slug, String title, List<Violation> wrong) {
        if (!wrong.isEmpty()) {
            throw Problem.invalid(slug, title, wrong);
        }
    }

    /** @throws Problem {@code sales-managers-only} */
    public void requireManager(Actor by) {
        if (!mayChange(by)) {
            throw Problem.forbidden("sales-managers-only", "Price lists are kept by the sales managers");
        }
    }
}
