package io.tradeflow.quotation;

import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.Products;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.party.DeliveryAddress;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The sales desk's hand on a draft. All changes are right or none is made. */
@Component
class DraftChange {

    private static final int PRICE_DECIMALS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Products products;
    private final QuoteTemplates templates;
    private final DraftCheck check;

    DraftChange(Products products, QuoteTemplates templates, DraftCheck check) {
        this.products = products;
        this.templates = templates;
        this.check = check;
    }

    /**
     * @param priceTier the one the deal began with
     * @throws io.tradeflow.kernel.Problem {@code quote-change-invalid} naming every wrong field
     */
    void apply(Actor by, StoredQuote draft, QuoteEdit edit, String priceTier) {
        Map<String, Product> bySku = products.bySku(skus(draft, edit));
        check.check(draft, edit, bySku, priceTier);
        Map<Integer, StoredQuoteLine> lines =
                draft.lines.stream().collect(Collectors.toMap(StoredQuoteLine::lineNo, Function.identity()));
        edit.lines().forEach(change -> apply(by, lines.get(change.lineNo()), change));
        int next = lines.keySet().stream().max(Integer::compare).orElse(0);
        for (QuoteEdit.NewLine added : edit.added()) {
            draft.lines.add(new StoredQuoteLine(draft, ++next, bySku.get(added.sku()), added.quantity()));
        }
        draft.lines.removeIf(line -> edit.removed().contains(line.lineNo()));
        if (!edit.order().isEmpty()) {
            reorder(draft, edit.order());
        } else if (!edit.removed().isEmpty()) {
            reorder(draft, draft.lines.stream().map(StoredQuoteLine::lineNo).toList());
        }
        Optional.ofNullable(edit.conditions()).ifPresent(conditions -> apply(draft, conditions));
        Optional.ofNullable(edit.amounts()).ifPresent(amounts -> apply(draft, amounts));
        draft.preparedBy(by.name(), by.userId());
    }

    private static Set<String> skus(StoredQuote draft, QuoteEdit edit) {
        Set<String> skus = new TreeSet<>();
        draft.lines.forEach(line -> skus.add(line.sku()));
        edit.added().stream()
                .map(QuoteEdit.NewLine::sku)
                .filter(sku -> sku != null)
                .forEach(skus::add);
        return skus;
    }

    private static void apply(Actor by, StoredQuoteLine line, LineChange change) {
        if (change.quantity() != null) {
            line.orderQuantity(change.quantity());
        }
        if (change.asListed()) {
            line.asListed();
        }
        if (change.unitPrice() != null) {
            line.setByHand(change.unitPrice(), "Set by " + by.name());
        }
        if (change.discountPercent() != null) {
            BigDecimal rest = HUNDRED.subtract(change.discountPercent());
            line.setByHand(
                    line.listPrice().multiply(rest).divide(HUNDRED, PRICE_DECIMALS, RoundingMode.HALF_UP),
                    change.discountPercent().stripTrailingZeros().toPlainString() + " % off the list price, set by "
                            + by.name());
        }
        if (change.kind() != null) {
            line.kind(change.kind(), change.kind() == QuoteLineKind.ALTERNATIVE ? change.insteadOf() : null);
        }
        if (change.note() != null) {
            line.note(QuoteTexts.changed(change.note(), null));
        }
        if (change.neededBy() != null) {
            line.neededBy(change.neededBy());
        }
    }

    /** Line numbers are those of the screen, so a new order numbers the lines anew; what is offered instead of a line follows it. */
    private static void reorder(StoredQuote draft, List<Integer> order) {
        Map<Integer, Integer> numbers = new HashMap<>();
        order.forEach(lineNo -> numbers.put(lineNo, numbers.size() + 1));
        draft.lines.forEach(line -> line.renumber(numbers));
        draft.lines.sort(Comparator.comparingInt(StoredQuoteLine::lineNo));
    }

    private void apply(StoredQuote draft, QuoteEdit.Conditions change) {
        if (change.template() != null && !change.template().isBlank()) {
            templates.find(change.template()).ifPresent(template -> begin(draft, template));
        }
        QuoteConditions now = draft.conditions();
        String paymentTerms = paymentTerms(change.paymentTerms(), now.paymentTerms(), draft);
        draft.conditions(new QuoteConditions(
                now.templateCode(),
                QuoteTexts.changed(change.incoterms(), now.incoterms()),
                QuoteTexts.changed(change.shippingTerms(), now.shippingTerms()),
                QuoteTexts.changed(change.note(), now.note()),
                QuoteTexts.changed(change.internalNote(), now.internalNote()),
                paymentTerms,
                change.paymentTerms() == null ? now.paymentTermsAgreed() : paymentTerms != null));
        if (change.validUntil() != null) {
            draft.validUntil = change.validUntil();
        }
        if (change.terms() != null) {
            draft.terms = change.terms().strip();
        }
        if (change.shipTo() != null) {
            draft.shipTo = DeliveryAddress.tidy(change.shipTo());
            draft.shipToChosen = true;
        } else if (change.shipToAsBuyer()) {
            draft.shipToChosen = false;
        }
    }

    /** Always in the same words; what the table says anyway is no agreement of its own. */
    private static String paymentTerms(String to, String before, StoredQuote draft) {
        String written = QuoteTexts.changed(to, null);
        if (written == null) {
            return to == null ? before : null;
        }
        String text = PaymentTerms.written(written).text();
        return draft.payment != null && text.equals(draft.payment.terms().text()) ? null : text;
    }

    /** Puts a template on a draft. A note for approvers does not replace one that is there. */
    static void begin(StoredQuote draft, QuoteTemplate template) {
        QuoteConditions now = draft.conditions();
        Optional<PaymentTerms> agreed = template.agreedPayment();
        draft.terms = template.terms().strip();
        LocalDate until = draft.quotedOn.plusDays(template.validityDays());
        draft.validUntil = until;
        draft.conditions(new QuoteConditions(
                template.code(),
                template.incoterms(),
                template.shippingTerms(),
                template.note(),
                now.internalNote() == null ? template.approvalNote() : now.internalNote(),
                agreed.map(PaymentTerms::text).orElse(null),
                agreed.isPresent()));
        draft.charges = draft.charges.preset(template.charges(), draft.currency);
        draft.chargeReasons(draft.charges.remaining(draft.chargeReasons()));
    }

    private static void apply(StoredQuote draft, QuoteEdit.Amounts change) {
        if (change.discountPercent() != null) {
            draft.documentDiscount = QuoteDiscount.percent(change.discountPercent());
        }
        if (change.discountAmount() != null) {
            draft.documentDiscount = QuoteDiscount.amount(change.discountAmount());
        }
        if (change.fromTable().contains(QuoteEdit.Amounts.DISCOUNT)) {
            draft.documentDiscount = QuoteDiscount.NONE;
        }
        draft.charges = draft.charges.changed(change);
        draft.chargeReasons(draft.charges.remaining(draft.chargeReasons()));
    }
}
