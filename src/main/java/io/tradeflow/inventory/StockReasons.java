package io.tradeflow.inventory;

import io.tradeflow.inventory.StockReason.Use;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reasons for which stock is adjusted, held back or lost; the stock planners keep them. */
@Service
@Transactional
public class StockReasons {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_-]{0,29}");
    private static final int LONGEST_NAME = 100;

    private final JdbcClient jdbc;

    StockReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, those in use first. */
    @Transactional(readOnly = true)
    public List<StockReason> all() {
        return jdbc.sql("select * from stock_reason order by not active, name")
                .query(StockReasons::reason)
                .list();
    }

    Optional<StockReason> find(String code) {
        return jdbc.sql("select * from stock_reason where code = :code")
                .param("code", code)
                .query(StockReasons::reason)
                .optional();
    }

    /** Adds the reason or changes the one with this code. @throws Problem {@code planners-only}; {@code invalid-stock-reason} */
    public void save(Actor by, StockReason reason) {
        if (!mayChange(by)) {
            throw Problem.forbidden("planners-only", "The reasons are kept by the stock planners");
        }
        List<Violation> wrong = new ArrayList<>();
        if (reason.code() == null || !CODE.matcher(reason.code()).matches()) {
            wrong.add(new Violation("code", "Capital letters, digits, hyphens; at most 30, a letter first"));
        }
        if (reason.name() == null || reason.name().isBlank() || reason.name().length() > LONGEST_NAME) {
            wrong.add(new Violation("name", "A name of at most " + LONGEST_NAME + " characters is needed"));
        }
        if (reason.uses().isEmpty()) {
            wrong.add(new Violation("uses", "Say what it explains: " + Arrays.toString(Use.values())));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-stock-reason", "The reason is not right", wrong);
        }
        jdbc.sql(
                        """
                        insert into stock_reason (code, name, uses, active) values (:code, :name, :uses, :active)
                        on conflict (code) do update
                        set name = excluded.name, uses = excluded.uses, active = excluded.active
                        """)
                .param("code", reason.code())
                .param("name", reason.name().strip())
                .param("uses", reason.uses().stream().map(Use::name).sorted().toArray(String[]::new))
                .param("active", reason.active())
                .update();
    }

    public boolean mayChange(Actor by) {
        return by instanceof Actor.Program || by instanceof Actor.Staff staff && staff.isIn("stock-planners");
    }

    private static StockReason reason(ResultSet row, int number) throws SQLException {
        Array uses = row.getArray("uses");
        return new StockReason(
                row.getString("code"),
                row.getString("name"),
                Arrays.stream((String[]) uses.getArray()).map(Use::valueOf).collect(Collectors.toSet()),
                row.getBoolean("active"));
    }
}
