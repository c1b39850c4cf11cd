package io.tradeflow.document;

import java.io.FileNotFoundException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.Templates;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.sax.TransformerHandler;
import javax.xml.transform.stream.StreamSource;

/** The compiled stylesheets of all documents, from {@code documents/*.xsl}. */
final class Stylesheets {

    private static final String FOLDER = "/documents/";

    private final SAXTransformerFactory factory;
    private final Map<DocumentKind, Templates> compiled = new EnumMap<>(DocumentKind.class);

    Stylesheets() {
        factory = (SAXTransformerFactory) TransformerFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setURIResolver((href, base) -> source(href));
            for (DocumentKind kind : DocumentKind.values()) {
                compiled.put(kind, factory.newTemplates(source(kind.stylesheet() + ".xsl")));
            }
        } catch (TransformerException e) {
            throw new IllegalStateException("A document stylesheet is wrong: " + e.getMessageAndLocation(), e);
        }
    }

    /** A handler that takes a snapshot's XML and hands FO to its result. Not to be shared. */
    TransformerHandler handlerFor(DocumentKind kind) throws TransformerConfigurationException {
        synchronized (factory) {
            return factory.newTransformerHandler(compiled.get(kind));
        }
    }

    private static Source source(String name) throws TransformerException {
        InputStream stylesheet = Stylesheets.class.getResourceAsStream(FOLDER + name);
        if (stylesheet == null) {
            throw new TransformerException(new FileNotFoundException("There is no stylesheet " + name));
        }
        return new StreamSource(stylesheet, name);
    }
}
