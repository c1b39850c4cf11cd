package io.tradeflow.demo;

import io.tradeflow.kernel.Actor;
import io.tradeflow.pricing.BulkBand;
import io.tradeflow.pricing.Floor;
import io.tradeflow.pricing.OrderTerms;
import io.tradeflow.pricing.OrderTermsRow;
import io.tradeflow.pricing.PriceAgreement;
import io.tradeflow.pricing.PriceLists;
import io.tradeflow.pricing.PriceRow;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Puts what stands in {@code demo/pricing.yaml} into the price lists. */
@Component
@Profile("demo")
class DemoPricing {

    private final PriceLists lists;
    private final OrderTerms terms;

    DemoPricing(PriceLists lists, OrderTerms terms) {
        this.lists = lists;
        this.terms = terms;
    }

    /** The shape of the file. */
    record File(
            List<PriceAgreement> agreements,
            List<PriceRow> rows,
            List<BulkBand> bulkDiscounts,
            List<Floor> floors,
            List<OrderTermsRow> orderTerms) {}

    void load(File file) {
        file.agreements().forEach(agreement -> lists.save(Actor.PROGRAM, agreement));
        lists.save(Actor.PROGRAM, file.rows());
        file.bulkDiscounts().forEach(band -> lists.save(Actor.PROGRAM, band));
        file.floors().forEach(floor -> lists.save(Actor.PROGRAM, floor));
        file.orderTerms().forEach(row -> terms.save(Actor.PROGRAM, row));
    }
}
