package io.tradeflow.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The program as it is delivered, in a JVM of its own, on its embedded durable database. */
class RunningProgram implements AutoCloseable {

    static final List<String> JVM =
            List.of("-Duser.timezone=UTC", "-Djava.awt.headless=true", "-XX:+UseParallelGC", "-Xmx1g");
    private static final long STOP_SECONDS = 60;

    private final Process process;
    private final int port;
    private final int databasePort;
    private final Path folder;

    private RunningProgram(Process process, int port, int databasePort, Path folder) {
        this.folder = folder;
        this.process = process;
        this.port = port;
        this.databasePort = databasePort;
    }

    /** Returns when it answers; data, mails and log go into the folder. */
    static RunningProgram start(Path folder, List<String> moreForTheJvm) {
        try {
            Files.createDirectories(folder);
            int port = freePort();
            int databasePort = freePort();
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.addAll(JVM);
            command.addAll(moreForTheJvm);
            command.addAll(List.of("-cp", classPath(), "io.tradeflow.Tradeflow"));
            command.addAll(List.of(
                    "--spring.profiles.active=demo",
                    "--tradeflow.http.port=" + port,
                    "--tradeflow.database.port=" + databasePort,
                    "--tradeflow.data=" + folder.resolve("data"),
                    "--tradeflow.demo.e-invoicing=false",
                    "--tradeflow.mail.folder=" + folder.resolve("mails")));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("program.log").toFile()))
                    .start();
            RunningProgram program = new RunningProgram(process, port, databasePort, folder);
            try {
                program.awaitReady();
            } catch (IllegalStateException e) {
                program.close();
                throw e;
            }
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException("The program cannot be started", e);
        }
    }

    String base() {
        return "http://localhost:" + port;
    }

    Work work() {
        return Work.of(process.toHandle(), folder.resolve("data/postgres"));
    }

    Connection connect() {
        try {
            return DriverManager.getConnection(
                    "jdbc:postgresql://localhost:" + databasePort + "/postgres", "postgres", "");
        } catch (SQLException e) {
            throw new IllegalStateException("The program's database does not answer", e);
        }
    }

    private void awaitReady() {
        Patience.until("the program to start", () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The program ended with " + process.exitValue() + "; see its log");
            }
            return isReady() ? true : null;
        });
    }

    private boolean isReady() {
        try {
            HttpURLConnection health = (HttpURLConnection)
                    URI.create(base() + "/actuator/health/readiness").toURL().openConnection();
            return health.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What the benchmark itself is compiled to stays out: the program must not find tests among its classes. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The program did not stop within " + STOP_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
