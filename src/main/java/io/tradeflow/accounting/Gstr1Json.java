package io.tradeflow.accounting;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradeflow.accounting.Gstr1Row.OfDocument;
import io.tradeflow.accounting.Gstr1Row.OfHsn;
import io.tradeflow.accounting.Gstr1Row.OfPlace;
import io.tradeflow.accounting.Gstr1Row.OfSeries;
import io.tradeflow.accounting.Gstr1Row.Untaxed;
import io.tradeflow.tax.SupplyType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The return in the shape of the portal's offline tool. A table without rows is left out. */
final class Gstr1Json {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu");
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);
    /** The portal takes no longer descriptions. */
    private static final int LONGEST_DESCRIPTION = 30;

    private final Gstr1 gstr1;
    private final ObjectNode root = NODES.objectNode();

    private Gstr1Json(Gstr1 gstr1) {
        this.gstr1 = gstr1;
    }

    static ObjectNode of(Gstr1 gstr1) {
        Gstr1Json json = new Gstr1Json(gstr1);
        json.root.put("gstin", gstr1.gstin()).put("fp", gstr1.period().ofReturn());
        json.byBuyer("b2b", Gstr1Table.B2B, "inv", Gstr1Json::invoice);
        json.b2cl();
        json.exports();
        json.b2cs();
        json.nil();
        json.byBuyer("cdnr", Gstr1Table.CDNR, "nt", Gstr1Json::noteToRegistered);
        json.cdnur();
        json.hsn();
        json.issued();
        return json.root;
    }

    private List<Gstr1Row> rows(Gstr1Table table) {
        return gstr1.section(table).rows();
    }

    /** The rows of each document, in the order of the table. */
    private Map<String, List<OfDocument>> documents(Gstr1Table table) {
        Map<String, List<OfDocument>> byNumber = new LinkedHashMap<>();
        for (Gstr1Row row : rows(table)) {
            OfDocument of = (OfDocument) row;
            byNumber.computeIfAbsent(of.document().number(), number -> new ArrayList<>())
                    .add(of);
        }
        return byNumber;
    }

    private void byBuyer(
            String key, Gstr1Table table, String documents, Function<List<OfDocument>, ObjectNode> document) {
        Map<String, ArrayNode> byGstin = new TreeMap<>();
        documents(table).values().forEach(rows -> byGstin.computeIfAbsent(
                        rows.get(0).document().buyer().gstin(), gstin -> NODES.arrayNode())
                .add(document.apply(rows)));
        if (byGstin.isEmpty()) {
            return;
        }
        ArrayNode buyers = root.putArray(key);
        byGstin.forEach((gstin, all) -> buyers.addObject().put("ctin", gstin).set(documents, all));
    }

    private static ObjectNode invoice(List<OfDocument> rows) {
        TaxDocument document = rows.get(0).document();
        ObjectNode invoice = numbered(document)
                .put("pos", document.placeOfSupply())
                .put("rchrg", document.reverseCharge() ? "Y" : "N")
                .put("inv_typ", invoiceType(document));
        invoice.set("itms", items(rows));
        return invoice;
    }

    private static ObjectNode noteToRegistered(List<OfDocument> rows) {
        TaxDocument document = rows.get(0).document();
        ObjectNode note = note(document)
                .put("pos", document.placeOfSupply())
                .put("rchrg", document.reverseCharge() ? "Y" : "N")
                .put("inv_typ", invoiceType(document));
        note.set("itms", items(rows));
        return note;
    }

    private void b2cl() {
        Map<String, ArrayNode> byPlace = new TreeMap<>();
        documents(Gstr1Table.B2CL).values().forEach(rows -> {
            TaxDocument document = rows.get(0).document();
            ObjectNode invoice = numbered(document);
            invoice.set("itms", items(rows));
            byPlace.computeIfAbsent(document.placeOfSupply(), place -> NODES.arrayNode())
                    .add(invoice);
        });
        if (!byPlace.isEmpty()) {
            ArrayNode places = root.putArray("b2cl");
            byPlace.forEach((place, all) -> places.addObject().put("pos", place).set("inv", all));
        }
    }

    private void exports() {
        Map<String, ArrayNode> byType = new TreeMap<>();
        documents(Gstr1Table.EXP).values().forEach(rows -> {
            TaxDocument document = rows.get(0).document();
            ObjectNode invoice = numbered(document);
            TaxDocument.Export export = document.export();
            if (export != null && export.port() != null) {
                invoice.put("sbpcode", export.port());
            }
            if (export != null && export.shippingBill() != null && export.shippingBillOn() != null) {
                invoice.put("sbnum", export.shippingBill()).put("sbdt", DAY.format(export.shippingBillOn()));
            }
            ArrayNode items = invoice.putArray("itms");
            rows.forEach(row -> items.addObject()
                    .put("txval", row.figures().taxable())
                    .put("rt", row.rate())
                    .put("iamt", row.figures().igst())
                    .put("csamt", NOTHING));
            byType.computeIfAbsent(Gstr1Sheet.exportType(document), type -> NODES.arrayNode())
                    .add(invoice);
        });
        if (!byType.isEmpty()) {
            ArrayNode types = root.putArray("exp");
            byType.forEach((type, all) -> types.addObject().put("exp_typ", type).set("inv", all));
        }
    }

    private void b2cs() {
        if (rows(Gstr1Table.B2CS).isEmpty()) {
            return;
        }
        ArrayNode places = root.putArray("b2cs");
        for (Gstr1Row row : rows(Gstr1Table.B2CS)) {
            OfPlace of = (OfPlace) row;
            ObjectNode place = places.addObject()
                    .put("sply_ty", of.interState() ? "INTER" : "INTRA")
                    .put("pos", of.place())
                    .put("typ", "OE");
            figures(place, of.rate(), of.amounts(), of.interState());
        }
    }

    private void nil() {
        if (rows(Gstr1Table.NIL).isEmpty()) {
            return;
        }
        ArrayNode kinds = root.putObject("nil").putArray("inv");
        for (Gstr1Row row : rows(Gstr1Table.NIL)) {
            Untaxed of = (Untaxed) row;
            kinds.addObject()
                    .put("sply_ty", of.buyers().name())
                    .put("nil_amt", of.nil())
                    .put("expt_amt", of.exempt())
                    .put("ngsup_amt", of.nonGst());
        }
    }

    private void cdnur() {
        Map<String, List<OfDocument>> notes = documents(Gstr1Table.CDNUR);
        if (notes.isEmpty()) {
            return;
        }
        ArrayNode all = root.putArray("cdnur");
        notes.values().forEach(rows -> {
            TaxDocument document = rows.get(0).document();
            ObjectNode note = note(document).put("typ", Gstr1Sheet.noteOn(document));
            if (!document.isExport()) {
                note.put("pos", document.placeOfSupply());
            }
            note.set("itms", items(rows));
            all.add(note);
        });
    }

    private void hsn() {
        Map<Boolean, ArrayNode> byBuyer = new TreeMap<>();
        for (Gstr1Row row : rows(Gstr1Table.HSN)) {
            OfHsn of = (OfHsn) row;
            ArrayNode list = byBuyer.computeIfAbsent(of.toRegistered(), to -> NODES.arrayNode());
            ObjectNode node = list.addObject()
                    .put("num", list.size())
                    .put("hsn_sc", of.hsn())
                    .put("desc", shortened(of.description()))
                    .put("uqc", of.uqc())
                    .put("qty", of.quantity().stripTrailingZeros());
            all(node, of.rate(), of.amounts());
        }
        if (byBuyer.isEmpty()) {
            return;
        }
        ObjectNode hsn = root.putObject("hsn");
        boolean apart = ReturnRule.HSN_BY_BUYER.holds(gstr1.period().from());
        byBuyer.forEach((registered, rows) -> hsn.set(apart ? (registered ? "hsn_b2b" : "hsn_b2c") : "data", rows));
    }

    private void issued() {
        Map<Integer, ObjectNode> byType = new TreeMap<>();
        for (Gstr1Row row : rows(Gstr1Table.DOCS)) {
            OfSeries of = (OfSeries) row;
            ObjectNode type = byType.computeIfAbsent(of.type().number(), number -> {
                ObjectNode node = NODES.objectNode()
                        .put("doc_num", number)
                        .put("doc_typ", of.type().title());
                node.putArray("docs");
                return node;
            });
            ArrayNode docs = (ArrayNode) type.get("docs");
            docs.addObject()
                    .put("num", docs.size())
                    .put("from", of.from())
                    .put("to", of.to())
                    .put("totnum", of.total())
                    .put("cancel", of.cancelled())
                    .put("net_issue", of.net());
        }
        if (!byType.isEmpty()) {
            root.putObject("doc_issue").putArray("doc_det").addAll(byType.values());
        }
    }

    private static ObjectNode numbered(TaxDocument document) {
        return NODES.objectNode()
                .put("inum", document.number())
                .put("idt", day(document.issuedOn()))
                .put("val", document.total());
    }

    private static ObjectNode note(TaxDocument document) {
        return NODES.objectNode()
                .put("ntty", document.kind() == TaxDocument.Kind.CREDIT_NOTE ? "C" : "D")
                .put("nt_num", document.number())
                .put("nt_dt", day(document.issuedOn()))
                .put("val", document.total());
    }

    private static ArrayNode items(List<OfDocument> rows) {
        ArrayNode items = NODES.arrayNode();
        for (OfDocument row : rows) {
            ObjectNode item = items.addObject().put("num", items.size());
            figures(
                    item.putObject("itm_det"),
                    row.rate(),
                    row.figures(),
                    row.document().interState());
        }
        return items;
    }

    private static void figures(ObjectNode node, BigDecimal rate, Amounts amounts, boolean interState) {
        node.put("rt", rate).put("txval", amounts.taxable());
        if (interState) {
            node.put("iamt", amounts.igst());
        } else {
            node.put("camt", amounts.cgst()).put("samt", amounts.sgst());
        }
        node.put("csamt", NOTHING);
    }

    private static void all(ObjectNode node, BigDecimal rate, Amounts amounts) {
        node.put("rt", rate)
                .put("txval", amounts.taxable())
                .put("iamt", amounts.igst())
                .put("camt", amounts.cgst())
                .put("samt", amounts.sgst())
                .put("csamt", NOTHING);
    }

    private static String invoiceType(TaxDocument document) {
        return switch (document.supplyType() == null ? SupplyType.B2B : document.supplyType()) {
            case SEZWP -> "SEWP";
            case SEZWOP -> "SEWOP";
            case DEXP -> "DE";
            case B2B, EXPWP, EXPWOP -> "R";
        };
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String shortened(String description) {
        return description
                .substring(0, Math.min(description.length(), LONGEST_DESCRIPTION))
                .strip();
    }
}
