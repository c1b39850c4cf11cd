package io.tradeflow.returns;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Photographs of what is wrong with the goods. */
@Service("returnPhotos")
@Transactional
public class ReturnPhotos {

    private static final int MOST = 6;
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final int WEBP_MARK = 8;

    /** A photograph as it was sent. */
    public record Photo(String contentType, byte[] content) {}

    private final Returns returns;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReturnPhotos(Returns returns, JdbcClient jdbc, Clock clock) {
        this.returns = returns;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds one and gives its id; the type is read from the content. @throws Problem {@code photo-not-accepted}, not-found */
    public long add(Actor by, String returnNumber, byte[] content) {
        returns.goodsReturn(by, returnNumber);
        GoodsReturn goods = returns.locked(returnNumber);
        if (!returns.mayAsk(by) || goods.status().isOver()) {
            throw Problem.conflict(
                    "photo-not-accepted", "Not possible now", "Photographs belong to a return under way");
        }
        if (ids(by, returnNumber).size() >= MOST) {
            throw Problem.invalid("photo-not-accepted", "file", "At most " + MOST + " photographs are kept");
        }
        if (content.length > LARGEST) {
            throw Problem.invalid(
                    "photo-not-accepted", "file", "The photograph is larger than 4 MB; send a smaller one");
        }
        return jdbc.sql(
                        """
                        insert into return_photo (return_number, content_type, content, added_by, added_at)
                        values (:return, :type, :content, :by, :now) returning id""")
                .param("return", returnNumber)
                .param("type", type(content))
                .param("content", content)
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    /** As this actor may see the return, oldest first. */
    @Transactional(readOnly = true)
    public List<Long> ids(Actor by, String returnNumber) {
        returns.goodsReturn(by, returnNumber);
        return jdbc.sql("select id from return_photo where return_number = :return order by id")
                .param("return", returnNumber)
                .query(Long.class)
                .list();
    }

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public Photo photo(Actor by, String returnNumber, long id) {
        returns.goodsReturn(by, returnNumber);
        return jdbc.sql("select content_type, content from return_photo where id = :id and return_number = :return")
                .param("id", id)
                .param("return", returnNumber)
                .query((row, index) -> new Photo(row.getString("content_type"), row.getBytes("content")))
                .optional()
                .orElseThrow(() -> Problem.notFound("photograph", String.valueOf(id)));
    }

    private static String type(byte[] content) {
        if (has(content, 0, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})) {
            return "image/png";
        }
        if (has(content, 0, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF})) {
            return "image/jpeg";
        }
        if (has(content, 0, ascii("RIFF")) && has(content, WEBP_MARK, ascii("WEBP"))) {
            return "image/webp";
        }
        throw Problem.invalid(
                "photo-not-accepted", "file", "The file is no PNG, JPEG or WebP image; send one of these");
    }

    private static boolean has(byte[] content, int at, byte[] mark) {
        return content.length >= at + mark.length && Arrays.equals(content, at, at + mark.length, mark, 0, mark.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
