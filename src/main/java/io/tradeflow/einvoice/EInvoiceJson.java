package io.tradeflow.einvoice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradeflow.einvoice.EInvoiceDocument.Abroad;
import io.tradeflow.einvoice.EInvoiceDocument.Corrected;
import io.tradeflow.einvoice.EInvoiceDocument.Item;
import io.tradeflow.einvoice.EInvoiceDocument.Party;
import io.tradeflow.kernel.Address;
import io.tradeflow.tax.Hsn;
import io.tradeflow.tax.SupplyType;
import io.tradeflow.tax.Uqc;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;

/**
 * The document in FORM GST INV-01, version 1.1. Goods that bear no tax are no items: their value stands in other charges. Texts are without
 * the characters the portal refuses and no longer than it takes them.
 */
final class EInvoiceJson {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final String RUPEE = "INR";
    private static final String UNREGISTERED = "URP";
    private static final String ABROAD = "96";
    private static final int PIN_ABROAD = 999999;
    private static final int LONGEST_PO = 16;
    private static final int DECIMALS_OF_QUANTITY = 3;
    private static final int LEAST = 3;

    private EInvoiceJson() {}

    static ObjectNode of(EInvoiceDocument document) {
        ObjectNode json = JsonNodeFactory.withExactBigDecimals(true).objectNode();
        json.put("Version", "1.1");
        json.putObject("TranDtls")
                .put("TaxSch", "GST")
                .put("SupTyp", document.supplyType().name())
                .put("RegRev", document.reverseCharge() ? "Y" : "N");
        json.putObject("DocDtls")
                .put("Typ", document.type())
                .put("No", document.number())
                .put("Dt", DAY.format(document.date()));
        seller(json.putObject("SellerDtls"), document.seller());
        buyer(json.putObject("BuyerDtls"), document);
        if (document.dispatchedFrom() != null) {
            ObjectNode from = json.putObject("DispDtls");
            from.put("Nm", text(document.seller().legalName(), 100));
            address(from, document.dispatchedFrom(), 100);
        }
        if (document.shipTo() != null) {
            ObjectNode to = json.putObject("ShipDtls");
            to.put("LglNm", text(document.buyer().legalName(), 100));
            address(to, document.shipTo(), 100);
        }
        List<Item> items = NegativeLines.folded(document.items().stream()
                .filter(item -> item.treatment().bearsTax())
                .toList());
        ArrayNode list = json.putArray("ItemList");
        items.forEach(item -> item(list.addObject(), item, document.reverseCharge()));
        values(json.putObject("ValDtls"), document, items);
        payment(json, document.payment());
        references(json, document);
        export(json, document);
        return json;
    }

    private static void seller(ObjectNode json, Party seller) {
        json.put("Gstin", seller.gstin());
        names(json, seller);
        address(json, seller.address(), 50);
        reach(json, seller);
    }

    private static void buyer(ObjectNode json, EInvoiceDocument document) {
        Party buyer = document.buyer();
        json.put("Gstin", buyer.gstin() == null ? UNREGISTERED : buyer.gstin());
        names(json, buyer);
        json.put("Pos", document.placeOfSupply());
        address(json, buyer.address(), 100);
        if (buyer.gstin() != null) {
            json.put("Stcd", buyer.gstin().substring(0, 2));
        }
        reach(json, buyer);
    }

    private static void names(ObjectNode json, Party party) {
        json.put("LglNm", text(party.legalName(), 100));
        optional(json, "TrdNm", text(party.tradeName(), 100), LEAST);
    }

    private static void address(ObjectNode json, Address address, int longestPlace) {
        json.put("Addr1", text(address.line1(), 100));
        optional(json, "Addr2", text(address.line2(), 100), LEAST);
        json.put("Loc", text(address.city(), longestPlace));
        boolean pin =
                address.isInIndia() && address.pin() != null && address.pin().matches("[1-9][0-9]{5}");
        json.put("Pin", pin ? Integer.parseInt(address.pin()) : PIN_ABROAD);
        json.put("Stcd", address.isInIndia() ? address.stateCode() : ABROAD);
    }

    /** Left out where it is not as the portal takes it: nobody is invoiced by phone. */
    private static void reach(ObjectNode json, Party party) {
        String digits = party.phone() == null ? "" : party.phone().replaceAll("[^0-9]", "");
        if (digits.matches("[0-9]{6,12}")) {
            json.put("Ph", digits);
        }
        if (party.email() != null && party.email().matches("[^\"\\\\\\s]{1,90}@[^\"\\\\\\s]{3,60}")) {
            optional(json, "Em", party.email().length() <= 100 ? party.email() : null, 6);
        }
    }

    private static void item(ObjectNode json, Item item, boolean reverseCharge) {
        json.put("SlNo", String.valueOf(item.lineNo()));
        json.put("PrdDesc", text(item.description(), 300));
        json.put("IsServc", Hsn.isService(item.hsn()) ? "Y" : "N");
        json.put("HsnCd", item.hsn());
        json.put("Qty", plain(item.quantity().setScale(DECIMALS_OF_QUANTITY, RoundingMode.HALF_UP)));
        json.put("Unit", Uqc.of(item.unit(), item.hsn()).code());
        json.put("UnitPrice", plain(item.unitPrice().setScale(DECIMALS_OF_QUANTITY, RoundingMode.HALF_UP)));
        json.put("TotAmt", item.gross());
        if (item.discount().signum() != 0) {
            json.put("Discount", item.discount());
        }
        json.put("AssAmt", item.taxable());
        json.put("GstRt", plain(item.rate()));
        json.put("IgstAmt", item.igst());
        json.put("CgstAmt", item.cgst());
        json.put("SgstAmt", item.sgst());
        json.put("TotItemVal", reverseCharge ? item.taxable() : item.taxable().add(item.tax()));
    }

    private static void values(ObjectNode json, EInvoiceDocument document, List<Item> items) {
        json.put("AssVal", sum(items, Item::taxable));
        json.put("CgstVal", sum(items, Item::cgst));
        json.put("SgstVal", sum(items, Item::sgst));
        json.put("IgstVal", sum(items, Item::igst));
        BigDecimal untaxed = sum(
                document.items().stream()
                        .filter(item -> !item.treatment().bearsTax())
                        .toList(),
                Item::taxable);
        if (untaxed.signum() != 0) {
            json.put("OthChrg", untaxed);
        }
        json.put("RndOffAmt", document.roundOff());
        json.put("TotInvVal", document.total());
        Abroad abroad = document.abroad();
        if (abroad != null && !RUPEE.equals(abroad.currency())) {
            json.put("TotInvValFc", abroad.total());
        }
    }

    /** Left out field by field where the portal would not take it: nobody's tax hangs on it. */
    private static void payment(ObjectNode json, EInvoiceDocument.Payment payment) {
        if (payment == null) {
            return;
        }
        ObjectNode pay = json.putObject("PayDtls");
        optional(pay, "Nm", text(payment.payee(), 100), 1);
        if (payment.account() != null && payment.account().matches("[A-Za-z0-9]{1,18}")) {
            pay.put("AccDet", payment.account());
        }
        if (payment.ifsc() != null && payment.ifsc().matches("[A-Z]{4}0[A-Z0-9]{6}")) {
            pay.put("FinInsBr", payment.ifsc());
        }
        optional(pay, "PayTerm", text(payment.terms(), 100), 1);
        pay.put("CrDay", payment.creditDays());
        pay.put("PaidAmt", payment.paid());
        pay.put("PaymtDue", payment.due());
    }

    private static void references(ObjectNode json, EInvoiceDocument document) {
        String po = text(document.poNumber(), Integer.MAX_VALUE);
        boolean hasOrder = po != null && !po.isEmpty() && po.length() <= LONGEST_PO;
        if (!hasOrder && document.corrected().isEmpty()) {
            return;
        }
        ObjectNode references = json.putObject("RefDtls");
        if (!document.corrected().isEmpty()) {
            ArrayNode corrected = references.putArray("PrecDocDtls");
            for (Corrected each : document.corrected()) {
                corrected.addObject().put("InvNo", each.number()).put("InvDt", DAY.format(each.date()));
            }
        }
        if (hasOrder) {
            ObjectNode order = references.putArray("ContrDtls").addObject();
            order.put("PORefr", po);
            LocalDate on = document.poDate();
            if (on != null) {
                order.put("PORefDt", DAY.format(on));
            }
        }
    }

    private static void export(ObjectNode json, EInvoiceDocument document) {
        Abroad abroad = document.abroad();
        if (abroad == null) {
            return;
        }
        ObjectNode export = json.putObject("ExpDtls");
        if (abroad.shippingBill() != null && abroad.shippingBillOn() != null) {
            export.put("ShipBNo", abroad.shippingBill());
            export.put("ShipBDt", DAY.format(abroad.shippingBillOn()));
        }
        if (abroad.port() != null) {
            export.put("Port", abroad.port());
        }
        export.put("RefClm", document.supplyType() == SupplyType.EXPWP ? "Y" : "N");
        if (!RUPEE.equals(abroad.currency())) {
            export.put("ForCur", abroad.currency());
        }
        export.put("CntCode", abroad.country());
    }

    private static BigDecimal sum(List<Item> items, Function<Item, BigDecimal> amount) {
        return items.stream().map(amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    private static void optional(ObjectNode json, String field, String text, int least) {
        if (text != null && text.length() >= least) {
            json.put(field, text);
        }
    }

    /** An inch mark becomes two apostrophes, a backslash a slash, a line break a space. */
    static String text(String text, int longest) {
        if (text == null) {
            return null;
        }
        String clean = text.replace("\"", "''")
                .replace('\\', '/')
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return clean.length() <= longest ? clean : clean.substring(0, longest).strip();
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
