package io.tradeflow.exchange;

import io.tradeflow.exchange.ImportFile.Status;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files of master data on their way in: looked at whole, then brought in whole or not at all. */
@Service
public class Imports {

    /** Rows in memory at a time; what a file needs does not grow with its length. */
    static final int CHUNK = 1_000;

    /** More errors than a person mends row by row are no help. */
    static final int MOST_ERRORS = 10_000;

    private static final int LATEST = 50;
    private static final int LONGEST_NAME = 200;

    /** Enough to see what a file is about to do. */
    private static final int SHOWN_CHANGES = 25;

    private static final String LOOK_AGAIN =
            "The house has changed since the check; look again at what the file would do now. Nothing of it has come in.";

    private final ImportKinds kinds;
    private final ImportTable table;
    private final ImportProgress progress;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Imports(
            ImportKinds kinds,
            ImportTable table,
            ImportProgress progress,
            ApplicationEventPublisher events,
            Clock clock) {
        this.kinds = kinds;
        this.table = table;
        this.progress = progress;
        this.events = events;
        this.clock = clock;
    }

    /** What may be brought in, for a page to offer. */
    public record Offer(String code, String label, List<String> columns) {}

    /** The kinds this person may bring in. */
    public List<Offer> offers(Actor.Staff by) {
        return kinds.of(by).stream()
                .map(kind -> new Offer(
                        kind.code(),
                        kind.label(),
                        kind.columns().stream()
                                .map(column -> column.name() + " – " + column.description()
                                        + (column.required() ? "" : " (may be left out)"))
                                .toList()))
                .toList();
    }

    /**
     * Takes a file in; its check begins by itself.
     *
     * @throws Problem not-found for an unknown kind, {@code import-not-yours}, {@code file-unreadable} naming columns or line
     */
    @Transactional
    public ImportFile receive(Actor.Staff by, String kindCode, String fileName, InputStream file) {
        ImportKind<?> kind = kinds.of(by, kindCode);
        String name = fileName == null || fileName.isBlank() ? kind.code() + ".csv" : fileName.strip();
        long id = table.add(kind, name.substring(0, Math.min(name.length(), LONGEST_NAME)), by, clock.instant());
        keepRows(id, kind, file);
        events.publishEvent(new ImportReceived(id, kind.code(), name));
        return table.find(id).orElseThrow();
    }

    private void keepRows(long id, ImportKind<?> kind, InputStream file) {
        List<FileRow> chunk = new ArrayList<>(CHUNK);
        int[] rows = {0};
        try {
            CsvFile csv = new CsvFile(file, kind.columns());
            csv.forEach(row -> {
                chunk.add(row);
                rows[0]++;
                if (rows[0] > kind.mostRows()) {
                    throw Problem.invalid(
                            "file-unreadable",
                            "file",
                            "A file of " + kind.label().toLowerCase(Locale.ROOT) + " has at most " + kind.mostRows()
                                    + " rows");
                }
                if (chunk.size() == CHUNK) {
                    table.addRows(id, kind.columns(), chunk);
                    chunk.clear();
                }
            });
            if (rows[0] == 0) {
                throw Problem.invalid("file-unreadable", "file", "The file has a header and no rows");
            }
            table.describe(id, csv.header(), rows[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!chunk.isEmpty()) {
            table.addRows(id, kind.columns(), chunk);
        }
    }

    /** Looks at every row. May be repeated. @return whether all of them are right and nobody wanted it to stop */
    @Transactional
    public boolean check(long id) {
        ImportFile file = found(id);
        if (file.status() == Status.CHECKING) {
            try {
                Findings findings = look(id, kinds.of(file.kind()), run(file));
                stopIfAsked(id);
                settle(id, findings, findings.wrong() == 0 ? Status.READY : Status.REFUSED);
            } catch (ImportStopped stopped) {
                giveUp(id);
            }
        }
        return Set.of(Status.READY, Status.IMPORTING, Status.DONE)
                .contains(found(id).status());
    }

    /** What the rows would do, by number. */
    private record Findings(int fresh, int changed, int unchanged, int wrong, String fingerprint) {}

    /**
     * Counts what the rows would do and notes what is wrong. Leaves the file's own row alone: others are told of the progress there while
     * this transaction is still open.
     *
     * @throws ImportStopped when somebody wants no more of it
     */
    private Findings look(long id, ImportKind<?> kind, ImportRun run) {
        table.forgetFindings(id);
        RowCheck<?> check = RowCheck.of(kind, run);
        Fingerprint fingerprint = new Fingerprint();
        int fresh = 0;
        int changed = 0;
        int unchanged = 0;
        int errors = 0;
        int seen = 0;
        goOnUnlessStopped(id, progress.checked(id, 0));
        for (List<FileRow> rows = next(id, 0, kind, null); !rows.isEmpty(); rows = next(id, last(rows), kind, null)) {
            RowCheck.Checked checked = check.check(rows);
            table.keepKeys(id, rows, checked.keys(), checked.findings());
            table.addErrors(
                    id, checked.errors().stream().limit(MOST_ERRORS - errors).toList());
            checked.changes().stream()
                    .limit(Math.max(0, SHOWN_CHANGES - changed))
                    .forEach(changes -> table.addChanges(id, changes));
            errors = Math.min(MOST_ERRORS, errors + checked.errors().size());
            fresh += checked.count(Finding.FRESH);
            changed += checked.changes().size();
            unchanged += checked.count(Finding.IDLE);
            fingerprint.add(checked);
            seen += rows.size();
            goOnUnlessStopped(id, progress.checked(id, seen));
        }
        table.addErrors(id, table.duplicates(id, MOST_ERRORS - errors));
        return new Findings(fresh, changed, unchanged, table.wrongRows(id), fingerprint.value());
    }

    private static void goOnUnlessStopped(long id, boolean goOn) {
        if (!goOn) {
            throw new ImportStopped(id);
        }
    }

    /** From here on a stop waits for the transaction, and finds what became of the file. @throws ImportStopped */
    private void stopIfAsked(long id) {
        goOnUnlessStopped(id, table.lock(id).orElseThrow().stopAskedBy() == null);
    }

    private void settle(long id, Findings findings, Status status) {
        table.found(id, findings.fresh(), findings.changed(), findings.unchanged(), findings.wrong());
        table.showed(id, findings.fingerprint());
        table.become(id, status, status == Status.READY ? null : clock.instant());
        if (status != Status.READY) {
            table.forgetRows(id);
        }
    }

    /** Nothing of it has come in. */
    private void giveUp(long id) {
        table.forgetFindings(id);
        table.forgetRows(id);
        table.become(id, Status.CANCELLED, clock.instant());
    }

    /** Somebody has seen what it would do and wants it. @throws Problem {@code import-not-ready} */
    @Transactional
    public ImportFile approve(Actor.Staff by, long id) {
        ready(by, id);
        table.become(id, Status.IMPORTING, null);
        table.note(id, null);
        events.publishEvent(new ImportDecided(id, true));
        return found(id);
    }

    /** Somebody has seen what it would do and does not want it. @throws Problem {@code import-not-ready} */
    @Transactional
    public ImportFile discard(Actor.Staff by, long id) {
        ready(by, id);
        events.publishEvent(new ImportDecided(id, false));
        return found(id);
    }

    /** Nobody wants the file any more. May be repeated. */
    @Transactional
    public void drop(long id) {
        if (found(id).status() == Status.READY) {
            table.become(id, Status.DISCARDED, clock.instant());
            table.forgetRows(id);
        }
    }

    /**
     * Looks at all rows once more, for what has changed since they were checked, and brings them in, in one transaction. May be repeated.
     *
     * @return DONE when they have come in; READY when they would do something else than was shown, so that somebody has to look again; else why
     *     they have not come in
     */
    @Transactional
    public Status apply(long id) {
        ImportFile file = found(id);
        if (file.status() == Status.CANCELLED) {
            giveUp(id);
        }
        if (file.status() != Status.IMPORTING) {
            return file.status();
        }
        Optional<String> shown = table.shown(id);
        ImportKind<?> kind = kinds.of(file.kind());
        ImportRun run = run(file);
        Findings findings;
        try {
            findings = look(id, kind, run);
            if (findings.wrong() > 0) {
                settle(id, findings, Status.REFUSED);
                return Status.REFUSED;
            }
            if (shown.isPresent() && !shown.get().equals(findings.fingerprint())) {
                stopIfAsked(id);
                settle(id, findings, Status.READY);
                table.note(id, LOOK_AGAIN);
                return Status.READY;
            }
        } catch (ImportStopped stopped) {
            giveUp(id);
            return Status.CANCELLED;
        }
        bringIn(id, kind, run, findings.unchanged());
        settle(id, findings, Status.DONE);
        return Status.DONE;
    }

    /** @throws ImportStopped when somebody wants no more of it; with the transaction all goes out again that came in */
    private void bringIn(long id, ImportKind<?> kind, ImportRun run, int idle) {
        RowCheck<?> check = RowCheck.of(kind, run);
        int seen = idle;
        goOnOrTakeBack(id, progress.imported(id, seen));
        for (Finding finding : List.of(Finding.FRESH, Finding.CHANGED)) {
            for (List<FileRow> rows = next(id, 0, kind, finding);
                    !rows.isEmpty();
                    rows = next(id, last(rows), kind, finding)) {
                check.apply(rows, finding);
                seen += rows.size();
                goOnOrTakeBack(id, progress.imported(id, seen));
            }
        }
        stopIfAsked(id);
    }

    private void goOnOrTakeBack(long id, boolean goOn) {
        if (!goOn) {
            progress.stopped(id, clock.instant());
            throw new ImportStopped(id);
        }
    }

    private ImportRun run(ImportFile file) {
        ImportKind<?> kind = kinds.of(file.kind());
        List<String> columns =
                kind.columns().stream().map(ImportKind.Column::name).toList();
        return new ImportRun(
                file.id(),
                file.fileName(),
                table.header(file.id()).orElse(columns),
                (column, values) -> table.among(file.id(), columns.indexOf(column) + 1, values));
    }

    /**
     * Somebody wants no more of a file, wherever it is on its way. What is under way stops before its next rows, and nothing of the file comes in.
     *
     * @throws Problem not-found; {@code import-not-yours}; {@code import-finished} when it is too late
     */
    @Transactional
    public ImportFile stop(Actor.Staff by, long id) {
        ImportFile file = table.lock(id).orElseThrow(() -> notFound(id));
        kinds.of(by, file.kind());
        if (file.status() == Status.READY) {
            return discard(by, id);
        }
        if (!file.isUnderWay()) {
            throw Problem.conflict(
                    "import-finished",
                    "Too late to stop",
                    "The file " + file.fileName() + " is "
                            + file.status().name().toLowerCase(Locale.ROOT) + ": there is nothing to stop");
        }
        if (file.stopAskedBy() == null) {
            table.askToStop(id, by.name());
        }
        return found(id);
    }

    /** @throws Problem not-found; {@code import-not-yours} */
    @Transactional(readOnly = true)
    public ImportFile file(Actor.Staff by, long id) {
        ImportFile file = found(id);
        kinds.of(by, file.kind());
        return file;
    }

    /** The latest files of the kinds this person may bring in, newest first. */
    @Transactional(readOnly = true)
    public List<ImportFile> latest(Actor.Staff by) {
        return table.latest(kinds.of(by).stream().map(kind -> kind.code()).toList(), LATEST);
    }

    /** What is wrong in the file, by line. */
    @Transactional(readOnly = true)
    public List<RowError> errors(Actor.Staff by, long id) {
        file(by, id);
        return table.errors(id, MOST_ERRORS);
    }

    /** What the first rows that change something would change, cell by cell. */
    @Transactional(readOnly = true)
    public List<RowChange> changes(Actor.Staff by, long id) {
        file(by, id);
        return table.changes(id);
    }

    private void ready(Actor.Staff by, long id) {
        ImportFile file = table.lock(id).orElseThrow(() -> notFound(id));
        kinds.of(by, file.kind());
        if (file.status() != Status.READY) {
            throw Problem.conflict(
                    "import-not-ready",
                    "Not waiting for an answer",
                    "The file " + file.fileName() + " is "
                            + file.status().name().toLowerCase(Locale.ROOT) + " and waits for no answer");
        }
    }

    /** @param finding null for all */
    private List<FileRow> next(long id, int line, ImportKind<?> kind, Finding finding) {
        return table.rowsAfter(id, line, kind.columns(), kind.rowsAtOnce(), finding);
    }

    private static int last(List<FileRow> rows) {
        return rows.get(rows.size() - 1).line();
    }

    private ImportFile found(long id) {
        return table.find(id).orElseThrow(() -> notFound(id));
    }

    private static Problem notFound(long id) {
        return Problem.notFound("import", String.valueOf(id));
    }
}
