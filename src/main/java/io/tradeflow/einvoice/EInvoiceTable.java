package io.tradeflow.einvoice;

import io.tradeflow.einvoice.EInvoice.Acknowledgement;
import io.tradeflow.einvoice.EInvoice.Cancellation;
import io.tradeflow.einvoice.EInvoice.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** E-invoices in the database. */
@Repository
class EInvoiceTable {

    private static final int LONGEST_LIST = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    EInvoiceTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds it unless it is there. */
    void add(EInvoice wanted) {
        jdbc.sql(
                        """
                        insert into e_invoice (irn, document_type, document_number, deal_number, seller_gstin, buyer_code,
                            buyer_name, buyer_gstin, issued_on, total, state, wanted_at)
                        values (:irn, :type, :number, :deal, :seller, :buyer, :buyerName, :buyerGstin, :issuedOn, :total,
                            'WAITING', :at)
                        on conflict (irn) do nothing""")
                .param("irn", wanted.irn())
                .param("type", wanted.documentType())
                .param("number", wanted.documentNumber())
                .param("deal", wanted.dealNumber())
                .param("seller", wanted.sellerGstin())
                .param("buyer", wanted.buyerCode())
                .param("buyerName", wanted.buyerName())
                .param("buyerGstin", wanted.buyerGstin())
                .param("issuedOn", wanted.issuedOn())
                .param("total", wanted.total())
                .param("at", now())
                .update();
    }

    Optional<EInvoice> find(String irn) {
        return jdbc.sql("select * from e_invoice where irn = :irn")
                .param("irn", irn)
                .query(EInvoiceTable::eInvoice)
                .optional();
    }

    Optional<EInvoice> ofDocument(String type, String number) {
        return jdbc.sql("select * from e_invoice where document_type = :type and document_number = :number")
                .param("type", type)
                .param("number", number)
                .query(EInvoiceTable::eInvoice)
                .optional();
    }

    /** Nobody else moves it until the transaction ends. */
    Optional<EInvoice> lock(String irn) {
        return jdbc.sql("select * from e_invoice where irn = :irn for no key update")
                .param("irn", irn)
                .query(EInvoiceTable::eInvoice)
                .optional();
    }

    /** The latest first. */
    List<EInvoice> list(Collection<State> states, String dealNumber) {
        return jdbc.sql(
                        """
                        select * from e_invoice
                        where state in (:states) and (cast(:deal as varchar) is null or deal_number = :deal)
                        order by issued_on desc, document_number desc limit :most""")
                .param("states", states.stream().map(State::name).toList())
                .param("deal", dealNumber)
                .param("most", LONGEST_LIST)
                .query(EInvoiceTable::eInvoice)
                .list();
    }

    Optional<String> request(String irn) {
        return jdbc.sql("select request from e_invoice where irn = :irn and request is not null")
                .param("irn", irn)
                .query(String.class)
                .optional();
    }

    void ready(String irn, String request) {
        jdbc.sql(
                        """
                        update e_invoice set state = 'READY', request = :request, request_sha256 = :sha256,
                            problem = null, problem_code = null
                        where irn = :irn""")
                .param("request", request)
                .param("sha256", Irn.sha256(request))
                .param("irn", irn)
                .update();
    }

    void problem(String irn, String code, String problem) {
        jdbc.sql("update e_invoice set state = 'PROBLEM', problem = :problem, problem_code = :code where irn = :irn")
                .param("problem", problem)
                .param("code", code)
                .param("irn", irn)
                .update();
    }

    void registered(String irn, SignedAnswer answer, Boolean verified, String by) {
        jdbc.sql(
                        """
                        update e_invoice set state = 'REGISTERED', problem = null, problem_code = null, waived_because = null,
                            waived_by = null, ack_no = :ackNo, ack_at = :ackAt, signed_invoice = :signedInvoice,
                            signed_qr_code = :signedQr, signature_verified = :verified, registered_at = :at,
                            registered_by = :by
                        where irn = :irn""")
                .param("ackNo", answer.ackNo())
                .param("ackAt", answer.ackAt().atOffset(ZoneOffset.UTC))
                .param("signedInvoice", answer.signedInvoice())
                .param("signedQr", answer.signedQrCode())
                .param("verified", verified)
                .param("at", now())
                .param("by", by)
                .param("irn", irn)
                .update();
    }

    void waive(String irn, String because, String by) {
        jdbc.sql(
                        """
                        update e_invoice set state = 'WAIVED', problem = null, problem_code = null,
                            waived_because = :because, waived_by = :by
                        where irn = :irn""")
                .param("because", because)
                .param("by", by)
                .param("irn", irn)
                .update();
    }

    /** @param at when the portal cancelled it */
    void cancel(String irn, CancellationAsked asked, Instant at, String by) {
        jdbc.sql(
                        """
                        update e_invoice set state = 'CANCELLED', cancelled_at = :at, cancel_code = :code,
                            cancel_remark = :remark, cancelled_by = :by, cancel_told_at = :told, cancel_proof = :proof
                        where irn = :irn""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("code", asked.code())
                .param("remark", asked.remark())
                .param("by", by)
                .param("told", now())
                .param("proof", asked.proof())
                .param("irn", irn)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static EInvoice eInvoice(ResultSet row, int index) throws SQLException {
        return new EInvoice(
                row.getString("irn"),
                row.getString("document_type"),
                row.getString("document_number"),
                row.getString("deal_number"),
                row.getString("seller_gstin"),
                row.getString("buyer_code"),
                row.getString("buyer_name"),
                row.getString("buyer_gstin"),
                row.getObject("issued_on", LocalDate.class),
                row.getBigDecimal("total"),
                State.valueOf(row.getString("state")),
                row.getString("problem"),
                row.getString("problem_code"),
                row.getString("ack_no") == null
                        ? null
                        : new Acknowledgement(
                                row.getString("ack_no"),
                                instant(row, "ack_at"),
                                row.getString("signed_qr_code"),
                                row.getObject("signature_verified", Boolean.class),
                                row.getString("registered_by")),
                row.getString("waived_because"),
                row.getObject("cancelled_at") == null
                        ? null
                        : new Cancellation(
                                instant(row, "cancelled_at"),
                                row.getInt("cancel_code"),
                                row.getString("cancel_remark"),
                                row.getString("cancelled_by"),
                                instant(row, "cancel_told_at"),
                                row.getString("cancel_proof")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
