package io.tradeflow.ewaybill;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.party.GstState;
import io.tradeflow.party.GstStates;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ports of loading, and which of them the goods of an export go to: the one that was chosen, else the one the delivery rule names. */
@Service
@Transactional
public class Ports {

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_LINE = 120;

    private final JdbcClient jdbc;
    private final Clock clock;

    Ports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Port> all() {
        return jdbc.sql("select * from port order by name").query(Port.class).list();
    }

    private Optional<Port> find(String code) {
        return jdbc.sql("select * from port where code = :code")
                .param("code", code)
                .query(Port.class)
                .optional();
    }

    /**
     * Keeps a port under its code.
     *
     * @throws Problem {@code finance-only}; {@code port-invalid} per field
     */
    public Port save(Actor by, Port port) {
        if (!EwayRules.mayEnter(by)) {
            throw Problem.forbidden("finance-only", "Ports of loading are kept by finance");
        }
        check(port);
        jdbc.sql(
                        """
                        insert into port (code, name, line1, city, state_code, pin, active)
                        values (:code, :name, :line1, :city, :state, :pin, :active)
                        on conflict (code) do update set name = excluded.name, line1 = excluded.line1, city = excluded.city,
                            state_code = excluded.state_code, pin = excluded.pin, active = excluded.active""")
                .param("code", port.code())
                .param("name", port.name())
                .param("line1", port.line1())
                .param("city", port.city())
                .param("state", port.stateCode())
                .param("pin", port.pin())
                .param("active", port.active())
                .update();
        return port;
    }

    private void check(Port port) {
        List<Violation> wrong = new ArrayList<>();
        if (port.code() == null || !port.code().matches("IN[A-Z]{3}[0-9A-Z]")) {
            wrong.add(new Violation("code", "Six characters as customs write them, such as INNSA1"));
        }
        limit(wrong, "name", port.name(), LONGEST_NAME);
        limit(wrong, "line1", port.line1(), LONGEST_LINE);
        limit(wrong, "city", port.city(), LONGEST_NAME);
        Optional<GstState> state = GstStates.withCode(port.stateCode()).filter(GstState::isCurrent);
        if (state.isEmpty() || GstStates.OUTSIDE_INDIA.equals(port.stateCode())) {
            wrong.add(new Violation("stateCode", "The two digits of a State of India, such as 27"));
        } else if (!GstState.isPin(port.pin())) {
            wrong.add(new Violation("pin", "A PIN code of six digits"));
        } else if (!state.get().canHavePin(port.pin())) {
            wrong.add(new Violation(
                    "pin", port.pin() + " does not lie in " + state.get().name()));
        }
        if (port.name() != null
                && all().stream()
                        .anyMatch(other -> other.name().equals(port.name())
                                && !other.code().equals(port.code()))) {
            wrong.add(new Violation("name", "Another port is called so"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("port-invalid", "The port is not valid", wrong);
        }
    }

    private static void limit(List<Violation> wrong, String field, String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            wrong.add(new Violation(field, "1 to " + longest + " characters"));
        }
    }

    /** @throws Problem {@code port-unknown} */
    void choose(Actor by, String shipmentNumber, String code) {
        if (find(code).filter(Port::active).isEmpty()) {
            throw Problem.invalid("port-unknown", "port", "There is no port " + code + " in use");
        }
        jdbc.sql(
                        """
                        insert into shipment_port (shipment_number, port_code, chosen_by, chosen_at)
                        values (:shipment, :port, :by, :now)
                        on conflict (shipment_number) do update
                            set port_code = excluded.port_code, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at""")
                .param("shipment", shipmentNumber)
                .param("port", code)
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Empty where none was chosen and the order's delivery rule names none, as in "DAP Nice". */
    @Transactional(readOnly = true)
    public Optional<Port> of(String shipmentNumber, SalesOrder order) {
        Optional<Port> chosen = jdbc.sql(
                        "select p.* from port p join shipment_port s on s.port_code = p.code where s.shipment_number = :shipment")
                .param("shipment", shipmentNumber)
                .query(Port.class)
                .optional();
        return chosen.isPresent() ? chosen : named(order);
    }

    private Optional<Port> named(SalesOrder order) {
        if (order.delivery().incoterm() == null || order.delivery().incoterm().place() == null) {
            return Optional.empty();
        }
        String place = order.delivery().incoterm().place().strip().toLowerCase(Locale.ROOT);
        return all().stream()
                .filter(Port::active)
                .filter(port -> place.equals(port.name().toLowerCase(Locale.ROOT))
                        || place.equals(port.code().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
