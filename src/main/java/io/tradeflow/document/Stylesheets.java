package io.tradeflow.document;

import java.io.FileNotFoundException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
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
        factory.setURIResolver((href, base) -> source(href));
    }

    /** A handler that takes a snapshot's XML and hands FO to its result; not to be shared. The stylesheet is compiled when first asked for. */
    TransformerHandler handlerFor(DocumentKind kind) throws TransformerConfigurationException {
        synchronized (factory) {
            Templates templates = compiled.get(kind);
            if (templates == null) {
                templates = compile(kind);
                compiled.put(kind, templates);
            }
            return factory.newTransformerHandler(templates);
        }
    }

    private Templates compile(DocumentKind kind) throws TransformerConfigurationException {
        try {
            return factory.newTemplates(source(kind.stylesheet() + ".xsl"));
        } catch (TransformerConfigurationException e) {
            throw e;
        } catch (TransformerException e) {
            throw new TransformerConfigurationException(e.getMessageAndLocation(), e);
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
