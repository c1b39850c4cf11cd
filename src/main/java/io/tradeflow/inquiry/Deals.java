package io.tradeflow.inquiry;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealStage;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The deals with their stage and timeline; {@link Timeline} keeps them from {@link io.tradeflow.kernel.DealProgress} events. */
@Service
public class Deals {

    private static final int BIGGEST_PAGE = 200;

    /** Until the quote is with the buyer its value is ours alone. */
    private static final Set<DealStage> BEFORE_SENT =
            EnumSet.of(DealStage.INQUIRY, DealStage.QUOTING, DealStage.IN_APPROVAL);

    private static final String COLUMNS =
            """
            select number, buyer_code, buyer_name, stage, segment, value_amount, value_currency, requirement,
                   received_at, changed_at
            from deal""";

    private final JdbcClient jdbc;

    Deals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws io.tradeflow.kernel.Problem not-found if there is none, or it is another company's */
    @Transactional(readOnly = true)
    public Deal deal(Actor by, String number) {
        return jdbc.sql(COLUMNS + " where number = :number")
                .param("number", number)
                .query((row, n) -> deal(row, by))
                .optional()
                .filter(deal -> !(by instanceof Actor.BuyerUser user)
                        || user.buyerCode().equals(deal.buyerCode()))
                .orElseThrow(() -> Problem.notFound("deal", number));
    }

    /** Newest change first; a buyer's user sees the own company's only. Pages count from 0 and hold at most 200. */
    @Transactional(readOnly = true)
    public List<Deal> deals(Actor by, DealFilter filter) {
        Map<String, Object> params = new HashMap<>();
        String where = where(by, filter, params);
        int size = Math.max(1, Math.min(filter.size(), BIGGEST_PAGE));
        params.put("limit", size);
        params.put("offset", (long) Math.max(0, filter.page()) * size);
        return jdbc.sql(COLUMNS + where + " order by changed_at desc, number desc limit :limit offset :offset")
                .params(params)
                .query((row, n) -> deal(row, by))
                .list();
    }

    @Transactional(readOnly = true)
    public long count(Actor by, DealFilter filter) {
        Map<String, Object> params = new HashMap<>();
        return jdbc.sql("select count(*) from deal" + where(by, filter, params))
                .params(params)
                .query(Long.class)
                .single();
    }

    /** Oldest first; a buyer's user sees only what is for buyers. */
    @Transactional(readOnly = true)
    public List<DealEntry> timeline(Actor by, String number) {
        deal(by, number);
        String forThem = by instanceof Actor.BuyerUser ? " and for_buyer" : "";
        return jdbc.sql(
                        "select at, fact, document_number, by_name, for_buyer from deal_entry where deal_number = :number"
                                + forThem + " order by id")
                .param("number", number)
                .query((row, n) -> new DealEntry(
                        row.getTimestamp("at").toInstant(),
                        row.getString("fact"),
                        row.getString("document_number"),
                        row.getString("by_name"),
                        row.getBoolean("for_buyer")))
                .list();
    }

    /** What the deal is worth now. */
    @Transactional
    public void value(String number, Money value) {
        jdbc.sql("update deal set value_amount = :amount, value_currency = :currency where number = :number")
                .param("amount", value.amount())
                .param("currency", value.currency().getCurrencyCode())
                .param("number", number)
                .update();
    }

    void open(Inquiry inquiry, String buyerName) {
        Timestamp at = Timestamp.from(inquiry.receivedAt());
        jdbc.sql(
                        """
                        insert into deal (number, buyer_code, buyer_name, stage, requirement, received_at, changed_at)
                        values (:number, :buyerCode, :buyerName, :stage, :requirement, :at, :at)""")
                .param("number", inquiry.number())
                .param("buyerCode", inquiry.buyerCode())
                .param("buyerName", buyerName)
                .param("stage", DealStage.INQUIRY.name())
                .param("requirement", inquiry.requirement())
                .param("at", at)
                .update();
    }

    void segment(String number, String segment) {
        jdbc.sql("update deal set segment = :segment where number = :number")
                .param("segment", segment)
                .param("number", number)
                .update();
    }

    private static String where(Actor by, DealFilter filter, Map<String, Object> params) {
        StringBuilder where = new StringBuilder(" where true");
        String buyer = by instanceof Actor.BuyerUser user ? user.buyerCode() : filter.buyerCode();
        if (buyer != null && !buyer.isBlank()) {
            where.append(" and buyer_code = :buyer");
            params.put("buyer", buyer);
        }
        if (filter.stage() != null) {
            where.append(" and stage in (:stages)");
            params.put("stages", stages(by, filter.stage()));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            where.append(" and (number ilike :text or buyer_name ilike :text or requirement ilike :text or number in (")
                    .append("select deal_number from deal_entry where upper(document_number) = upper(:paper)")
                    .append(by instanceof Actor.BuyerUser ? " and for_buyer" : "")
                    .append("))");
            params.put("text", "%" + literally(filter.text().strip()) + "%");
            params.put("paper", filter.text().strip());
        }
        return where.toString();
    }

    /** Buyers are not told of approvals inside the company: to them the quote is in preparation. */
    private static DealStage shown(Actor by, DealStage stage) {
        return by instanceof Actor.BuyerUser && stage == DealStage.IN_APPROVAL ? DealStage.QUOTING : stage;
    }

    private static List<String> stages(Actor by, DealStage wanted) {
        return Arrays.stream(DealStage.values())
                .filter(stage -> shown(by, stage) == shown(by, wanted))
                .map(DealStage::name)
                .toList();
    }

    /** A pattern's own characters stand for themselves. */
    private static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static Deal deal(ResultSet row, Actor by) throws SQLException {
        DealStage stage = DealStage.valueOf(row.getString("stage"));
        boolean forBuyer = by instanceof Actor.BuyerUser;
        BigDecimal value = forBuyer && BEFORE_SENT.contains(stage) ? null : row.getBigDecimal("value_amount");
        Instant changedAt = row.getTimestamp("changed_at").toInstant();
        return new Deal(
                row.getString("number"),
                row.getString("buyer_code"),
                row.getString("buyer_name"),
                shown(by, stage),
                forBuyer ? null : row.getString("segment"),
                value == null ? null : Money.of(value, row.getString("value_currency")),
                row.getString("requirement"),
                row.getTimestamp("received_at").toInstant(),
                changedAt);
    }
}
