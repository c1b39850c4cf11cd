package io.tradeflow.inquiry;

import io.tradeflow.kernel.Actor;
import org.springframework.stereotype.Service;

/** Takes inquiries in. */
@Service
public class Inquiries {

    /**
     * Checks the draft whole, gives it a number, opens the deal and tells the process ({@link InquiryReceived}).
     *
     * @throws io.tradeflow.kernel.Problem naming every wrong field: unknown SKU, quantity not positive, below the minimum order quantity, no
     *     multiple, needed-by in the past, wrong unit, another company's buyer code
     */
    public Inquiry submit(Actor by, InquiryDraft draft) {
        throw new UnsupportedOperationException();
    }

    public Inquiry inquiry(String number) {
        throw new UnsupportedOperationException();
    }

    /** What customer-segment.dmn decided. May be repeated. */
    public void assignSegment(String number, String segment, String priceTier) {
        throw new UnsupportedOperationException();
    }
}
