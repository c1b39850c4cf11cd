package io.tradeflow.document;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Freezes what documents print, renders it with FOP and keeps both. */
@Service
public class Documents {

    private final DocumentRows rows;
    private final PdfRenderer renderer;
    private final Clock clock;

    Documents(DocumentRows rows, PdfRenderer renderer, Clock clock) {
        this.rows = rows;
        this.renderer = renderer;
        this.clock = clock;
    }

    /**
     * Keeps all that the document prints. The snapshot is a record; its JSON is stored and is what the stylesheet sees as XML. Freezing
     * the same kind, number and revision again returns the first one unchanged.
     */
    @Transactional
    public FrozenDocument freeze(
            DocumentKind kind, String number, int revision, String dealNumber, String buyerCode, Object snapshot) {
        return rows.insert(kind, number, revision, dealNumber, buyerCode, Snapshots.json(snapshot), clock.instant())
                .orElseGet(() -> rows.the(kind, number, revision));
    }

    /**
     * As {@link #freeze}, for papers that follow what they describe: content that differs from the last revision becomes the next one, the
     * same content gives the last one again.
     */
    @Transactional
    public FrozenDocument freezeCurrent(
            DocumentKind kind, String number, String dealNumber, String buyerCode, Object snapshot) {
        rows.lock(kind, number);
        String json = Snapshots.json(snapshot);
        Optional<FrozenDocument> last = rows.last(kind, number);
        if (last.isPresent() && rows.isFrozenAs(last.get().id(), json)) {
            return last.get();
        }
        int revision = last.map(FrozenDocument::revision).orElse(0) + 1;
        return rows.insert(kind, number, revision, dealNumber, buyerCode, json, clock.instant())
                .orElseThrow();
    }

    /**
     * The last revision of a document with one more part, or another in the part's place, as the next revision; nothing else of it changes. The
     * same part gives the last revision again.
     *
     * @param name of the part's field in the snapshot
     * @throws io.tradeflow.kernel.Problem not-found
     */
    @Transactional
    public FrozenDocument freezeWith(DocumentKind kind, String number, String name, Object part) {
        rows.lock(kind, number);
        FrozenDocument last = rows.last(kind, number).orElseThrow(() -> Problem.notFound(kind.title(), number));
        String json = Snapshots.with(content(last.id()).snapshot(), name, part);
        if (rows.isFrozenAs(last.id(), json)) {
            return last;
        }
        return rows.insert(
                        kind, number, last.revision() + 1, last.dealNumber(), last.buyerCode(), json, clock.instant())
                .orElseThrow();
    }

    /** The latest revision of a document, empty where there is none yet. */
    public Optional<FrozenDocument> last(DocumentKind kind, String number) {
        return rows.last(kind, number);
    }

    /** Renders the PDF if it does not exist yet and keeps it. May be repeated. */
    @Transactional
    public void render(long documentId) {
        pdf(documentId);
    }

    /** The PDF, rendered now if need be. */
    @Transactional
    public byte[] pdf(long documentId) {
        DocumentRows.Content content = content(documentId);
        if (content.pdf() != null) {
            return content.pdf();
        }
        byte[] pdf = rendered(content, Copy.ORIGINAL);
        rows.keepPdf(documentId, pdf, Sha256.hex(pdf), clock.instant());
        return pdf;
    }

    public FrozenDocument document(long documentId) {
        return rows.find(documentId).orElseThrow(() -> notFound(documentId));
    }

    /** The document this actor may see. @throws io.tradeflow.kernel.Problem not-found if there is none or it is not theirs */
    public FrozenDocument document(Actor actor, long documentId) {
        return rows.find(documentId)
                .filter(document -> maySee(actor, document))
                .orElseThrow(() -> notFound(documentId));
    }

    /** A deal's documents this actor may see, oldest first; of a tax invoice, proforma invoice or note its last revision. */
    public List<FrozenDocument> ofDeal(Actor actor, String dealNumber) {
        List<FrozenDocument> all = rows.ofDeal(dealNumber);
        return all.stream()
                .filter(document -> maySee(actor, document) && !isReplaced(document, all))
                .toList();
    }

    private static boolean isReplaced(FrozenDocument document, List<FrozenDocument> all) {
        return document.kind().standsAsLast()
                && all.stream()
                        .anyMatch(other -> other.kind() == document.kind()
                                && other.number().equals(document.number())
                                && other.revision() > document.revision());
    }

    /**
     * The document in print. The original is kept; the other copies, where there are any, are for staff and made from the same snapshot each
     * time.
     *
     * @throws io.tradeflow.kernel.Problem not-found if there is none or it is not theirs
     */
    @Transactional
    public PrintedDocument printed(Actor actor, long documentId, Copy copy) {
        FrozenDocument document = document(actor, documentId);
        if (copy == Copy.ORIGINAL) {
            return PrintedDocument.of(document, pdf(documentId));
        }
        if (!document.kind().comesAs(copy) || actor instanceof Actor.BuyerUser) {
            throw Problem.notFound(copy.label(document.kind()), document.number());
        }
        return PrintedDocument.of(document, rendered(content(documentId), copy));
    }

    /** The document as it would print now; nothing is kept. */
    public byte[] preview(DocumentKind kind, Object content, Instant at) {
        return renderer.render(kind, Snapshots.json(content), Copy.ORIGINAL, at);
    }

    private byte[] rendered(DocumentRows.Content content, Copy copy) {
        FrozenDocument document = content.document();
        return renderer.render(document.kind(), content.snapshot(), copy, document.frozenAt());
    }

    private DocumentRows.Content content(long documentId) {
        return rows.content(documentId).orElseThrow(() -> notFound(documentId));
    }

    private static boolean maySee(Actor actor, FrozenDocument document) {
        return !(actor instanceof Actor.BuyerUser buyer)
                || (document.kind().forBuyer() && buyer.buyerCode().equals(document.buyerCode()));
    }

    private static Problem notFound(long documentId) {
        return Problem.notFound("document", String.valueOf(documentId));
    }
}
