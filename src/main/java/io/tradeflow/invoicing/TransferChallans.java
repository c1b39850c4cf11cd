package io.tradeflow.invoicing;

import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.Products;
import io.tradeflow.document.DocumentKind;
import io.tradeflow.document.Documents;
import io.tradeflow.document.FrozenDocument;
import io.tradeflow.inventory.Stock;
import io.tradeflow.inventory.StockTransfer;
import io.tradeflow.inventory.StockTransfers;
import io.tradeflow.inventory.Warehouse;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Parties;
import io.tradeflow.pricing.LinePrice;
import io.tradeflow.pricing.PriceRequest;
import io.tradeflow.pricing.Prices;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Delivery challans of transfers between warehouses of one GSTIN (CGST rule 55(1)(c)). Goods are stated at their base price of the day. Between
 * branches of different GSTINs a transfer is a supply (CGST Act, schedule I) and gets no challan.
 */
@Service
@Transactional
public class TransferChallans {

    private static final int ONLY_REVISION = 1;
    private static final String RUPEE = "INR";
    /** A challan of a transfer belongs to no buyer. */
    private static final String NO_BUYER = "";

    private final TransferChallanBook book;
    private final StockTransfers transfers;
    private final Stock stock;
    private final Parties parties;
    private final Products products;
    private final Prices prices;
    private final DocumentSeries series;
    private final Documents documents;
    private final Clock clock;

    TransferChallans(
            TransferChallanBook book,
            StockTransfers transfers,
            Stock stock,
            Parties parties,
            Products products,
            Prices prices,
            DocumentSeries series,
            Documents documents,
            Clock clock) {
        this.book = book;
        this.transfers = transfers;
        this.stock = stock;
        this.parties = parties;
        this.products = products;
        this.prices = prices;
        this.series = series;
        this.documents = documents;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<TransferChallan> ofTransfer(String transferNumber) {
        return book.ofTransfer(transferNumber);
    }

    /**
     * Issues the challan of a transfer. One per transfer: repeating gives the same one.
     *
     * @throws Problem {@code warehouse-only}, not-found; {@code transfer-is-supply} between different GSTINs; {@code transfer-arrived} once it
     *     is over; {@code price-not-found} naming every line without a base price
     */
    public TransferChallan issue(Actor by, String transferNumber) {
        if (!transfers.mayMove(by)) {
            throw Problem.forbidden("warehouse-only", "Challans of transfers are issued by who may move stock");
        }
        StockTransfer transfer = transfers.one(transferNumber);
        book.lock(transferNumber);
        Optional<TransferChallan> before = book.ofTransfer(transferNumber);
        if (before.isPresent()) {
            return before.get();
        }
        Warehouse from = stock.warehouse(transfer.fromWarehouse());
        Warehouse to = stock.warehouse(transfer.toWarehouse());
        Branch branch = parties.branch(from.branchCode());
        requireOneGstin(transfer, branch, parties.branch(to.branchCode()));
        if (transfer.status() == StockTransfer.Status.RECEIVED) {
            throw Problem.conflict(
                    "transfer-arrived",
                    "Arrived already",
                    "Transfer " + transferNumber + " is over; goods that arrived need no challan");
        }
        LocalDate today = LocalDate.now(clock);
        List<TransferChallan.Line> lines = lines(transfer, today);
        BigDecimal total = lines.stream().map(TransferChallan.Line::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        long serial = series.next("CHL", branch.gstin(), branch.invoiceSeries(), today);
        String number = DeliveryChallans.number(branch.invoiceSeries(), FinancialYear.of(today), serial);
        FrozenDocument frozen = documents.freeze(
                DocumentKind.DELIVERY_CHALLAN,
                number,
                ONLY_REVISION,
                transferNumber,
                NO_BUYER,
                TransferChallanPaper.of(
                        number, today, parties.seller(), branch, from, to, transferNumber, lines, total));
        TransferChallan challan = new TransferChallan(
                number, transferNumber, branch.code(), branch.gstin(), today, lines, total, frozen.id());
        book.add(challan, branch.invoiceSeries(), serial, by.name());
        return challan;
    }

    private static void requireOneGstin(StockTransfer transfer, Branch from, Branch to) {
        if (!from.gstin().equals(to.gstin())) {
            throw Problem.conflict(
                    "transfer-is-supply",
                    "A supply, not a transfer",
                    "From " + transfer.fromWarehouse() + " (GSTIN " + from.gstin() + ") to " + transfer.toWarehouse()
                            + " (GSTIN " + to.gstin()
                            + ") goods are supplied, between registrations of one company too (CGST"
                            + " Act, schedule I): they travel with a tax invoice of " + from.code()
                            + ", which is issued in your accounts; a delivery challan would not do");
        }
    }

    private List<TransferChallan.Line> lines(StockTransfer transfer, LocalDate today) {
        Map<String, Product> goods = products.bySku(
                transfer.lines().stream().map(StockTransfer.Line::sku).collect(Collectors.toSet()));
        Map<Integer, LinePrice> priced = priced(transfer, today);
        List<TransferChallan.Line> lines = new ArrayList<>();
        for (StockTransfer.Line line : transfer.lines()) {
            Product product = goods.get(line.sku());
            BigDecimal price = priced.get(line.lineNo()).listPrice().amount();
            lines.add(new TransferChallan.Line(
                    line.lineNo(),
                    line.sku(),
                    line.batch(),
                    product.name(),
                    product.hsn(),
                    line.quantity(),
                    product.unit(),
                    price,
                    price.multiply(line.quantity()).setScale(2, RoundingMode.HALF_UP)));
        }
        return lines;
    }

    private Map<Integer, LinePrice> priced(StockTransfer transfer, LocalDate today) {
        Map<Integer, LinePrice> priced = prices
                .found(new PriceRequest(
                        null,
                        null,
                        RUPEE,
                        today,
                        transfer.lines().stream()
                                .map(line -> new PriceRequest.Line(line.lineNo(), line.sku(), BigDecimal.ONE))
                                .toList()))
                .stream()
                .collect(Collectors.toMap(LinePrice::lineNo, price -> price));
        List<Violation> missing = new ArrayList<>();
        for (int at = 0; at < transfer.lines().size(); at++) {
            if (!priced.containsKey(transfer.lines().get(at).lineNo())) {
                missing.add(new Violation(
                        "lines[" + at + "]",
                        transfer.lines().get(at).sku() + " has no base price in INR, so its value cannot be stated"));
            }
        }
        if (!missing.isEmpty()) {
            throw Problem.invalid("price-not-found", "The challan cannot state the value of its goods", missing);
        }
        return priced;
    }
}
