package io.tradeflow.invoicing;

import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.tax.NoteTax;
import io.tradeflow.tax.TaxComputation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Works out what a note over invoices comes to, refusing whole what does not fit. */
final class NoteContents {

    private static final int LONGEST_REMARK = 500;
    private static final int MOST_LINES = 500;
    private static final String INVALID = "note-invalid";

    private final NoteRequest request;
    private final Map<String, TaxInvoice> invoices;
    private final Map<String, EarlierNotes> earlier;
    private final LocalDate today;
    private final List<Violation> wrong = new ArrayList<>();

    private NoteContents(
            NoteRequest request, Map<String, TaxInvoice> invoices, Map<String, EarlierNotes> earlier, LocalDate today) {
        this.request = request;
        this.invoices = invoices;
        this.earlier = earlier;
        this.today = today;
    }

    /**
     * @param invoices those of the request that there are, by number
     * @param earlier their credit notes, by number of the invoice
     * @throws NoteNotPossible {@code note-invalid}, {@code note-mixes-supplies}, {@code note-exceeds-invoice}, {@code note-empty} with the
     *     path of each field
     */
    static NoteContent of(
            NoteRequest request, Map<String, TaxInvoice> invoices, Map<String, EarlierNotes> earlier, LocalDate today) {
        return new NoteContents(request, invoices, earlier, today).worked();
    }

    private NoteContent worked() {
        checkHead();
        Map<String, List<NoteValue>> values = values();
        refuseIfWrong(INVALID, "The note cannot be issued as it is asked for");
        requireOneKindOfSupply();
        TaxInvoice first = invoices.get(request.invoiceNumbers().get(0));
        // more tax is owed however late it is found; only its reduction is out of time
        boolean commercial =
                request.reason().kind() == NoteKind.CREDIT && today.isAfter(NoteTax.lastDay(first.issuedOn()));
        List<InvoiceNote> parts = new ArrayList<>();
        try {
            values.forEach((number, of) -> parts.add(InvoiceNote.of(
                    request.reason().kind(),
                    invoices.get(number),
                    of,
                    earlier.getOrDefault(number, EarlierNotes.NONE),
                    commercial)));
        } catch (Problem problem) {
            throw new NoteNotPossible(problem);
        }
        TaxComputation tax = InvoiceNote.together(parts, InvoiceNote::tax);
        return new NoteContent(
                request.reason(),
                blank(request.remark()) ? null : request.remark().strip(),
                today,
                commercial,
                parts,
                tax,
                first.currency().equals("INR") ? tax : InvoiceNote.together(parts, InvoiceNote::taxInRupees));
    }

    private void checkHead() {
        if (request.reason() == null) {
            wrong.add(new Violation("reason", "Say why the invoice is corrected"));
        }
        if (request.remark() != null && request.remark().strip().length() > LONGEST_REMARK) {
            wrong.add(new Violation("remark", "At most " + LONGEST_REMARK + " characters"));
        }
        if (request.lines().isEmpty() || request.lines().size() > MOST_LINES) {
            wrong.add(new Violation("lines", "Name at least one line of an invoice, and at most " + MOST_LINES));
        }
        refuseIfWrong(INVALID, "The note cannot be issued as it is asked for");
    }

    private Map<String, List<NoteValue>> values() {
        Map<String, List<NoteValue>> values = new TreeMap<>();
        Set<String> named = new HashSet<>();
        for (int at = 0; at < request.lines().size(); at++) {
            NoteRequest.Line wanted = request.lines().get(at);
            String path = "lines[" + at + "].";
            TaxInvoice invoice = invoices.get(wanted.invoiceNumber());
            if (invoice == null) {
                wrong.add(new Violation(
                        path + "invoiceNumber", "There is no invoice " + wanted.invoiceNumber() + " that stands"));
                continue;
            }
            TaxInvoice.Line line = line(invoice.lines(), TaxInvoice.Line::lineNo, wanted.invoiceLineNo());
            if (line == null || !named.add(invoice.number() + " " + line.lineNo())) {
                wrong.add(new Violation(
                        path + "invoiceLineNo",
                        line == null
                                ? noLine(invoice, wanted.invoiceLineNo())
                                : "Invoice " + invoice.number() + " line " + line.lineNo() + " is named twice"));
                continue;
            }
            if (invoice.issuedOn().isAfter(today)) {
                wrong.add(new Violation(
                        path + "invoiceNumber",
                        "Invoice " + invoice.number() + " is dated after today; check the clock of this machine"));
            }
            try {
                values.computeIfAbsent(invoice.number(), number -> new ArrayList<>())
                        .add(NoteValue.of(
                                request.reason(),
                                wanted,
                                line,
                                line(invoice.tax().lines(), TaxComputation.Line::lineNo, line.lineNo()),
                                earlier.getOrDefault(invoice.number(), EarlierNotes.NONE)));
            } catch (NoteValue.Wrong figure) {
                wrong.add(new Violation(path + figure.figure(), figure.getMessage()));
            }
        }
        return values;
    }

    private static String noLine(TaxInvoice invoice, int wanted) {
        return invoice.revision() == null
                ? "Invoice " + invoice.number() + " has no line " + wanted
                : "Revised invoice " + invoice.revision().number() + " in place of " + invoice.number()
                        + " has no line " + wanted + ": it leaves out what notes before it had taken whole";
    }

    private static <T> T line(List<T> lines, Function<T, Integer> number, int wanted) {
        return lines.stream()
                .filter(line -> number.apply(line) == wanted)
                .findFirst()
                .orElse(null);
    }

    /** One note may be over several invoices where all that it carries over from them is the same. */
    private void requireOneKindOfSupply() {
        TaxInvoice first = invoices.get(request.invoiceNumbers().get(0));
        Map<String, BiFunction<TaxInvoice, TaxInvoice, Boolean>> same = new TreeMap<>(Map.of(
                "order", (one, other) -> one.orderNumber().equals(other.orderNumber()),
                "branch", (one, other) -> one.sellerGstin().equals(other.sellerGstin()),
                "buyer",
                        (one, other) -> one.buyerCode().equals(other.buyerCode())
                                && java.util.Objects.equals(one.buyerGstin(), other.buyerGstin()),
                "financial year",
                        (one, other) -> FinancialYear.of(one.issuedOn()).equals(FinancialYear.of(other.issuedOn())),
                "place of supply",
                        (one, other) ->
                                one.tax().placeOfSupplyCode().equals(other.tax().placeOfSupplyCode())
                                        && one.tax().interState() == other.tax().interState(),
                "nature of supply",
                        (one, other) -> one.tax().nature().equals(other.tax().nature())
                                && one.tax().reverseCharge() == other.tax().reverseCharge(),
                "currency or exchange rate",
                        (one, other) -> one.currency().equals(other.currency())
                                && one.exchangeRate().compareTo(other.exchangeRate()) == 0));
        for (int at = 0; at < request.lines().size(); at++) {
            TaxInvoice invoice = invoices.get(request.lines().get(at).invoiceNumber());
            String path = "lines[" + at + "].invoiceNumber";
            same.forEach((what, asked) -> {
                if (!asked.apply(first, invoice)) {
                    wrong.add(new Violation(
                            path,
                            "Invoices " + first.number() + " and " + invoice.number() + " differ in " + what
                                    + ": issue a note for each"));
                }
            });
        }
        refuseIfWrong("note-mixes-supplies", "One note cannot correct these invoices together");
    }

    private void refuseIfWrong(String slug, String title) {
        if (!wrong.isEmpty()) {
            throw new NoteNotPossible(slug, title, wrong);
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
