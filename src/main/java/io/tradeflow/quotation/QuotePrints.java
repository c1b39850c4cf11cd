package io.tradeflow.quotation;

import io.tradeflow.document.BankPrint;
import io.tradeflow.document.LinePrint;
import io.tradeflow.document.PartyPrint;
import io.tradeflow.document.QuotePrint;
import io.tradeflow.document.ReferencePrint;
import io.tradeflow.document.SellerPrint;
import io.tradeflow.document.SupplyPrint;
import io.tradeflow.document.TotalsPrint;
import io.tradeflow.kernel.Money;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.SellingCompany;
import io.tradeflow.tax.AmountInWords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts together all that a quote prints. */
@Component
class QuotePrints {

    private static final String PAYMENT_TERMS = "As stated in the order confirmation";

    private final QuoteSettings settings;
    private final PublicAddress address;

    QuotePrints(QuoteSettings settings, PublicAddress address) {
        this.settings = settings;
        this.address = address;
    }

    QuotePrint print(StoredQuote stored, Buyer buyer, SellingCompany seller, Branch branch) {
        Quote quote = stored.toQuote();
        PartyPrint billTo = PartyPrint.of(buyer.legalName(), quote.billTo(), buyer.gstin())
                .reachedBy(buyer.contactName(), buyer.phone(), buyer.email());
        PartyPrint shipTo = quote.shipTo().equals(quote.billTo())
                ? null
                : PartyPrint.of(buyer.legalName(), quote.shipTo(), buyer.gstin());
        return new QuotePrint(
                quote.number(),
                quote.revision(),
                quote.quotedOn(),
                quote.validUntil(),
                seller(seller, branch),
                billTo,
                shipTo,
                new ReferencePrint(quote.dealNumber(), quote.number(), null, null, null, null),
                supply(stored.sums),
                quote.currency(),
                settings.priceBasis(),
                quote.lines().stream().map(QuotePrints::line).toList(),
                totals(quote, stored.sums),
                AmountInWords.of(quote.grandTotal()),
                PAYMENT_TERMS,
                null,
                List.of(),
                quote.terms().lines().filter(line -> !line.isBlank()).toList(),
                bank(branch.bankAccount()),
                address.ofDeal(quote.dealNumber()),
                quote.preparedBy());
    }

    private static SellerPrint seller(SellingCompany seller, Branch branch) {
        return SellerPrint.of(
                seller.legalName(),
                seller.tradeName(),
                branch.address(),
                branch.gstin(),
                seller.pan(),
                seller.cin(),
                seller.iec(),
                seller.phone(),
                seller.email(),
                seller.website());
    }

    private static SupplyPrint supply(QuoteSums sums) {
        return new SupplyPrint(
                sums.placeOfSupply(), sums.placeOfSupplyName(), sums.supplyNature(), false, sums.endorsement());
    }

    private static LinePrint line(Quote.Line line) {
        boolean discounted = line.listPrice().compareTo(line.unitPrice()) > 0;
        return new LinePrint(
                line.lineNo(),
                line.sku(),
                line.description(),
                null,
                line.hsn(),
                line.quantity().value(),
                line.quantity().unit(),
                discounted ? line.listPrice().amount() : null,
                discounted ? line.discount().value().setScale(2, RoundingMode.HALF_UP) : null,
                line.unitPrice().amount(),
                line.net().amount(),
                line.taxRate(),
                null,
                null,
                null);
    }

    private static TotalsPrint totals(Quote quote, QuoteSums sums) {
        Money discount = quote.listTotal().minus(quote.netTotal());
        boolean discounted = discount.isPositive();
        return new TotalsPrint(
                discounted ? amount(quote.listTotal()) : null,
                discounted ? amount(discount) : null,
                sums.netTotal(),
                sums.cgst(),
                sums.sgst(),
                sums.igst(),
                sums.tax(),
                sums.roundOff(),
                sums.grandTotal());
    }

    private static BigDecimal amount(Money money) {
        return money.toDocumentScale();
    }

    private static BankPrint bank(Branch.BankAccount account) {
        return new BankPrint(
                account.accountName(), account.bank(), account.accountNumber(), account.ifsc(), null, account.upiId());
    }
}
