package io.tradeflow.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of frozen documents. */
@Repository
class DocumentRows {

    /** What rendering needs: the snapshot, and the PDF if there is one. */
    record Content(FrozenDocument document, String snapshot, byte[] pdf) {}

    private static final String COLUMNS = "id, kind, number, revision, deal_number, buyer_code, frozen_at";

    private final JdbcClient jdbc;

    DocumentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The new row, or empty where kind, number and revision are frozen already. */
    Optional<FrozenDocument> insert(
            DocumentKind kind,
            String number,
            int revision,
            String dealNumber,
            String buyerCode,
            String snapshot,
            Instant at) {
        return jdbc.sql(
                        """
                insert into frozen_document
                    (id, kind, number, revision, deal_number, buyer_code, snapshot, snapshot_sha256, frozen_at)
                values (nextval('tradeflow_id_seq'), :kind, :number, :revision, :deal, :buyer, :snapshot, :sha256, :at)
                on conflict (kind, number, revision) do nothing
                returning\s"""
                                + COLUMNS)
                .param("kind", kind.name())
                .param("number", number)
                .param("revision", revision)
                .param("deal", dealNumber)
                .param("buyer", buyerCode)
                .param("snapshot", snapshot)
                .param("sha256", Sha256.hex(snapshot))
                .param("at", Timestamp.from(at))
                .query(DocumentRows::document)
                .optional();
    }

    FrozenDocument the(DocumentKind kind, String number, int revision) {
        return jdbc.sql("select " + COLUMNS
                        + " from frozen_document where kind = :kind and number = :number and revision = :revision")
                .param("kind", kind.name())
                .param("number", number)
                .param("revision", revision)
                .query(DocumentRows::document)
                .single();
    }

    /** One after the other freezes what may become the next revision. */
    void lock(DocumentKind kind, String number) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('document:' || :kind || ':' || :number, 0))")
                .param("kind", kind.name())
                .param("number", number)
                .query((row, index) -> index)
                .single();
    }

    Optional<FrozenDocument> last(DocumentKind kind, String number) {
        return jdbc.sql("select " + COLUMNS + " from frozen_document where kind = :kind and number = :number"
                        + " order by revision desc limit 1")
                .param("kind", kind.name())
                .param("number", number)
                .query(DocumentRows::document)
                .optional();
    }

    boolean isFrozenAs(long id, String snapshot) {
        return jdbc.sql("select snapshot_sha256 = :sha256 from frozen_document where id = :id")
                .param("sha256", Sha256.hex(snapshot))
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    Optional<FrozenDocument> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from frozen_document where id = :id")
                .param("id", id)
                .query(DocumentRows::document)
                .optional();
    }

    List<FrozenDocument> ofDeal(String dealNumber) {
        return jdbc.sql("select " + COLUMNS + " from frozen_document where deal_number = :deal order by id")
                .param("deal", dealNumber)
                .query(DocumentRows::document)
                .list();
    }

    Optional<Content> content(long id) {
        return jdbc.sql("select " + COLUMNS + ", snapshot, pdf from frozen_document where id = :id")
                .param("id", id)
                .query((row, n) -> new Content(document(row, n), row.getString("snapshot"), row.getBytes("pdf")))
                .optional();
    }

    /** Keeps the PDF unless another thread was first. */
    void keepPdf(long id, byte[] pdf, String sha256, Instant at) {
        jdbc.sql(
                        "update frozen_document set pdf = :pdf, pdf_sha256 = :sha256, rendered_at = :at where id = :id and pdf is null")
                .param("pdf", pdf)
                .param("sha256", sha256)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    private static FrozenDocument document(ResultSet row, int number) throws SQLException {
        return new FrozenDocument(
                row.getLong("id"),
                DocumentKind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getInt("revision"),
                row.getString("deal_number"),
                row.getString("buyer_code"),
                row.getTimestamp("frozen_at").toInstant());
    }
}
