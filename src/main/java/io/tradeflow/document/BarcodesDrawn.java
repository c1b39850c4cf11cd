package io.tradeflow.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Stands between stylesheet and formatter and draws each barcode a stylesheet asks for: {@code <bar:code symbology="CODE_128" module="0.33"
 * height="12">SHP-2627-000031</bar:code>} becomes SVG. Module and height are in millimetres.
 */
final class BarcodesDrawn extends XMLFilterImpl {

    static final String NAMESPACE = "https://tradeflow.io/barcode";
    private static final String SVG = "http://www.w3.org/2000/svg";

    private Barcode.Symbology symbology;
    private BigDecimal module;
    private BigDecimal height;
    private StringBuilder content;

    BarcodesDrawn(ContentHandler formatter) {
        setContentHandler(formatter);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        if (NAMESPACE.equals(uri)) {
            symbology = Barcode.Symbology.valueOf(attributes.getValue("symbology"));
            module = new BigDecimal(attributes.getValue("module"));
            height = new BigDecimal(attributes.getValue("height"));
            content = new StringBuilder();
        } else {
            super.startElement(uri, localName, qName, attributes);
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (content != null) {
            content.append(text, start, length);
        } else {
            super.characters(text, start, length);
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        if (NAMESPACE.equals(uri)) {
            draw(content.toString().strip());
            content = null;
        } else {
            super.endElement(uri, localName, qName);
        }
    }

    private void draw(String text) throws SAXException {
        int barHeight = height.divide(module, 0, RoundingMode.HALF_UP).intValueExact();
        Barcode barcode = Barcode.of(symbology, text, barHeight);
        AttributesImpl size = new AttributesImpl();
        add(size, "width", millimetres(barcode.width()));
        add(size, "height", millimetres(barcode.height()));
        add(size, "viewBox", "0 0 " + barcode.width() + " " + barcode.height());
        AttributesImpl bars = new AttributesImpl();
        add(bars, "d", barcode.path());
        add(bars, "fill", "#000000");
        super.startPrefixMapping("", SVG);
        super.startElement(SVG, "svg", "svg", size);
        super.startElement(SVG, "path", "path", bars);
        super.endElement(SVG, "path", "path");
        super.endElement(SVG, "svg", "svg");
        super.endPrefixMapping("");
    }

    private String millimetres(int modules) {
        return module.multiply(BigDecimal.valueOf(modules)).toPlainString() + "mm";
    }

    private static void add(AttributesImpl attributes, String name, String value) {
        attributes.addAttribute("", name, name, "CDATA", value);
    }
}
