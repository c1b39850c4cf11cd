package io.tradeflow.inventory;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long batches must still be usable when they leave for a buyer, in days. */
@Service
@Transactional
public class RemainingLife {

    private static final int MOST = 3650;

    private final JdbcClient jdbc;

    RemainingLife(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Zero where nothing is agreed: a batch may be used up to and including the day it expires on. */
    @Transactional(readOnly = true)
    public int days(String buyerCode) {
        return jdbc.sql("select days from remaining_life where buyer_code = :buyer")
                .param("buyer", buyerCode)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** What is agreed, by buyer. */
    @Transactional(readOnly = true)
    public Map<String, Integer> agreed() {
        Map<String, Integer> agreed = new TreeMap<>();
        jdbc.sql("select buyer_code, days from remaining_life").query(row -> {
            agreed.put(row.getString("buyer_code"), row.getInt("days"));
        });
        return agreed;
    }

    /**
     * Agrees on this many days from the next allocation on; zero ends the agreement.
     *
     * @throws Problem {@code planners-only}, {@code invalid-days}
     */
    public void agree(Actor by, String buyerCode, int days) {
        PlannersOnly.require(by);
        if (days < 0 || days > MOST) {
            throw Problem.invalid("invalid-days", "days", "Days between 0 and " + MOST + ", 0 for none");
        }
        if (days == 0) {
            jdbc.sql("delete from remaining_life where buyer_code = :buyer")
                    .param("buyer", buyerCode)
                    .update();
            return;
        }
        jdbc.sql("insert into remaining_life (buyer_code, days) values (:buyer, :days)"
                        + " on conflict (buyer_code) do update set days = excluded.days")
                .param("buyer", buyerCode)
                .param("days", days)
                .update();
    }
}
