package io.tradeflow.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Buyers as rows. */
@Repository
class BuyerTable {

    private static final int AT_A_TIME = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate longAnswers;

    BuyerTable(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.longAnswers = new JdbcTemplate(database);
        longAnswers.setFetchSize(AT_A_TIME);
    }

    Optional<Buyer> find(String code) {
        return jdbc.sql("select * from buyer where code = :code")
                .param("code", code)
                .query((row, index) -> read(row))
                .optional();
    }

    List<Buyer> find(Collection<String> codes) {
        return jdbc.sql("select * from buyer where code = any (:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query((row, index) -> read(row))
                .list();
    }

    void forEach(Consumer<Buyer> reader) {
        longAnswers.query("select * from buyer order by code", row -> {
            reader.accept(read(row));
        });
    }

    List<Buyer> all() {
        return jdbc.sql("select * from buyer order by trade_name, code")
                .query((row, index) -> read(row))
                .list();
    }

    void save(Buyer buyer) {
        Map<String, Object> columns = columns(buyer);
        jdbc.sql(Upsert.addOrChange("buyer", "code", columns.keySet()))
                .params(columns)
                .update();
    }

    /** Whether the code was free. */
    boolean add(Buyer buyer) {
        Map<String, Object> columns = columns(buyer);
        return jdbc.sql(Upsert.addIfFree("buyer", "code", columns.keySet()))
                        .params(columns)
                        .update()
                == 1;
    }

    private static Map<String, Object> columns(Buyer buyer) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("code", buyer.code());
        columns.put("legal_name", buyer.legalName());
        columns.put("trade_name", buyer.tradeName());
        columns.put("category", buyer.category().name());
        columns.put("tax_registration", buyer.taxRegistration().name());
        columns.put("gstin", buyer.gstin());
        AddressColumns.put(columns, "bill_to_", buyer.billTo());
        AddressColumns.put(columns, "ship_to_", buyer.shipTo());
        columns.put("price_group", buyer.priceGroup());
        columns.put("currency", buyer.currency());
        columns.put("credit_days", buyer.creditDays());
        columns.put("contact_name", buyer.contactName());
        columns.put("email", buyer.email());
        columns.put("phone", buyer.phone());
        return columns;
    }

    private static Buyer read(ResultSet row) throws SQLException {
        return new Buyer(
                row.getString("code"),
                row.getString("legal_name"),
                row.getString("trade_name"),
                BusinessCategory.valueOf(row.getString("category")),
                TaxRegistration.valueOf(row.getString("tax_registration")),
                row.getString("gstin"),
                AddressColumns.read(row, "bill_to_"),
                AddressColumns.read(row, "ship_to_"),
                row.getString("price_group"),
                row.getString("currency"),
                row.getInt("credit_days"),
                row.getString("contact_name"),
                row.getString("email"),
                row.getString("phone"));
    }
}
