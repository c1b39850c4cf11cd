package io.tradeflow.payment;

import io.tradeflow.document.PartyPrint;
import io.tradeflow.document.ReferencePrint;
import io.tradeflow.document.SupplyPrint;
import io.tradeflow.document.VoucherPrint;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Letterhead;
import io.tradeflow.party.Parties;
import io.tradeflow.tax.AmountInWords;
import io.tradeflow.tax.Gst;
import io.tradeflow.tax.Supply;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What vouchers print. */
@Component
class VoucherPaper {

    private static final String NO_TAX = "No GST is due on advances for goods (Notification 66/2017-Central Tax, 15"
            + " November 2017); the tax is charged with the invoice.";

    private final Parties parties;
    private final Gst gst;

    VoucherPaper(Parties parties, Gst gst) {
        this.parties = parties;
        this.gst = gst;
    }

    VoucherPrint received(String number, LocalDate on, Receipt receipt, SalesOrder order, Branch branch) {
        return print(
                "Receipt voucher",
                number,
                on,
                order,
                branch,
                receipt.unapplied(),
                new Movement(
                        receipt.receivedOn(),
                        receipt.mode().name(),
                        receipt.reference(),
                        receipt.number(),
                        null,
                        null,
                        null));
    }

    VoucherPrint paidBack(
            String number, LocalDate on, Refund refund, VoucherTable.GivenBack back, SalesOrder order, Branch branch) {
        return print(
                "Refund voucher",
                number,
                on,
                order,
                branch,
                back.amount(),
                new Movement(
                        refund.paidOn(),
                        refund.mode() == null
                                ? null
                                : refund.mode().name() + (refund.account() == null ? "" : " to " + refund.account()),
                        refund.reference(),
                        back.voucher().receiptNumber(),
                        back.voucher().number(),
                        back.voucher().issuedOn(),
                        refund.reason()));
    }

    /** When and how the money moved, and which voucher that undoes. */
    private record Movement(
            LocalDate on,
            String mode,
            String reference,
            String receiptNumber,
            String voucherNumber,
            LocalDate voucherOn,
            String reason) {}

    private VoucherPrint print(
            String title, String number, LocalDate on, SalesOrder order, Branch branch, Money amount, Movement moved) {
        Buyer buyer = parties.buyer(order.buyerCode());
        return new VoucherPrint(
                title,
                number,
                on,
                Letterhead.of(parties.seller(), branch, on),
                PartyPrint.of(buyer.legalName(), order.billTo(), buyer.gstin())
                        .reachedBy(buyer.contactName(), buyer.phone(), buyer.email()),
                new ReferencePrint(
                        order.dealNumber(),
                        order.quoteNumber(),
                        order.number(),
                        null,
                        order.poNumber(),
                        order.poDate()),
                supply(on, order, branch, buyer),
                order.currency(),
                order.lines().stream()
                        .map(line -> new VoucherPrint.Goods(
                                line.lineNo(),
                                line.description(),
                                line.hsn(),
                                line.ordered().value(),
                                line.ordered().unit()))
                        .toList(),
                amount.toDocumentScale(),
                BigDecimal.ZERO.setScale(Money.DOCUMENT_SCALE),
                NO_TAX,
                AmountInWords.of(amount),
                moved.on(),
                moved.mode(),
                moved.reference(),
                moved.receiptNumber(),
                moved.voucherNumber(),
                moved.voucherOn(),
                moved.reason());
    }

    /** Null where a rate is missing: money is booked whatever the tables lack, and the invoice will ask for it. */
    private SupplyPrint supply(LocalDate on, SalesOrder order, Branch branch, Buyer buyer) {
        try {
            TaxComputation tax = gst.compute(Supply.of(
                    on,
                    parties.seller(),
                    branch,
                    buyer,
                    order.billTo(),
                    order.shipTo(),
                    order.currency(),
                    order.lines().stream()
                            .map(line -> new Supply.Line(
                                    line.lineNo(), line.hsn(), line.net().toDocumentScale()))
                            .toList()));
            return new SupplyPrint(tax.placeOfSupplyCode(), tax.placeOfSupplyName(), tax.nature(), false, null);
        } catch (Problem missing) {
            return null;
        }
    }
}
