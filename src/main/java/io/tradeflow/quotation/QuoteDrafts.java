package io.tradeflow.quotation;

import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.Products;
import io.tradeflow.inquiry.Inquiry;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens drafts: the first one from the inquiry, later ones as copies of what was sent. */
@Component
class QuoteDrafts {

    private static final String SERIES = "QTN";
    private static final String NOBODY_YET = "Sales desk";

    private final StoredQuotes stored;
    private final Parties parties;
    private final Products products;
    private final QuoteSettings settings;
    private final QuoteTemplates templates;
    private final CopiedContent copied;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    QuoteDrafts(
            StoredQuotes stored,
            Parties parties,
            Products products,
            QuoteSettings settings,
            QuoteTemplates templates,
            CopiedContent copied,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stored = stored;
        this.parties = parties;
        this.products = products;
        this.settings = settings;
        this.templates = templates;
        this.copied = copied;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Lines without prices yet. */
    StoredQuote first(Inquiry inquiry) {
        Buyer buyer = parties.buyer(inquiry.buyerCode());
        StoredQuote draft = new StoredQuote();
        draft.number = nextNumber().value();
        draft.revision = 1;
        draft.dealNumber = inquiry.number();
        draft.buyerCode = buyer.code();
        draft.buyerName = displayName(buyer);
        draft.currency = buyer.currency();
        draft.terms = settings.termsText();
        startToday(draft);
        templates.forSegment(inquiry.segment()).ifPresent(template -> DraftChange.begin(draft, template));
        if (inquiry.receivedByStaff()) {
            draft.preparedBy(inquiry.receivedBy(), inquiry.receivedById());
        } else {
            draft.preparedBy(NOBODY_YET, Actor.PROGRAM.userId());
        }
        Map<String, Product> bySku =
                products.bySku(inquiry.lines().stream().map(Inquiry.Line::sku).collect(Collectors.toSet()));
        for (Inquiry.Line line : inquiry.lines()) {
            StoredQuoteLine quoted = new StoredQuoteLine(
                    draft, line.lineNo(), bySku.get(line.sku()), line.quantity().value());
            quoted.wished(line.targetPrice(), line.neededBy(), line.note());
            draft.lines.add(quoted);
        }
        copied.adopt(draft);
        return draft;
    }

    /**
     * The open draft, or the next revision of what was sent, which is thereby superseded.
     *
     * @throws Problem {@code quote-not-open} when the current revision is over
     */
    StoredQuote openRevision(StoredQuote current, String reason) {
        if (current.isDraft()) {
            return current;
        }
        LocalDate today = LocalDate.now(clock);
        return succeed(current, current.next(today, today.plusDays(settings.validityDays())), reason);
    }

    /**
     * Puts the next revision in the place of what was sent.
     *
     * @throws Problem {@code quote-not-open} when the current revision is over
     */
    StoredQuote succeed(StoredQuote current, StoredQuote next, String reason) {
        if (current.status != QuoteStatus.SENT) {
            throw QuoteProblems.notOpen(current);
        }
        current.close(QuoteStatus.SUPERSEDED, reason, clock.instant());
        // flushed, because only one revision may be current when the next one is inserted
        stored.saveAndFlush(current);
        events.publishEvent(new QuoteSuperseded(current.dealNumber, current.number, current.revision));
        return stored.saveAndFlush(next);
    }

    /** A draft that lay too long starts anew. */
    void startTodayIfOver(StoredQuote draft) {
        if (draft.validUntil.isBefore(LocalDate.now(clock))) {
            startToday(draft);
        }
    }

    private void startToday(StoredQuote draft) {
        draft.quotedOn = LocalDate.now(clock);
        draft.validUntil = draft.quotedOn.plusDays(settings.validityDays());
    }

    private DocumentNumber nextNumber() {
        long serial =
                jdbc.sql("select nextval('quote_number_seq')").query(Long.class).single();
        return DocumentNumber.of(SERIES, FinancialYear.of(LocalDate.now(clock)), serial);
    }

    private static String displayName(Buyer buyer) {
        return buyer.tradeName() == null || buyer.tradeName().isBlank() ? buyer.legalName() : buyer.tradeName();
    }
}
