package io.tradeflow.accounting;

import io.tradeflow.accounting.Gstr1Row.IssuedType;
import io.tradeflow.accounting.Gstr1Row.OfSeries;
import io.tradeflow.kernel.FinancialYear;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which numbers of which series were given out in a period (table 13). */
@Component
class IssuedNumbers {

    private final JdbcClient jdbc;

    IssuedNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(IssuedType type, TaxDocument.Kind kind, String series, String year) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::type)
                .thenComparing(Key::kind)
                .thenComparing(Key::series)
                .thenComparing(Key::year);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** The series of these documents; serials that are missing in between are told to {@code gaps}. */
    List<OfSeries> of(List<TaxDocument> documents, Gstr1Gaps gaps) {
        Map<Key, List<TaxDocument>> series = new TreeMap<>();
        for (TaxDocument document : documents) {
            series.computeIfAbsent(
                            new Key(
                                    Gstr1Tables.issued(document.kind()),
                                    document.kind(),
                                    document.series(),
                                    FinancialYear.of(document.issuedOn()).code()),
                            key -> new ArrayList<>())
                    .add(document);
        }
        List<OfSeries> rows = new ArrayList<>();
        series.forEach((key, issued) -> {
            List<TaxDocument> inOrder = issued.stream()
                    .sorted(Comparator.comparingLong(TaxDocument::serial))
                    .toList();
            long expected = inOrder.get(0).serial();
            for (TaxDocument document : inOrder) {
                for (; expected < document.serial(); expected++) {
                    gaps.missing(numberedLike(document.number(), expected));
                }
                expected++;
            }
            rows.add(new OfSeries(
                    key.type(),
                    key.series(),
                    inOrder.get(0).number(),
                    inOrder.get(inOrder.size() - 1).number(),
                    inOrder.get(inOrder.size() - 1).serial() - inOrder.get(0).serial() + 1,
                    inOrder.stream().filter(TaxDocument::cancelled).count()));
        });
        return rows;
    }

    /** The number another document of the series has: bills of supply, say, have a letter before their serial. */
    private static String numberedLike(String number, long serial) {
        int digits = number.length();
        while (Character.isDigit(number.charAt(digits - 1))) {
            digits--;
        }
        return number.substring(0, digits) + ("%0" + (number.length() - digits) + "d").formatted(serial);
    }

    /**
     * Vouchers and challans of a GSTIN: they are in no other table. Challans for job work have a nature of their own; those for a supply that is invoiced
     * besides (CGST rule 55(4), (5)) have none in the table and are left out. Challans of all purposes share a series, so of each nature they are counted
     * rather than reckoned from the first number to the last.
     */
    List<OfSeries> others(String gstin, Period period) {
        return jdbc
                .sql(
                        """
                        select type, series, (array_agg(number order by serial))[1] as first,
                            (array_agg(number order by serial desc))[1] as last,
                            case when type like '%CHALLANS' then count(*) else max(serial) - min(serial) + 1 end as total
                        from (
                            select 'RECEIPT_VOUCHERS' as type, series, number, serial, financial_year from receipt_voucher
                            where seller_gstin = :gstin and issued_on between :from and :until
                            union all
                            select 'REFUND_VOUCHERS', series, number, serial, financial_year from refund_voucher
                            where seller_gstin = :gstin and issued_on between :from and :until
                            union all
                            select case purpose when 'JOB_WORK' then 'JOB_WORK_CHALLANS' else 'CHALLANS' end, series, number,
                                serial, financial_year
                            from delivery_challan
                            where seller_gstin = :gstin and issued_on between :from and :until
                                and purpose not in ('INVOICE_FOLLOWS', 'LOTS')
                            union all
                            select 'CHALLANS', series, number, serial, financial_year from transfer_challan
                            where seller_gstin = :gstin and issued_on between :from and :until) o
                        group by type, series, financial_year""")
                .param("gstin", gstin)
                .param("from", period.from())
                .param("until", period.until())
                .query((row, index) -> new OfSeries(
                        IssuedType.valueOf(row.getString("type")),
                        row.getString("series"),
                        row.getString("first"),
                        row.getString("last"),
                        row.getLong("total"),
                        0))
                .list()
                .stream()
                .sorted(Comparator.comparing(OfSeries::type)
                        .thenComparing(OfSeries::series)
                        .thenComparing(OfSeries::from))
                .toList();
    }
}
