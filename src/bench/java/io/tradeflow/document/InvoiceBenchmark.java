package io.tradeflow.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tradeflow.database.BenchDatabase;
import io.tradeflow.invoicing.MoneyRoom;
import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.ordering.SalesOrder;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.sax.TransformerHandler;
import javax.xml.transform.stream.StreamResult;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.pdf.PDFAMode;
import org.apache.fop.render.pdf.PDFRendererOption;
import org.apache.xmlgraphics.util.MimeConstants;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/**
 * Invoices of ten lines issued a second, frozen and not rendered, on a server that forces every commit to the disk; and the same invoice
 * rendered to PDF/A-3, by turns with bare FOP fed the finished formatting objects of it. Run with {@code mvn -Pbench test
 * -Dtest=InvoiceBenchmark}.
 */
class InvoiceBenchmark {

    private static final Path FOLDER = Path.of("target/bench-invoices");
    private static final int INVOICES = 200;
    private static final int LINES = 10;
    private static final int WARMING_UP = 3;
    private static final int ROUNDS = 5;
    private static final int RENDERS_TO_WARM_UP = 80;
    private static final int RENDERS = 60;
    private static final BigDecimal MOST = new BigDecimal("1.2");
    private static final Instant FROZEN_AT = Instant.parse("2026-07-15T06:00:00Z");

    @Test
    void invoicesASecond() throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER);
        try (BenchDatabase database = BenchDatabase.start(FOLDER)) {
            DataSource pool = database.pool();
            Flyway.configure().dataSource(pool).load().migrate();
            String url;
            try (Connection connection = pool.getConnection()) {
                url = connection.getMetaData().getURL() + "?user=postgres";
            }
            try (MoneyRoom room = new MoneyRoom(url)) {
                issued(room, 1);
                issued(room, 4);
                rendered(Snapshots.json(room.printed(issue(room, packed(room)))));
            }
        }
    }

    private static void issued(MoneyRoom room, int threads) throws Exception {
        List<Long> rates = new ArrayList<>();
        for (int round = 0; round < WARMING_UP + ROUNDS; round++) {
            List<Callable<String>> issues = new ArrayList<>();
            for (int number = 0; number < INVOICES; number++) {
                String shipment = packed(room);
                issues.add(() -> issue(room, shipment));
            }
            long rate = perSecond(issues, threads);
            if (round >= WARMING_UP) {
                rates.add(rate);
            }
        }
        System.out.printf("INVOICES issued, %d lines, %d threads: %d a second%n", LINES, threads, median(rates));
    }

    private static String packed(MoneyRoom room) {
        SalesOrder order = room.order(
                "B-MH",
                IntStream.rangeClosed(1, LINES)
                        .mapToObj(lineNo -> MoneyRoom.line(lineNo, "8413", "2", "1234.50"))
                        .toArray(SalesOrder.Line[]::new));
        return room.packed(order, Collections.nCopies(LINES, "2").toArray(String[]::new));
    }

    /** The room's documents are played, so the snapshot is kept here, in the same transaction. */
    private static String issue(MoneyRoom room, String shipment) {
        Documents documents =
                new Documents(new DocumentRows(room.bean(JdbcClient.class)), null, room.bean(Clock.class));
        return room.transaction.execute(status -> {
            TaxInvoice invoice = room.invoices.issue(shipment);
            documents.freeze(
                    DocumentKind.TAX_INVOICE,
                    invoice.number(),
                    1,
                    invoice.dealNumber(),
                    invoice.buyerCode(),
                    room.printed(invoice.number()));
            return invoice.number();
        });
    }

    private static long perSecond(List<Callable<String>> work, int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        for (Future<String> done : pool.invokeAll(work)) {
            done.get();
        }
        long took = System.nanoTime() - start;
        pool.shutdown();
        return work.size() * TimeUnit.SECONDS.toNanos(1) / took;
    }

    private static void rendered(String snapshot) throws Exception {
        Typefaces typefaces = new Typefaces(List.of());
        PdfRenderer renderer = new PdfRenderer(new Stylesheets(), typefaces);
        FontSelection fonts = typefaces.selectionFor(snapshot);
        FopFactory factory = FopSetup.factory(fonts);
        String objects = formattingObjects(snapshot, fonts);
        assertThat(PdfIdentity.fixed(bare(factory, objects), snapshot))
                .as("bare FOP makes the same file")
                .isEqualTo(ours(renderer, snapshot));

        List<Long> oursNanos = new ArrayList<>();
        List<Long> bareNanos = new ArrayList<>();
        long oursBytes = 0;
        long bareBytes = 0;
        for (int round = 0; round < RENDERS_TO_WARM_UP + RENDERS; round++) {
            Measured our = measured(() -> ours(renderer, snapshot));
            Measured theirs = measured(() -> bare(factory, objects));
            if (round >= RENDERS_TO_WARM_UP) {
                oursNanos.add(our.nanos());
                bareNanos.add(theirs.nanos());
                oursBytes += our.bytes();
                bareBytes += theirs.bytes();
            }
        }
        BigDecimal ratio = BigDecimal.valueOf(median(oursNanos))
                .divide(BigDecimal.valueOf(median(bareNanos)), 2, RoundingMode.HALF_UP);
        System.out.printf(
                "INVOICES rendered, %d lines, one thread: %d a second, by bare FOP %d, time %s of bare; allocated %d kB a render,"
                        + " by bare FOP %d kB%n",
                LINES,
                TimeUnit.SECONDS.toNanos(1) / median(oursNanos),
                TimeUnit.SECONDS.toNanos(1) / median(bareNanos),
                ratio,
                oursBytes / RENDERS / 1024,
                bareBytes / RENDERS / 1024);
        assertThat(ratio).isLessThanOrEqualTo(MOST);
    }

    private record Measured(long nanos, long bytes) {}

    private static Measured measured(Callable<byte[]> render) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        long allocated = threads.getThreadAllocatedBytes(self);
        long start = System.nanoTime();
        assertThat(render.call()).isNotEmpty();
        long took = System.nanoTime() - start;
        return new Measured(took, threads.getThreadAllocatedBytes(self) - allocated);
    }

    private static byte[] ours(PdfRenderer renderer, String snapshot) {
        return renderer.render(DocumentKind.TAX_INVOICE, snapshot, Copy.ORIGINAL, FROZEN_AT);
    }

    /** What reaches FOP when we render. */
    private static String formattingObjects(String snapshot, FontSelection fonts) throws Exception {
        StringWriter objects = new StringWriter();
        TransformerHandler written = ((SAXTransformerFactory) TransformerFactory.newInstance()).newTransformerHandler();
        written.setResult(new StreamResult(objects));
        TransformerHandler stylesheet = new Stylesheets().handlerFor(DocumentKind.TAX_INVOICE);
        stylesheet.setResult(new SAXResult(new BarcodesDrawn(written)));
        Transformer transformer = stylesheet.getTransformer();
        transformer.setParameter("copy", Copy.ORIGINAL.label(DocumentKind.TAX_INVOICE));
        transformer.setParameter("fonts", FopSetup.familyList(fonts));
        transformer.setParameter("attachment", AttachedData.address(snapshot));
        Snapshots.tell(snapshot, new PrintableText(fonts.families())::of, stylesheet);
        return objects.toString();
    }

    private static byte[] bare(FopFactory factory, String objects) throws Exception {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream(1 << 16);
        FOUserAgent agent = factory.newFOUserAgent();
        agent.setProducer("Tradeflow");
        agent.setCreator("Tradeflow");
        agent.setCreationDate(Date.from(FROZEN_AT));
        agent.getRendererOptions().put(PDFRendererOption.PDF_A_MODE.getName(), PDFAMode.PDFA_3B.getName());
        Fop fop = factory.newFop(MimeConstants.MIME_PDF, agent, pdf);
        SAXParserFactory parsers = SAXParserFactory.newInstance();
        parsers.setNamespaceAware(true);
        XMLReader reader = parsers.newSAXParser().getXMLReader();
        reader.setContentHandler(fop.getDefaultHandler());
        reader.parse(new InputSource(new StringReader(objects)));
        return pdf.toByteArray();
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
