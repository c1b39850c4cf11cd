package io.tradeflow.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * All that a consignment note prints: who sends what to whom, with whom, and who pays the freight.
 *
 * @param number the shipment's number
 * @param consignor the warehouse the goods leave
 * @param mode in words, for example "Road"
 * @param transporterId GSTIN or enrolment number, null if unknown
 * @param documentNumber LR, RR, airway bill or bill of lading, null if none
 * @param freight "Paid" or "To pay"
 * @param vehicles the vehicles so far, the present one last
 * @param value of the goods with tax as their tax document says, null if unknown
 */
public record WaybillPrint(
        String number,
        LocalDate handedOverOn,
        SellerPrint seller,
        PartyPrint consignor,
        PartyPrint consignee,
        ReferencePrint reference,
        String carrier,
        String transporterId,
        String mode,
        String documentNumber,
        String trackingNumber,
        String freight,
        LocalDate expectedOn,
        List<Vehicle> vehicles,
        String taxDocument,
        String currency,
        BigDecimal value,
        String ewayBillNumber,
        LocalDate ewayBillValidUntil,
        int packages,
        BigDecimal grossWeightKg,
        String instructions,
        List<Line> lines,
        String handedOverBy) {

    public WaybillPrint {
        lines = List.copyOf(lines);
        vehicles = List.copyOf(vehicles);
        value = Figures.amount(value);
        grossWeightKg = Figures.plain(grossWeightKg);
    }

    /** A vehicle of the consignment; {@code reason} why it took over, null for the first. */
    public record Vehicle(String vehicleNumber, String from, LocalDate since, String reason) {}

    /** Goods of one order line. */
    public record Line(int lineNo, String sku, String description, String hsn, BigDecimal quantity, String unit) {

        public Line {
            quantity = Figures.plain(quantity);
        }
    }
}
