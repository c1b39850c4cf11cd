package io.tradeflow.payment;

import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a bank-to-customer statement of ISO 20022, camt.053.001 in the versions 02 to 08, which differ in where they put the names of
 * parties. Booked entries only; an entry of several transactions counts as one.
 */
final class Camt053 {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt\\.053\\.001\\.0[2-8]";
    private static final int DAY_LENGTH = 10;

    private final List<Violation> wrong = new ArrayList<>();

    private Camt053() {}

    /** @throws Problem {@code bank-file-invalid} naming each entry that is wrong */
    static List<BankEntry> read(byte[] xml) {
        return new Camt053().entries(parsed(xml));
    }

    private static Document parsed(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException unreadable) {
            throw Problem.invalid("bank-file-invalid", "file", "The file is not readable XML without a DTD");
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<BankEntry> entries(Document document) {
        String namespace = document.getDocumentElement().getNamespaceURI();
        if (namespace == null || !namespace.matches(NAMESPACE)) {
            throw Problem.invalid(
                    "bank-file-invalid", "file", "The file is no camt.053.001 statement of the versions 02 to 08");
        }
        NodeList found = document.getElementsByTagNameNS("*", "Ntry");
        List<BankEntry> entries = new ArrayList<>();
        for (int index = 0; index < found.getLength(); index++) {
            Element entry = (Element) found.item(index);
            if (isBooked(entry)) {
                read(index + 1, entry).ifPresent(entries::add);
            }
        }
        if (wrong.isEmpty() && entries.isEmpty()) {
            wrong.add(new Violation("file", "The statement has no booked entries"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("bank-file-invalid", "Nothing of the file was taken", wrong);
        }
        return entries;
    }

    /** {@code Sts} is a code of its own in the older versions and holds a {@code Cd} in the newer ones. */
    private static boolean isBooked(Element entry) {
        return text(entry, "Sts").map(status -> status.strip().equals("BOOK")).orElse(true);
    }

    private Optional<BankEntry> read(int number, Element entry) {
        String where = "entry " + number + ", ";
        Optional<Element> amount = child(entry, "Amt");
        Optional<BigDecimal> value = amount.flatMap(element -> decimal(element.getTextContent()));
        Optional<LocalDate> day = child(entry, "BookgDt").flatMap(element -> day(element.getTextContent()));
        Optional<String> direction = text(entry, "CdtDbtInd").map(String::strip);
        if (value.isEmpty()) {
            wrong.add(new Violation(where + "Amt", "An amount with at most two decimals is needed"));
        }
        if (day.isEmpty()) {
            wrong.add(new Violation(where + "BookgDt", "The day it was booked is needed, such as 2026-07-15"));
        }
        if (direction.filter(code -> code.equals("CRDT") || code.equals("DBIT")).isEmpty()) {
            wrong.add(new Violation(where + "CdtDbtInd", "CRDT or DBIT is needed"));
        }
        if (value.isEmpty() || day.isEmpty() || direction.isEmpty()) {
            return Optional.empty();
        }
        Optional<Element> debtor = deep(entry, "RltdPties").flatMap(parties -> child(parties, "Dbtr"));
        Optional<Element> debtorAccount = deep(entry, "RltdPties").flatMap(parties -> child(parties, "DbtrAcct"));
        return Optional.of(new BankEntry(
                day.get(),
                amount.get().getAttribute("Ccy"),
                direction.get().equals("CRDT") ? value.get() : value.get().negate(),
                text(entry, "AcctSvcrRef").or(() -> referenceOfStatement(entry)).orElse(null),
                deep(entry, "Refs")
                        .flatMap(refs -> text(refs, "EndToEndId"))
                        .filter(id -> !id.equals("NOTPROVIDED"))
                        .or(() -> text(entry, "AcctSvcrRef"))
                        .orElse(""),
                Stream.concat(all(entry, "Ustrd"), all(entry, "AddtlNtryInf"))
                        .distinct()
                        .collect(Collectors.joining(" ")),
                debtor.flatMap(party -> deep(party, "Nm"))
                        .map(name -> name.getTextContent().strip())
                        .orElse(null),
                debtorAccount
                        .flatMap(account -> deep(account, "IBAN")
                                .or(() -> deep(account, "Othr").flatMap(other -> child(other, "Id"))))
                        .map(id -> id.getTextContent().strip())
                        .orElse(null)));
    }

    /** Banks number the entries of each statement from one, so the number says nothing without the statement. */
    private static Optional<String> referenceOfStatement(Element entry) {
        return text((Element) entry.getParentNode(), "Id")
                .flatMap(statement -> text(entry, "NtryRef").map(number -> statement + "/" + number));
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            BigDecimal number = new BigDecimal(text.strip());
            return number.signum() > 0 && number.stripTrailingZeros().scale() <= 2
                    ? Optional.of(number)
                    : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        String day = text.strip();
        try {
            return Optional.of(LocalDate.parse(day.length() > DAY_LENGTH ? day.substring(0, DAY_LENGTH) : day));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Element parent, String name) {
        return child(parent, name)
                .map(element -> element.getTextContent().strip())
                .filter(text -> !text.isEmpty());
    }

    private static Optional<Element> child(Element parent, String name) {
        NodeList children = parent.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> name.equals(element.getLocalName()))
                .findFirst();
    }

    private static Optional<Element> deep(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? Optional.empty() : Optional.of((Element) found.item(0));
    }

    private static Stream<String> all(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> found.item(index).getTextContent().strip());
    }
}
