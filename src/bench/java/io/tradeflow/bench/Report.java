package io.tradeflow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the figures as a page; what people wrote on it below the figures stays. */
final class Report {

    private static final String BEGIN = "<!-- figures: written by JourneyBenchmark -->";
    private static final String END = "<!-- end of figures -->";
    private static final String EMPTY_PAGE = "# Benchmark\n\n" + BEGIN + "\n" + END + "\n";
    private static final int MOST_CALLED = 15;
    private static final int TEXT = 110;

    private final Figures figures;

    Report(Figures figures) {
        this.figures = figures;
    }

    void write(Path page) throws IOException {
        String old = Files.exists(page) ? Files.readString(page) : EMPTY_PAGE;
        int begin = old.indexOf(BEGIN);
        int end = old.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(page + " has no place for the figures");
        }
        if (page.getParent() != null) {
            Files.createDirectories(page.getParent());
        }
        Files.writeString(page, old.substring(0, begin) + BEGIN + "\n\n" + text() + "\n" + old.substring(end));
    }

    String text() {
        return String.join("\n", head()) + "\n\n### Journeys\n\n" + String.join("\n", journeys())
                + "\n\n### Steps\n\n" + String.join("\n", steps())
                + figures.statements()
                        .map(counted -> "\n\n### Statements\n\n" + String.join("\n", statements(counted)))
                        .orElse("")
                + "\n";
    }

    private List<String> head() {
        return List.of(
                "Measured " + figures.at().format(DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm VV", Locale.ENGLISH))
                        + " on " + figures.machine() + "; load of the machine before: "
                        + number("%.1f", figures.load()) + ".",
                "",
                "Client, program and database share the machine. The program's JVM: `"
                        + String.join(" ", RunningProgram.JVM) + "`. Warm-up: " + figures.warmUp() + " journeys.",
                "A journey counts when all of it is done, mails included. Clients wait by asking every "
                        + Patience.INTERVAL.toMillis() + " ms.");
    }

    private List<String> journeys() {
        List<String> lines = new ArrayList<>();
        lines.add("| clients | journeys | seconds | journeys/s | bare engine, journeys/s | of the bare engine |");
        lines.add("|---:|---:|---:|---:|---:|---:|");
        for (Load.Result program : figures.program()) {
            Double floor = figures.floor().stream()
                    .filter(result -> result.clients() == program.clients())
                    .map(Load.Result::perSecond)
                    .findFirst()
                    .orElse(null);
            lines.add("| " + program.clients() + " | " + program.timings().journeys() + " | "
                    + number("%.1f", program.seconds()) + " | " + number("**%.2f**", program.perSecond()) + " | "
                    + (floor == null ? "" : number("%.2f", floor)) + " | "
                    + (floor == null ? "" : number("%.0f %%", 100 * program.perSecond() / floor)) + " |");
        }
        lines.add("");
        lines.add("Processor time per journey, in milliseconds:");
        lines.add("");
        lines.add("| | clients | client | program | PostgreSQL | all |");
        lines.add("|---|---:|---:|---:|---:|---:|");
        figures.program().forEach(result -> lines.add(work("program", result)));
        figures.floor().forEach(result -> lines.add(work("bare engine", result)));
        lines.add("");
        lines.add("Process instances per journey, called ones and mails included: "
                + number("%.1f", figures.instances())
                + (figures.floor().isEmpty()
                        ? "."
                        : "; on the bare engine " + number("%.1f", figures.floorInstances()) + "."));
        return lines;
    }

    private static String work(String what, Load.Result result) {
        return "| " + what + " | " + result.clients() + " | "
                + Stream.of(
                                result.work().client(),
                                result.work().program(),
                                result.work().database(),
                                result.work().all())
                        .map(used -> number("%.0f", result.each(used)))
                        .collect(Collectors.joining(" | "))
                + " |";
    }

    private List<String> steps() {
        List<String> lines = new ArrayList<>();
        lines.add("Milliseconds, median / 95th percentile.");
        lines.add("");
        lines.add("| step | what it is |"
                + figures.program().stream()
                        .map(result -> " " + result.clients() + (result.clients() == 1 ? " client |" : " clients |"))
                        .collect(Collectors.joining()));
        lines.add("|---|---|" + "---:|".repeat(figures.program().size()));
        for (Step step : Step.values()) {
            lines.add("| " + step.label() + " | " + step.contents() + " |"
                    + figures.program().stream()
                            .map(result -> " " + millis(result.timings().percentile(step, 50)) + " / "
                                    + millis(result.timings().percentile(step, 95)) + " |")
                            .collect(Collectors.joining()));
        }
        return lines;
    }

    private static List<String> statements(Statements all) {
        List<String> lines = new ArrayList<>();
        lines.add("Counted by PostgreSQL over " + all.journeys()
                + " journeys of one client in a run of its own. Per journey: "
                + number("%.0f", all.perJourney(all.calls())) + " statements, "
                + number("%.1f", all.perJourney(all.millis())) + " ms in the server; "
                + number("%.0f", all.perJourney(all.transactions())) + " transactions, of which "
                + number("%.0f", all.perJourney(all.writing())) + " wrote; "
                + number("%.0f", all.perJourney(all.walBytes()) / 1024)
                + " kB of write-ahead log. The clients' polling is in.");
        lines.add("");
        lines.add("| about | statements per journey | ms in the server |");
        lines.add("|---|---:|---:|");
        all.byRoom()
                .forEach(room -> lines.add("| " + room.getKey() + " | "
                        + number("%.1f", all.perJourney(room.getValue().calls())) + " | "
                        + number("%.2f", all.perJourney(room.getValue().millis())) + " |"));
        lines.add("");
        lines.add("| most called | about | per journey | ms each |");
        lines.add("|---|---|---:|---:|");
        all.counted().stream()
                .limit(MOST_CALLED)
                .forEach(one -> lines.add("| `" + shortened(one.text()) + "` | "
                        + one.room() + " | " + number("%.1f", all.perJourney(one.calls())) + " | "
                        + number("%.3f", one.millis() / one.calls()) + " |"));
        return lines;
    }

    private static String shortened(String statement) {
        String line = statement
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .replace("`", "")
                .strip();
        return line.length() <= TEXT ? line : line.substring(0, TEXT) + " …";
    }

    private static String millis(Duration duration) {
        return number("%.0f", duration.toNanos() / 1e6);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
