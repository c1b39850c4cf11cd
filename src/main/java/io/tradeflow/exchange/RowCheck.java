package io.tradeflow.exchange;

import io.tradeflow.exchange.ImportKind.Column;
import io.tradeflow.kernel.Problem.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What rows of a file would do to what is there, for any kind. What the file has no column for stays as it is; of rows that mean the same only the
 * first counts, and the file as a whole is searched for the others.
 *
 * @param <T> what a row stands for
 */
class RowCheck<T> {

    /** How rooms name a thing and its field. */
    private static final Pattern FIELD = Pattern.compile("\\w+\\[(\\d+)](?:\\.(.+))?");

    private final ImportKind<T> kind;
    private final ImportRun run;
    private final boolean leavesColumnsOut;

    RowCheck(ImportKind<T> kind, ImportRun run) {
        this.kind = kind;
        this.run = run;
        this.leavesColumnsOut = !run.header()
                .containsAll(kind.columns().stream().map(Column::name).toList());
    }

    static <T> RowCheck<T> of(ImportKind<T> kind, ImportRun run) {
        return new RowCheck<>(kind, run);
    }

    /**
     * What came of looking at some rows.
     *
     * @param keys by place of the row, null where it is too wrong to have one
     * @param findings by place of the row, null where it is wrong or repeats another
     */
    record Checked(List<String> keys, List<Finding> findings, List<RowError> errors, List<List<RowChange>> changes) {

        int count(Finding finding) {
            return Collections.frequency(findings, finding);
        }
    }

    private record Candidate<T>(FileRow row, T thing, T before) {}

    /** @param repeated rows that mean the same as an earlier one, as far as they are the first of these */
    private record Reading<T>(
            List<Candidate<T>> candidates, List<Candidate<T>> repeated, List<String> keys, List<RowError> errors) {}

    /** Looks at rows and changes nothing. */
    Checked check(List<FileRow> rows) {
        Reading<T> reading = read(rows);
        List<Candidate<T>> candidates = reading.candidates();
        reading.errors().addAll(broken(candidates));
        reading.errors().addAll(broken(reading.repeated()));
        Set<Integer> wrong = reading.errors().stream().map(RowError::line).collect(Collectors.toSet());
        Map<Integer, Finding> findings = new HashMap<>();
        List<List<RowChange>> changes = new ArrayList<>();
        for (Candidate<T> candidate : candidates) {
            int line = candidate.row().line();
            if (!wrong.contains(line)) {
                List<RowChange> changed = candidate.before() == null ? List.of() : changes(candidate);
                findings.put(line, finding(candidate, changed));
                if (!changed.isEmpty()) {
                    changes.add(changed);
                }
            }
        }
        return new Checked(
                reading.keys(),
                rows.stream().map(row -> findings.get(row.line())).collect(Collectors.toCollection(ArrayList::new)),
                reading.errors(),
                changes);
    }

    private static Finding finding(Candidate<?> candidate, List<RowChange> changed) {
        if (candidate.before() == null) {
            return Finding.FRESH;
        }
        return changed.isEmpty() ? Finding.IDLE : Finding.CHANGED;
    }

    /** Brings rows in that were looked at. @param finding what came of it, for all of them the same */
    void apply(List<FileRow> rows, Finding finding) {
        List<T> things = leavesColumnsOut && finding == Finding.CHANGED
                ? read(rows).candidates().stream().map(Candidate::thing).toList()
                : rows.stream().map(CellReader::new).map(kind.reader()).toList();
        kind.save(things, run);
    }

    private Reading<T> read(List<FileRow> rows) {
        List<String> keys = new ArrayList<>(Collections.nCopies(rows.size(), null));
        List<RowError> errors = new ArrayList<>();
        List<FileRow> readable = new ArrayList<>();
        List<T> things = new ArrayList<>();
        List<Candidate<T>> repeated = new ArrayList<>();
        Function<CellReader, T> reader = kind.reader();
        Set<String> seen = new HashSet<>();
        Set<String> seenAgain = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            CellReader cells = new CellReader(rows.get(i));
            T thing = reader.apply(cells);
            errors.addAll(cells.errors());
            if (cells.isReadable()) {
                keys.set(i, joined(kind.key(thing), "|", "null"));
                if (seen.add(keys.get(i))) {
                    readable.add(rows.get(i));
                    things.add(thing);
                } else if (seenAgain.add(keys.get(i))) {
                    repeated.add(new Candidate<>(rows.get(i), thing, null));
                }
            }
        }
        List<T> known = things.isEmpty() ? List.of() : kind.known(things);
        List<Candidate<T>> candidates = new ArrayList<>();
        for (int i = 0; i < things.size(); i++) {
            T before = known.get(i);
            T thing = before == null || !leavesColumnsOut
                    ? things.get(i)
                    : completed(readable.get(i), before, reader, errors);
            candidates.add(new Candidate<>(readable.get(i), thing, before));
        }
        return new Reading<>(candidates, repeated, keys, errors);
    }

    /** The row over what is there already. */
    private T completed(FileRow row, T before, Function<CellReader, T> reader, List<RowError> errors) {
        CellReader cells = new CellReader(row.over(kind.cells(before), run.header()));
        T thing = reader.apply(cells);
        errors.addAll(cells.errors());
        return thing;
    }

    private List<RowChange> changes(Candidate<T> candidate) {
        Map<String, String> before = kind.cells(candidate.before());
        Map<String, String> after = kind.cells(candidate.thing());
        List<RowChange> changes = new ArrayList<>();
        for (Column column : kind.columns()) {
            String old = before.get(column.name());
            String now = after.get(column.name());
            if (!Objects.equals(old, now)) {
                changes.add(new RowChange(
                        candidate.row().line(),
                        joined(kind.key(candidate.thing()), " ", null),
                        column.name(),
                        old,
                        now));
            }
        }
        return changes;
    }

    private List<RowError> broken(List<Candidate<T>> candidates) {
        List<RowError> errors = new ArrayList<>();
        List<T> things = candidates.stream().map(Candidate::thing).toList();
        for (Violation violation : things.isEmpty() ? List.<Violation>of() : kind.violations(things, run)) {
            Matcher field = FIELD.matcher(violation.field());
            if (!field.matches()) {
                throw new IllegalStateException("Not a field of a row: " + violation.field());
            }
            FileRow row = candidates.get(Integer.parseInt(field.group(1))).row();
            String column = field.group(2) == null ? null : kind.columnOf(field.group(2));
            errors.add(new RowError(row.line(), column, column == null ? null : row.cell(column), violation.message()));
        }
        return errors;
    }

    /** @param nothing stands for a part that is not there; null leaves it out */
    private static String joined(List<Object> key, String separator, String nothing) {
        return key.stream()
                .map(Cells::text)
                .map(part -> part == null ? nothing : part)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(separator));
    }
}
