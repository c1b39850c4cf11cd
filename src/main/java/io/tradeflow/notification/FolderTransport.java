package io.tradeflow.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes each mail as an {@code .eml} file, for the demo and for mail gateways that watch a folder. A file is whole as soon as it is
 * visible; the same mail again replaces its file.
 */
class FolderTransport implements MailTransport {

    private final Path folder;

    FolderTransport(Path folder) {
        this.folder = folder;
    }

    @Override
    public void send(MimeMessage message) throws MessagingException, IOException {
        Files.createDirectories(folder);
        String name = message.getMessageID().replaceAll("[<>]", "").replaceAll("@.*", "");
        Path unfinished = Files.createTempFile(folder, name, ".part");
        try {
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                message.writeTo(out);
            }
            Files.move(
                    unfinished,
                    folder.resolve(name + ".eml"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    @Override
    public String destination() {
        return "Mail folder " + folder.toAbsolutePath();
    }
}
