package io.tradeflow.fulfilment;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Photographs of an inspection, kept in the database; what a file is, is told by how its content begins. */
@Service
@Transactional
public class InspectionPhotos {

    private static final int LARGEST = 5 * 1024 * 1024;
    private static final int MOST = 8;
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final String COLUMNS = "id, shipment_number, line_no, content_type, added_by, added_at";

    private final JdbcClient jdbc;
    private final Inspecting inspecting;
    private final Clock clock;

    InspectionPhotos(JdbcClient jdbc, Inspecting inspecting, Clock clock) {
        this.jdbc = jdbc;
        this.inspecting = inspecting;
        this.clock = clock;
    }

    /** Of all lines of a shipment, by line, oldest first. */
    @Transactional(readOnly = true)
    public List<InspectionPhoto> of(String shipmentNumber) {
        return jdbc.sql("select " + COLUMNS + " from qc_photo where shipment_number = :shipment order by line_no, id")
                .param("shipment", shipmentNumber)
                .query((row, index) -> photo(row))
                .list();
    }

    /** @throws Problem not-found, also where it is of another shipment */
    @Transactional(readOnly = true)
    public InspectionPhoto.File file(String shipmentNumber, long id) {
        return jdbc.sql("select " + COLUMNS + ", content from qc_photo where id = :id and shipment_number = :shipment")
                .param("id", id)
                .param("shipment", shipmentNumber)
                .query((row, index) -> new InspectionPhoto.File(photo(row), row.getBytes("content")))
                .optional()
                .orElseThrow(() -> Problem.notFound("photograph", String.valueOf(id)));
    }

    /**
     * Adds one to a line that waits for inspection; the same content again gives the one that is there.
     *
     * @throws Problem {@code quality-only}; not-found; {@code shipment-state} once it is inspected; {@code invalid-photo}
     */
    public InspectionPhoto add(Actor by, String shipmentNumber, int lineNo, byte[] content) {
        Inspecting.requireInspector(by);
        inspecting.lineToInspect(shipmentNumber, lineNo);
        String type = type(content);
        if (content.length > LARGEST) {
            throw Problem.invalid("invalid-photo", "photo", "The photograph is larger than 5 MB; send a smaller one");
        }
        String sha256 = sha256(content);
        // the shipment's row keeps two devices from passing the most there may be together
        jdbc.sql("select number from shipment where number = :shipment for update")
                .param("shipment", shipmentNumber)
                .query(String.class)
                .single();
        jdbc.sql(
                        """
                        insert into qc_photo (shipment_number, line_no, content_type, sha256, content, added_by, added_at)
                        select :shipment, :line, :type, :sha256, :content, :by, :now
                        where (select count(*) from qc_photo where shipment_number = :shipment and line_no = :line) < :most
                        on conflict (shipment_number, line_no, sha256) do nothing
                        """)
                .param("shipment", shipmentNumber)
                .param("line", lineNo)
                .param("type", type)
                .param("sha256", sha256)
                .param("content", content)
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .param("most", MOST)
                .update();
        return jdbc.sql("select " + COLUMNS + " from qc_photo"
                        + " where shipment_number = :shipment and line_no = :line and sha256 = :sha256")
                .param("shipment", shipmentNumber)
                .param("line", lineNo)
                .param("sha256", sha256)
                .query((row, index) -> photo(row))
                .optional()
                .orElseThrow(() -> Problem.invalid(
                        "invalid-photo", "photo", "At most " + MOST + " photographs are kept of a line"));
    }

    private static String type(byte[] content) {
        if (begins(content, JPEG)) {
            return "image/jpeg";
        }
        if (begins(content, PNG)) {
            return "image/png";
        }
        throw Problem.invalid("invalid-photo", "photo", "The file is no JPEG or PNG; send one of these");
    }

    private static boolean begins(byte[] content, byte[] head) {
        return content.length >= head.length && Arrays.equals(content, 0, head.length, head, 0, head.length);
    }

    private static InspectionPhoto photo(ResultSet row) throws SQLException {
        return new InspectionPhoto(
                row.getLong("id"),
                row.getString("shipment_number"),
                row.getInt("line_no"),
                row.getString("content_type"),
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
