package io.tradeflow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.MigratedDatabase;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Frozen documents on a real database. */
class DocumentsTest {

    private static final Actor.Staff ASHA = new Actor.Staff("asha", "Asha Nair", Set.of("sales-desk"));
    private static final Actor.BuyerUser PRIYA = new Actor.BuyerUser("priya@sahyadri", "Priya", "SAHYADRI");
    private static final Actor.BuyerUser STRANGER = new Actor.BuyerUser("x@other", "X", "OTHER");

    private static JdbcClient jdbc;
    private static Documents documents;

    @BeforeAll
    static void setUp() throws IOException {
        jdbc = JdbcClient.create(MigratedDatabase.dataSource());
        documents = TestDocuments.on(jdbc, Clock.systemUTC());
    }

    @Test
    void freezingAgainGivesTheFirstUnchanged() {
        FrozenDocument first = TestDocuments.freezeInvoice(documents, "MH-2627-000001", "SAHYADRI");
        byte[] pdf = documents.pdf(first.id());

        FrozenDocument again = documents.freeze(
                DocumentKind.TAX_INVOICE,
                "MH-2627-000001",
                0,
                "INQ-2627-000017",
                "SAHYADRI",
                Prints.invoice("Somebody Else", 1));

        assertThat(again).isEqualTo(first);
        assertThat(documents.pdf(again.id())).isEqualTo(pdf);
    }

    @Test
    void thePdfMadeAgainFromTheSnapshotIsTheOneThatWasKept() {
        FrozenDocument document = TestDocuments.freezeInvoice(documents, "MH-2627-000002", "SAHYADRI");
        documents.render(document.id());
        documents.render(document.id());
        String kept = jdbc.sql("select pdf_sha256 from frozen_document where id = ?")
                .param(document.id())
                .query(String.class)
                .single();

        FrozenDocument twin = TestDocuments.freezeInvoice(documents, "MH-2627-000003", "SAHYADRI");
        jdbc.sql("alter table frozen_document disable trigger frozen_document_keeps")
                .update();
        jdbc.sql("update frozen_document set frozen_at = ? where id = ?")
                .param(java.sql.Timestamp.from(document.frozenAt()))
                .param(twin.id())
                .update();
        jdbc.sql("alter table frozen_document enable trigger frozen_document_keeps")
                .update();

        assertThat(Sha256.hex(documents.pdf(twin.id()))).isEqualTo(kept);
    }

    @Test
    void theDatabaseRefusesChangesToWhatIsFrozen() {
        FrozenDocument document = TestDocuments.freezeInvoice(documents, "MH-2627-000004", "SAHYADRI");
        documents.render(document.id());

        for (String change : new String[] {
            "update frozen_document set snapshot = '{}' where id = ?",
            "update frozen_document set number = 'MH-1' where id = ?",
            "update frozen_document set pdf = null, pdf_sha256 = null, rendered_at = null where id = ?",
            "delete from frozen_document where id = ?"
        }) {
            assertThatThrownBy(() -> jdbc.sql(change).param(document.id()).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("MH-2627-000004");
        }
    }

    @Test
    void buyersSeeTheirOwnAndNoOtherCopies() {
        FrozenDocument document = TestDocuments.freezeInvoice(documents, "MH-2627-000005", "SAHYADRI");

        assertThat(documents.ofDeal(PRIYA, "INQ-2627-000017")).contains(document);
        assertThat(documents.ofDeal(STRANGER, "INQ-2627-000017")).isEmpty();
        assertThat(documents.printed(PRIYA, document.id(), Copy.ORIGINAL).pdf()).startsWith('%', 'P', 'D', 'F');
        assertThat(documents.printed(ASHA, document.id(), Copy.DUPLICATE).sha256())
                .isNotEqualTo(
                        documents.printed(ASHA, document.id(), Copy.ORIGINAL).sha256());
        assertThatThrownBy(() -> documents.printed(STRANGER, document.id(), Copy.ORIGINAL))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
        assertThatThrownBy(() -> documents.printed(PRIYA, document.id(), Copy.TRIPLICATE))
                .isInstanceOf(Problem.class);
    }
}
