package io.tradeflow.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.sax.TransformerHandler;
import org.apache.fop.apps.FOPException;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.pdf.PDFAMode;
import org.apache.fop.render.pdf.PDFRendererOption;
import org.apache.xmlgraphics.util.MimeConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.SAXException;

/**
 * Renders snapshots to PDF, tax documents to PDF/A-3 with the snapshot attached as JSON. The same snapshot gives the same bytes as long as stylesheets and fonts are the same. Thread-safe.
 */
final class PdfRenderer {

    private static final Logger LOG = LoggerFactory.getLogger(PdfRenderer.class);
    private static final String PRODUCER = "Tradeflow";

    private final Stylesheets stylesheets;
    private final Typefaces typefaces;
    private final Map<FontSelection, FopFactory> factories = new ConcurrentHashMap<>();

    PdfRenderer(Stylesheets stylesheets, Typefaces typefaces) {
        this.stylesheets = stylesheets;
        this.typefaces = typefaces;
    }

    /** @param frozenAt stands in the PDF as its date of creation */
    byte[] render(DocumentKind kind, String snapshot, Copy copy, Instant frozenAt) {
        FontSelection fonts = typefaces.selectionFor(snapshot);
        if (fonts.shaping()) {
            // FOP keeps what it learns about a script in an unguarded static map.
            synchronized (PdfRenderer.class) {
                return render(kind, snapshot, copy, frozenAt, fonts);
            }
        }
        return render(kind, snapshot, copy, frozenAt, fonts);
    }

    private byte[] render(DocumentKind kind, String snapshot, Copy copy, Instant frozenAt, FontSelection fonts) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream(1 << 16);
        try {
            Fop fop = fop(kind, fonts, frozenAt, pdf);
            TransformerHandler stylesheet = stylesheets.handlerFor(kind);
            stylesheet.setResult(new SAXResult(new BarcodesDrawn(fop.getDefaultHandler())));
            Transformer transformer = stylesheet.getTransformer();
            transformer.setParameter("copy", copy.label(kind));
            transformer.setParameter("fonts", FopSetup.familyList(fonts));
            if (kind.isArchived()) {
                transformer.setParameter("attachment", AttachedData.address(snapshot));
            }
            Snapshots.tell(snapshot, new PrintableText(fonts.families())::of, stylesheet);
        } catch (TransformerException | SAXException | IOException e) {
            throw new IllegalStateException(kind.title() + " cannot be rendered: " + e.getMessage(), e);
        }
        return PdfIdentity.fixed(pdf.toByteArray(), snapshot);
    }

    private Fop fop(DocumentKind kind, FontSelection fonts, Instant frozenAt, ByteArrayOutputStream pdf)
            throws FOPException {
        FopFactory factory = factories.computeIfAbsent(fonts, FopSetup::factory);
        FOUserAgent agent = factory.newFOUserAgent();
        agent.setProducer(PRODUCER);
        agent.setCreator(PRODUCER);
        agent.setCreationDate(Date.from(frozenAt));
        if (kind.isArchived()) {
            agent.getRendererOptions().put(PDFRendererOption.PDF_A_MODE.getName(), PDFAMode.PDFA_3B.getName());
        }
        agent.getEventBroadcaster().addEventListener(event -> {
            if (event.getEventID().endsWith("glyphNotAvailable")) {
                LOG.error("A character was not printed although {} should cover it: {}", fonts, event.getParams());
            } else {
                LOG.debug("{} {}", event.getEventID(), event.getParams());
            }
        });
        return factory.newFop(MimeConstants.MIME_PDF, agent, pdf);
    }
}
