package io.tradeflow.fulfilment;

import io.tradeflow.document.PartyPrint;
import io.tradeflow.document.PickingListPrint;
import io.tradeflow.document.QcCertificatePrint;
import io.tradeflow.document.ReferencePrint;
import io.tradeflow.document.SellerPrint;
import io.tradeflow.document.ShippingLabelPrint;
import io.tradeflow.inventory.Bin;
import io.tradeflow.inventory.Bins;
import io.tradeflow.inventory.Stock;
import io.tradeflow.inventory.Warehouse;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Letterhead;
import io.tradeflow.party.Parties;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the papers of a shipment print, taken from shipment, order and warehouse. */
@Component
class ShipmentPrints {

    private static final int LAST = Integer.MAX_VALUE;

    private final SalesOrders orders;
    private final Parties parties;
    private final Stock stock;
    private final Bins bins;
    private final PackageTable packages;
    private final Clock clock;

    ShipmentPrints(SalesOrders orders, Parties parties, Stock stock, Bins bins, PackageTable packages, Clock clock) {
        this.orders = orders;
        this.parties = parties;
        this.stock = stock;
        this.bins = bins;
        this.packages = packages;
        this.clock = clock;
    }

    PickingListPrint pickingList(StoredShipment stored) {
        Shipment shipment = stored.toShipment();
        SalesOrder order = orders.order(shipment.orderNumber());
        Map<String, Bin> known =
                bins.of(shipment.warehouseCode()).stream().collect(Collectors.toMap(Bin::code, Function.identity()));
        return new PickingListPrint(
                shipment.number(),
                day(stored.pickListReleasedAt()),
                seller(shipment),
                stock.warehouse(shipment.warehouseCode()).name(),
                consignee(order),
                reference(shipment, order),
                null,
                shipment.lines().stream()
                        .filter(line -> line.planned().isPositive())
                        .sorted(walk(known))
                        .map(line -> pick(line, known))
                        .toList());
    }

    private static Comparator<Shipment.Line> walk(Map<String, Bin> known) {
        return Comparator.comparing(
                        (Shipment.Line line) -> zone(line, known), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(line ->
                        known.containsKey(binOf(line)) ? known.get(binOf(line)).pickSequence() : LAST)
                .thenComparing(ShipmentPrints::binOf)
                .thenComparing(Shipment.Line::lineNo);
    }

    private static String zone(Shipment.Line line, Map<String, Bin> known) {
        Bin bin = known.get(binOf(line));
        return bin == null ? null : bin.zone();
    }

    private static String binOf(Shipment.Line line) {
        return line.bin() == null ? "" : line.bin();
    }

    private static PickingListPrint.Line pick(Shipment.Line line, Map<String, Bin> known) {
        return new PickingListPrint.Line(
                line.lineNo(),
                zone(line, known),
                line.bin(),
                line.sku(),
                line.description(),
                orNull(line.batch()),
                line.expiresOn(),
                line.planned().value(),
                line.planned().unit());
    }

    ShippingLabelPrint labels(StoredShipment stored) {
        Shipment shipment = stored.toShipment();
        SalesOrder order = orders.order(shipment.orderNumber());
        Warehouse warehouse = stock.warehouse(shipment.warehouseCode());
        List<Shipment.Package> packed = packages.of(shipment.number());
        return new ShippingLabelPrint(
                shipment.number(),
                seller(shipment),
                PartyPrint.of(warehouse.name(), warehouse.address(), null),
                consignee(order),
                reference(shipment, order),
                packed.isEmpty()
                        ? uncounted(shipment)
                        : packed.stream()
                                .map(pack -> label(shipment, pack, packed.size()))
                                .toList());
    }

    private static ShippingLabelPrint.Package label(Shipment shipment, Shipment.Package pack, int of) {
        return new ShippingLabelPrint.Package(
                pack.packageNo(),
                of,
                code(shipment, pack.packageNo()),
                pack.label(),
                pack.weightKg(),
                pack.contents().stream().map(ShipmentPrints::inWords).collect(Collectors.joining("; ")));
    }

    private static String inWords(Shipment.Content content) {
        return content.quantity() + " " + content.sku()
                + (content.batch().isEmpty() ? "" : ", batch " + content.batch());
    }

    /** Packed before packages were kept one by one. */
    private static List<ShippingLabelPrint.Package> uncounted(Shipment shipment) {
        BigDecimal whole = shipment.packages() == 1 ? shipment.grossWeightKg() : null;
        return java.util.stream.IntStream.rangeClosed(1, shipment.packages())
                .mapToObj(no ->
                        new ShippingLabelPrint.Package(no, shipment.packages(), code(shipment, no), null, whole, null))
                .toList();
    }

    private static String code(Shipment shipment, int packageNo) {
        return shipment.number() + "-%03d".formatted(packageNo);
    }

    QcCertificatePrint certificate(StoredShipment stored, Inspection inspection) {
        Shipment shipment = stored.toShipment();
        SalesOrder order = orders.order(shipment.orderNumber());
        Buyer buyer = parties.buyer(shipment.buyerCode());
        return new QcCertificatePrint(
                shipment.number(),
                day(inspection.inspectedAt()),
                seller(shipment),
                PartyPrint.of(buyer.legalName(), order.billTo(), buyer.gstin()),
                consignee(order),
                reference(shipment, order),
                inspection.inspectedBy(),
                inspection.remark(),
                inspection.lines().stream()
                        .filter(line -> line.lot().minus(line.rejected()).isPositive())
                        .map(line -> new QcCertificatePrint.Line(
                                line.lineNo(),
                                line.sku(),
                                line.description(),
                                orNull(line.batch()),
                                line.expiresOn(),
                                line.sample(),
                                line.lot().minus(line.rejected()).value(),
                                line.lot().unit()))
                        .toList(),
                inspection.lines().stream()
                        .flatMap(line -> line.checks().stream()
                                .map(check -> new QcCertificatePrint.Check(
                                        line.lineNo(), check.label(), check.wanted(), check.found(), check.passed())))
                        .toList());
    }

    private SellerPrint seller(Shipment shipment) {
        return Letterhead.of(parties.seller(), parties.branch(shipment.branchCode()), LocalDate.now(clock));
    }

    private PartyPrint consignee(SalesOrder order) {
        Buyer buyer = parties.buyer(order.buyerCode());
        return PartyPrint.of(buyer.legalName(), order.shipTo() == null ? order.billTo() : order.shipTo(), null)
                .reachedBy(buyer.contactName(), buyer.phone(), buyer.email());
    }

    private static ReferencePrint reference(Shipment shipment, SalesOrder order) {
        return new ReferencePrint(
                shipment.dealNumber(),
                order.quoteNumber(),
                order.number(),
                shipment.number(),
                order.poNumber(),
                order.poDate());
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    private static String orNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
