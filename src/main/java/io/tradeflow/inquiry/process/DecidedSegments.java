package io.tradeflow.inquiry.process;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.tradeflow.party.BusinessCategory;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.BuyerSegment;
import io.tradeflow.party.BuyerSegments;
import io.tradeflow.party.Parties;
import io.tradeflow.party.TaxRegistration;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

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

    DecidedSegments(Parties parties, DecisionService decisions, PlatformTransactionManager transactions) {
        this.parties = parties;
        // the engine notes each decision in its history: that must also work while somebody only reads
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.answers = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .build(question -> own.execute(status -> decide(decisions, question)));
    }

    @Override
    public BuyerSegment of(String buyerCode) {
        Buyer buyer = parties.buyer(buyerCode);
        return answers.get(new Question(buyer.category(), buyer.taxRegistration()));
    }

    private static BuyerSegment decide(DecisionService decisions, Question question) {
        Map<String, Object> row = decisions
                .evaluateDecisionTableByKey(TABLE)
                .variables(Map.of(
                        "businessCategory", question.category().name(),
                        "taxRegistration", question.registration().name()))
                .evaluate()
                .getSingleResult()
                .getEntryMap();
        return new BuyerSegment((String) row.get("segment"), (String) row.get("priceTier"));
    }
}
