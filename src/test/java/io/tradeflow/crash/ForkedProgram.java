package io.tradeflow.crash;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The program in a JVM of its own, as a user starts it, with its own data folder; it can be killed as a power cut would. */
class ForkedProgram implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);

    private final Path data;
    private final Path mails;
    private final List<String> settings;
    private final int port = freePort();
    private final int databasePort;
    private Process process;

    /** @param settings further ones, as on the command line */
    ForkedProgram(Path data, String... settings) {
        this(data, data.resolve("mails"), freePort(), List.of(settings));
    }

    private ForkedProgram(Path data, Path mails, int databasePort, List<String> settings) {
        this.data = data;
        this.mails = mails;
        this.databasePort = databasePort;
        this.settings = settings;
    }

    /** Another program on the same database, as behind a load balancer. */
    ForkedProgram beside() {
        return new ForkedProgram(
                data.resolveSibling(data.getFileName() + "-beside"),
                mails,
                databasePort,
                List.of(
                        "--tradeflow.database.embedded=false",
                        "--spring.datasource.url=" + databaseUrl(),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=",
                        "--tradeflow.demo.load=false"));
    }

    int port() {
        return port;
    }

    Path mails() {
        return mails;
    }

    void start() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-cp",
                programClasses(),
                "io.tradeflow.Tradeflow",
                "--tradeflow.http.port=" + port,
                "--tradeflow.database.port=" + databasePort,
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

    /** Ends the JVM without a word; its database server is left alone and lives on. */
    void killHard() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(databaseUrl(), "postgres", ""));
    }

    private String databaseUrl() {
        return "jdbc:postgresql://localhost:" + databasePort + "/postgres";
    }

    @Override
    public void close() throws InterruptedException {
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
            return HttpClient.newHttpClient()
                            .send(health, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the tests add to the program would be found by its component scan. */
    private static String programClasses() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes" + File.separator))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("No free port", e);
        }
    }
}
