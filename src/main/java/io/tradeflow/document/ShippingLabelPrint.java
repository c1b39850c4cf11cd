package io.tradeflow.document;

import java.math.BigDecimal;
import java.util.List;

/**
 * The labels of a shipment, one A6 page per package.
 *
 * @param number the shipment's number
 * @param sender the warehouse
 * @param packages every package
 */
public record ShippingLabelPrint(
        String number,
        SellerPrint seller,
        PartyPrint sender,
        PartyPrint consignee,
        ReferencePrint reference,
        List<Package> packages) {

    public ShippingLabelPrint {
        packages = List.copyOf(packages);
    }

    /**
     * One package.
     *
     * @param code what its barcode says; unique
     * @param sscc GS1 serial shipping container code of 18 digits, null where packages have none
     * @param weightKg gross, null if it was not weighed alone
     * @param contents in words, null if not known per package
     */
    public record Package(int no, int of, String code, String sscc, BigDecimal weightKg, String contents) {

        public Package {
            weightKg = Figures.plain(weightKg);
        }
    }
}
