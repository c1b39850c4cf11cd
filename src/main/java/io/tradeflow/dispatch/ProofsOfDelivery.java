package io.tradeflow.dispatch;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proofs of delivery, kept in the database; what a file is, is told by how its content begins. */
@Service
@Transactional
public class ProofsOfDelivery {

    private static final int LARGEST = 5 * 1024 * 1024;
    private static final int LONGEST_NAME = 120;
    private static final String COLUMNS =
            "id, shipment_number, content_type, sha256, received_by, received_at, added_by, added_at";

    /** How the accepted kinds of content begin. */
    private static final Map<String, byte[]> HEADS = Map.of(
            "application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII),
            "image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
            "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});

    private final JdbcClient jdbc;
    private final ConsignmentTable consignments;
    private final Tracking tracking;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProofsOfDelivery(
            JdbcClient jdbc,
            ConsignmentTable consignments,
            Tracking tracking,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.consignments = consignments;
        this.tracking = tracking;
        this.events = events;
        this.clock = clock;
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<ProofOfDelivery> of(String shipmentNumber) {
        return jdbc.sql("select " + COLUMNS + " from proof_of_delivery where shipment_number = :shipment order by id")
                .param("shipment", shipmentNumber)
                .query((row, index) -> proof(row))
                .list();
    }

    /** @throws Problem not-found, also where it is of another shipment */
    @Transactional(readOnly = true)
    public ProofOfDelivery.File file(String shipmentNumber, long id) {
        return jdbc.sql("select " + COLUMNS + ", content from proof_of_delivery where id = :id"
                        + " and shipment_number = :shipment")
                .param("id", id)
                .param("shipment", shipmentNumber)
                .query((row, index) -> new ProofOfDelivery.File(proof(row), row.getBytes("content")))
                .optional()
                .orElseThrow(() -> Problem.notFound("proof of delivery", String.valueOf(id)));
    }

    /**
     * Adds one; the same content again gives the one that is there.
     *
     * @param receivedAt null for now
     * @throws Problem {@code tracking-only}; {@code not-dispatched}; {@code invalid-proof} per field
     */
    public ProofOfDelivery add(Actor by, String shipmentNumber, String receivedBy, Instant receivedAt, byte[] content) {
        if (!tracking.mayReport(by)) {
            throw Problem.forbidden("tracking-only", "Proofs are added by warehouse, stock planners and operations");
        }
        Consignment consignment = consignments
                .ofShipment(shipmentNumber)
                .orElseThrow(() -> Problem.notFound("consignment of shipment", shipmentNumber));
        if (consignment.dispatchedAt() == null) {
            throw Problem.conflict("not-dispatched", "Not dispatched yet", shipmentNumber + " has not left yet");
        }
        Instant at = receivedAt == null ? clock.instant() : receivedAt;
        Optional<String> type = typeOf(content);
        check(receivedBy, at, type, content.length);
        return kept(by, consignment, receivedBy.strip(), at, type.orElseThrow(), content);
    }

    private ProofOfDelivery kept(
            Actor by, Consignment consignment, String receivedBy, Instant at, String type, byte[] content) {
        String sha256 = sha256(content);
        int added = jdbc.sql(
                        """
                        insert into proof_of_delivery (shipment_number, content_type, sha256, content, received_by,
                            received_at, added_by, added_at)
                        values (:shipment, :type, :sha256, :content, :receivedBy, :receivedAt, :by, :now)
                        on conflict (shipment_number, sha256) do nothing""")
                .param("shipment", consignment.shipmentNumber())
                .param("type", type)
                .param("sha256", sha256)
                .param("content", content)
                .param("receivedBy", receivedBy)
                .param("receivedAt", at.atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (added == 1) {
            events.publishEvent(DealProgress.noted(
                    consignment.dealNumber(),
                    "Proof of delivery of shipment " + consignment.shipmentNumber() + " added, received by "
                            + receivedBy,
                    consignment.shipmentNumber(),
                    by));
        }
        return of(consignment.shipmentNumber()).stream()
                .filter(proof -> proof.sha256().equals(sha256))
                .findFirst()
                .orElseThrow();
    }

    private void check(String receivedBy, Instant at, Optional<String> type, int size) {
        List<Violation> wrong = new ArrayList<>();
        if (receivedBy == null || receivedBy.isBlank() || receivedBy.length() > LONGEST_NAME) {
            wrong.add(
                    new Violation("receivedBy", "Who has received the goods? At most " + LONGEST_NAME + " characters"));
        }
        if (at.isAfter(clock.instant().plusSeconds(900))) {
            wrong.add(new Violation("receivedAt", "This is in the future"));
        }
        if (type.isEmpty()) {
            wrong.add(new Violation("file", "The file is no PDF, JPEG or PNG; send one of these"));
        } else if (size > LARGEST) {
            wrong.add(new Violation("file", "The file is larger than 5 MB; send a smaller one"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-proof", "The proof of delivery cannot be kept", wrong);
        }
    }

    static Optional<String> typeOf(byte[] content) {
        return HEADS.entrySet().stream()
                .filter(head -> content.length >= head.getValue().length
                        && Arrays.equals(
                                content, 0, head.getValue().length, head.getValue(), 0, head.getValue().length))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static ProofOfDelivery proof(ResultSet row) throws SQLException {
        return new ProofOfDelivery(
                row.getLong("id"),
                row.getString("shipment_number"),
                row.getString("content_type"),
                row.getString("sha256"),
                row.getString("received_by"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("added_by"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
