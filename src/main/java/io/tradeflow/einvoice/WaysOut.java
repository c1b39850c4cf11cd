package io.tradeflow.einvoice;

import io.tradeflow.ewaybill.EwayBill;
import io.tradeflow.ewaybill.EwayBills;
import io.tradeflow.ewaybill.Port;
import io.tradeflow.ewaybill.ShippingBill;
import io.tradeflow.ewaybill.ShippingBills;
import io.tradeflow.invoicing.TaxInvoice;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds how the goods of an export leave India: by the shipping bill, or else through the port of its first shipment. */
@Component
class WaysOut {

    private final EwayBills ewayBills;
    private final ShippingBills shippingBills;

    WaysOut(EwayBills ewayBills, ShippingBills shippingBills) {
        this.ewayBills = ewayBills;
        this.shippingBills = shippingBills;
    }

    WayOut of(TaxInvoice export) {
        Optional<ShippingBill> bill = shippingBills.of(export.number());
        Optional<Port> port = bill.map(ShippingBill::port).or(() -> export.shipmentNumbers().stream()
                .map(ewayBills::port)
                .flatMap(Optional::stream)
                .findFirst());
        boolean byEwayBill =
                export.shipmentNumbers().stream().map(ewayBills::asOfNow).anyMatch(WaysOut::isNeeded);
        return new WayOut(
                port.map(Port::code).orElse(null),
                byEwayBill ? port.map(Port::address).orElse(null) : null,
                bill.map(ShippingBill::number).orElse(null),
                bill.map(ShippingBill::datedOn).orElse(null));
    }

    private static boolean isNeeded(Optional<EwayBill> bill) {
        return bill.filter(EwayBill::needed).isPresent();
    }
}
