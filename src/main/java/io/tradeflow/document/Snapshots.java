package io.tradeflow.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * The two forms of a snapshot: JSON, as it is kept, and the XML that stylesheets see. A field becomes an element of its name, each entry of
 * a list an {@code item} in it; figures keep every digit they were frozen with; what is null is left out.
 */
final class Snapshots {

    private static final AttributesImpl NO_ATTRIBUTES = new AttributesImpl();

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private static final ObjectReader EXACT = JSON.reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .with(JsonNodeFactory.withExactBigDecimals(true));

    private Snapshots() {}

    static String json(Object snapshot) {
        try {
            return JSON.writeValueAsString(snapshot);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This cannot be frozen: " + e.getOriginalMessage(), e);
        }
    }

    /** The snapshot with this part; every other figure keeps its digits. */
    static String with(String json, String name, Object part) {
        try {
            ObjectNode snapshot = (ObjectNode) EXACT.readTree(json);
            snapshot.set(name, JSON.valueToTree(part));
            return JSON.writeValueAsString(snapshot);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This cannot be frozen: " + e.getOriginalMessage(), e);
        }
    }

    /** Tells the handler the snapshot as a document with the root element {@code document}. */
    static void tell(String json, UnaryOperator<String> text, ContentHandler handler) throws IOException, SAXException {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            handler.startDocument();
            tellElement("document", parser, text, handler);
            handler.endDocument();
        }
    }

    private static void tellElement(String name, JsonParser parser, UnaryOperator<String> text, ContentHandler handler)
            throws IOException, SAXException {
        handler.startElement("", name, name, NO_ATTRIBUTES);
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String field = parser.currentName();
                    parser.nextToken();
                    tellElement(field, parser, text, handler);
                }
            }
            case START_ARRAY -> {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    tellElement("item", parser, text, handler);
                }
            }
            case VALUE_STRING -> tellText(text.apply(parser.getText()), handler);
            case VALUE_NULL -> {}
            default -> tellText(parser.getText(), handler);
        }
        handler.endElement("", name, name);
    }

    private static void tellText(String text, ContentHandler handler) throws SAXException {
        handler.characters(text.toCharArray(), 0, text.length());
    }
}
