package io.tradeflow.quotation;

import io.tradeflow.inquiry.Inquiry;
import io.tradeflow.party.Parties;
import io.tradeflow.pricing.BulkDiscount;
import io.tradeflow.pricing.Charges;
import io.tradeflow.pricing.Delivery;
import io.tradeflow.pricing.OrderTerms;
import io.tradeflow.pricing.PriceRequest;
import io.tradeflow.pricing.PricedDocuments;
import io.tradeflow.pricing.ShippingCharges;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Proposes the discount on the whole and the charges of a draft: bulk discounts and the table of charges. What somebody set stays. */
@Component
class QuoteAmounts {

    private final PricedDocuments documents;
    private final OrderTerms terms;
    private final Parties parties;
    private final QuoteValuation valuation;

    QuoteAmounts(PricedDocuments documents, OrderTerms terms, Parties parties, QuoteValuation valuation) {
        this.documents = documents;
        this.terms = terms;
        this.parties = parties;
        this.valuation = valuation;
    }

    /** Charges are asked for once every line has a price; the goods of the draft are valued before and after. */
    void propose(StoredQuote draft, Inquiry inquiry, Anew anew) {
        if (anew.discount()) {
            discount(draft, inquiry);
            orderMinimum(draft, inquiry);
        }
        if (anew.charges() && draft.isPriced()) {
            Charges table = charges(draft, inquiry);
            draft.chargeReasons(draft.charges.reasons(table));
            draft.charges = draft.charges.proposed(table);
            valuation.value(draft);
        }
    }

    private void discount(StoredQuote draft, Inquiry inquiry) {
        List<BulkDiscount.Line> goods = draft.firmLines().stream()
                .filter(StoredQuoteLine::isPriced)
                .map(line -> new BulkDiscount.Line(line.quantity(), line.unit(), line.net()))
                .toList();
        draft.bulkDiscount = documents.bulkDiscount(inquiry.priceTier(), draft.currency, draft.quotedOn, goods);
        if (!draft.documentDiscount.discountByHand()) {
            draft.documentDiscount =
                    QuoteDiscount.bulk(draft.bulkDiscount.percent().value());
            valuation.value(draft);
        }
    }

    private void orderMinimum(StoredQuote draft, Inquiry inquiry) {
        draft.orderMinimum = terms.agreed(
                        draft.buyerCode,
                        inquiry.priceTier(),
                        draft.quotedOn,
                        draft.lines.stream().map(StoredQuoteLine::sku).collect(Collectors.toSet()))
                .orderMinimum(draft.currency)
                .orElse(null);
    }

    private Charges charges(StoredQuote draft, Inquiry inquiry) {
        List<PriceRequest.Line> firm = draft.firmLines().stream()
                .map(line -> new PriceRequest.Line(line.lineNo(), line.sku(), line.quantity()))
                .toList();
        return documents.charges(
                QuotePricing.request(draft, inquiry, firm),
                new Delivery(
                        ShippingCharges.Mode.ROAD,
                        parties.branch(draft.branchCode).address().stateCode(),
                        draft.shipTo),
                QuoteValuation.discountedGoods(draft));
    }
}
