package io.tradeflow.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The calls from a BPMN model into the program: delegates, which must be beans, and methods called in expressions. A plain
 * {@code ${quoteNumber}} is a variable and no call.
 */
class ModelCalls {

    /** @param element id of the BPMN element @param elementName its label or null @param bean the bean's name or, with {@code javaClass}, a class */
    record Call(String element, String elementName, String expression, String bean, boolean javaClass) {}

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern METHOD_CALL = Pattern.compile("(?<![\\w.'\"])([A-Za-z_]\\w*)\\s*\\.\\s*\\w+\\s*\\(");
    private static final Pattern ROOT = Pattern.compile("\\s*([A-Za-z_]\\w*).*", Pattern.DOTALL);
    private static final Pattern DRAWN =
            Pattern.compile(".*([Tt]ask|Event|[Aa]ctivity|Gateway|Flow|[Pp]rocess|transaction)");
    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");

    /** What the engine itself puts into every scope. */
    private static final Set<String> OF_THE_ENGINE =
            Set.of("execution", "task", "connector", "caseExecution", "decisionResult");

    /** Attributes that name a variable of the model. */
    private static final List<String> NAMING_A_VARIABLE =
            List.of("resultVariable", "elementVariable", "target", "name", "variableName");

    private final Set<String> variables = new HashSet<>(OF_THE_ENGINE);
    private final List<Call> calls = new ArrayList<>();

    /** @throws IllegalArgumentException if it is no XML */
    static List<Call> in(byte[] bpmn) {
        ModelCalls model = new ModelCalls();
        Element root = parse(bpmn);
        model.each(root, model::collectVariables);
        model.each(root, model::collectCalls);
        return List.copyOf(model.calls);
    }

    private void collectVariables(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        boolean ofCamunda = CAMUNDA.equals(element.getNamespaceURI());
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            boolean camundaAttribute = ofCamunda || CAMUNDA.equals(attribute.getNamespaceURI());
            if (camundaAttribute && NAMING_A_VARIABLE.contains(attribute.getLocalName())) {
                variables.add(attribute.getValue());
            }
        }
    }

    private void collectCalls(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            collect(element, (Attr) attributes.item(i));
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                collectMethodCalls(element, child.getNodeValue());
            }
        }
    }

    private void collect(Element element, Attr attribute) {
        boolean camunda = CAMUNDA.equals(attribute.getNamespaceURI()) || CAMUNDA.equals(element.getNamespaceURI());
        if (camunda && "delegateExpression".equals(attribute.getLocalName())) {
            Matcher expression = EXPRESSION.matcher(attribute.getValue());
            String inside = expression.find() ? expression.group(1) : "";
            Matcher root = ROOT.matcher(inside);
            add(element, attribute.getValue(), root.matches() ? root.group(1) : inside, false);
        } else if (camunda && "class".equals(attribute.getLocalName())) {
            add(element, attribute.getValue(), attribute.getValue(), true);
        } else {
            collectMethodCalls(element, attribute.getValue());
        }
    }

    private void collectMethodCalls(Element element, String text) {
        Matcher expression = EXPRESSION.matcher(text);
        while (expression.find()) {
            Matcher call = METHOD_CALL.matcher(TEXT.matcher(expression.group(1)).replaceAll("''"));
            while (call.find()) {
                if (!variables.contains(call.group(1))) {
                    add(element, expression.group(), call.group(1), false);
                }
            }
        }
    }

    private void add(Element where, String expression, String bean, boolean javaClass) {
        Element element = where;
        while (element.getParentNode() instanceof Element parent && !isDrawn(element)) {
            element = parent;
        }
        String name = element.getAttribute("name");
        calls.add(new Call(element.getAttribute("id"), name.isEmpty() ? null : name, expression, bean, javaClass));
    }

    private static boolean isDrawn(Element element) {
        return !CAMUNDA.equals(element.getNamespaceURI())
                && DRAWN.matcher(element.getLocalName()).matches();
    }

    private void each(Element element, Consumer<Element> visit) {
        visit.accept(element);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                each(inner, visit);
            }
        }
    }

    private static Element parse(byte[] bpmn) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bpmn))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("not a readable BPMN file: " + e.getMessage(), e);
        }
    }
}
