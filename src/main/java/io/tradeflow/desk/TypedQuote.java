package io.tradeflow.desk;

import io.tradeflow.kernel.Address;
import io.tradeflow.party.Buyer;
import io.tradeflow.quotation.LineChange;
import io.tradeflow.quotation.Quote;
import io.tradeflow.quotation.QuoteDiscount;
import io.tradeflow.quotation.QuoteEdit;
import io.tradeflow.quotation.QuoteLineKind;
import io.tradeflow.screen.TypedForm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What was typed in the quote editor, as changes: a field that shows what the quote has is none. */
final class TypedQuote {

    private static final int SHOWN_DISCOUNT_DECIMALS = 2;

    private TypedQuote() {}

    /** Null if the page did not say. */
    static Integer version(TypedForm typed) {
        BigDecimal version = typed.decimal("version");
        return version == null ? null : version.intValue();
    }

    static LineChange line(Quote.Line now, TypedForm typed) {
        BigDecimal price = typed.decimal("unitPrice");
        BigDecimal discount = typed.decimal("discountPercent");
        boolean newPrice = price != null
                && (now.unitPrice() == null || differs(price, now.unitPrice().amount()));
        boolean newDiscount = !newPrice && discount != null && differs(discount, shownDiscount(now));
        QuoteLineKind kind = typed.choice("kind", QuoteLineKind.class);
        BigDecimal insteadOf = typed.decimal("insteadOf");
        Integer other = insteadOf == null ? null : insteadOf.intValue();
        boolean newKind = kind != null && (kind != now.kind() || !Objects.equals(other, now.insteadOf()));
        String note = typed.text("adoptNote") == null ? typed.text("note") : now.buyerNote();
        LocalDate day = typed.date("neededBy");
        return new LineChange(
                now.lineNo(),
                changed(typed.decimal("quantity"), now.quantity().value()),
                newPrice ? price : null,
                newDiscount ? discount : null,
                newKind ? kind : null,
                newKind && kind == QuoteLineKind.ALTERNATIVE ? other == null ? before(now) : other : null,
                Objects.equals(note, now.note()) ? null : note == null ? "" : note,
                Objects.equals(day, now.neededBy()) ? null : day,
                typed.text("asListed") != null);
    }

    /** An alternative stands for the line before it until something else is said. */
    private static Integer before(Quote.Line line) {
        return line.lineNo() - 1;
    }

    static BigDecimal shownDiscount(Quote.Line line) {
        return line.discount().value().setScale(SHOWN_DISCOUNT_DECIMALS, RoundingMode.HALF_UP);
    }

    static QuoteEdit.Conditions conditions(Quote now, Map<String, String> fields, TypedForm typed) {
        LocalDate until = typed.date("validUntil");
        String template = typed.text("template");
        if (template != null && !template.equals(now.conditions().templateCode())) {
            return new QuoteEdit.Conditions(template, null, null, null, null, null, null, null, null, false);
        }
        return new QuoteEdit.Conditions(
                null,
                until == null || until.equals(now.validUntil()) ? null : until,
                fields.get("terms") == null ? null : fields.get("terms").replace("\r\n", "\n"),
                fields.get("incoterms"),
                fields.get("shippingTerms"),
                fields.get("paymentTerms"),
                fields.get("note"),
                fields.get("internalNote"),
                null,
                false);
    }

    /** The choice is one of the buyer's addresses, or what was typed. */
    static QuoteEdit.Conditions shipTo(Buyer buyer, TypedForm typed) {
        String choice = typed.text("shipTo");
        Address chosen = "BILL_TO".equals(choice) ? buyer.billTo() : "TYPED".equals(choice) ? address(typed) : null;
        return new QuoteEdit.Conditions(null, null, null, null, null, null, null, null, chosen, chosen == null);
    }

    private static Address address(TypedForm typed) {
        String country = typed.text("country");
        return new Address(
                typed.text("line1"),
                typed.text("line2"),
                typed.text("city"),
                typed.text("stateCode"),
                typed.text("stateName"),
                typed.text("pin"),
                country == null ? "IN" : country);
    }

    static QuoteEdit.Amounts amounts(Quote now, TypedForm typed) {
        BigDecimal discount = typed.decimal("discount");
        BigDecimal given = discount == null ? BigDecimal.ZERO : discount;
        boolean amount = "AMOUNT".equals(typed.text("discountKind"));
        QuoteDiscount before = now.documentDiscount();
        BigDecimal had = amount ? before.discountAmount() : before.discountPercent();
        boolean same =
                had == null ? given.signum() == 0 && before.documentDiscount().signum() == 0 : !differs(given, had);
        return new QuoteEdit.Amounts(
                same || amount ? null : given,
                same || !amount ? null : given,
                changed(typed.decimal("freight"), now.charges().freight()),
                changed(typed.decimal("packing"), now.charges().packing()),
                changed(typed.decimal("insurance"), now.charges().insurance()),
                typed.text("byTable") == null ? null : Set.of("discount", "freight", "packing", "insurance"));
    }

    private static BigDecimal changed(BigDecimal to, BigDecimal before) {
        return to == null || !differs(to, before) ? null : to;
    }

    private static boolean differs(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) != 0;
    }
}
