package io.tradeflow.invoicing;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of proforma invoices. */
@Component
class ProformaTable {

    private static final String SERIES = "PF";

    private final JdbcClient jdbc;
    private final Clock clock;

    ProformaTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One after the other makes the paper of a quote or an order. */
    void lock(ProformaInvoice.MadeFor madeFor, String sourceNumber) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('proforma:' || :for || ':' || :source, 0))")
                .param("for", madeFor.name())
                .param("source", sourceNumber)
                .query((row, index) -> index)
                .single();
    }

    String nextNumber(LocalDate on) {
        long serial = jdbc.sql("select nextval('proforma_invoice_number_seq')")
                .query(Long.class)
                .single();
        return DocumentNumber.of(SERIES, FinancialYear.of(on), serial).value();
    }

    Optional<ProformaInvoice> find(String number) {
        return jdbc.sql("select * from proforma_invoice where number = :number")
                .param("number", number)
                .query(ProformaTable::proforma)
                .optional();
    }

    Optional<ProformaInvoice> of(ProformaInvoice.MadeFor madeFor, String sourceNumber) {
        return jdbc.sql("select * from proforma_invoice where made_for = :for and source_number = :source")
                .param("for", madeFor.name())
                .param("source", sourceNumber)
                .query(ProformaTable::proforma)
                .optional();
    }

    /** Adds it, or puts it in the place of what was made under its number before. */
    void keep(ProformaInvoice proforma, Actor by) {
        jdbc.sql(
                        """
                        insert into proforma_invoice (number, made_for, source_number, source_revision, deal_number,
                            buyer_code, issued_on, valid_until, currency, total, asked, document_id, revision, made_by,
                            made_at)
                        values (:number, :for, :source, :sourceRevision, :deal, :buyer, :issued, :until, :currency,
                            :total, :asked, :document, :revision, :by, :now)
                        on conflict (number) do update set source_revision = excluded.source_revision,
                            issued_on = excluded.issued_on, valid_until = excluded.valid_until,
                            total = excluded.total, asked = excluded.asked, document_id = excluded.document_id,
                            revision = excluded.revision, made_by = excluded.made_by, made_at = excluded.made_at""")
                .param("number", proforma.number())
                .param("for", proforma.madeFor().name())
                .param("source", proforma.sourceNumber())
                .param("sourceRevision", proforma.sourceRevision())
                .param("deal", proforma.dealNumber())
                .param("buyer", proforma.buyerCode())
                .param("issued", proforma.issuedOn())
                .param("until", proforma.validUntil())
                .param("currency", proforma.total().currency().getCurrencyCode())
                .param("total", proforma.total().toDocumentScale())
                .param("asked", proforma.asked().toDocumentScale())
                .param("document", proforma.documentId())
                .param("revision", proforma.revision())
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private static ProformaInvoice proforma(ResultSet row, int index) throws SQLException {
        String currency = row.getString("currency");
        return new ProformaInvoice(
                row.getString("number"),
                ProformaInvoice.MadeFor.valueOf(row.getString("made_for")),
                row.getString("source_number"),
                row.getInt("source_revision"),
                row.getString("deal_number"),
                row.getString("buyer_code"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                Money.of(row.getBigDecimal("total"), currency),
                Money.of(row.getBigDecimal("asked"), currency),
                row.getLong("document_id"),
                row.getInt("revision"));
    }
}
