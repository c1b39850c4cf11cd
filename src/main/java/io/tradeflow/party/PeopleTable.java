package io.tradeflow.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People and units of buyers in the database. */
@Repository
class PeopleTable {

    private static final String PEOPLE =
            """
            select u.user_id, u.name, u.buyer_code, u.roles, u.active, u.unit_id, n.name as unit_name, u.order_limit, u.month_limit
            from buyer_user u left join buyer_unit n on n.id = u.unit_id
            where u.buyer_code = :buyer""";

    private final JdbcClient jdbc;

    PeopleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<BuyerPerson> people(String buyerCode) {
        return jdbc.sql(PEOPLE + " order by u.active desc, u.name, u.user_id")
                .param("buyer", buyerCode)
                .query(PeopleTable::person)
                .list();
    }

    Optional<BuyerPerson> person(String buyerCode, String userId) {
        return jdbc.sql(PEOPLE + " and u.user_id = lower(:user)")
                .param("buyer", buyerCode)
                .param("user", userId)
                .query(PeopleTable::person)
                .optional();
    }

    void update(String buyerCode, String userId, PersonChange change) {
        jdbc.sql(
                        """
                        update buyer_user set name = :name, roles = string_to_array(:roles, ',')::varchar[], active = :active,
                            unit_id = :unit, order_limit = :orderLimit, month_limit = :monthLimit
                        where buyer_code = :buyer and user_id = lower(:user)""")
                .param("name", change.name().strip())
                .param("roles", change.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .param("active", change.active())
                .param("unit", change.unitId(), Types.BIGINT)
                .param("orderLimit", change.orderLimit(), Types.NUMERIC)
                .param("monthLimit", change.monthLimit(), Types.NUMERIC)
                .param("buyer", buyerCode)
                .param("user", userId)
                .update();
    }

    List<BuyerUnit> units(String buyerCode) {
        return jdbc.sql("select id, buyer_code, name, parent_id from buyer_unit where buyer_code = :buyer order by id")
                .param("buyer", buyerCode)
                .query(BuyerUnit.class)
                .list();
    }

    /** Empty when there is a unit of this name. */
    Optional<BuyerUnit> addUnit(String buyerCode, String name, Long parentId) {
        return jdbc.sql(
                        """
                        insert into buyer_unit (buyer_code, name, parent_id) values (:buyer, :name, :parent)
                        on conflict (buyer_code, name) do nothing returning id, buyer_code, name, parent_id""")
                .param("buyer", buyerCode)
                .param("name", name)
                .param("parent", parentId, Types.BIGINT)
                .query(BuyerUnit.class)
                .optional();
    }

    /** Whether there was such a unit. @throws DuplicateKeyException for a name that another unit has */
    boolean changeUnit(String buyerCode, long id, String name, Long parentId) {
        return jdbc.sql(
                                "update buyer_unit set name = :name, parent_id = :parent where buyer_code = :buyer and id = :id")
                        .param("name", name)
                        .param("parent", parentId, Types.BIGINT)
                        .param("buyer", buyerCode)
                        .param("id", id)
                        .update()
                > 0;
    }

    /** @throws DataIntegrityViolationException while people or units belong to it */
    void removeUnit(String buyerCode, long id) {
        jdbc.sql("delete from buyer_unit where buyer_code = :buyer and id = :id")
                .param("buyer", buyerCode)
                .param("id", id)
                .update();
    }

    private static BuyerPerson person(ResultSet row, int index) throws SQLException {
        Set<BuyerRole> roles = Arrays.stream((Object[]) row.getArray("roles").getArray())
                .map(role -> BuyerRole.valueOf(role.toString()))
                .collect(Collectors.toSet());
        return new BuyerPerson(
                row.getString("user_id"),
                row.getString("name"),
                row.getString("buyer_code"),
                roles,
                row.getBoolean("active"),
                row.getObject("unit_id", Long.class),
                row.getString("unit_name"),
                row.getBigDecimal("order_limit"),
                row.getBigDecimal("month_limit"));
    }
}
