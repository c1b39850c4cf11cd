package io.tradeflow.dispatch;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.party.TransporterId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The carriers, kept by the warehouse. */
@Service
@Transactional
public class Carriers {

    private static final Set<String> KEEPERS = Set.of("warehouse", "stock-planners", "operations");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_URL = 300;

    private final JdbcClient jdbc;

    Carriers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All, by name. */
    @Transactional(readOnly = true)
    public List<Carrier> all() {
        return jdbc.sql("select * from carrier order by name")
                .query((row, index) -> carrier(row))
                .list();
    }

    /** The active carrier of this code or name, whatever the capitals; empty if it is none of ours. */
    @Transactional(readOnly = true)
    public Optional<Carrier> called(String codeOrName) {
        return jdbc.sql(
                        "select * from carrier where active and (upper(code) = upper(:text) or upper(name) = upper(:text))"
                                + " order by upper(code) = upper(:text) desc limit 1")
                .param("text", codeOrName)
                .query((row, index) -> carrier(row))
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<Carrier> find(String code) {
        return jdbc.sql("select * from carrier where code = :code")
                .param("code", code)
                .query((row, index) -> carrier(row))
                .optional();
    }

    public boolean mayKeep(Actor by) {
        return by instanceof Actor.Staff person && KEEPERS.stream().anyMatch(person::isIn);
    }

    /**
     * Adds or changes a carrier. Consignments keep the name they were handed over under.
     *
     * @throws Problem {@code carriers-only}; {@code invalid-carrier} per field
     */
    public void save(Actor by, Carrier carrier) {
        if (!mayKeep(by)) {
            throw Problem.forbidden("carriers-only", "Carriers are kept by warehouse, stock planners and operations");
        }
        check(carrier);
        jdbc.sql(
                        """
                        insert into carrier (code, name, transporter_id, tracking_url, modes, active)
                        values (:code, :name, :transporter, :url, :modes, :active)
                        on conflict (code) do update set name = excluded.name, transporter_id = excluded.transporter_id,
                            tracking_url = excluded.tracking_url, modes = excluded.modes, active = excluded.active""")
                .param("code", carrier.code())
                .param("name", carrier.name().strip())
                .param("transporter", carrier.transporterId())
                .param("url", carrier.trackingUrl())
                .param(
                        "modes",
                        carrier.modes().stream()
                                .sorted(Comparator.naturalOrder())
                                .map(Enum::name)
                                .collect(Collectors.joining(",")))
                .param("active", carrier.active())
                .update();
    }

    private void check(Carrier carrier) {
        List<Violation> wrong = new ArrayList<>();
        if (carrier.code() == null || !carrier.code().matches("[A-Z0-9][A-Z0-9-]{0,19}")) {
            wrong.add(new Violation("code", "At most 20 capital letters, digits and hyphens"));
        }
        if (carrier.name() == null || carrier.name().isBlank() || carrier.name().length() > LONGEST_NAME) {
            wrong.add(new Violation("name", "The carrier's name, at most " + LONGEST_NAME + " characters"));
        } else if (isNameOfAnother(carrier)) {
            wrong.add(new Violation("name", "Another carrier has this name"));
        }
        if (carrier.transporterId() != null) {
            TransporterId.whyInvalid(carrier.transporterId())
                    .ifPresent(message -> wrong.add(new Violation("transporterId", message)));
        }
        String url = carrier.trackingUrl();
        if (url != null && (!url.startsWith("https://") || !url.contains("{number}") || url.length() > LONGEST_URL)) {
            wrong.add(new Violation(
                    "trackingUrl", "An address that begins with https:// and has {number} where the number goes"));
        }
        if (carrier.modes().isEmpty()) {
            wrong.add(new Violation("modes", "At least one of ROAD, RAIL, AIR and SHIP"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-carrier", "The carrier's data are not right", wrong);
        }
    }

    private boolean isNameOfAnother(Carrier carrier) {
        return jdbc.sql("select exists (select 1 from carrier where upper(name) = :name and code <> :code)")
                .param("name", carrier.name().strip().toUpperCase(Locale.ROOT))
                .param("code", carrier.code() == null ? "" : carrier.code())
                .query(Boolean.class)
                .single();
    }

    private static Carrier carrier(ResultSet row) throws SQLException {
        return new Carrier(
                row.getString("code"),
                row.getString("name"),
                row.getString("transporter_id"),
                row.getString("tracking_url"),
                Arrays.stream(row.getString("modes").split(","))
                        .map(HandOver.Mode::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(HandOver.Mode.class))),
                row.getBoolean("active"));
    }
}
