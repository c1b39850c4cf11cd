package io.tradeflow.crash;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program in a jar, as it is delivered. Tests in several JVMs share it. */
final class PackagedProgram {

    private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();
    private static final Path FOLDER = Path.of("target", "packaged-program").toAbsolutePath();
    private static final Path JAR = FOLDER.resolve("tradeflow.jar");

    private final String classPath;

    private PackagedProgram(String classPath) {
        this.classPath = classPath;
    }

    /** What the tests add to the program is left out: its component scan would find it. */
    static PackagedProgram ofThisBuild() {
        try {
            Files.createDirectories(FOLDER);
            try (FileChannel channel = FileChannel.open(
                            FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!Files.exists(JAR)
                        || newest() > Files.getLastModifiedTime(JAR).toMillis()) {
                    pack();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The program cannot be packaged", e);
        }
        String libraries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
        return new PackagedProgram(JAR + File.pathSeparator + libraries);
    }

    /** For the JVM, before the name of the main class. */
    List<String> arguments() {
        return List.of("-cp", classPath);
    }

    private static long newest() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.mapToLong(file -> file.toFile().lastModified()).max().orElseThrow();
        }
    }

    /** Not compressed: it is read more often than it is written. */
    private static void pack() throws IOException {
        Path being = FOLDER.resolve("tradeflow.jar.new");
        try (OutputStream file = Files.newOutputStream(being);
                JarOutputStream jar = new JarOutputStream(file);
                Stream<Path> entries = Files.walk(CLASSES)) {
            jar.setLevel(0);
            for (Path entry : entries.sorted().toList()) {
                String name = CLASSES.relativize(entry).toString().replace(File.separatorChar, '/');
                if (name.isEmpty()) {
                    continue;
                }
                // folders too: the program looks for its models in them
                jar.putNextEntry(new JarEntry(Files.isDirectory(entry) ? name + "/" : name));
                if (Files.isRegularFile(entry)) {
                    Files.copy(entry, jar);
                }
                jar.closeEntry();
            }
        }
        Files.move(being, JAR, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
