package io.tradeflow.ordering;

import io.tradeflow.document.BankPrint;
import io.tradeflow.document.Instalments;
import io.tradeflow.document.LinePrint;
import io.tradeflow.document.OrderConfirmationPrint;
import io.tradeflow.document.PartyPrint;
import io.tradeflow.document.ReferencePrint;
import io.tradeflow.document.SellerPrint;
import io.tradeflow.document.SupplyPrint;
import io.tradeflow.document.TotalsPrint;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.SellingCompany;
import io.tradeflow.quotation.Incoterm;
import io.tradeflow.tax.AmountInWords;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the confirmation of an order prints. */
final class OrderPaper {

    private OrderPaper() {}

    /**
     * @param arrivals day on which a line arrives, by line number; absent where none is known
     * @param changes what is different from the revision before, in sentences
     */
    static OrderConfirmationPrint of(
            SalesOrder order,
            TaxComputation tax,
            SellingCompany seller,
            Branch branch,
            Buyer buyer,
            LocalDate confirmedOn,
            Map<Integer, LocalDate> arrivals,
            List<String> changes,
            String followAt) {
        boolean advance = order.advance().isPositive();
        Incoterm incoterm = order.delivery().incoterm();
        return new OrderConfirmationPrint(
                order.number(),
                order.revision(),
                order.orderedOn(),
                confirmedOn,
                SellerPrint.of(
                        seller.legalName(),
                        seller.tradeName(),
                        branch.address(),
                        branch.gstinOn(confirmedOn),
                        seller.pan(),
                        seller.cin(),
                        seller.iec(),
                        seller.phone(),
                        seller.email(),
                        seller.website()),
                PartyPrint.of(buyer.legalName(), order.billTo(), buyer.gstin())
                        .reachedBy(buyer.contactName(), buyer.phone(), buyer.email()),
                order.shipTo().equals(order.billTo()) ? null : PartyPrint.of(buyer.legalName(), order.shipTo(), null),
                new ReferencePrint(
                        order.dealNumber(),
                        order.quoteNumber(),
                        order.number(),
                        null,
                        order.poNumber(),
                        order.poDate()),
                new SupplyPrint(
                        tax.placeOfSupplyCode(), tax.placeOfSupplyName(), tax.nature(), false, tax.endorsement()),
                order.currency(),
                lines(order, arrivals),
                totals(order, tax),
                AmountInWords.of(order.grandTotal()),
                advance ? order.advance().amount() : null,
                advance ? order.advancePercent().value().stripTrailingZeros().toPlainString() : null,
                paymentTerms(order),
                order.delivery().shippingPolicy().label(),
                incoterm == null ? null : incoterm.words(),
                order.delivery().instructions(),
                changes,
                order.terms().lines().filter(line -> !line.isBlank()).toList(),
                bank(branch.bankAccount()),
                followAt,
                Instalments.of(order.payment(), order.grandTotal()));
    }

    private static List<OrderConfirmationPrint.Line> lines(SalesOrder order, Map<Integer, LocalDate> arrivals) {
        List<OrderConfirmationPrint.Line> lines = new ArrayList<>();
        BigDecimal running = BigDecimal.ZERO;
        for (SalesOrder.Line line : order.lines()) {
            running = running.add(line.net().toDocumentScale());
            LinePrint goods = new LinePrint(
                            line.lineNo(),
                            line.sku(),
                            line.description(),
                            line.note(),
                            line.hsn(),
                            line.ordered().value(),
                            line.ordered().unit(),
                            null,
                            null,
                            line.unitPrice().amount(),
                            line.net().amount().setScale(2, RoundingMode.HALF_UP),
                            line.taxRate(),
                            null,
                            null,
                            null)
                    .carrying(running);
            lines.add(new OrderConfirmationPrint.Line(
                    goods,
                    line.requestedOn(),
                    arrivals.get(line.lineNo()),
                    line.shortClosed().signum() == 0 ? null : line.shortClosed()));
        }
        return lines;
    }

    private static TotalsPrint totals(SalesOrder order, TaxComputation tax) {
        SalesOrder.Extras extras = order.extras();
        BigDecimal goods = order.lines().stream()
                .map(line -> line.net().toDocumentScale())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new TotalsPrint(
                null,
                null,
                goods,
                extras.documentDiscount().amount(),
                null,
                extras.freight().amount(),
                extras.packing().amount(),
                extras.insurance().amount(),
                order.netTotal().amount(),
                tax.cgst(),
                tax.sgst(),
                tax.igst(),
                order.tax().amount(),
                order.grandTotal().minus(order.netTotal()).minus(order.tax()).amount(),
                order.grandTotal().amount());
    }

    static String paymentTerms(SalesOrder order) {
        return order.payment().words();
    }

    private static BankPrint bank(Branch.BankAccount account) {
        return account == null
                ? null
                : new BankPrint(
                        account.accountName(),
                        account.bank(),
                        account.accountNumber(),
                        account.ifsc(),
                        null,
                        account.upiId());
    }
}
