package io.tradeflow.fulfilment;

import io.tradeflow.document.DocumentKind;
import io.tradeflow.document.Documents;
import io.tradeflow.document.FrozenDocument;
import io.tradeflow.document.PackingSlipPrint;
import io.tradeflow.document.PartyPrint;
import io.tradeflow.document.ReferencePrint;
import io.tradeflow.document.SellerPrint;
import io.tradeflow.inventory.Stock;
import io.tradeflow.inventory.Warehouse;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.party.SellingCompany;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the packing slip of a packed shipment: what is in it, never what it costs. */
@Component
class PackingSlips {

    private static final int ONLY_REVISION = 1;

    private final SalesOrders orders;
    private final Parties parties;
    private final Stock stock;
    private final PackageTable packages;
    private final Documents documents;
    private final Clock clock;

    PackingSlips(
            SalesOrders orders, Parties parties, Stock stock, PackageTable packages, Documents documents, Clock clock) {
        this.packages = packages;
        this.orders = orders;
        this.parties = parties;
        this.stock = stock;
        this.documents = documents;
        this.clock = clock;
    }

    void issue(StoredShipment stored) {
        Shipment shipment = stored.toShipment();
        FrozenDocument slip = documents.freeze(
                DocumentKind.PACKING_SLIP,
                shipment.number(),
                ONLY_REVISION,
                shipment.dealNumber(),
                shipment.buyerCode(),
                print(stored, shipment));
        documents.render(slip.id());
    }

    private PackingSlipPrint print(StoredShipment stored, Shipment shipment) {
        SalesOrder order = orders.order(shipment.orderNumber());
        Buyer buyer = parties.buyer(shipment.buyerCode());
        Branch branch = parties.branch(shipment.branchCode());
        Warehouse warehouse = stock.warehouse(shipment.warehouseCode());
        LocalDate packedOn = LocalDate.ofInstant(stored.packedAt(), clock.getZone());
        return new PackingSlipPrint(
                shipment.number(),
                packedOn,
                seller(branch, packedOn),
                PartyPrint.of(warehouse.name(), warehouse.address(), branch.gstinOn(packedOn)),
                PartyPrint.of(buyer.legalName(), order.billTo(), buyer.gstin()),
                PartyPrint.of(buyer.legalName(), order.shipTo(), buyer.gstin())
                        .reachedBy(buyer.contactName(), buyer.phone(), buyer.email()),
                new ReferencePrint(
                        shipment.dealNumber(),
                        order.quoteNumber(),
                        order.number(),
                        shipment.number(),
                        order.poNumber(),
                        order.poDate()),
                lines(shipment),
                shipment.packages(),
                shipment.grossWeightKg(),
                shipment.packingNote(),
                stored.packedBy(),
                contents(shipment.number()));
    }

    private List<PackingSlipPrint.Package> contents(String number) {
        return packages.of(number).stream()
                .map(pack -> new PackingSlipPrint.Package(
                        pack.packageNo(),
                        pack.label(),
                        pack.kind().label(),
                        pack.weightKg(),
                        pack.contents().stream()
                                .map(content -> new PackingSlipPrint.Content(
                                        content.sku(),
                                        content.batch().isEmpty() ? null : content.batch(),
                                        content.quantity().value(),
                                        content.quantity().unit()))
                                .toList()))
                .toList();
    }

    private SellerPrint seller(Branch branch, LocalDate day) {
        SellingCompany company = parties.seller();
        return SellerPrint.of(
                company.legalName(),
                company.tradeName(),
                branch.address(),
                branch.gstinOn(day),
                company.pan(),
                company.cin(),
                company.iec(),
                company.phone(),
                company.email(),
                company.website());
    }

    private static List<PackingSlipPrint.Line> lines(Shipment shipment) {
        return shipment.lines().stream()
                .filter(line -> line.quantity().isPositive())
                .map(line -> new PackingSlipPrint.Line(
                        line.lineNo(),
                        line.sku(),
                        line.description(),
                        line.hsn(),
                        line.batch().isEmpty() ? null : line.batch(),
                        line.expiresOn(),
                        line.quantity().value(),
                        line.quantity().unit()))
                .toList();
    }
}
