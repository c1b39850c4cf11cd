package io.tradeflow.accounting;

import io.tradeflow.accounting.Gstr1Row.Buyers;
import io.tradeflow.accounting.Gstr1Row.IssuedType;
import io.tradeflow.accounting.Gstr1Row.OfDocument;
import io.tradeflow.accounting.Gstr1Row.OfHsn;
import io.tradeflow.accounting.Gstr1Row.OfPlace;
import io.tradeflow.accounting.Gstr1Row.OfSeries;
import io.tradeflow.accounting.Gstr1Row.Untaxed;
import io.tradeflow.accounting.TaxDocument.Line;
import io.tradeflow.tax.Hsn;
import io.tradeflow.tax.TaxTreatment;
import io.tradeflow.tax.Uqc;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sorts documents into the tables of the return. Same documents, same rows in the same order. */
final class Gstr1Tables {

    private static final String OF_SERVICES = "NA";

    private final boolean hsnByBuyer;
    private final Map<Gstr1Table, List<Gstr1Row>> rows = new EnumMap<>(Gstr1Table.class);
    private final Map<Gstr1Table, Amounts> documents = new EnumMap<>(Gstr1Table.class);
    private final Map<PlaceKey, Amounts> byPlace = new TreeMap<>();
    private final Map<Buyers, Map<TaxTreatment, BigDecimal>> untaxed = new EnumMap<>(Buyers.class);
    private final Map<HsnKey, OfHsn> byHsn = new TreeMap<>();
    private Amounts all = Amounts.ZERO;
    private Amounts untaxedOfAll = Amounts.ZERO;

    Gstr1Tables(Period period) {
        this.hsnByBuyer = ReturnRule.HSN_BY_BUYER.holds(period.from());
        for (Gstr1Table table : Gstr1Table.values()) {
            rows.put(table, new ArrayList<>());
            documents.put(table, Amounts.ZERO);
        }
    }

    private record PlaceKey(String place, BigDecimal rate, boolean interState) implements Comparable<PlaceKey> {

        private static final Comparator<PlaceKey> ORDER = Comparator.comparing(PlaceKey::place)
                .thenComparing(PlaceKey::rate)
                .thenComparing(PlaceKey::interState);

        @Override
        public int compareTo(PlaceKey other) {
            return ORDER.compare(this, other);
        }
    }

    private record HsnKey(boolean toRegistered, String hsn, String uqc, BigDecimal rate) implements Comparable<HsnKey> {

        private static final Comparator<HsnKey> ORDER = Comparator.comparing((HsnKey key) -> !key.toRegistered())
                .thenComparing(HsnKey::hsn)
                .thenComparing(HsnKey::uqc)
                .thenComparing(HsnKey::rate);

        @Override
        public int compareTo(HsnKey other) {
            return ORDER.compare(this, other);
        }
    }

    /** Adds what a document has to report. One that was cancelled, or is commercial, reports nothing but its number. */
    void add(TaxDocument document) {
        if (!document.isReported()) {
            return;
        }
        List<Line> taxed =
                document.lines().stream().filter(line -> !line.isUntaxed()).toList();
        List<Line> free = document.lines().stream().filter(Line::isUntaxed).toList();
        Amounts untaxedPart = Amounts.sum(free.stream().map(Line::amounts).toList());
        Amounts taxedPart = document.totals().minus(untaxedPart);
        Gstr1Table table = table(document);
        if (!taxed.isEmpty()) {
            taxed(table, document, taxed);
        }
        documents.merge(table, document.signed(taxedPart), Amounts::plus);
        free.forEach(line -> untaxed(document, line));
        untaxedOfAll = untaxedOfAll.plus(document.signed(untaxedPart));
        all = all.plus(document.signed(document.totals()));
        document.lines().forEach(line -> hsn(document, line));
    }

    private static Gstr1Table table(TaxDocument document) {
        if (document.isToRegistered()) {
            return document.kind().isNote() ? Gstr1Table.CDNR : Gstr1Table.B2B;
        }
        if (document.isExport()) {
            return document.kind().isNote() ? Gstr1Table.CDNUR : Gstr1Table.EXP;
        }
        if (document.isLargeToConsumer()) {
            return document.kind().isNote() ? Gstr1Table.CDNUR : Gstr1Table.B2CL;
        }
        return Gstr1Table.B2CS;
    }

    private void taxed(Gstr1Table table, TaxDocument document, List<Line> lines) {
        Map<BigDecimal, Amounts> byRate = new TreeMap<>();
        lines.forEach(line -> byRate.merge(line.rate(), line.amounts(), Amounts::plus));
        byRate.forEach((rate, amounts) -> {
            if (table == Gstr1Table.B2CS) {
                byPlace.merge(
                        new PlaceKey(document.placeOfSupply(), rate, document.interState()),
                        document.signed(amounts),
                        Amounts::plus);
            } else {
                rows.get(table).add(new OfDocument(document, rate, amounts));
            }
        });
    }

    private void untaxed(TaxDocument document, Line line) {
        untaxed.computeIfAbsent(Buyers.of(document), buyers -> new EnumMap<>(TaxTreatment.class))
                .merge(line.treatment(), document.signed(line.amounts().taxable()), BigDecimal::add);
    }

    private void hsn(TaxDocument document, Line line) {
        boolean service = Hsn.isService(line.hsn());
        String uqc = service ? OF_SERVICES : Uqc.of(line.unit()).code();
        HsnKey key = new HsnKey(!hsnByBuyer || document.isToRegistered(), line.hsn(), uqc, line.rate());
        BigDecimal quantity = service ? BigDecimal.ZERO : document.signed(line.quantity());
        OfHsn before = byHsn.get(key);
        byHsn.put(
                key,
                new OfHsn(
                        key.toRegistered(),
                        key.hsn(),
                        before == null ? line.description() : before.description(),
                        uqc,
                        key.rate(),
                        before == null ? quantity : before.quantity().add(quantity),
                        (before == null ? Amounts.ZERO : before.amounts()).plus(document.signed(line.amounts()))));
    }

    /** Adds the numbers of a series. */
    void add(OfSeries series) {
        rows.get(Gstr1Table.DOCS).add(series);
    }

    /** All tables with their rows and checks. */
    List<Gstr1.Section> sections() {
        byPlace.forEach((key, amounts) ->
                rows.get(Gstr1Table.B2CS).add(new OfPlace(key.place(), key.interState(), key.rate(), amounts)));
        untaxed.forEach((buyers, amounts) -> rows.get(Gstr1Table.NIL)
                .add(new Untaxed(
                        buyers,
                        amounts.getOrDefault(TaxTreatment.NIL, Amounts.ZERO.taxable()),
                        amounts.getOrDefault(TaxTreatment.EXEMPT, Amounts.ZERO.taxable()),
                        amounts.getOrDefault(TaxTreatment.NON_GST, Amounts.ZERO.taxable()))));
        rows.get(Gstr1Table.HSN).addAll(byHsn.values());
        rows.get(Gstr1Table.DOCS)
                .sort(Comparator.comparing((Gstr1Row row) -> ((OfSeries) row).type())
                        .thenComparing(row -> ((OfSeries) row).from()));
        documents.put(Gstr1Table.NIL, untaxedOfAll);
        documents.put(Gstr1Table.HSN, all);
        List<Gstr1.Section> sections = new ArrayList<>();
        rows.forEach((table, ofTable) -> sections.add(new Gstr1.Section(
                table,
                List.copyOf(ofTable),
                Amounts.sum(ofTable.stream().map(Gstr1Row::amounts).toList()),
                documents.get(table))));
        return sections;
    }

    /** The sum of all documents by their heads. */
    Amounts all() {
        return all;
    }

    static IssuedType issued(TaxDocument.Kind kind) {
        return switch (kind) {
            case INVOICE, BILL_OF_SUPPLY -> IssuedType.INVOICES;
            case REVISED_INVOICE -> IssuedType.REVISED_INVOICES;
            case DEBIT_NOTE -> IssuedType.DEBIT_NOTES;
            case CREDIT_NOTE -> IssuedType.CREDIT_NOTES;
        };
    }
}
