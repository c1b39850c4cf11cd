package io.tradeflow.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tradeflow.MigratedDatabase;
import io.tradeflow.document.Documents;
import io.tradeflow.document.FrozenDocument;
import io.tradeflow.document.TestDocuments;
import io.tradeflow.kernel.Problem;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mails from the outbox to a mail server and to a folder. */
class MailDeliveryTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static GreenMail mailServer;
    private static JdbcClient jdbc;
    private static Documents documents;

    private final List<MailQueued> queued = new ArrayList<>();
    private OutboxRows outbox;
    private MailMessages messages;

    @BeforeAll
    static void start() throws IOException {
        jdbc = JdbcClient.create(MigratedDatabase.dataSource());
        documents = TestDocuments.on(jdbc, CLOCK);
        mailServer = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
    }

    @AfterAll
    static void stop() {
        mailServer.stop();
    }

    @BeforeEach
    void outbox() throws Exception {
        mailServer.purgeEmailFromAllMailboxes();
        outbox = new OutboxRows(jdbc);
        messages = new MailMessages(documents, settings(Path.of("unused")));
    }

    @Test
    void theSameKeyIsQueuedAndDeliveredOnce() throws Exception {
        MailDelivery delivery = new MailDelivery(outbox, messages, smtp(mailServerPort()), CLOCK);
        MailQueued mail = queue("once");

        mails().queue(draft("once", List.of()));
        delivery.deliver(mail.mailId());
        delivery.deliver(mail.mailId());

        assertThat(queued).hasSize(1);
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
        SentMail sent = outbox.find(mail.mailId()).orElseThrow();
        assertThat(sent.isSent()).isTrue();
        assertThat(sent.attempts()).isEqualTo(1);
    }

    @Test
    void theMailCarriesTextPdfAndAMessageIdOfItsKey() throws Exception {
        FrozenDocument invoice = TestDocuments.freezeInvoice(documents, "MH-2627-000101", "SAHYADRI");
        mails().queue(draft("invoice-sent:MH-2627-000101", List.of(invoice.id())));
        long id = queued.get(0).mailId();

        new MailDelivery(outbox, messages, smtp(mailServerPort()), CLOCK).deliver(id);

        MimeMessage received = mailServer.getReceivedMessages()[0];
        Multipart parts = (Multipart) received.getContent();
        assertThat(received.getSubject()).isEqualTo("Invoice für श्री ₹ 1,000");
        assertThat(received.getFrom()[0].toString()).isEqualTo("Deccan Drives <orders@deccandrives.example>");
        assertThat(received.getHeader("X-Tradeflow-Deal")).containsExactly("INQ-2627-000017");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("MH-2627-000101.pdf");
        try (InputStream pdf = parts.getBodyPart(1).getInputStream()) {
            assertThat(pdf.readAllBytes()).isEqualTo(documents.pdf(invoice.id()));
        }
        assertThat(messages.messageOf(outbox.find(id).orElseThrow()).getMessageID())
                .isEqualTo(received.getMessageID())
                .endsWith("@deccandrives.example>");
    }

    @Test
    void aDeadServerLeavesTheMailUnsentAndSaysWhatIsWrong() throws IOException {
        int port = closedPort();
        MailQueued mail = queue("dead-server");

        assertThatThrownBy(() -> new MailDelivery(outbox, messages, smtp(port), CLOCK).deliver(mail.mailId()))
                .isInstanceOf(MailNotDelivered.class)
                .hasMessageStartingWith("Mail server localhost:" + port + " does not answer: Connection refused")
                .hasMessageContaining("Invoice für श्री ₹ 1,000");

        SentMail waiting = outbox.find(mail.mailId()).orElseThrow();
        assertThat(waiting.isSent()).isFalse();
        assertThat(waiting.attempts()).isEqualTo(1);
        assertThat(waiting.lastError()).contains("does not answer");

        new MailDelivery(outbox, messages, smtp(mailServerPort()), CLOCK).deliver(mail.mailId());
        assertThat(outbox.find(mail.mailId()).orElseThrow().lastError()).isNull();
    }

    @Test
    void anUnknownHostIsNamed() {
        MailQueued mail = queue("unknown-host");
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("mail.invalid");

        assertThatThrownBy(() ->
                        new MailDelivery(outbox, messages, new SmtpTransport(sender), CLOCK).deliver(mail.mailId()))
                .hasMessageContaining("there is no host mail.invalid");
    }

    @Test
    void theFolderGetsOneWholeFilePerMail(@TempDir Path folder) throws IOException {
        MailDelivery delivery = new MailDelivery(outbox, messages, new FolderTransport(folder.resolve("mails")), CLOCK);
        MailQueued mail = queue("to-folder");

        delivery.deliver(mail.mailId());

        try (var files = Files.list(folder.resolve("mails"))) {
            List<Path> all = files.toList();
            assertThat(all).singleElement().satisfies(file -> {
                assertThat(file.toString()).endsWith(".eml");
                assertThat(Files.readString(file, StandardCharsets.US_ASCII))
                        .contains("To: priya@sahyadri-agro.example", "Message-ID: <");
            });
        }
    }

    @Test
    void aMailWithoutAnAddressIsRefused() {
        assertThatThrownBy(
                        () -> mails().queue(new MailDraft("nobody", "INQ-2627-000017", " ", "Hello", "…", List.of())))
                .isInstanceOf(Problem.class);
    }

    @Test
    void theDeskReadsTheOutbox() {
        MailQueued mail = queue("desk");
        SentMails desk = new SentMails(outbox, messages);

        assertThat(desk.latest(0, 1)).singleElement().extracting(SentMail::key).isEqualTo("desk");
        assertThat(desk.ofDeal("INQ-2627-000017")).extracting(SentMail::id).contains(mail.mailId());
        assertThat(new String(desk.raw(mail.mailId()), StandardCharsets.US_ASCII))
                .contains("Message-ID: <");
        assertThatThrownBy(() -> desk.one(-1)).isInstanceOf(Problem.class);
    }

    private MailQueued queue(String key) {
        mails().queue(draft(key, List.of()));
        return queued.get(queued.size() - 1);
    }

    private Mails mails() {
        return new Mails(outbox, event -> queued.add((MailQueued) event), CLOCK);
    }

    private static MailDraft draft(String key, List<Long> documentIds) {
        return new MailDraft(
                key,
                "INQ-2627-000017",
                "priya@sahyadri-agro.example",
                "Invoice für श्री ₹ 1,000",
                "Dear Priya,\n\nplease find the invoice attached.\n",
                documentIds);
    }

    private static int mailServerPort() {
        return mailServer.getSmtp().getPort();
    }

    private static SmtpTransport smtp(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        sender.setJavaMailProperties(new Properties());
        return new SmtpTransport(sender);
    }

    private static MailSettings settings(Path folder) {
        return new MailSettings(MailSettings.Transport.FOLDER, folder, "Deccan Drives <orders@deccandrives.example>");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
