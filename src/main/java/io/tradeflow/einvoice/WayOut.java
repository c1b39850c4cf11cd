package io.tradeflow.einvoice;

import io.tradeflow.kernel.Address;
import java.time.LocalDate;

/**
 * How goods leave India, as far as it is known; each may be null.
 *
 * @param port code of customs
 * @param place where the port is, where an e-way bill takes the goods there
 */
record WayOut(String port, Address place, String shippingBill, LocalDate shippingBillOn) {

    static final WayOut UNKNOWN = new WayOut(null, null, null, null);
}
