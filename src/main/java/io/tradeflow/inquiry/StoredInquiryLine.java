package io.tradeflow.inquiry;

import io.tradeflow.kernel.Quantity;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** A line of a {@link StoredInquiry}; never changed. */
@Embeddable
class StoredInquiryLine {

    private int lineNo;
    private String sku;
    private BigDecimal quantity;
    private String unit;
    private String note;

    protected StoredInquiryLine() {}

    StoredInquiryLine(Inquiry.Line line) {
        this.lineNo = line.lineNo();
        this.sku = line.sku();
        this.quantity = line.quantity().value();
        this.unit = line.quantity().unit();
        this.note = line.note();
    }

    Inquiry.Line toLine() {
        return new Inquiry.Line(lineNo, sku, new Quantity(quantity, unit), note);
    }
}
