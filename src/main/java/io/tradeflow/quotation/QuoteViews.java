package io.tradeflow.quotation;

import io.tradeflow.catalog.CostReaders;
import io.tradeflow.kernel.Actor;
import java.util.List;

/** Who may see which revision, and what of it. */
final class QuoteViews {

    private QuoteViews() {}

    static boolean seesMargins(Actor by) {
        return CostReaders.mayRead(by);
    }

    static boolean isVisible(StoredQuote quote, Actor by) {
        return !(by instanceof Actor.BuyerUser user)
                || quote.wasSent() && user.buyerCode().equals(quote.buyerCode);
    }

    static Quote of(StoredQuote stored, Actor by) {
        Quote quote = stored.toQuote();
        return seesMargins(by) ? quote : withoutMargins(quote);
    }

    /** Margins and the reasons of our prices are for those who make and approve them. */
    private static Quote withoutMargins(Quote quote) {
        List<Quote.Line> lines = quote.lines().stream()
                .map(line -> new Quote.Line(
                        line.lineNo(),
                        line.sku(),
                        line.description(),
                        line.hsn(),
                        line.quantity(),
                        line.listPrice(),
                        line.discount(),
                        line.unitPrice(),
                        line.net(),
                        line.taxRate(),
                        null,
                        null,
                        line.kind(),
                        line.insteadOf(),
                        line.targetPrice(),
                        line.neededBy(),
                        line.note(),
                        line.buyerNote(),
                        line.shares(),
                        false,
                        null,
                        line.previousLineNo()))
                .toList();
        return new Quote(
                quote.number(),
                quote.revision(),
                quote.dealNumber(),
                quote.buyerCode(),
                quote.buyerName(),
                quote.status(),
                quote.quotedOn(),
                quote.validUntil(),
                quote.currency(),
                quote.branchCode(),
                quote.billTo(),
                quote.shipTo(),
                quote.placeOfSupply(),
                quote.terms(),
                lines,
                quote.listTotal(),
                quote.netTotal(),
                quote.tax(),
                quote.roundOff(),
                quote.grandTotal(),
                quote.discount(),
                null,
                quote.contentHash(),
                quote.preparedBy(),
                quote.poNumber(),
                quote.poDate(),
                quote.goodsTotal(),
                quote.documentDiscount(),
                quote.charges(),
                quote.conditions().withoutInternalNote(),
                quote.version(),
                quote.chargeReasons(),
                null,
                quote.orderMinimum(),
                quote.payment());
    }
}
