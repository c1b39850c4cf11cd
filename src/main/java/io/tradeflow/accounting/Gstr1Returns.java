package io.tradeflow.accounting;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradeflow.accounting.Gstr1.Gap;
import io.tradeflow.document.CsvLines;
import io.tradeflow.einvoice.EInvoiceDuties;
import io.tradeflow.einvoice.EInvoiceDuty;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Parties;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** GSTR-1 of a GSTIN of the seller, made of the documents as they were issued. For finance. */
@Service
public class Gstr1Returns {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final TaxDocuments documents;
    private final IssuedNumbers numbers;
    private final Gstr1Schema schema;
    private final Parties parties;
    private final EInvoiceDuties duties;

    Gstr1Returns(
            TaxDocuments documents, IssuedNumbers numbers, Gstr1Schema schema, Parties parties, EInvoiceDuties duties) {
        this.documents = documents;
        this.numbers = numbers;
        this.schema = schema;
        this.parties = parties;
        this.duties = duties;
    }

    public static boolean mayRead(Actor by) {
        return FinanceOnly.admits(by);
    }

    /** The seller's GSTINs, each once, in the order of the branches. */
    public List<String> gstins() {
        return parties.branches().stream().map(Branch::gstin).distinct().toList();
    }

    /** Of the branches that were registered later than they began to supply. */
    private Map<String, LocalDate> registeredFrom() {
        return parties.branches().stream()
                .filter(branch -> branch.registration() != null)
                .collect(Collectors.toMap(
                        Branch::code, branch -> branch.registration().effectiveFrom()));
    }

    /**
     * The return of a month or quarter.
     *
     * @throws Problem {@code finance-only}; {@code gstin-unknown} for a number that is none of the seller's
     */
    @Transactional(readOnly = true)
    public Gstr1 of(Actor by, String gstin, Period period) {
        FinanceOnly.require(by);
        if (!gstins().contains(gstin)) {
            throw Problem.invalid(
                    "gstin-unknown", "gstin", "'" + gstin + "' is none of our GSTINs: " + String.join(", ", gstins()));
        }
        List<TaxDocument> issued = documents.of(gstin, period);
        Gstr1Tables tables = new Gstr1Tables(period);
        Map<LocalDate, Boolean> registers = new HashMap<>();
        Map<String, LocalDate> registeredFrom = registeredFrom();
        Gstr1Gaps gaps = new Gstr1Gaps(
                day -> registers.computeIfAbsent(
                        day, on -> duties.on(on).filter(EInvoiceDuty::applies).isPresent()),
                document -> !document.issuedOn()
                        .isBefore(registeredFrom.getOrDefault(document.branchCode(), LocalDate.MIN)));
        issued.forEach(document -> {
            tables.add(document);
            gaps.look(document);
        });
        numbers.of(issued, gaps).forEach(tables::add);
        numbers.others(gstin, period).forEach(tables::add);
        List<Gstr1.Section> sections = tables.sections();
        Gstr1 gstr1 = new Gstr1(gstin, period, sections, issued.size(), tables.all(), gaps.all());
        List<Gap> all = new ArrayList<>(gaps.all());
        for (Violation wrong : schema.violations(Gstr1Json.of(gstr1))) {
            all.add(new Gap("JSON file", null, wrong.field() + ": " + wrong.message(), false));
        }
        return new Gstr1(gstin, period, sections, issued.size(), tables.all(), all);
    }

    /** A table as columns and cells. */
    public Gstr1Sheet sheet(Gstr1 gstr1, Gstr1Table table) {
        return Gstr1Sheet.of(gstr1.section(table));
    }

    /** Writes a table as CSV. @param byteOrderMark for spreadsheets, which do not see UTF-8 without it */
    public void writeCsv(Gstr1 gstr1, Gstr1Table table, OutputStream out, boolean byteOrderMark) {
        Gstr1Sheet sheet = sheet(gstr1, table);
        CsvLines lines = new CsvLines(out, sheet.columns(), byteOrderMark);
        sheet.rows().forEach(lines::row);
        lines.end();
    }

    /** Writes all tables as one ZIP of CSV files, with the JSON. */
    public void writeZip(Gstr1 gstr1, OutputStream out) {
        try {
            ZipOutputStream zip = new ZipOutputStream(out);
            for (Gstr1Table table : Gstr1Table.values()) {
                zip.putNextEntry(entry(table.name().toLowerCase(Locale.ROOT) + ".csv"));
                writeCsv(gstr1, table, zip, true);
                zip.closeEntry();
            }
            zip.putNextEntry(entry(fileName(gstr1) + ".json"));
            zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json(gstr1)));
            zip.closeEntry();
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same return gives the same bytes, so an entry does not say when it was made. */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        return entry;
    }

    /** In the shape of the portal's offline tool. */
    public ObjectNode json(Gstr1 gstr1) {
        return Gstr1Json.of(gstr1);
    }

    /** Writes what {@link #json} gives. */
    public void writeJson(Gstr1 gstr1, OutputStream out) {
        try {
            out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json(gstr1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** "GSTR1-27AAPFU0939F1ZV-072026". */
    public String fileName(Gstr1 gstr1) {
        return "GSTR1-" + gstr1.gstin() + "-" + gstr1.period().ofReturn();
    }
}
