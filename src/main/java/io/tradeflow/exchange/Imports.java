package io.tradeflow.exchange;

import io.tradeflow.exchange.ImportFile.Status;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    private final Map<String, ImportKind> kinds;
    private final ImportTable table;
    private final ImportProgress progress;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Imports(
            List<ImportKind> kinds,
            ImportTable table,
            ImportProgress progress,
            ApplicationEventPublisher events,
            Clock clock) {
        this.kinds = kinds.stream().collect(Collectors.toMap(ImportKind::code, Function.identity()));
        this.table = table;
        this.progress = progress;
        this.events = events;
        this.clock = clock;
    }

    /** What may be brought in, for a page to offer. */
    public record Offer(String code, String label, List<String> columns) {}

    /** The kinds this person may bring in. */
    public List<Offer> offers(Actor.Staff by) {
        return kinds.values().stream()
                .filter(kind -> kind.isFor(by))
                .sorted(Comparator.comparing(ImportKind::label))
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
        ImportKind kind = kind(by, kindCode);
        String name = fileName == null || fileName.isBlank() ? kind.code() + ".csv" : fileName.strip();
        long id = table.add(kind, name.substring(0, Math.min(name.length(), LONGEST_NAME)), by, clock.instant());
        int rows = keepRows(id, kind, file);
        if (rows == 0) {
            throw Problem.invalid("file-unreadable", "file", "The file has a header and no rows");
        }
        table.countRows(id, rows);
        events.publishEvent(new ImportReceived(id, kind.code(), name));
        return table.find(id).orElseThrow();
    }

    private int keepRows(long id, ImportKind kind, InputStream file) {
        List<FileRow> chunk = new ArrayList<>(CHUNK);
        int[] rows = {0};
        try {
            new CsvFile(file, kind.columns()).forEach(row -> {
                chunk.add(row);
                rows[0]++;
                if (chunk.size() == CHUNK) {
                    table.addRows(id, kind.columns(), chunk);
                    chunk.clear();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!chunk.isEmpty()) {
            table.addRows(id, kind.columns(), chunk);
        }
        return rows[0];
    }

    /** Looks at every row. May be repeated. @return whether all of them are right */
    @Transactional
    public boolean check(long id) {
        ImportFile file = found(id);
        if (file.status() == Status.CHECKING) {
            Findings findings = look(id, kinds.get(file.kind()));
            settle(id, findings, findings.wrong() == 0 ? Status.READY : Status.REFUSED);
        }
        return found(id).status() != Status.REFUSED;
    }

    /** What the rows would do, by number. */
    private record Findings(int fresh, int changed, int unchanged, int wrong) {}

    /**
     * Counts what the rows would do and notes what is wrong. Leaves the file's own row alone: others are told of the progress there while
     * this transaction is still open.
     */
    private Findings look(long id, ImportKind kind) {
        table.forgetErrors(id);
        int fresh = 0;
        int changed = 0;
        int unchanged = 0;
        int errors = 0;
        int seen = 0;
        for (List<FileRow> rows = next(id, 0, kind); !rows.isEmpty(); rows = next(id, last(rows), kind)) {
            ImportKind.Checked checked = kind.check(rows);
            table.keepKeys(id, rows, checked.keys());
            table.addErrors(
                    id, checked.errors().stream().limit(MOST_ERRORS - errors).toList());
            errors = Math.min(MOST_ERRORS, errors + checked.errors().size());
            fresh += checked.fresh();
            changed += checked.changed();
            unchanged += checked.unchanged();
            seen += rows.size();
            progress.checked(id, seen);
        }
        table.addErrors(id, table.duplicates(id, MOST_ERRORS - errors));
        return new Findings(fresh, changed, unchanged, table.wrongRows(id));
    }

    private void settle(long id, Findings findings, Status status) {
        table.found(id, findings.fresh(), findings.changed(), findings.unchanged(), findings.wrong());
        table.become(id, status, status == Status.READY ? null : clock.instant());
        if (status != Status.READY) {
            table.forgetRows(id);
        }
    }

    /** Somebody has seen what it would do and wants it. @throws Problem {@code import-not-ready} */
    @Transactional
    public ImportFile approve(Actor.Staff by, long id) {
        ready(by, id);
        table.become(id, Status.IMPORTING, null);
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
     * @return whether they have come in; if not, the file says why
     */
    @Transactional
    public boolean apply(long id) {
        ImportFile file = found(id);
        if (file.status() != Status.IMPORTING) {
            return file.status() == Status.DONE;
        }
        ImportKind kind = kinds.get(file.kind());
        Findings findings = look(id, kind);
        if (findings.wrong() > 0) {
            settle(id, findings, Status.REFUSED);
            return false;
        }
        int seen = 0;
        for (List<FileRow> rows = next(id, 0, kind); !rows.isEmpty(); rows = next(id, last(rows), kind)) {
            kind.apply(rows);
            seen += rows.size();
            progress.imported(id, seen);
        }
        settle(id, findings, Status.DONE);
        return true;
    }

    /** @throws Problem not-found; {@code import-not-yours} */
    @Transactional(readOnly = true)
    public ImportFile file(Actor.Staff by, long id) {
        ImportFile file = found(id);
        kind(by, file.kind());
        return file;
    }

    /** The latest files of the kinds this person may bring in, newest first. */
    @Transactional(readOnly = true)
    public List<ImportFile> latest(Actor.Staff by) {
        return table.latest(
                kinds.values().stream()
                        .filter(kind -> kind.isFor(by))
                        .map(ImportKind::code)
                        .toList(),
                LATEST);
    }

    /** What is wrong in the file, by line. */
    @Transactional(readOnly = true)
    public List<RowError> errors(Actor.Staff by, long id) {
        file(by, id);
        return table.errors(id, MOST_ERRORS);
    }

    private void ready(Actor.Staff by, long id) {
        ImportFile file = table.lock(id).orElseThrow(() -> notFound(id));
        kind(by, file.kind());
        if (file.status() != Status.READY) {
            throw Problem.conflict(
                    "import-not-ready",
                    "Not waiting for an answer",
                    "The file " + file.fileName() + " is "
                            + file.status().name().toLowerCase(Locale.ROOT) + " and waits for no answer");
        }
    }

    private ImportKind kind(Actor.Staff by, String code) {
        ImportKind kind = kinds.get(code);
        if (kind == null) {
            throw Problem.notFound("kind of import", code);
        }
        if (!kind.isFor(by)) {
            throw Problem.forbidden("import-not-yours", kind.label() + " are brought in by " + kind.groups());
        }
        return kind;
    }

    private List<FileRow> next(long id, int line, ImportKind kind) {
        return table.rowsAfter(id, line, kind.columns(), CHUNK);
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
