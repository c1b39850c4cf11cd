package io.tradeflow.document;

import io.tradeflow.kernel.Actor;
import java.util.List;
import org.springframework.stereotype.Service;

/** Freezes what documents print, renders it with FOP and keeps both. */
@Service
public class Documents {

    /**
     * Keeps all that the document prints. The snapshot is a record; its JSON is stored and is what the stylesheet sees as XML. Freezing
     * the same kind, number and revision again returns the first one unchanged.
     */
    public FrozenDocument freeze(
            DocumentKind kind, String number, int revision, String dealNumber, String buyerCode, Object snapshot) {
        throw new UnsupportedOperationException();
    }

    /** Renders the PDF if it does not exist yet and keeps it. May be repeated. */
    public void render(long documentId) {
        throw new UnsupportedOperationException();
    }

    /** The PDF, rendered now if need be. */
    public byte[] pdf(long documentId) {
        throw new UnsupportedOperationException();
    }

    public FrozenDocument document(long documentId) {
        throw new UnsupportedOperationException();
    }

    /** The document this actor may see. @throws io.tradeflow.kernel.Problem not-found if there is none or it is not theirs */
    public FrozenDocument document(Actor actor, long documentId) {
        throw new UnsupportedOperationException();
    }

    /** A deal's documents this actor may see, oldest first. */
    public List<FrozenDocument> ofDeal(Actor actor, String dealNumber) {
        throw new UnsupportedOperationException();
    }
}
