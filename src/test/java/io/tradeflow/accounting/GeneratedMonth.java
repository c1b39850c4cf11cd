package io.tradeflow.accounting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * July 2026 of a busy seller in Pune: documents of every kind, written as they stand in the book, and what each table of the return has to come
 * to, added up here without the program's help.
 */
final class GeneratedMonth {

    static final String SELLER = "27AAPFU0939F1ZV";
    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
    private static final int DAYS = 31;
    private static final String[] HSN = {"84137010", "84818030", "73079190", "85044090"};
    private static final String[] UNITS = {"NOS", "KGS", "MTR", "SET"};
    private static final String[] RATES = {"5", "18", "40"};
    private static final String[] BUYERS_27 = {"27AAACG2115R1ZH"};
    private static final String[] BUYERS_24 = {"24AAQCA8719H1ZC", "24AANFA2641L1ZF", "24AABCR6898M1ZN"};
    private static final BigDecimal DOLLAR = new BigDecimal("83.25");

    private final Random random = new Random(20260701);
    private final List<SqlParameterSource> heads = new ArrayList<>();
    private final List<SqlParameterSource> lines = new ArrayList<>();
    private final List<SqlParameterSource> notes = new ArrayList<>();
    private final List<SqlParameterSource> noteLines = new ArrayList<>();
    private int creditNotes;
    private int debitNotes;

    final Map<Gstr1Table, BigDecimal[]> expected = new EnumMap<>(Gstr1Table.class);
    final Map<String, BigDecimal[]> expectedByHsn = new TreeMap<>();
    final BigDecimal[] all = zeros();

    /** How a document goes. */
    enum Way {
        INTRA("27", "Intra-State supply", true, Gstr1Table.B2B),
        INTER("24", "Inter-State supply", true, Gstr1Table.B2B),
        SEZ_LUT("24", "Supply to SEZ under LUT without payment of tax", true, Gstr1Table.B2B),
        SEZ_PAID("24", "Supply to SEZ with payment of tax", true, Gstr1Table.B2B),
        EXPORT_LUT("96", "Export under LUT without payment of tax", false, Gstr1Table.EXP),
        EXPORT_PAID("96", "Export with payment of tax", false, Gstr1Table.EXP),
        CONSUMER_HERE("27", "Intra-State supply", false, Gstr1Table.B2CS),
        CONSUMER_AWAY("29", "Inter-State supply", false, Gstr1Table.B2CS),
        CONSUMER_LARGE("29", "Inter-State supply", false, Gstr1Table.B2CL);

        final String place;
        final String nature;
        final boolean registered;
        final Gstr1Table table;

        Way(String place, String nature, boolean registered, Gstr1Table table) {
            this.place = place;
            this.nature = nature;
            this.registered = registered;
            this.table = table;
        }

        boolean inter() {
            return !place.equals("27") || nature.startsWith("Supply to SEZ");
        }

        String supplyType() {
            if (!zeroRated()) {
                return registered ? "B2B" : null;
            }
            return (registered ? "SEZ" : "EXP") + (untaxed() ? "WOP" : "WP");
        }

        boolean untaxed() {
            return nature.contains("without payment");
        }

        boolean zeroRated() {
            return nature.startsWith("Export") || nature.startsWith("Supply to SEZ");
        }
    }

    static GeneratedMonth of(int documents) {
        GeneratedMonth month = new GeneratedMonth();
        for (int i = 0; i < documents; i++) {
            month.invoice(i, documents);
        }
        return month;
    }

    private void invoice(int index, int of) {
        Way way = Way.values()[index % Way.values().length];
        boolean foreign = way.place.equals("96");
        String number = "MH-2627-%06d".formatted(index + 1);
        List<BigDecimal[]> parts = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        boolean mixed = !way.zeroRated() && index % 4 == 0;
        for (int i = 0; i < count; i++) {
            parts.add(line(index + 1, i + 1, way, mixed && i > 0, foreign));
        }
        BigDecimal taxable = sum(parts, 0);
        BigDecimal half = sum(parts, 1);
        BigDecimal igst = sum(parts, 2);
        BigDecimal exact = taxable.add(half).add(half).add(igst);
        BigDecimal total = exact.setScale(0, RoundingMode.HALF_UP).setScale(2);
        BigDecimal currencyTaxable = foreign ? sum(parts, 3) : taxable;
        BigDecimal currencyIgst = foreign ? sum(parts, 4) : igst;
        heads.add(new MapSqlParameterSource()
                .addValue("id", index + 1)
                .addValue("number", number)
                .addValue("serial", index + 1)
                .addValue("gstin", gstin(way, index))
                .addValue("on", FIRST.plusDays((long) index * DAYS / of))
                .addValue("currency", foreign ? "USD" : "INR")
                .addValue("rate", foreign ? DOLLAR : BigDecimal.ONE)
                .addValue("place", way.place)
                .addValue("inter", way.inter())
                .addValue("nature", way.nature)
                .addValue("supplyType", way.supplyType())
                .addValue("taxable", currencyTaxable)
                .addValue("half", half)
                .addValue("igst", currencyIgst)
                .addValue("off", foreign ? BigDecimal.ZERO : total.subtract(exact))
                .addValue("total", foreign ? currencyTaxable.add(currencyIgst) : total)
                .addValue("inrTaxable", taxable)
                .addValue("inrIgst", igst)
                .addValue("inrOff", total.subtract(exact))
                .addValue("inrTotal", total));
        if (index % 10 == 3 || index % 10 == 7) {
            note(index, of, way, parts.get(0), index % 10 == 3 ? "CRN" : "DBN", index % 50 == 13);
        }
    }

    /** A note over the first line of an invoice: goods taken back, or more value; a commercial one bears no tax. */
    private void note(int index, int of, Way way, BigDecimal[] part, String kind, boolean commercial) {
        boolean credit = kind.equals("CRN");
        boolean foreign = way.place.equals("96");
        int serial = credit ? ++creditNotes : ++debitNotes;
        BigDecimal nothing = new BigDecimal("0.00");
        BigDecimal half = commercial ? nothing : part[1];
        BigDecimal igst = commercial ? nothing : part[2];
        BigDecimal currencyIgst = commercial ? nothing : part[4];
        BigDecimal quantity = credit ? part[5] : BigDecimal.ZERO;
        LocalDate day = FIRST.plusDays((long) index * DAYS / of);
        notes.add(new MapSqlParameterSource()
                .addValue("id", notes.size() + 1)
                .addValue("kind", kind)
                .addValue("number", "%s-2627-%06d".formatted(credit ? "MHC" : "MHD", serial))
                .addValue("series", credit ? "MHC" : "MHD")
                .addValue("serial", serial)
                .addValue("gstin", gstin(way, index))
                .addValue("on", day)
                .addValue("due", credit ? null : day)
                .addValue("commercial", commercial)
                .addValue("currency", foreign ? "USD" : "INR")
                .addValue("rate", foreign ? DOLLAR : BigDecimal.ONE)
                .addValue("place", way.place)
                .addValue("inter", way.inter())
                .addValue("nature", way.nature)
                .addValue("taxable", part[3])
                .addValue("half", half)
                .addValue("igst", currencyIgst)
                .addValue("total", part[3].add(half).add(half).add(currencyIgst))
                .addValue("inrTaxable", part[0])
                .addValue("inrIgst", igst)
                .addValue("inrTotal", part[0].add(half).add(half).add(igst))
                .addValue("invoice", index + 1)
                .addValue("invoiceNumber", "MH-2627-%06d".formatted(index + 1)));
        int hsn = part[7].intValue();
        noteLines.add(new MapSqlParameterSource()
                .addValue("note", notes.size())
                .addValue("invoice", index + 1)
                .addValue("hsn", HSN[hsn])
                .addValue("unit", UNITS[hsn])
                .addValue("quantity", quantity)
                .addValue("taxable", part[3])
                .addValue("treatment", way.zeroRated() ? "ZERO_RATED" : "TAXABLE")
                .addValue("rate", part[6])
                .addValue("half", half)
                .addValue("igst", currencyIgst)
                .addValue("inrTaxable", part[0])
                .addValue("inrIgst", igst));
        if (commercial) {
            return;
        }
        Gstr1Table table =
                way.registered ? Gstr1Table.CDNR : way.table == Gstr1Table.B2CS ? Gstr1Table.B2CS : Gstr1Table.CDNUR;
        count(table, part[0], half, igst, credit ? -1 : 1);
        BigDecimal sign = BigDecimal.valueOf(credit ? -1 : 1);
        String key =
                (way.registered ? "B2B" : "B2C") + " " + HSN[hsn] + " " + UNITS[hsn] + " " + part[6].toPlainString();
        add(
                expectedByHsn.get(key),
                part[0].multiply(sign),
                half.multiply(sign),
                igst.multiply(sign),
                quantity.multiply(sign));
    }

    int creditNotes() {
        return creditNotes;
    }

    int debitNotes() {
        return debitNotes;
    }

    private static String gstin(Way way, int index) {
        if (!way.registered) {
            return null;
        }
        if (way.nature.startsWith("Supply to SEZ")) {
            return "24AANCA4892J1Z8";
        }
        String[] buyers = way == Way.INTRA ? BUYERS_27 : BUYERS_24;
        return buyers[index % buyers.length];
    }

    /** A line; what it comes to: taxable value, CGST, IGST, and value and IGST in the currency. */
    private BigDecimal[] line(int document, int no, Way way, boolean free, boolean foreign) {
        int kind = random.nextInt(HSN.length);
        String treatment = way.zeroRated() ? "ZERO_RATED" : "TAXABLE";
        BigDecimal rate = way.untaxed() ? BigDecimal.ZERO : new BigDecimal(RATES[random.nextInt(RATES.length)]);
        if (free) {
            treatment = new String[] {"NIL", "EXEMPT", "NON_GST"}[random.nextInt(3)];
            rate = BigDecimal.ZERO;
        }
        int most = way == Way.CONSUMER_LARGE ? 90_000_00 : 9_000_00;
        int least = way == Way.CONSUMER_LARGE ? 120_000_00 : 100;
        BigDecimal taxable = BigDecimal.valueOf(least + random.nextInt(most), 2);
        BigDecimal tax = taxable.multiply(rate).divide(new BigDecimal(100), 2, RoundingMode.HALF_UP);
        BigDecimal half = way.inter()
                ? new BigDecimal("0.00")
                : taxable.multiply(rate).divide(new BigDecimal(200), 2, RoundingMode.HALF_UP);
        BigDecimal igst = way.inter() ? tax : new BigDecimal("0.00");
        BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(400), 1);
        BigDecimal net = foreign ? taxable.divide(DOLLAR, 2, RoundingMode.HALF_UP) : taxable;
        BigDecimal currencyIgst = foreign ? igst.divide(DOLLAR, 2, RoundingMode.HALF_UP) : igst;
        lines.add(new MapSqlParameterSource()
                .addValue("invoice", document)
                .addValue("no", no)
                .addValue("hsn", HSN[kind])
                .addValue("quantity", quantity)
                .addValue("unit", UNITS[kind])
                .addValue("net", net)
                .addValue("treatment", treatment)
                .addValue("rate", rate)
                .addValue("half", half)
                .addValue("igst", currencyIgst)
                .addValue("inrNet", taxable)
                .addValue("inrIgst", igst));
        count(free ? Gstr1Table.NIL : way.table, taxable, half, igst, 1);
        String to = way.registered ? "B2B" : "B2C";
        String key = to + " " + HSN[kind] + " " + UNITS[kind] + " " + rate.toPlainString();
        add(expectedByHsn.computeIfAbsent(key, any -> zeros()), taxable, half, igst, quantity);
        return new BigDecimal[] {
            taxable,
            half,
            igst,
            net,
            currencyIgst,
            quantity,
            rate,
            BigDecimal.valueOf(kind),
            BigDecimal.valueOf(free ? 1 : 0)
        };
    }

    private void count(Gstr1Table table, BigDecimal taxable, BigDecimal half, BigDecimal igst, int sign) {
        BigDecimal by = BigDecimal.valueOf(sign);
        add(
                expected.computeIfAbsent(table, any -> zeros()),
                taxable.multiply(by),
                half.multiply(by),
                igst.multiply(by),
                BigDecimal.ZERO);
        add(all, taxable.multiply(by), half.multiply(by), igst.multiply(by), BigDecimal.ZERO);
    }

    private static void add(
            BigDecimal[] to, BigDecimal taxable, BigDecimal half, BigDecimal igst, BigDecimal quantity) {
        to[0] = to[0].add(taxable);
        to[1] = to[1].add(half);
        to[2] = to[2].add(igst);
        to[3] = to[3].add(quantity);
    }

    private static BigDecimal[] zeros() {
        BigDecimal zero = new BigDecimal("0.00");
        return new BigDecimal[] {zero, zero, zero, BigDecimal.ZERO};
    }

    private static BigDecimal sum(List<BigDecimal[]> parts, int column) {
        return parts.stream().map(part -> part[column]).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    /** Writes all of it, without the orders and shipments it would rest on. */
    void write(NamedParameterJdbcTemplate jdbc, TransactionTemplate transaction) {
        transaction.executeWithoutResult(status -> {
            jdbc.getJdbcOperations().execute("set local session_replication_role = replica");
            jdbc.batchUpdate(
                    """
                    insert into tax_invoice (id, number, seller_gstin, financial_year, series, serial, deal_number,
                        order_number, shipment_number, buyer_code, buyer_name, buyer_gstin, branch_code, issued_on, due_on,
                        currency, exchange_rate, place_of_supply, inter_state, nature, reason, taxable_value, cgst, sgst,
                        igst, round_off, grand_total, inr_taxable_value, inr_cgst, inr_sgst, inr_igst, inr_round_off,
                        inr_grand_total, document_id, issued_at, supply_type)
                    overriding system value
                    values (:id, :number, '27AAPFU0939F1ZV', '2627', 'MH', :serial, 'INQ-2627-000001', 'SO-2627-000001',
                        'SHP-' || :id, 'B', 'Buyer, "B"', :gstin, 'MH', :on, :on, :currency, :rate, :place, :inter, :nature,
                        'x', :taxable, :half, :half, :igst, :off, :total, :inrTaxable, :half, :half, :inrIgst, :inrOff,
                        :inrTotal, 1, now(), :supplyType)""",
                    heads.toArray(SqlParameterSource[]::new));
            jdbc.batchUpdate(
                    """
                    insert into tax_invoice_line (invoice_id, line_no, order_line_no, sku, description, hsn, quantity,
                        unit, unit_price, net, treatment, rate, cgst, sgst, igst, inr_net, inr_cgst, inr_sgst, inr_igst)
                    values (:invoice, :no, :no, 'SKU', '=Pump', :hsn, :quantity, :unit, 1, :net, :treatment, :rate,
                        :half, :half, :igst, :inrNet, :half, :half, :inrIgst)""",
                    lines.toArray(SqlParameterSource[]::new));
            jdbc.batchUpdate(
                    """
                    insert into tax_note (id, kind, number, seller_gstin, financial_year, series, serial, deal_number,
                        order_number, buyer_code, buyer_name, buyer_gstin, branch_code, issued_on, due_on, reason, commercial,
                        currency, exchange_rate, place_of_supply, inter_state, nature, tax_reason, tax_reasons,
                        reverse_charge, taxable_value, cgst, sgst, igst, round_off, grand_total, inr_taxable_value, inr_cgst,
                        inr_sgst, inr_igst, inr_round_off, inr_grand_total, document_id, issued_by, issued_at)
                    overriding system value
                    values (:id, :kind, :number, '27AAPFU0939F1ZV', '2627', :series, :serial, 'INQ-2627-000001',
                        'SO-2627-000001', 'B', 'Buyer, "B"', :gstin, 'MH', :on, :due, 'RETURN', :commercial, :currency, :rate,
                        :place, :inter, :nature, 'x', '[]', false, :taxable, :half, :half, :igst, 0, :total, :inrTaxable, :half,
                        :half, :inrIgst, 0, :inrTotal, 1, 'x', now())""",
                    notes.toArray(SqlParameterSource[]::new));
            jdbc.batchUpdate(
                    """
                    insert into tax_note_invoice (note_id, invoice_id, invoice_number, invoice_date, grand_total, round_off,
                        inr_grand_total, inr_round_off)
                    values (:id, :invoice, :invoiceNumber, :on, :total, 0, :inrTotal, 0)""",
                    notes.toArray(SqlParameterSource[]::new));
            jdbc.batchUpdate(
                    """
                    insert into tax_note_line (note_id, line_no, invoice_id, invoice_line_no, order_line_no, sku, description,
                        hsn, quantity, unit, unit_price, taxable_value, treatment, rate, cgst, sgst, igst, inr_taxable_value,
                        inr_cgst, inr_sgst, inr_igst)
                    values (:note, 1, :invoice, 1, 1, 'SKU', '=Pump', :hsn, :quantity, :unit, 1, :taxable, :treatment, :rate,
                        :half, :half, :igst, :inrTaxable, :half, :half, :inrIgst)""",
                    noteLines.toArray(SqlParameterSource[]::new));
        });
    }
}
