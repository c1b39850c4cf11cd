package io.tradeflow.bench;

/** The parts of a journey that are timed one by one, in their order. */
enum Step {
    INQUIRE("Submit the inquiry", "POST /inquiries"),
    QUOTE_READY("Wait: quote priced, rendered and sent", "three jobs, a PDF"),
    ACCEPT("Read and accept the quote", "GET /quotes, POST acceptance"),
    PICK_LIST_READY("Wait: order confirmed, stock allocated, pick list out", "three jobs"),
    PICK("Read the shipment, complete the pick", "GET /shipments, POST completion"),
    INSPECT("Find and complete the inspection", "GET /tasks, POST completion"),
    PACK("Find and complete the packing", "GET /tasks, POST completion"),
    INVOICE_READY("Wait: packing slip, invoice issued and rendered", "three jobs, two PDFs"),
    HAND_OVER("Hand over to the carrier", "POST completion"),
    DELIVERED("Wait: goods dispatched, order delivered", "two jobs"),
    INVOICE("Read the invoice", "GET /invoices"),
    PAY("Read the open item and pay it", "GET /open-items, POST /payments"),
    CLOSED("Wait: deal closed", ""),
    WHOLE("Whole journey", "");

    private final String label;
    private final String contents;

    Step(String label, String contents) {
        this.label = label;
        this.contents = contents;
    }

    String label() {
        return label;
    }

    String contents() {
        return contents;
    }
}
