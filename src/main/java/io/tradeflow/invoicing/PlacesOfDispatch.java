package io.tradeflow.invoicing;

import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.inventory.Stock;
import io.tradeflow.inventory.Warehouse;
import io.tradeflow.kernel.Address;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Parties;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where the goods of an invoice leave, where that is another place than the branch that supplies them. */
@Component
public class PlacesOfDispatch {

    private final Shipments shipments;
    private final Stock stock;
    private final Parties parties;

    PlacesOfDispatch(Shipments shipments, Stock stock, Parties parties) {
        this.shipments = shipments;
        this.stock = stock;
        this.parties = parties;
    }

    /** @return empty where they leave from the branch itself, or from several places, or where some have not left */
    public Optional<Address> of(TaxInvoice invoice) {
        return of(
                        invoice.shipmentNumbers().stream()
                                .map(shipments::shipment)
                                .toList(),
                        invoice.lines(),
                        parties.branch(invoice.branchCode()))
                .map(Warehouse::address);
    }

    Optional<Warehouse> of(List<Shipment> goods, List<TaxInvoice.Line> lines, Branch supplier) {
        List<Warehouse> places = goods.stream()
                .map(Shipment::warehouseCode)
                .distinct()
                .map(stock::warehouse)
                .toList();
        return places.size() == 1
                        && TaxInvoice.areIn(goods, lines)
                        && !places.get(0).address().equals(supplier.address())
                ? Optional.of(places.get(0))
                : Optional.empty();
    }
}
