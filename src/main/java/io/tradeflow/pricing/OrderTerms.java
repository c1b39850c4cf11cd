package io.tradeflow.pricing;

import io.tradeflow.catalog.OrderQuantityRule;
import io.tradeflow.catalog.PackagingUnit;
import io.tradeflow.catalog.Product;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Minimum quantity, multiple and order minimum, field by field: the nearest agreement that states it counts (customer, group, then the
 * product or everybody). Quantities are never rounded: the nearest valid ones are proposed. An accepted quote waives all of it.
 */
@Service
public class OrderTerms {

    private static final String MANAGERS = "sales-managers";
    private static final int DECIMALS = 6;

    private static final Comparator<OrderTermsRow> NEAREST_FIRST = Comparator.comparing(OrderTermsRow::level)
            .thenComparing((OrderTermsRow row) -> row.sku() == null)
            .thenComparing(OrderTermsRow::validFrom, Comparator.reverseOrder())
            .thenComparing(OrderTermsRow::id);

    private final JdbcClient jdbc;

    OrderTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What counts for a buyer on a day, for all these products: one round trip. */
    public Agreed agreed(String buyerCode, String priceTier, LocalDate on, Collection<String> skus) {
        return new Agreed(jdbc.sql(
                        """
                        select * from order_terms
                        where (level = 'BASE' or level = 'CUSTOMER' and owner = :buyer or level = 'GROUP' and owner = :tier)
                          and (sku is null or sku = any (:skus))
                          and valid_from <= :on and (valid_until is null or valid_until >= :on)""")
                .param("buyer", buyerCode)
                .param("tier", priceTier)
                .param("on", on)
                .param("skus", skus.toArray(String[]::new))
                .query(OrderTerms::row)
                .list());
    }

    /** The terms of a buyer. */
    public static final class Agreed {

        private final List<OrderTermsRow> rows;

        Agreed(List<OrderTermsRow> rows) {
            this.rows = rows.stream().sorted(NEAREST_FIRST).toList();
        }

        /** @param quantity in the product's unit */
        public OrderQuantityRule.Check check(Product product, BigDecimal quantity) {
            return check(product, quantity, null);
        }

        /**
         * Says so where it is not the product itself that refuses.
         *
         * @param quantity in the product's unit
         * @param packaging what the quantity was given in, null for the product's own unit
         */
        public OrderQuantityRule.Check check(Product product, BigDecimal quantity, PackagingUnit packaging) {
            Product adjusted = adjusted(product);
            OrderQuantityRule.Check check = OrderQuantityRule.check(adjusted, quantity, packaging);
            return check.valid() || adjusted.equals(product)
                    ? check
                    : new OrderQuantityRule.Check(
                            false, check.message() + ", as agreed for this buyer", check.proposals());
        }

        /** The product with what counts for this buyer in the place of its own quantities. */
        public Product adjusted(Product product) {
            return new Product(
                    product.sku(),
                    product.name(),
                    product.family(),
                    product.variant(),
                    product.category(),
                    product.hsn(),
                    product.unit(),
                    field(product.sku(), OrderTermsRow::minimumQuantity).orElse(product.minimumOrderQuantity()),
                    field(product.sku(), OrderTermsRow::orderMultiple).orElse(product.orderMultiple()),
                    product.batchTracked(),
                    product.cost(),
                    product.status(),
                    product.successor(),
                    product.grossWeightKg());
        }

        /** The least net value of an order in this currency; empty where none is agreed. */
        public Optional<BigDecimal> orderMinimum(String currency) {
            return rows.stream()
                    .filter(row -> currency.equals(row.currency()))
                    .map(OrderTermsRow::orderMinimum)
                    .filter(Objects::nonNull)
                    .findFirst();
        }

        private Optional<BigDecimal> field(String sku, Function<OrderTermsRow, BigDecimal> field) {
            return rows.stream()
                    .filter(row -> row.sku() == null || row.sku().equals(sku))
                    .filter(row -> field.apply(row) != null)
                    .map(field)
                    .findFirst();
        }
    }

    public List<OrderTermsRow> all() {
        return jdbc.sql("select * from order_terms order by level, owner nulls last, sku nulls first, valid_from")
                .query(OrderTerms::row)
                .list();
    }

    /** @throws Problem {@code sales-managers-only}; {@code invalid-order-terms} per field */
    @Transactional
    public void save(Actor by, OrderTermsRow row) {
        if (!(by instanceof Actor.Program || by instanceof Actor.Staff staff && staff.isIn(MANAGERS))) {
            throw Problem.forbidden("sales-managers-only", "Order terms are kept by the sales managers");
        }
        List<Violation> wrong = new ArrayList<>();
        check(row, wrong);
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-order-terms", "The order terms are not right", wrong);
        }
        jdbc.sql(
                        """
                        insert into order_terms (level, owner, sku, minimum_quantity, order_multiple, order_minimum, currency,
                            valid_from, valid_until)
                        values (:level, :owner, :sku, :minimum, :multiple, :orderMinimum, :currency, :from, :until)
                        on conflict on constraint order_terms_once do update set
                            minimum_quantity = excluded.minimum_quantity, order_multiple = excluded.order_multiple,
                            order_minimum = excluded.order_minimum, valid_until = excluded.valid_until""")
                .param("level", row.level().name())
                .param("owner", row.owner())
                .param("sku", row.sku())
                .param("minimum", row.minimumQuantity())
                .param("multiple", row.orderMultiple())
                .param("orderMinimum", row.orderMinimum())
                .param("currency", row.orderMinimum() == null ? null : row.currency())
                .param("from", row.validFrom())
                .param("until", row.validUntil())
                .update();
    }

    private void check(OrderTermsRow row, List<Violation> wrong) {
        if (row.level() == null) {
            wrong.add(new Violation("level", "is missing"));
        } else if ((row.level() == OrderTermsRow.Level.BASE) != (row.owner() == null)) {
            wrong.add(new Violation("owner", "is a buyer code or a price tier; terms for everybody have none"));
        }
        if (row.level() == OrderTermsRow.Level.BASE && (row.minimumQuantity() != null || row.orderMultiple() != null)) {
            wrong.add(new Violation("minimumQuantity", "For everybody the product itself states its quantities"));
        }
        if (row.level() == OrderTermsRow.Level.CUSTOMER
                && row.owner() != null
                && !exists("buyer where code", row.owner())) {
            wrong.add(new Violation("owner", "There is no buyer " + row.owner()));
        }
        if (row.sku() != null && !exists("product where sku", row.sku())) {
            wrong.add(new Violation("sku", "There is no product " + row.sku()));
        }
        if (row.minimumQuantity() == null && row.orderMultiple() == null && row.orderMinimum() == null) {
            wrong.add(new Violation("minimumQuantity", "State a minimum quantity, a multiple or an order minimum"));
        }
        positive(row.minimumQuantity(), "minimumQuantity", wrong);
        positive(row.orderMultiple(), "orderMultiple", wrong);
        positive(row.orderMinimum(), "orderMinimum", wrong);
        if (row.orderMinimum() != null && row.sku() != null) {
            wrong.add(new Violation("sku", "An order minimum is for the whole order, not for one product"));
        }
        if (row.orderMinimum() != null && !PriceRowRules.isCurrency(row.currency())) {
            wrong.add(new Violation("currency", "'" + row.currency() + "' is no ISO 4217 currency code"));
        }
        if (row.validFrom() == null) {
            wrong.add(new Violation("validFrom", "is missing"));
        } else if (row.validUntil() != null && row.validUntil().isBefore(row.validFrom())) {
            wrong.add(new Violation("validUntil", "lies before the first day"));
        }
    }

    private boolean exists(String where, String key) {
        return jdbc.sql("select count(*) from " + where + " = :key")
                        .param("key", key)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static void positive(BigDecimal figure, String field, List<Violation> wrong) {
        if (figure != null) {
            PriceRowRules.checkAmount(figure, DECIMALS, field, wrong);
        }
    }

    private static OrderTermsRow row(ResultSet row, int index) throws SQLException {
        return new OrderTermsRow(
                row.getLong("id"),
                OrderTermsRow.Level.valueOf(row.getString("level")),
                row.getString("owner"),
                row.getString("sku"),
                row.getBigDecimal("minimum_quantity"),
                row.getBigDecimal("order_multiple"),
                row.getBigDecimal("order_minimum"),
                row.getString("currency"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }
}
