package io.tradeflow.inquiry;

import io.tradeflow.kernel.Quantity;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A line of a {@link StoredInquiry}; never changed. */
@Embeddable
class StoredInquiryLine {

    private int lineNo;
    private String sku;
    private BigDecimal quantity;
    private String unit;
    private String note;
    private BigDecimal enteredQuantity;
    private String enteredUnit;
    private BigDecimal targetPrice;
    private LocalDate neededBy;

    protected StoredInquiryLine() {}

    StoredInquiryLine(Inquiry.Line line) {
        this.lineNo = line.lineNo();
        this.sku = line.sku();
        this.quantity = line.quantity().value();
        this.unit = line.quantity().unit();
        this.note = line.note();
        this.targetPrice = line.targetPrice();
        this.neededBy = line.neededBy();
        if (line.entered() != null) {
            this.enteredQuantity = line.entered().value();
            this.enteredUnit = line.entered().unit();
        }
    }

    Inquiry.Line toLine() {
        Quantity entered = enteredUnit == null ? null : new Quantity(enteredQuantity, enteredUnit);
        return new Inquiry.Line(lineNo, sku, new Quantity(quantity, unit), note, targetPrice, neededBy, entered);
    }
}
