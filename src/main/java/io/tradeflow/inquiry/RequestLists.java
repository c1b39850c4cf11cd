package io.tradeflow.inquiry;

import io.tradeflow.catalog.CatalogueViewers;
import io.tradeflow.catalog.Offerings;
import io.tradeflow.catalog.PackagingUnit;
import io.tradeflow.catalog.PackagingUnits;
import io.tradeflow.catalog.Product;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Quantity;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a buyer's user puts together in the catalogue until it becomes an inquiry; kept for that user at that company. */
@Service
@Transactional
public class RequestLists {

    private static final String OWN = " where user_id = :user and buyer_code = :buyer";

    private final JdbcClient jdbc;
    private final Inquiries inquiries;
    private final Offerings offerings;
    private final CatalogueViewers viewers;
    private final PackagingUnits packaging;
    private final Clock clock;

    RequestLists(
            JdbcClient jdbc,
            Inquiries inquiries,
            Offerings offerings,
            CatalogueViewers viewers,
            PackagingUnits packaging,
            Clock clock) {
        this.jdbc = jdbc;
        this.inquiries = inquiries;
        this.offerings = offerings;
        this.viewers = viewers;
        this.packaging = packaging;
        this.clock = clock;
    }

    /** In the order they were added. */
    @Transactional(readOnly = true)
    public List<RequestLine> lines(Actor.BuyerUser by) {
        List<InquiryDraft.Line> kept = kept(by);
        List<String> skus = kept.stream().map(InquiryDraft.Line::sku).toList();
        Map<String, Product> products = offerings.visible(viewers.of(by), skus);
        Map<String, List<PackagingUnit>> packages = packaging.of(skus);
        return kept.stream()
                .map(line -> line(line, products.get(line.sku()), packages.getOrDefault(line.sku(), List.of())))
                .toList();
    }

    @Transactional(readOnly = true)
    public int count(Actor by) {
        return by instanceof Actor.BuyerUser user
                ? own(user, "select count(*) from request_line" + OWN)
                        .query(Integer.class)
                        .single()
                : 0;
    }

    /** What is there already in the same unit grows. @throws io.tradeflow.kernel.Problem {@code inquiry-invalid} by line and field */
    public void add(Actor.BuyerUser by, List<InquiryDraft.Line> lines) {
        Inquiry asked = inquiries.checked(by, draft(by, lines, null, null, null, null));
        asked.lines().forEach(line -> {
            Quantity entered = line.entered() == null ? line.quantity() : line.entered();
            own(
                            by,
                            """
                            insert into request_line (user_id, buyer_code, sku, unit, quantity, added_at)
                            values (:user, :buyer, :sku, :unit, :quantity, :at)
                            on conflict (user_id, buyer_code, sku, unit) do update
                                set quantity = request_line.quantity + excluded.quantity""")
                    .param("sku", line.sku())
                    .param("unit", entered.unit())
                    .param("quantity", entered.value())
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
        });
    }

    /** The list from now on. @throws io.tradeflow.kernel.Problem {@code inquiry-invalid}; then it stays as it was */
    public void replace(Actor.BuyerUser by, List<InquiryDraft.Line> lines) {
        if (!lines.isEmpty()) {
            inquiries.checked(by, draft(by, lines, null, null, null, null));
        }
        own(by, "delete from request_line" + OWN).update();
        if (!lines.isEmpty()) {
            add(by, lines);
        }
    }

    /** The list becomes an inquiry and is empty then; sent twice at once, it becomes one. */
    public Inquiry submit(
            Actor.BuyerUser by,
            String buyerReference,
            String requirement,
            InquiryDraft.Urgency urgency,
            LocalDate neededBy) {
        List<InquiryDraft.Line> lines = kept(by);
        int taken = own(by, "delete from request_line" + OWN).update();
        return inquiries.submit(
                by,
                draft(by, taken == lines.size() ? lines : List.of(), buyerReference, requirement, urgency, neededBy));
    }

    private List<InquiryDraft.Line> kept(Actor.BuyerUser by) {
        return own(by, "select sku, quantity, unit from request_line" + OWN + " order by added_at, sku, unit")
                .query((row, index) -> new InquiryDraft.Line(
                        row.getString("sku"), row.getBigDecimal("quantity"), row.getString("unit"), null))
                .list();
    }

    private StatementSpec own(Actor.BuyerUser by, String sql) {
        return jdbc.sql(sql).param("user", by.userId()).param("buyer", by.buyerCode());
    }

    private static InquiryDraft draft(
            Actor.BuyerUser by,
            List<InquiryDraft.Line> lines,
            String buyerReference,
            String requirement,
            InquiryDraft.Urgency urgency,
            LocalDate neededBy) {
        return new InquiryDraft(
                by.buyerCode(), InquiryDraft.Channel.PORTAL, buyerReference, requirement, urgency, neededBy, lines);
    }

    private static RequestLine line(InquiryDraft.Line kept, Product product, List<PackagingUnit> packages) {
        Quantity entered = new Quantity(kept.quantity(), kept.unit());
        if (product == null || !product.active()) {
            return new RequestLine(kept.sku(), entered, null, null);
        }
        if (kept.unit().equals(product.unit())) {
            return new RequestLine(kept.sku(), entered, entered, product);
        }
        return packages.stream()
                .filter(unit -> unit.unit().equals(kept.unit()))
                .findFirst()
                .map(unit -> unit.toBase(kept.quantity()))
                .map(base -> new RequestLine(kept.sku(), entered, new Quantity(base, product.unit()), product))
                .orElseGet(() -> new RequestLine(kept.sku(), entered, null, null));
    }
}
