package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Road distances from the warehouses to where PIN codes begin alike. */
@Service
@Transactional
public class WarehouseDistances {

    private final JdbcClient jdbc;

    WarehouseDistances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code km} from the warehouse to PIN codes that begin with {@code pinPrefix}. */
    public record Distance(String warehouseCode, String pinPrefix, BigDecimal km) {}

    /** Kilometres by warehouse to this PIN code; warehouses nobody has measured from are missing. */
    @Transactional(readOnly = true)
    public Map<String, BigDecimal> to(String pin) {
        Map<String, BigDecimal> km = new HashMap<>();
        if (pin == null) {
            return km;
        }
        jdbc.sql(
                        """
                        select distinct on (warehouse_code) warehouse_code, km from warehouse_distance
                        where :pin like pin_prefix || '%' order by warehouse_code, length(pin_prefix) desc
                        """)
                .param("pin", pin)
                .query(row -> {
                    km.put(row.getString("warehouse_code"), row.getBigDecimal("km"));
                });
        return km;
    }

    @Transactional(readOnly = true)
    public List<Distance> all() {
        return jdbc.sql("select warehouse_code, pin_prefix, km from warehouse_distance order by 1, 2")
                .query(Distance.class)
                .list();
    }

    /** Adds the distance or changes it. */
    public void save(Distance distance) {
        jdbc.sql("insert into warehouse_distance (warehouse_code, pin_prefix, km) values (:warehouse, :prefix, :km)"
                        + " on conflict (warehouse_code, pin_prefix) do update set km = excluded.km")
                .param("warehouse", distance.warehouseCode())
                .param("prefix", distance.pinPrefix())
                .param("km", distance.km())
                .update();
    }
}
