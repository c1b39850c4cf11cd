package io.tradeflow.einvoice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tradeflow.einvoice.EInvoice.State;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which documents have to be registered, what the portal is told of them, and what people bring back from it. */
@Service
@Transactional
public class EInvoices {

    private static final String FINANCE = "finance";
    private static final Set<String> READERS =
            Set.of(FINANCE, "operations", "directors", "camunda-admin", "sales", "sales-managers");
    private static final Set<String> CLEARERS = Set.of(FINANCE, "operations");
    private static final int MOST_IN_BUNDLE = 100;
    private static final int LONGEST_REASON = 300;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final EInvoiceTable table;
    private final EInvoiceDuties duties;
    private final EInvoiceDocuments documents;
    private final EInvoiceSchema schema;
    private final EInvoiceRegister register;
    private final Exchanges exchanges;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EInvoices(
            EInvoiceTable table,
            EInvoiceDuties duties,
            EInvoiceDocuments documents,
            EInvoiceSchema schema,
            EInvoiceRegister register,
            Exchanges exchanges,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.duties = duties;
        this.documents = documents;
        this.schema = schema;
        this.register = register;
        this.exchanges = exchanges;
        this.events = events;
        this.clock = clock;
    }

    public static boolean mayRead(Actor by) {
        return by instanceof Actor.Program
                || by instanceof Actor.Staff staff && READERS.stream().anyMatch(staff::isIn);
    }

    /** Whether this actor brings answers and cancels. */
    public static boolean mayKeep(Actor by) {
        return by instanceof Actor.Program || by instanceof Actor.Staff staff && staff.isIn(FINANCE);
    }

    /**
     * Looks whether the issued document has to be registered and notes it. May be repeated.
     *
     * @param documentType INV, CRN or DBN
     * @return its IRN; empty where no registration is wanted
     */
    public Optional<String> decide(String documentType, String documentNumber) {
        Optional<EInvoice> noted = table.ofDocument(documentType, documentNumber);
        if (noted.isPresent()) {
            return noted.map(EInvoice::irn);
        }
        if (duties.all().stream().noneMatch(EInvoiceDuty::applies)) {
            return Optional.empty(); // asked first: it is the issuing transaction that asks, and it holds the series
        }
        EInvoiceDocuments.Issued issued = documents.of(documentType, documentNumber);
        return issued.document()
                .filter(document ->
                        duties.on(document.date()).filter(EInvoiceDuty::applies).isPresent())
                .map(document -> noted(document, issued));
    }

    private String noted(EInvoiceDocument document, EInvoiceDocuments.Issued issued) {
        String irn = Irn.of(document.seller().gstin(), document.date(), document.type(), document.number());
        table.add(new EInvoice(
                irn,
                document.type(),
                document.number(),
                issued.dealNumber(),
                document.seller().gstin(),
                issued.buyerCode(),
                document.buyer().legalName(),
                document.buyer().gstin(),
                document.date(),
                document.total(),
                State.WAITING,
                null,
                null,
                null,
                null,
                null));
        return irn;
    }

    /**
     * Writes down what the portal is told and checks it. May be repeated until it is registered, for instance after master data were put right.
     *
     * @return READY; PROBLEM where the portal would refuse it; any later state as it is
     */
    public EInvoice prepare(String irn) {
        EInvoice ours = lock(irn);
        if (Set.of(State.REGISTERED, State.CANCELLED, State.WAIVED).contains(ours.state())) {
            return ours;
        }
        EInvoiceDocument document = documents
                .of(ours.documentType(), ours.documentNumber())
                .document()
                .orElseThrow();
        JsonNode json = EInvoiceJson.of(document);
        List<String> wrong = new ArrayList<>();
        tooLate(document.date()).ifPresent(wrong::add);
        schema.violations(json).forEach(violation -> wrong.add(violation.message()));
        if (wrong.isEmpty()) {
            table.ready(irn, written(json));
        } else {
            register.object(ours, null, String.join(". ", wrong));
        }
        return table.find(irn).orElseThrow();
    }

    private Optional<String> tooLate(LocalDate issuedOn) {
        return uploadUntil(issuedOn)
                .filter(last -> LocalDate.now(clock).isAfter(last))
                .map(last -> "The portal took it only until " + last
                        + "; correct the document by a credit note and issue it again");
    }

    /** The last day on which the portal takes a document of that date; empty without limit. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> uploadUntil(LocalDate issuedOn) {
        return duties.on(issuedOn).map(EInvoiceDuty::uploadWithinDays).map(issuedOn::plusDays);
    }

    /**
     * Whoever took the file to the portal says that it was refused there; nothing happens where it is registered meanwhile.
     *
     * @return PROBLEM, or as it is
     */
    public EInvoice refusedAtPortal(String irn, String why) {
        EInvoice ours = lock(irn);
        if (ours.state() == State.READY) {
            register.object(ours, null, "The portal refused it: " + why.strip());
        }
        return table.find(irn).orElseThrow();
    }

    /**
     * The document prints its registration from now on. May be repeated.
     *
     * @return id of the printed document
     */
    public long print(String irn) {
        return documents.print(eInvoice(irn));
    }

    /** What became of an uploaded answer. */
    public record Recorded(String irn, String documentNumber, boolean wasThere) {}

    /**
     * Takes over what the portal signed: one answer or a list of them, all or none. An answer that is known already changes nothing. Publishes
     * {@link EInvoiceRecorded} for each new one.
     *
     * @throws Problem {@code e-invoices-by-finance}; {@code signed-answers-invalid} naming each that cannot be taken over
     */
    public List<Recorded> record(Actor by, String json) {
        requireKeeper(by);
        List<JsonNode> answers = answers(json);
        List<Violation> wrong = new ArrayList<>();
        Map<EInvoice, SignedAnswer> taken = new LinkedHashMap<>();
        List<Recorded> recorded = new ArrayList<>();
        for (int index = 0; index < answers.size(); index++) {
            String path = "[" + index + "].";
            Optional<SignedAnswer> read = SignedAnswer.read(answers.get(index), path, wrong);
            if (read.isPresent()) {
                Optional<EInvoice> ours = table.lock(read.get().irn());
                if (ours.isEmpty()) {
                    wrong.add(new Violation(
                            path + "Irn",
                            "No document of ours has the IRN " + read.get().irn()));
                } else if (isKnown(ours.get(), read.get())) {
                    recorded.add(new Recorded(read.get().irn(), ours.get().documentNumber(), true));
                } else {
                    objections(ours.get(), read.get())
                            .forEach(why -> wrong.add(
                                    new Violation(path + "Irn", ours.get().documentNumber() + ": " + why)));
                    taken.put(ours.get(), read.get());
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("signed-answers-invalid", "Nothing was taken over", wrong);
        }
        taken.forEach((ours, answer) -> {
            exchanges.answered(
                    exchanges.asked(ours.irn(), Exchange.Kind.UPLOAD, null, by.name()),
                    answer.signedQrCode(),
                    "Taken over");
            register.take(ours, answer, by);
            recorded.add(new Recorded(ours.irn(), ours.documentNumber(), false));
        });
        taken.keySet()
                .forEach(ours -> events.publishEvent(
                        new EInvoiceRecorded(ours.irn(), ours.dealNumber(), ours.documentNumber())));
        return recorded;
    }

    private static boolean isKnown(EInvoice ours, SignedAnswer answer) {
        return ours.acknowledgement() != null && ours.acknowledgement().number().equals(answer.ackNo());
    }

    private List<String> objections(EInvoice ours, SignedAnswer answer) {
        if (ours.acknowledgement() != null) {
            return List.of("it is registered under acknowledgement "
                    + ours.acknowledgement().number() + " already");
        }
        return register.objections(ours, answer);
    }

    private static List<JsonNode> answers(String json) {
        try {
            JsonNode read = JSON.readTree(json);
            List<JsonNode> answers = new ArrayList<>();
            if (read != null && read.isArray()) {
                read.forEach(answers::add);
            } else if (read != null && read.isObject()) {
                answers.add(read);
            }
            if (!answers.isEmpty()) {
                return answers;
            }
        } catch (JsonProcessingException e) {
            throw notJson();
        }
        throw notJson();
    }

    private static Problem notJson() {
        return Problem.invalid(
                "signed-answers-invalid", "file", "This is not the portal's signed JSON: one answer or a list of them");
    }

    /**
     * The document goes without registration, for a reason that is kept.
     *
     * @throws Problem {@code e-invoices-by-finance}; {@code waiver-invalid}; {@code e-invoice-registered}
     */
    public void waive(Actor by, String irn, String because) {
        EInvoice ours = lock(irn);
        checkWaiver(by, because);
        if (ours.acknowledgement() != null) {
            throw Problem.conflict(
                    "e-invoice-registered",
                    "Registered already",
                    ours.documentNumber() + " is registered with the portal");
        }
        table.waive(irn, because.strip(), by.name());
        events.publishEvent(DealProgress.internal(
                ours.dealNumber(),
                "Tax document " + ours.documentNumber() + " goes without e-invoice: " + because.strip(),
                ours.documentNumber(),
                by));
    }

    /** @throws Problem as {@link #waive} */
    @Transactional(readOnly = true)
    public void checkWaiver(Actor by, String because) {
        if (!(by instanceof Actor.Program)
                && !(by instanceof Actor.Staff staff && CLEARERS.stream().anyMatch(staff::isIn))) {
            throw Problem.forbidden("e-invoices-by-finance", "E-invoices are cleared up by finance and operations");
        }
        if (because == null || because.isBlank() || because.strip().length() > LONGEST_REASON) {
            throw Problem.invalid(
                    "waiver-invalid",
                    "eInvoiceWaiver",
                    "Say in at most " + LONGEST_REASON + " characters why no e-invoice is needed");
        }
    }

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public EInvoice eInvoice(String irn) {
        return table.find(irn).orElseThrow(() -> Problem.notFound("e-invoice", irn));
    }

    /** Empty where the document need not be registered. */
    @Transactional(readOnly = true)
    public Optional<EInvoice> ofDocument(String documentType, String documentNumber) {
        return table.ofDocument(documentType, documentNumber);
    }

    /**
     * The latest first.
     *
     * @param states all where empty
     * @param dealNumber null for every deal
     * @throws Problem {@code e-invoices-for-staff}
     */
    @Transactional(readOnly = true)
    public List<EInvoice> list(Actor by, Collection<State> states, String dealNumber) {
        requireReader(by);
        return table.list(states.isEmpty() ? List.of(State.values()) : states, dealNumber);
    }

    /** Of those that wait to be registered: why the last question brought nothing, by IRN; none where nothing was asked yet. */
    @Transactional(readOnly = true)
    public Map<String, String> silences(Actor by, Collection<EInvoice> of) {
        requireReader(by);
        Map<String, String> silences = exchanges.lastOutcomes(of.stream()
                .filter(eInvoice -> eInvoice.state() == State.READY)
                .map(EInvoice::irn)
                .toList());
        silences.values().removeIf(Objects::isNull);
        return silences;
    }

    /** What was said to the portal and by it, oldest first. */
    @Transactional(readOnly = true)
    public List<Exchange> exchanges(Actor by, String irn) {
        requireReader(by);
        return exchanges.of(irn);
    }

    /**
     * What the portal is told of one document.
     *
     * @throws Problem not-found; {@code e-invoice-not-ready} where it cannot be told yet
     */
    @Transactional(readOnly = true)
    public JsonNode request(Actor by, String irn) {
        requireReader(by);
        EInvoice ours = eInvoice(irn);
        return table.request(irn)
                .map(EInvoices::read)
                .orElseThrow(() -> Problem.conflict(
                        "e-invoice-not-ready",
                        "Not ready",
                        "There is no file of " + ours.documentNumber() + " for the portal yet"
                                + (ours.problem() == null ? "" : ": " + ours.problem())));
    }

    /** All that are to be registered, oldest first, at most a hundred, as the portal's bulk tool takes them. */
    @Transactional(readOnly = true)
    public List<JsonNode> bundle(Actor by) {
        requireReader(by);
        List<EInvoice> ready = new ArrayList<>(table.list(List.of(State.READY), null));
        Collections.reverse(ready);
        return ready.stream()
                .limit(MOST_IN_BUNDLE)
                .map(ours -> read(table.request(ours.irn()).orElseThrow()))
                .collect(Collectors.toList());
    }

    private EInvoice lock(String irn) {
        return table.lock(irn).orElseThrow(() -> Problem.notFound("e-invoice", irn));
    }

    private static void requireReader(Actor by) {
        if (!mayRead(by)) {
            throw Problem.forbidden("e-invoices-for-staff", "E-invoices are read by finance, sales and operations");
        }
    }

    static void requireKeeper(Actor by) {
        if (!mayKeep(by)) {
            throw Problem.forbidden("e-invoices-by-finance", "E-invoices are kept by finance");
        }
    }

    private static String written(JsonNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
