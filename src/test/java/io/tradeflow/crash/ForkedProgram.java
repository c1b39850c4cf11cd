package io.tradeflow.crash;

import com.zaxxer.hikari.HikariDataSource;
import io.tradeflow.MigratedDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The program in a JVM of its own, as a user starts it, with its own data folder; it can be killed as a power cut would. */
class ForkedProgram implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);

    private static final HttpClient ASKING = HttpClient.newHttpClient();
    private static final PackagedProgram PACKAGE = PackagedProgram.ofThisBuild();

    private final Path data;
    private final Path mails;
    private final List<String> settings = new ArrayList<>();
    private final int port = freePort();
    private final HikariDataSource database;
    private volatile Process process;

    /** On its embedded database. @param settings further ones, as on the command line */
    ForkedProgram(Path data, String... settings) {
        this(data, data.resolve("mails"), freePort(), settings);
    }

    private ForkedProgram(Path data, Path mails, int databasePort, String... settings) {
        this(data, mails, "jdbc:postgresql://localhost:" + databasePort + "/postgres");
        this.settings.add("--tradeflow.database.port=" + databasePort);
        this.settings.addAll(List.of(settings));
    }

    private ForkedProgram(Path data, Path mails, String databaseUrl) {
        this.data = data;
        this.mails = mails;
        this.database =
                MigratedDatabase.pooled(databaseUrl + (databaseUrl.contains("?") ? "&" : "?") + "user=postgres");
        // the server may still have to be started
        database.setInitializationFailTimeout(-1);
    }

    /** One of several on a database that runs by itself, as behind a load balancer. */
    static ForkedProgram on(String databaseUrl, Path data, Path mails, String... settings) {
        ForkedProgram program = new ForkedProgram(data, mails, databaseUrl);
        program.settings.addAll(List.of(
                "--tradeflow.database.embedded=false",
                "--spring.datasource.url=" + databaseUrl,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password="));
        program.settings.addAll(List.of(settings));
        return program;
    }

    int port() {
        return port;
    }

    Path mails() {
        return mails;
    }

    void start() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(PACKAGE.arguments());
        command.addAll(List.of(
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=256m",
                "-Duser.timezone=UTC",
                "io.tradeflow.Tradeflow",
                "--tradeflow.http.port=" + port,
                "--tradeflow.data=" + data,
                "--tradeflow.demo.e-invoicing=false",
                "--tradeflow.mail.folder=" + mails()));
        command.addAll(settings);
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolveSibling(data.getFileName() + ".log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("The program cannot be started", e);
        }
        Awaitility.await("the program answers")
                .atMost(START)
                .pollInterval(Duration.ofMillis(300))
                .until(this::isHealthy);
    }

    boolean isRunning() {
        return process != null && process.isAlive() && isHealthy();
    }

    /** Ends the JVM without a word; its database server is left alone and lives on. */
    void killHard() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    JdbcClient database() {
        return JdbcClient.create(database);
    }

    @Override
    public void close() throws InterruptedException {
        database.close();
        if (process == null) {
            return;
        }
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            killHard();
        }
    }

    private boolean isHealthy() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "The program has ended with " + process.exitValue() + ": see " + data + ".log");
        }
        try {
            HttpRequest health = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                    .build();
            return ASKING.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("No free port", e);
        }
    }
}
