package io.tradeflow.ewaybill;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradeflow.ewaybill.EwayDocument.Item;
import io.tradeflow.ewaybill.EwayDocument.Party;
import io.tradeflow.kernel.Address;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The e-way bill as the portal takes it (API version 1.03): who, what, from where to where, and how. */
final class EwayBillJson {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final int MOST_ITEMS = 250;
    private static final int PIN_ABROAD = 999999;
    private static final int LEAST_KM = 1;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 120;
    private static final int LONGEST_PLACE = 50;
    private static final int LONGEST_TRANSPORTER = 25;
    private static final String UNREGISTERED = "URP";
    private static final String GOODS_UNIT = "OTH";

    /** Units of quantity the portal knows. */
    private static final Set<String> UNITS = Set.of(
            "BAG", "BAL", "BDL", "BKL", "BOU", "BOX", "BTL", "BUN", "CAN", "CBM", "CCM", "CMS", "CTN", "DOZ", "DRM",
            "GGK", "GMS", "GRS", "GYD", "KGS", "KLR", "KME", "LTR", "MLT", "MTR", "MTS", "NOS", "OTH", "PAC", "PCS",
            "PRS", "QTL", "ROL", "SET", "SQF", "SQM", "SQY", "TBS", "TGM", "THD", "TON", "TUB", "UGS", "UNT", "YDS");

    private EwayBillJson() {}

    static ObjectNode of(EwayDocument document, EwayTransport transport, EwaySettings settings) {
        ObjectNode json = JsonNodeFactory.withExactBigDecimals(true).objectNode();
        if (document.from().gstin() != null) {
            json.put("userGstin", document.from().gstin());
        }
        json.put("supplyType", "O").put("subSupplyType", document.subType());
        if (document.subTypeNote() != null) {
            json.put("subSupplyDesc", cut(document.subTypeNote(), 20));
        }
        json.put("docType", document.docType());
        json.put("docNo", document.number());
        json.put("docDate", DAY.format(document.date()));
        json.put("transactionType", transactionType(document));
        from(json, document);
        to(json, document, settings);
        amounts(json, document);
        transport(json, transport, document);
        List<Item> items = document.items().size() > MOST_ITEMS ? grouped(document.items()) : document.items();
        json.put("mainHsnCode", items.get(0).hsn());
        ArrayNode list = json.putArray("itemList");
        for (int index = 0; index < items.size(); index++) {
            item(list.addObject(), index + 1, items.get(index));
        }
        return json;
    }

    /** 1 regular, 2 shipped to another place, 3 dispatched from another place, 4 both. */
    private static int transactionType(EwayDocument document) {
        int shippedElsewhere = document.shipTo().equals(document.to().address()) ? 0 : 1;
        int fromElsewhere = document.dispatchFrom().equals(document.from().address()) ? 0 : 2;
        return 1 + shippedElsewhere + fromElsewhere;
    }

    private static void from(ObjectNode json, EwayDocument document) {
        json.put("fromGstin", gstin(document.from()));
        json.put("fromTrdName", cut(document.from().name(), LONGEST_NAME));
        address(json, "from", document.dispatchFrom());
        json.put("fromStateCode", Integer.parseInt(document.from().address().stateCode()));
        json.put("actFromStateCode", Integer.parseInt(document.dispatchFrom().stateCode()));
    }

    /** A buyer abroad and one in an SEZ count as other countries; the place is where the goods really go, such as the port. */
    private static void to(ObjectNode json, EwayDocument document, EwaySettings settings) {
        Address billed = document.to().address();
        json.put("toGstin", gstin(document.to()));
        json.put("toTrdName", cut(document.to().name(), LONGEST_NAME));
        address(json, "to", document.shipTo());
        json.put(
                "toStateCode",
                document.sez() || !billed.isInIndia() ? settings.otherCountriesCode() : stateOf(document));
        json.put(
                "actToStateCode",
                document.shipTo().isInIndia()
                        ? Integer.parseInt(document.shipTo().stateCode())
                        : settings.otherCountriesCode());
    }

    private static String gstin(Party party) {
        return party.gstin() == null ? UNREGISTERED : party.gstin();
    }

    /** The State of the GSTIN that is billed; the address's where there is none. */
    private static int stateOf(EwayDocument document) {
        String gstin = document.to().gstin();
        return Integer.parseInt(gstin == null ? document.to().address().stateCode() : gstin.substring(0, 2));
    }

    private static void address(ObjectNode json, String side, Address address) {
        json.put(side + "Addr1", cut(address.line1(), LONGEST_ADDRESS));
        json.put(side + "Addr2", address.line2() == null ? "" : cut(address.line2(), LONGEST_ADDRESS));
        json.put(side + "Place", cut(address.city(), LONGEST_PLACE));
        boolean pin =
                address.isInIndia() && address.pin() != null && address.pin().matches("[1-9][0-9]{5}");
        json.put(side + "Pincode", pin ? Integer.parseInt(address.pin()) : PIN_ABROAD);
    }

    private static void amounts(ObjectNode json, EwayDocument document) {
        json.put("totalValue", document.taxableValue());
        json.put("cgstValue", document.cgst());
        json.put("sgstValue", document.sgst());
        json.put("igstValue", document.igst());
        json.put("cessValue", BigDecimal.ZERO).put("cessNonAdvolValue", BigDecimal.ZERO);
        json.put("otherValue", document.otherValue());
        json.put("totInvValue", document.total());
    }

    private static void transport(ObjectNode json, EwayTransport transport, EwayDocument document) {
        boolean unsaid = transport.distanceKm() == 0;
        json.put("transDistance", unsaid && document.isInOnePin() ? LEAST_KM : transport.distanceKm());
        if (transport.transporterId() != null) {
            json.put("transporterId", transport.transporterId());
        }
        if (transport.transporterName() != null) {
            json.put("transporterName", cut(transport.transporterName(), LONGEST_TRANSPORTER));
        }
        if (!transport.isPartB()) {
            return;
        }
        json.put("transMode", transport.modeNumber());
        if (transport.documentNumber() != null) {
            json.put("transDocNo", transport.documentNumber());
            LocalDate day =
                    transport.documentDate() == null || transport.documentDate().isBefore(document.date())
                            ? document.date()
                            : transport.documentDate();
            json.put("transDocDate", DAY.format(day));
        }
        if (transport.vehicleNumber() != null) {
            json.put("vehicleNo", transport.vehicleNumber());
            json.put("vehicleType", transport.overDimensional() ? "O" : "R");
        }
    }

    private static void item(ObjectNode json, int no, Item item) {
        json.put("itemNo", no);
        json.put("productName", cut(item.name(), LONGEST_NAME));
        json.put("productDesc", cut(item.description(), LONGEST_NAME));
        json.put("hsnCode", item.hsn());
        json.put("qtyUnit", UNITS.contains(item.unit()) ? item.unit() : GOODS_UNIT);
        json.put("quantity", plain(item.quantity()));
        json.put("taxableAmount", item.taxableValue());
        json.put("cgstRate", plain(item.cgstRate()));
        json.put("sgstRate", plain(item.sgstRate()));
        json.put("igstRate", plain(item.igstRate()));
        json.put("cessRate", BigDecimal.ZERO).put("cessNonAdvol", BigDecimal.ZERO);
    }

    /** The portal takes 250 rows: beyond that, goods of one HSN, unit and rate become one. */
    private static List<Item> grouped(List<Item> items) {
        Map<List<Object>, Item> groups = new LinkedHashMap<>();
        for (Item item : items) {
            List<Object> key = List.of(
                    item.hsn(),
                    item.unit(),
                    plain(item.cgstRate()),
                    plain(item.sgstRate()),
                    plain(item.igstRate()),
                    item.exempt());
            groups.merge(key, item, EwayBillJson::together);
        }
        return List.copyOf(groups.values());
    }

    private static Item together(Item one, Item other) {
        return new Item(
                "Goods of HSN " + one.hsn(),
                one.description(),
                one.hsn(),
                one.unit(),
                one.quantity().add(other.quantity()),
                one.taxableValue().add(other.taxableValue()),
                one.cgstRate(),
                one.sgstRate(),
                one.igstRate(),
                one.tax().add(other.tax()),
                one.exempt());
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
