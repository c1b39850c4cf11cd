package io.tradeflow.accounting;

import io.tradeflow.accounting.Gstr1Row.OfDocument;
import io.tradeflow.accounting.Gstr1Row.OfHsn;
import io.tradeflow.accounting.Gstr1Row.OfPlace;
import io.tradeflow.accounting.Gstr1Row.OfSeries;
import io.tradeflow.accounting.Gstr1Row.Untaxed;
import io.tradeflow.tax.GstState;
import io.tradeflow.tax.SupplyType;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of the return as columns and cells: for the file and for the page. */
public record Gstr1Sheet(List<String> columns, List<List<String>> rows) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MMM-uuuu", Locale.ENGLISH);
    private static final List<String> FIGURES = List.of("Rate", "Taxable value", "IGST", "CGST", "SGST", "Cess");
    private static final List<String> OTHER_FIGURES = List.of(
            "Invoice value",
            "Note value",
            "Quantity",
            "Nil rated",
            "Exempt",
            "Non-GST",
            "Total",
            "Cancelled",
            "Net issued");
    private static final String NO_CESS = "0.00";

    public Gstr1Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Whether a column holds amounts, rates or counts. */
    public boolean isFigure(int column) {
        return FIGURES.contains(columns.get(column)) || OTHER_FIGURES.contains(columns.get(column));
    }

    static Gstr1Sheet of(Gstr1.Section section) {
        return new Gstr1Sheet(
                columns(section.table()),
                section.rows().stream().map(row -> cells(section.table(), row)).toList());
    }

    private static List<String> columns(Gstr1Table table) {
        return switch (table) {
            case B2B ->
                with(
                        FIGURES,
                        "GSTIN of recipient",
                        "Recipient",
                        "Invoice number",
                        "Invoice date",
                        "Invoice value",
                        "Place of supply",
                        "Reverse charge",
                        "Invoice type");
            case B2CL -> with(FIGURES, "Invoice number", "Invoice date", "Invoice value", "Place of supply");
            case EXP ->
                with(
                        FIGURES,
                        "Export type",
                        "Invoice number",
                        "Invoice date",
                        "Invoice value",
                        "Port code",
                        "Shipping bill number",
                        "Shipping bill date");
            case B2CS, AT, TXPD -> with(FIGURES, "Type", "Place of supply");
            case NIL -> List.of("Supplies", "Nil rated", "Exempt", "Non-GST");
            case CDNR ->
                with(
                        FIGURES,
                        "GSTIN of recipient",
                        "Recipient",
                        "Note number",
                        "Note date",
                        "Note type",
                        "Place of supply",
                        "Reverse charge",
                        "Note supply type",
                        "Note value",
                        "Invoice corrected");
            case CDNUR ->
                with(
                        FIGURES,
                        "Supply type",
                        "Note number",
                        "Note date",
                        "Note type",
                        "Place of supply",
                        "Note value",
                        "Invoice corrected");
            case HSN -> with(FIGURES, "To", "HSN", "Description", "UQC", "Quantity");
            case DOCS ->
                List.of("Nature of document", "Series", "Serial from", "Serial to", "Total", "Cancelled", "Net issued");
        };
    }

    private static List<String> with(List<String> last, String... first) {
        List<String> columns = new ArrayList<>(List.of(first));
        columns.addAll(last);
        return columns;
    }

    private static List<String> cells(Gstr1Table table, Gstr1Row row) {
        if (row instanceof OfDocument of) {
            return document(table, of);
        }
        if (row instanceof OfPlace of) {
            return figures(of.rate(), of.amounts(), of.interState() ? "Inter-State" : "Intra-State", place(of.place()));
        }
        if (row instanceof Untaxed of) {
            return List.of(
                    of.buyers().label(),
                    of.nil().toPlainString(),
                    of.exempt().toPlainString(),
                    of.nonGst().toPlainString());
        }
        if (row instanceof OfHsn of) {
            return figures(
                    of.rate(),
                    of.amounts(),
                    of.toRegistered() ? "B2B" : "B2C",
                    of.hsn(),
                    of.description(),
                    of.uqc(),
                    plain(of.quantity()));
        }
        OfSeries of = (OfSeries) row;
        return List.of(
                of.type().title(),
                of.series(),
                of.from(),
                of.to(),
                Long.toString(of.total()),
                Long.toString(of.cancelled()),
                Long.toString(of.net()));
    }

    private static List<String> document(Gstr1Table table, OfDocument of) {
        TaxDocument document = of.document();
        String day = DAY.format(document.issuedOn());
        String value = document.total().toPlainString();
        String place = place(document.placeOfSupply());
        String reverse = document.reverseCharge() ? "Y" : "N";
        String corrected =
                document.original() == null ? "" : document.original().number();
        String noteType = document.kind() == TaxDocument.Kind.CREDIT_NOTE ? "C" : "D";
        return switch (table) {
            case B2B ->
                figures(
                        of.rate(),
                        of.figures(),
                        document.buyer().gstin(),
                        document.buyer().name(),
                        document.number(),
                        day,
                        value,
                        place,
                        reverse,
                        invoiceType(document));
            case B2CL -> figures(of.rate(), of.figures(), document.number(), day, value, place);
            case EXP ->
                figures(
                        of.rate(),
                        of.figures(),
                        exportType(document),
                        document.number(),
                        day,
                        value,
                        document.export() == null ? "" : text(document.export().port()),
                        document.export() == null ? "" : text(document.export().shippingBill()),
                        document.export() == null || document.export().shippingBillOn() == null
                                ? ""
                                : DAY.format(document.export().shippingBillOn()));
            case CDNR ->
                figures(
                        of.rate(),
                        of.figures(),
                        document.buyer().gstin(),
                        document.buyer().name(),
                        document.number(),
                        day,
                        noteType,
                        place,
                        reverse,
                        invoiceType(document),
                        value,
                        corrected);
            case CDNUR ->
                figures(
                        of.rate(),
                        of.figures(),
                        noteOn(document),
                        document.number(),
                        day,
                        noteType,
                        place,
                        value,
                        corrected);
            case B2CS, NIL, AT, TXPD, HSN, DOCS -> throw new IllegalArgumentException(table + " has no documents");
        };
    }

    /** By the words of the form. */
    private static String invoiceType(TaxDocument document) {
        return switch (document.supplyType() == null ? SupplyType.B2B : document.supplyType()) {
            case SEZWP -> "SEZ supplies with payment";
            case SEZWOP -> "SEZ supplies without payment";
            case DEXP -> "Deemed Exp";
            case B2B, EXPWP, EXPWOP -> "Regular B2B";
        };
    }

    static String exportType(TaxDocument document) {
        return document.supplyType() == SupplyType.EXPWP ? "WPAY" : "WOPAY";
    }

    static String noteOn(TaxDocument document) {
        return document.isExport() ? document.supplyType().name() : Gstr1Table.B2CL.name();
    }

    private static List<String> figures(BigDecimal rate, Amounts amounts, String... first) {
        List<String> cells = new ArrayList<>(List.of(first));
        cells.add(plain(rate));
        cells.add(amounts.taxable().toPlainString());
        cells.add(amounts.igst().toPlainString());
        cells.add(amounts.cgst().toPlainString());
        cells.add(amounts.sgst().toPlainString());
        cells.add(NO_CESS);
        return cells;
    }

    private static String place(String code) {
        return code + "-" + GstState.find(code).map(GstState::name).orElse("");
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    static String plain(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }
}
