package io.tradeflow.invoicing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The issued invoices in the database: written once with their lines, then only read. */
@Component
class InvoiceBook {

    private static final String INSERT =
            """
            insert into tax_invoice (number, seller_gstin, financial_year, series, serial, deal_number, order_number,
                shipment_number, buyer_code, buyer_name, buyer_gstin, branch_code, issued_on, due_on, currency,
                exchange_rate, place_of_supply, inter_state, nature, endorsement, reason, taxable_value, cgst, sgst, igst,
                round_off, grand_total, inr_taxable_value, inr_cgst, inr_sgst, inr_igst, inr_round_off, inr_grand_total,
                document_id, issued_at, tax_reasons, paper, supply_type, reverse_charge, place_override_why,
                place_override_by)
            values (:number, :sellerGstin, :year, :series, :serial, :deal, :order, :shipment, :buyer, :buyerName,
                :buyerGstin, :branch, :issuedOn, :dueOn, :currency, :exchangeRate, :placeOfSupply, :interState, :nature,
                :endorsement, :reason, :taxableValue, :cgst, :sgst, :igst, :roundOff, :grandTotal, :inrTaxableValue,
                :inrCgst, :inrSgst, :inrIgst, :inrRoundOff, :inrGrandTotal, :document, :issuedAt,
                cast(:taxReasons as jsonb), :paper, :supplyType, :reverseCharge, :placeWhy, :placeBy)
            returning id""";

    private static final String INSERT_LINE =
            """
            insert into tax_invoice_line (invoice_id, line_no, order_line_no, sku, description, batches, hsn, quantity,
                unit, unit_price, net, treatment, rate, cgst, sgst, igst, inr_net, inr_cgst, inr_sgst, inr_igst,
                discount_share, freight_share, packing_share, insurance_share)
            values (:invoice, :lineNo, :orderLineNo, :sku, :description, :batches, :hsn, :quantity, :unit, :unitPrice,
                :net, :treatment, :rate, :cgst, :sgst, :igst, :inrNet, :inrCgst, :inrSgst, :inrIgst,
                :discountShare, :freightShare, :packingShare, :insuranceShare)""";

    private static final String SELECT =
            """
            select i.*, coalesce((select max(d.id) from frozen_document d
                    where d.kind = 'TAX_INVOICE' and d.number = i.number), i.document_id) as standing_document_id,
                l.line_no, l.order_line_no, l.sku, l.description, l.batches, l.hsn, l.quantity, l.unit,
                l.unit_price, l.net, l.treatment, l.rate, l.cgst as line_cgst, l.sgst as line_sgst, l.igst as line_igst,
                l.discount_share, l.freight_share, l.packing_share, l.insurance_share,
                l.net - l.discount_share + l.freight_share + l.packing_share + l.insurance_share as line_taxable,
                l.inr_net, l.inr_cgst as line_inr_cgst, l.inr_sgst as line_inr_sgst, l.inr_igst as line_inr_igst,
                (select string_agg(s.shipment_number, ' ' order by s.shipment_number) from tax_invoice_shipment s
                    where s.invoice_id = i.id) as shipments,
                exists (select 1 from cancelled_invoice c where c.invoice_id = i.id) as cancelled
            from tax_invoice i join tax_invoice_line l on l.invoice_id = i.id
            where %s order by i.id, l.line_no""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Clock clock;

    InvoiceBook(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Invoices of one order are issued one after the other, so that each knows what the earlier ones took. */
    void lockOrder(String orderNumber) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('invoicing:' || :order, 0))")
                .param("order", orderNumber)
                .query((row, index) -> index)
                .single();
    }

    /** What invoices that stand have taken of each order line. */
    Map<Integer, ShippedGoods.Invoiced> invoiced(String orderNumber) {
        Map<Integer, ShippedGoods.Invoiced> byLine = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select l.order_line_no, sum(l.quantity) as quantity, sum(l.net) as net,
                            sum(l.discount_share) as discount_share, sum(l.freight_share) as freight_share,
                            sum(l.packing_share) as packing_share, sum(l.insurance_share) as insurance_share
                        from tax_invoice i join tax_invoice_line l on l.invoice_id = i.id
                        where i.order_number = :order
                          and not exists (select 1 from cancelled_invoice c where c.invoice_id = i.id)
                        group by l.order_line_no""")
                .param("order", orderNumber)
                .query((row, index) -> byLine.put(
                        row.getInt("order_line_no"),
                        new ShippedGoods.Invoiced(
                                row.getBigDecimal("quantity"), row.getBigDecimal("net"), InvoiceReader.shares(row))))
                .list();
        return byLine;
    }

    /** Grand total of the order's invoices that stand, in their currency; zero if there are none. */
    BigDecimal invoicedTotal(String orderNumber) {
        return jdbc.sql(
                        """
                        select coalesce(sum(i.grand_total), 0) from tax_invoice i where i.order_number = :order
                          and not exists (select 1 from cancelled_invoice c where c.invoice_id = i.id)""")
                .param("order", orderNumber)
                .query(BigDecimal.class)
                .single();
    }

    /** The papers that stand for a shipment, the tax invoice before the bill of supply. */
    List<TaxInvoice> ofShipment(String shipmentNumber) {
        return select(
                "i.id in (select invoice_id from tax_invoice_shipment where shipment_number = :key and stands)",
                shipmentNumber);
    }

    /** The shipments of an order whose invoice was cancelled, and whose goods no other one has billed since. */
    List<String> toBillAgain(String orderNumber) {
        return jdbc.sql(
                        """
                        select distinct s.shipment_number
                        from tax_invoice i join tax_invoice_shipment s on s.invoice_id = i.id
                        where i.order_number = :order and not s.stands and not exists (
                            select 1 from tax_invoice_shipment n
                                join tax_invoice_line after on after.invoice_id = n.invoice_id
                                join tax_invoice_line before on before.order_line_no = after.order_line_no
                            where n.shipment_number = s.shipment_number and n.stands and before.invoice_id = s.invoice_id)
                        order by 1""")
                .param("order", orderNumber)
                .query(String.class)
                .list();
    }

    /** The invoice of the shipment that was cancelled last. */
    String lastCancelled(String shipmentNumber) {
        return jdbc.sql(
                        """
                        select i.number from tax_invoice i join tax_invoice_shipment s on s.invoice_id = i.id
                        where s.shipment_number = :shipment and not s.stands order by i.id desc limit 1""")
                .param("shipment", shipmentNumber)
                .query(String.class)
                .single();
    }

    /** False where it is cancelled already. */
    boolean cancel(String invoiceNumber, String by) {
        boolean now = jdbc.sql(
                                """
                                insert into cancelled_invoice (invoice_id, cancelled_by, cancelled_at)
                                select id, :by, :now from tax_invoice where number = :number on conflict do nothing""")
                        .param("number", invoiceNumber)
                        .param("by", by)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
        if (now) {
            jdbc.sql(
                            """
                            update tax_invoice_shipment set stands = false
                            where invoice_id = (select id from tax_invoice where number = :number)""")
                    .param("number", invoiceNumber)
                    .update();
        }
        return now;
    }

    Optional<TaxInvoice> find(String number) {
        return select("i.number = :key", number).stream().findFirst();
    }

    List<TaxInvoice> ofDeal(String dealNumber) {
        return select("i.deal_number = :key", dealNumber);
    }

    private List<TaxInvoice> select(String condition, String key) {
        return jdbc.sql(SELECT.formatted(condition)).param("key", key).query(new InvoiceReader());
    }

    /** Writes the invoice with its lines and shipments; the database lets nobody change them afterwards. */
    void add(TaxInvoice invoice, long serial, String series) {
        long id = jdbc.sql(INSERT)
                .paramSource(InvoiceColumns.header(invoice, serial, series, OffsetDateTime.now(clock)))
                .query(Long.class)
                .single();
        batches.batchUpdate(
                INSERT_LINE,
                IntStream.range(0, invoice.lines().size())
                        .mapToObj(index -> InvoiceColumns.line(id, invoice, index))
                        .toArray(SqlParameterSource[]::new));
        for (String shipment : invoice.shipmentNumbers()) {
            jdbc.sql("insert into tax_invoice_shipment (invoice_id, shipment_number, paper)"
                            + " values (:invoice, :shipment, :paper)")
                    .param("invoice", id)
                    .param("shipment", shipment)
                    .param("paper", invoice.paper().name())
                    .update();
        }
    }
}
