package io.tradeflow.inquiry;

import io.tradeflow.catalog.CatalogueViewers;
import io.tradeflow.catalog.Offerings;
import io.tradeflow.catalog.PackagingUnits;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DealStage;
import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.BuyerSegments;
import io.tradeflow.party.Parties;
import io.tradeflow.pricing.OrderTerms;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes inquiries in. */
@Service
public class Inquiries {

    private static final String SERIES = "INQ";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final Set<String> TAKES_INQUIRIES = Set.of("sales-desk", "sales-managers", "directors");

    private final StoredInquiries stored;
    private final Deals deals;
    private final Parties parties;
    private final Offerings offerings;
    private final CatalogueViewers viewers;
    private final PackagingUnits packaging;
    private final OrderTerms terms;
    private final BuyerSegments segments;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Inquiries(
            StoredInquiries stored,
            Deals deals,
            Parties parties,
            Offerings offerings,
            CatalogueViewers viewers,
            PackagingUnits packaging,
            OrderTerms terms,
            BuyerSegments segments,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stored = stored;
        this.deals = deals;
        this.parties = parties;
        this.offerings = offerings;
        this.viewers = viewers;
        this.packaging = packaging;
        this.terms = terms;
        this.segments = segments;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Checks the draft whole, gives it a number, opens the deal and tells the process ({@link InquiryReceived}). A buyer's user may leave
     * the buyer code out; channel and urgency default to the API and normal.
     *
     * @throws io.tradeflow.kernel.Problem naming every wrong field: unknown SKU, quantity not positive, below the minimum order quantity, no
     *     multiple, needed-by in the past, wrong unit, another company's buyer code
     */
    @Transactional
    public Inquiry submit(Actor by, InquiryDraft draft) {
        Buyer buyer = buyerOf(by, draft);
        AskedProducts asked = check(by, buyer, draft);
        Inquiry inquiry =
                inquiry(by, buyer, draft, asked, numberOf(LocalDate.now(clock)).value());
        // flushed, because the deal's row refers to it and is written by plain SQL
        stored.saveAndFlush(new StoredInquiry(inquiry));
        deals.open(inquiry, displayName(buyer));
        events.publishEvent(
                DealProgress.reached(inquiry.number(), DealStage.INQUIRY, receivedFact(inquiry), inquiry.number(), by));
        events.publishEvent(new InquiryReceived(
                inquiry.number(), buyer.code(), displayName(buyer), buyer.category(), buyer.taxRegistration()));
        return inquiry;
    }

    /** As {@link #submit} would take it, but nothing is kept and it has no number. */
    Inquiry checked(Actor by, InquiryDraft draft) {
        Buyer buyer = buyerOf(by, draft);
        return inquiry(by, buyer, draft, check(by, buyer, draft), null);
    }

    /** A buyer's user asks for what the company may see; the sales desk may take in anything that is sold. */
    private AskedProducts check(Actor by, Buyer buyer, InquiryDraft draft) {
        Set<String> skus = skusOf(draft);
        LocalDate today = LocalDate.now(clock);
        AskedProducts asked = new AskedProducts(
                offerings.visible(viewers.of(by), skus),
                packaging.of(skus),
                terms.agreed(buyer.code(), segments.of(buyer.code()).priceTier(), today, skus));
        new InquiryCheck(today, asked, by instanceof Actor.BuyerUser).check(draft);
        return asked;
    }

    /** Whether this actor sends inquiries: buyers their own, and the sales desk for them. */
    public boolean maySubmit(Actor by) {
        return !(by instanceof Actor.Staff staff) || takesInquiries(staff);
    }

    static boolean takesInquiries(Actor.Staff staff) {
        return TAKES_INQUIRIES.stream().anyMatch(staff::isIn);
    }

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public Inquiry inquiry(String number) {
        return find(number).toInquiry();
    }

    /** As this actor may see it. @throws Problem not-found if there is none, or it is another company's */
    @Transactional(readOnly = true)
    public Inquiry inquiry(Actor by, String number) {
        Inquiry inquiry = inquiry(number);
        if (by instanceof Actor.BuyerUser user && !user.buyerCode().equals(inquiry.buyerCode())) {
            throw Problem.notFound("inquiry", number);
        }
        return inquiry;
    }

    /** What customer-segment.dmn decided. May be repeated. */
    @Transactional
    public void assignSegment(String number, String segment, String priceTier, Handling handling) {
        find(number).assign(segment, priceTier, handling);
        deals.segment(number, segment);
    }

    private StoredInquiry find(String number) {
        return stored.findByNumber(number).orElseThrow(() -> Problem.notFound("inquiry", number));
    }

    private Buyer buyerOf(Actor by, InquiryDraft draft) {
        if (by instanceof Actor.BuyerUser user) {
            if (draft.buyerCode() != null && !draft.buyerCode().equals(user.buyerCode())) {
                throw Problem.invalid("inquiry-invalid", "buyerCode", "Inquiries can be sent for the own company only");
            }
            return parties.buyer(user.buyerCode());
        }
        if (!maySubmit(by)) {
            throw Problem.forbidden("sales-only", "Inquiries are taken in by the sales desk");
        }
        if (draft.buyerCode() == null || draft.buyerCode().isBlank()) {
            throw Problem.invalid("inquiry-invalid", "buyerCode", "The buyer is missing");
        }
        return parties.findBuyer(draft.buyerCode())
                .orElseThrow(() -> Problem.invalid(
                        "inquiry-invalid", "buyerCode", "There is no buyer with the code " + draft.buyerCode()));
    }

    private static Set<String> skusOf(InquiryDraft draft) {
        Set<String> skus = new LinkedHashSet<>();
        if (draft.lines() != null) {
            draft.lines().stream()
                    .map(InquiryDraft.Line::sku)
                    .filter(Objects::nonNull)
                    .forEach(skus::add);
        }
        return skus;
    }

    private Inquiry inquiry(Actor by, Buyer buyer, InquiryDraft draft, AskedProducts asked, String number) {
        List<Inquiry.Line> lines = new ArrayList<>();
        for (InquiryDraft.Line line : draft.lines()) {
            lines.add(asked.line(lines.size() + 1, line));
        }
        return new Inquiry(
                number,
                buyer.code(),
                draft.channel() == null ? InquiryDraft.Channel.API : draft.channel(),
                draft.buyerReference(),
                draft.requirement(),
                draft.urgency() == null ? InquiryDraft.Urgency.NORMAL : draft.urgency(),
                draft.neededBy(),
                null,
                null,
                null,
                by.name(),
                by.userId(),
                by instanceof Actor.Staff,
                clock.instant(),
                List.copyOf(lines));
    }

    private DocumentNumber numberOf(LocalDate today) {
        long serial = jdbc.sql("select nextval('inquiry_number_seq')")
                .query(Long.class)
                .single();
        return DocumentNumber.of(SERIES, FinancialYear.of(today), serial);
    }

    private static String displayName(Buyer buyer) {
        return buyer.tradeName() == null || buyer.tradeName().isBlank() ? buyer.legalName() : buyer.tradeName();
    }

    private static String receivedFact(Inquiry inquiry) {
        int lines = inquiry.lines().size();
        return "Inquiry received with " + lines + (lines == 1 ? " line" : " lines")
                + (inquiry.neededBy() == null ? "" : ", needed by " + DAY.format(inquiry.neededBy()));
    }
}
