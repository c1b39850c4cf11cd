package planted.quotation;

/** Planted: quotation uses payment, which comes after it. */
class LooksForward {

    planted.payment.Receipts receipts;
}
