package io.tradeflow.pricing;

import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.Products;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.BuyerSegment;
import io.tradeflow.party.BuyerSegments;
import io.tradeflow.party.Parties;
import io.tradeflow.tax.DocumentValuation;
import io.tradeflow.tax.Gst;
import io.tradeflow.tax.PricedSupply;
import io.tradeflow.tax.Supply;
import io.tradeflow.tax.Valuation;
import io.tradeflow.tax.ValuedLine;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Prices, discounts, charges and tax for any lines, without a deal and without leaving a trace in the books. */
@Service
public class PricePreviews {

    private static final int CENTS = 2;

    private final PricedDocuments documents;
    private final PreviewCheck check;
    private final Parties parties;
    private final BuyerSegments segments;
    private final Products products;
    private final Gst gst;
    private final DocumentValuation valuation;
    private final Clock clock;

    PricePreviews(
            PricedDocuments documents,
            PreviewCheck check,
            Parties parties,
            BuyerSegments segments,
            Products products,
            Gst gst,
            DocumentValuation valuation,
            Clock clock) {
        this.documents = documents;
        this.check = check;
        this.parties = parties;
        this.segments = segments;
        this.products = products;
        this.gst = gst;
        this.valuation = valuation;
        this.clock = clock;
    }

    /**
     * For staff any company; for a buyer's user its own, whose code may be left out.
     *
     * @throws Problem {@code preview-invalid} naming every wrong field; {@code price-not-found} per line; {@code tax-rate-missing} per line
     */
    public PricePreview preview(Actor by, PreviewRequest asked) {
        Buyer buyer = buyerOf(by, asked);
        check.check(by, asked, buyer);
        BuyerSegment segment = segments.of(buyer.code());
        Address shipTo = Objects.requireNonNullElse(asked.shipTo(), buyer.shipTo());
        Branch branch = supplying(shipTo);
        PriceRequest request = new PriceRequest(
                buyer.code(),
                segment.priceTier(),
                segment.segment(),
                asked.channel(),
                Objects.requireNonNullElse(asked.currency(), buyer.currency()),
                Objects.requireNonNullElseGet(asked.on(), () -> LocalDate.now(clock)),
                lines(asked));
        PricedDocument priced = documents.price(
                request,
                new Delivery(
                        Objects.requireNonNullElse(asked.mode(), ShippingCharges.Mode.ROAD),
                        branch.address().stateCode(),
                        shipTo));
        return preview(request, priced, buyer, branch, shipTo);
    }

    private PricePreview preview(
            PriceRequest request, PricedDocument priced, Buyer buyer, Branch branch, Address shipTo) {
        List<BigDecimal> nets = new ArrayList<>();
        for (int i = 0; i < priced.lines().size(); i++) {
            nets.add(priced.lines()
                    .get(i)
                    .unitPrice()
                    .times(request.lines().get(i).quantity())
                    .toDocumentScale());
        }
        BigDecimal sum = nets.stream().reduce(BigDecimal.ZERO.setScale(CENTS), BigDecimal::add);
        Map<String, Product> bySku =
                products.bySku(priced.lines().stream().map(LinePrice::sku).collect(Collectors.toSet()));
        List<BigDecimal> taxable = taxable(request, priced, bySku, nets, sum);
        List<Supply.Line> supplied = new ArrayList<>();
        for (int i = 0; i < taxable.size(); i++) {
            LinePrice line = priced.lines().get(i);
            supplied.add(new Supply.Line(line.lineNo(), bySku.get(line.sku()).hsn(), taxable.get(i)));
        }
        Supply supply = Supply.of(
                request.on(), parties.seller(), branch, buyer, buyer.billTo(), shipTo, request.currency(), supplied);
        return new PricePreview(
                request,
                priced.lines(),
                nets,
                sum,
                priced.bulkDiscount(),
                priced.net(),
                priced.charges(),
                gst.compute(supply));
    }

    /** As quotes do it: each line bears its part of the bulk discount and of each charge. */
    private List<BigDecimal> taxable(
            PriceRequest request,
            PricedDocument priced,
            Map<String, Product> bySku,
            List<BigDecimal> nets,
            BigDecimal sum) {
        List<Valuation.Part> parts = new ArrayList<>();
        for (int i = 0; i < nets.size(); i++) {
            parts.add(new Valuation.Part(
                    priced.lines().get(i).lineNo(),
                    bySku.get(priced.lines().get(i).sku()).hsn(),
                    nets.get(i),
                    request.lines().get(i).quantity()));
        }
        Charges charges = priced.charges();
        return valuation
                .split(
                        parts,
                        request.on(),
                        sum.subtract(priced.net()),
                        new PricedSupply.Charges(
                                charges.freight().charged(),
                                charges.packing().charged(),
                                charges.insurance().charged()))
                .stream()
                .map(ValuedLine::value)
                .toList();
    }

    /** Null if there is none. */
    private Buyer buyerOf(Actor by, PreviewRequest asked) {
        if (by instanceof Actor.BuyerUser user) {
            if (asked.buyerCode() != null && !asked.buyerCode().equals(user.buyerCode())) {
                throw Problem.invalid("preview-invalid", "buyerCode", "Prices can be asked for the own company only");
            }
            return parties.buyer(user.buyerCode());
        }
        return asked.buyerCode() == null
                ? null
                : parties.findBuyer(asked.buyerCode()).orElse(null);
    }

    private static List<PriceRequest.Line> lines(PreviewRequest asked) {
        List<PriceRequest.Line> lines = new ArrayList<>();
        for (PreviewRequest.Line line : asked.lines()) {
            lines.add(new PriceRequest.Line(lines.size() + 1, line.sku(), line.quantity()));
        }
        return lines;
    }

    /** The first branch in the state the goods go to, else the first of all; quotes choose the same. */
    private Branch supplying(Address shipTo) {
        List<Branch> branches = parties.branches();
        return branches.stream()
                .filter(branch -> branch.address().stateCode().equals(shipTo.stateCode()))
                .findFirst()
                .orElseGet(() -> branches.get(0));
    }
}
