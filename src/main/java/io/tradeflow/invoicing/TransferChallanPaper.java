package io.tradeflow.invoicing;

import io.tradeflow.document.DeliveryChallanPrint;
import io.tradeflow.document.LinePrint;
import io.tradeflow.document.PartyPrint;
import io.tradeflow.document.ReferencePrint;
import io.tradeflow.document.TotalsPrint;
import io.tradeflow.inventory.Warehouse;
import io.tradeflow.kernel.Money;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Letterhead;
import io.tradeflow.party.SellingCompany;
import io.tradeflow.tax.AmountInWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the challan of a transfer prints: consigner and consignee are the same company. */
final class TransferChallanPaper {

    private static final String RUPEE = "INR";
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    private TransferChallanPaper() {}

    static DeliveryChallanPrint of(
            String number,
            LocalDate issuedOn,
            SellingCompany seller,
            Branch branch,
            Warehouse from,
            Warehouse to,
            String transferNumber,
            List<TransferChallan.Line> lines,
            BigDecimal total) {
        return new DeliveryChallanPrint(
                number,
                issuedOn,
                "Transfer of stock within one registration, no supply",
                Letterhead.of(seller, branch, issuedOn),
                PartyPrint.of(from.name(), from.address(), branch.gstinOn(issuedOn)),
                PartyPrint.of(seller.legalName() + ", " + to.name(), to.address(), branch.gstinOn(issuedOn)),
                null,
                new ReferencePrint(null, null, null, null, null, null),
                null,
                RUPEE,
                goods(lines),
                new TotalsPrint(null, null, total, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, total),
                AmountInWords.of(Money.of(total, RUPEE)),
                null,
                null,
                transferNumber);
    }

    private static List<LinePrint> goods(List<TransferChallan.Line> lines) {
        List<LinePrint> prints = new ArrayList<>();
        BigDecimal running = BigDecimal.ZERO;
        for (TransferChallan.Line line : lines) {
            running = running.add(line.value());
            prints.add(new LinePrint(
                            line.lineNo(),
                            line.sku(),
                            line.description(),
                            line.batch().isEmpty() ? null : "Batch " + line.batch(),
                            line.hsn(),
                            line.quantity(),
                            line.unit(),
                            null,
                            null,
                            line.unitPrice(),
                            line.value(),
                            BigDecimal.ZERO,
                            NOTHING,
                            NOTHING,
                            NOTHING)
                    .carrying(running));
        }
        return prints;
    }
}
