package io.tradeflow.quotation;

import io.tradeflow.document.BankPrint;
import io.tradeflow.document.InstalmentPrint;
import io.tradeflow.document.Instalments;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return print(stored, buyer, seller, branch, false);
    }

    /** @param draft marks every page as a draft */
    QuotePrint print(StoredQuote stored, Buyer buyer, SellingCompany seller, Branch branch, boolean draft) {
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
                seller(seller, branch, quote.quotedOn()),
                billTo,
                shipTo,
                new ReferencePrint(quote.dealNumber(), quote.number(), null, null, null, null),
                supply(stored.sums),
                quote.currency(),
                settings.priceBasis(),
                lines(quote.firmLines()),
                totals(quote, stored.sums),
                AmountInWords.of(quote.grandTotal()),
                paymentTerms(quote),
                quote.conditions().shippingTerms(),
                paragraphs(quote.conditions().note()),
                paragraphs(quote.terms()),
                bank(branch.bankAccount()),
                address.ofDeal(quote.dealNumber()),
                quote.preparedBy(),
                quote.choices().stream()
                        .map(choice -> new QuotePrint.Choice(offered(choice), line(choice)))
                        .toList(),
                quote.conditions().incoterms(),
                draft,
                instalments(quote));
    }

    private static String paymentTerms(Quote quote) {
        return quote.paymentTerms() == null
                ? PAYMENT_TERMS
                : quote.paymentTerms().allWords();
    }

    /** As one invoice over all of it would be paid; none where there is one instalment. */
    private static List<InstalmentPrint> instalments(Quote quote) {
        return quote.paymentTerms() == null ? List.of() : Instalments.of(quote.paymentTerms(), quote.grandTotal());
    }

    private static List<String> paragraphs(String text) {
        return text == null
                ? List.of()
                : text.lines().filter(line -> !line.isBlank()).toList();
    }

    private static String offered(Quote.Line choice) {
        return choice.insteadOf() == null ? "Optional" : "Instead of line " + choice.insteadOf();
    }

    private static List<LinePrint> lines(List<Quote.Line> firm) {
        List<LinePrint> lines = new ArrayList<>();
        BigDecimal running = BigDecimal.ZERO;
        for (Quote.Line line : firm) {
            running = running.add(amount(line.net()));
            lines.add(line(line).carrying(running));
        }
        return lines;
    }

    private static String smallPrint(Quote.Line line) {
        String needed = line.neededBy() == null ? null : "Needed by " + QuoteMails.day(line.neededBy());
        return Stream.of(line.note(), needed)
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.collectingAndThen(Collectors.joining(" · "), text -> text.isEmpty() ? null : text));
    }

    private static SellerPrint seller(SellingCompany seller, Branch branch, LocalDate day) {
        return SellerPrint.of(
                seller.legalName(),
                seller.tradeName(),
                branch.address(),
                branch.gstinOn(day),
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
                smallPrint(line),
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
        Money discount = quote.listTotal().minus(quote.goodsTotal());
        boolean discounted = discount.isPositive();
        BigDecimal documentDiscount = quote.documentDiscount().documentDiscount();
        return new TotalsPrint(
                discounted ? amount(quote.listTotal()) : null,
                discounted ? amount(discount) : null,
                amount(quote.goodsTotal()),
                documentDiscount,
                quote.documentDiscount().discountPercent(),
                quote.charges().freight(),
                quote.charges().packing(),
                quote.charges().insurance(),
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
