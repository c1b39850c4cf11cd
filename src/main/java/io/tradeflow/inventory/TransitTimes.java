package io.tradeflow.inventory;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The days goods are on the way. What is said of the nearer place counts: the longest beginning of a PIN code before the state before
 * everywhere; among equals what is said of the warehouse before what is said of all.
 */
@Service
@Transactional
public class TransitTimes {

    private static final Pattern PIN_PREFIX = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern STATE = Pattern.compile("[0-9]{2}");
    private static final int LONGEST = 365;

    private final JdbcClient jdbc;
    private final WarehouseTable warehouses;
    private final Clock clock;

    TransitTimes(JdbcClient jdbc, WarehouseTable warehouses, Clock clock) {
        this.jdbc = jdbc;
        this.warehouses = warehouses;
        this.clock = clock;
    }

    /** Days from each of these warehouses to the address, for goods that leave today; a warehouse nobody has said anything of is absent. */
    @Transactional(readOnly = true)
    public Map<String, Integer> to(Address place, Collection<String> from) {
        Map<String, Integer> days = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct on (w.code) w.code, t.days
                        from unnest(:warehouses::varchar[]) as w (code)
                        join transit_time t on (t.warehouse_code is null or t.warehouse_code = w.code)
                             and (t.pin_prefix is null or :pin like t.pin_prefix || '%')
                             and (t.state_code is null or t.state_code = :state)
                        where :today between t.valid_from and coalesce(t.valid_to, 'infinity'::date)
                        order by w.code, length(coalesce(t.pin_prefix, '')) desc, t.state_code is null, t.warehouse_code is null
                        """)
                .param("warehouses", from.stream().distinct().toArray(String[]::new))
                .param("pin", place.pin() == null ? "" : place.pin())
                .param("state", place.stateCode())
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    days.put(row.getString("code"), row.getInt("days"));
                });
        return days;
    }

    /** All that hold today or later. */
    @Transactional(readOnly = true)
    public List<TransitTime> current() {
        return jdbc.sql(
                        """
                        select * from transit_time where coalesce(valid_to, 'infinity'::date) >= :today
                        order by warehouse_code nulls last, pin_prefix nulls last, state_code nulls last, valid_from
                        """)
                .param("today", LocalDate.now(clock))
                .query(TransitTime.class)
                .list();
    }

    /** @throws Problem {@code planners-only}; {@code invalid-transit-time} naming every wrong field */
    public void add(Actor by, TransitTime time) {
        requireMayChange(by);
        List<Violation> wrong = new ArrayList<>();
        if (time.warehouseCode() != null
                && warehouses.find(time.warehouseCode()).isEmpty()) {
            wrong.add(new Violation("warehouseCode", "There is no warehouse " + time.warehouseCode()));
        }
        if (time.pinPrefix() != null && !PIN_PREFIX.matcher(time.pinPrefix()).matches()) {
            wrong.add(new Violation("pinPrefix", "The first one to six digits of a PIN code"));
        }
        if (time.stateCode() != null && !STATE.matcher(time.stateCode()).matches()) {
            wrong.add(new Violation("stateCode", "The two digits of a state's GST code, for example 27"));
        }
        if (time.pinPrefix() != null && time.stateCode() != null) {
            wrong.add(new Violation("stateCode", "Name the PIN codes or the state, not both"));
        }
        if (time.days() < 0 || time.days() > LONGEST) {
            wrong.add(new Violation("days", "0 to " + LONGEST + " days"));
        }
        if (time.validFrom() == null) {
            wrong.add(new Violation("validFrom", "The day from which it holds is needed"));
        } else if (time.validTo() != null && time.validTo().isBefore(time.validFrom())) {
            wrong.add(new Violation("validTo", "It would end before it begins"));
        } else if (wrong.isEmpty() && overlaps(time)) {
            wrong.add(new Violation("validFrom", "Another time holds there for the same place: end it first"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-transit-time", "The transit time is not right", wrong);
        }
        jdbc.sql(
                        """
                        insert into transit_time (warehouse_code, pin_prefix, state_code, days, valid_from, valid_to)
                        values (:warehouse, :pin, :state, :days, :from, :to)
                        """)
                .param("warehouse", time.warehouseCode())
                .param("pin", time.pinPrefix())
                .param("state", time.stateCode())
                .param("days", time.days())
                .param("from", time.validFrom())
                .param("to", time.validTo())
                .update();
    }

    private boolean overlaps(TransitTime time) {
        return jdbc.sql(
                        """
                        select exists (select from transit_time
                          where coalesce(warehouse_code, '') = coalesce(cast(:warehouse as varchar), '')
                            and coalesce(pin_prefix, '') = coalesce(cast(:pin as varchar), '')
                            and coalesce(state_code, '') = coalesce(cast(:state as varchar), '')
                            and daterange(valid_from, valid_to, '[]') && daterange(cast(:from as date), cast(:to as date), '[]'))
                        """)
                .param("warehouse", time.warehouseCode())
                .param("pin", time.pinPrefix())
                .param("state", time.stateCode())
                .param("from", time.validFrom())
                .param("to", time.validTo())
                .query(Boolean.class)
                .single();
    }

    /** It holds up to and including this day. @throws Problem not-found; {@code invalid-transit-time} */
    public void end(Actor by, long id, LocalDate lastDay) {
        requireMayChange(by);
        if (lastDay == null) {
            throw Problem.invalid("invalid-transit-time", "validTo", "The last day is needed");
        }
        LocalDate from = jdbc.sql("select valid_from from transit_time where id = :id")
                .param("id", id)
                .query(LocalDate.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("transit time", String.valueOf(id)));
        if (lastDay.isBefore(from)) {
            throw Problem.invalid("invalid-transit-time", "validTo", "It would end before it begins");
        }
        jdbc.sql(
                        "update transit_time set valid_to = :day where id = :id and coalesce(valid_to, 'infinity'::date) >= :day")
                .param("id", id)
                .param("day", lastDay)
                .update();
    }

    public boolean mayChange(Actor by) {
        return by instanceof Actor.Program || by instanceof Actor.Staff staff && staff.isIn("stock-planners");
    }

    private void requireMayChange(Actor by) {
        if (!mayChange(by)) {
            throw Problem.forbidden("planners-only", "Transit times are kept by the stock planners");
        }
    }
}
