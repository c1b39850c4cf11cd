package io.tradeflow.document;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A font's bytes, on disk or brought along in a jar. */
interface FontBytes {

    /** The address under which FOP asks for the font. */
    URI address();

    ByteBuffer part(long offset, int length) throws IOException;

    byte[] all() throws IOException;

    static FontBytes onDisk(Path path) {
        return new OnDisk(path);
    }

    static FontBytes brought(String resource) throws IOException {
        try (InputStream in = FontBytes.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException("The program came without its font " + resource);
            }
            // A name only. Of a scheme that Java knows, because FOP makes a URL of it each time and Java would search
            // for the scheme.
            return new Brought(URI.create("file:///brought" + resource), in.readAllBytes());
        }
    }

    record OnDisk(Path path) implements FontBytes {

        @Override
        public URI address() {
            return path.toUri();
        }

        @Override
        public ByteBuffer part(long offset, int length) throws IOException {
            try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
                if (length < 0 || offset + length > file.size()) {
                    throw new EOFException(path + " ends early");
                }
                ByteBuffer part = ByteBuffer.allocate(length);
                while (part.hasRemaining()) {
                    if (file.read(part, offset + part.position()) < 0) {
                        throw new EOFException(path + " ends early");
                    }
                }
                return part.flip();
            }
        }

        @Override
        public byte[] all() throws IOException {
            return Files.readAllBytes(path);
        }
    }

    record Brought(URI address, byte[] all) implements FontBytes {

        @Override
        public ByteBuffer part(long offset, int length) {
            return ByteBuffer.wrap(all, (int) offset, length).slice();
        }
    }
}
