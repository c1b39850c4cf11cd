package io.tradeflow.inventory;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Road distances from the warehouses to where PIN codes begin alike; they serve to compare from where an order is served. */
@Service
@Transactional
public class WarehouseDistances {

    private static final Pattern PREFIX = Pattern.compile("[1-9][0-9]{0,5}");
    private static final BigDecimal FARTHEST = BigDecimal.valueOf(4000);

    private final JdbcClient jdbc;
    private final WarehouseTable warehouses;

    WarehouseDistances(JdbcClient jdbc, WarehouseTable warehouses) {
        this.jdbc = jdbc;
        this.warehouses = warehouses;
    }

    /** {@code km} from the warehouse to PIN codes that begin with {@code pinPrefix}. */
    public record Distance(String warehouseCode, String pinPrefix, BigDecimal km) {}

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public List<Distance> from(String warehouseCode) {
        requireWarehouse(warehouseCode);
        return jdbc.sql(
                        "select warehouse_code, pin_prefix, km from warehouse_distance where warehouse_code = :code order by 2")
                .param("code", warehouseCode)
                .query(Distance.class)
                .list();
    }

    /** Kilometres to this PIN code, by the longest of its beginnings that is known; empty where none is. */
    @Transactional(readOnly = true)
    public Optional<BigDecimal> to(String warehouseCode, String pin) {
        return jdbc.sql(
                        """
                        select km from warehouse_distance where warehouse_code = :code and :pin like pin_prefix || '%'
                        order by length(pin_prefix) desc limit 1""")
                .param("code", warehouseCode)
                .param("pin", pin)
                .query(BigDecimal.class)
                .optional();
    }

    /**
     * Puts these in the place of all distances of the warehouse.
     *
     * @throws Problem {@code planners-only}, not-found, {@code invalid-distances} naming each wrong one
     */
    public void replace(Actor by, String warehouseCode, List<Distance> measured) {
        PlannersOnly.require(by);
        requireWarehouse(warehouseCode);
        List<Violation> wrong = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < measured.size(); at++) {
            Distance distance = measured.get(at);
            if (distance.pinPrefix() == null
                    || !PREFIX.matcher(distance.pinPrefix()).matches()) {
                wrong.add(new Violation(at(at, "pinPrefix"), "The first one to six digits of a PIN code"));
            } else if (!seen.add(distance.pinPrefix())) {
                wrong.add(new Violation(at(at, "pinPrefix"), distance.pinPrefix() + " is there twice"));
            }
            if (distance.km() == null
                    || distance.km().signum() < 0
                    || distance.km().compareTo(FARTHEST) > 0) {
                wrong.add(new Violation(at(at, "km"), "Kilometres between 0 and " + FARTHEST));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-distances", "The distances cannot be kept", wrong);
        }
        jdbc.sql("delete from warehouse_distance where warehouse_code = :code")
                .param("code", warehouseCode)
                .update();
        measured.forEach(distance -> jdbc.sql(
                        "insert into warehouse_distance (warehouse_code, pin_prefix, km) values (:code, :prefix, :km)")
                .param("code", warehouseCode)
                .param("prefix", distance.pinPrefix())
                .param("km", distance.km())
                .update());
    }

    private void requireWarehouse(String code) {
        if (warehouses.find(code).isEmpty()) {
            throw Problem.notFound("warehouse", code);
        }
    }

    private static String at(int index, String field) {
        return "[" + index + "]." + field;
    }
}
