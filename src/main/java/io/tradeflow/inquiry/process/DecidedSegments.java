package io.tradeflow.inquiry.process;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.tradeflow.engine.Decisions;
import io.tradeflow.party.BusinessCategory;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.BuyerSegment;
import io.tradeflow.party.BuyerSegments;
import io.tradeflow.party.Parties;
import io.tradeflow.party.TaxRegistration;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Asks customer-segment.dmn, the table that deals are segmented with. Its answers are remembered for a minute, so that a
 * page of the catalogue costs no decision and a changed table acts soon.
 */
@Component
class DecidedSegments implements BuyerSegments {

    private static final String TABLE = "customer-segment";
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private record Question(BusinessCategory category, TaxRegistration registration) {}

    private final Parties parties;
    private final LoadingCache<Question, BuyerSegment> answers;

    DecidedSegments(Parties parties, Decisions decisions) {
        this.parties = parties;
        this.answers =
                Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build(question -> decide(decisions, question));
    }

    @Override
    public BuyerSegment of(String buyerCode) {
        Buyer buyer = parties.buyer(buyerCode);
        return answers.get(new Question(buyer.category(), buyer.taxRegistration()));
    }

    private static BuyerSegment decide(Decisions decisions, Question question) {
        Map<String, Object> row = decisions
                .matching(
                        TABLE,
                        Map.of(
                                "businessCategory", question.category().name(),
                                "taxRegistration", question.registration().name()))
                .get(0)
                .outputs();
        return new BuyerSegment((String) row.get("segment"), (String) row.get("priceTier"));
    }
}
