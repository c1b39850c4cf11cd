package io.tradeflow.payment;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the CSV statement of a bank: all of it, or nothing with every wrong line and column named. */
final class BankCsv {

    private final BankCsvLayout layout;
    private final DateTimeFormatter day;
    private final List<Violation> wrong = new ArrayList<>();

    private BankCsv(BankCsvLayout layout) {
        this.layout = layout;
        this.day = DateTimeFormatter.ofPattern(layout.datePattern(), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** @throws Problem {@code bank-file-invalid} with a violation such as {@code line 7, Deposit Amt.} for each wrong cell */
    static List<BankEntry> read(String text, BankCsvLayout layout) {
        return new BankCsv(layout).entries(text);
    }

    private List<BankEntry> entries(String text) {
        String[] lines = text.replace("\uFEFF", "").split("\r\n|\n|\r", -1);
        int heading = heading(lines);
        if (heading < 0) {
            wrong.add(new Violation("line 1", "No line names the columns " + String.join(", ", columns())));
            throw refused();
        }
        Map<String, Integer> positions = positions(cells(lines[heading]));
        List<BankEntry> entries = new ArrayList<>();
        for (int index = heading + 1; index < lines.length; index++) {
            if (!lines[index].isBlank()) {
                BankEntry entry = entry(index + 1, cells(lines[index]), positions);
                if (entry != null) {
                    entries.add(entry);
                }
            }
        }
        if (wrong.isEmpty() && entries.isEmpty()) {
            wrong.add(new Violation("line " + (heading + 2), "The statement has no entries"));
        }
        if (!wrong.isEmpty()) {
            throw refused();
        }
        return entries;
    }

    private Problem refused() {
        return Problem.invalid("bank-file-invalid", "Nothing of the file was taken", wrong);
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(layout.dateColumn()));
        if (layout.amountColumn() != null) {
            columns.add(layout.amountColumn());
        } else {
            columns.add(layout.creditColumn());
            columns.add(layout.debitColumn());
        }
        columns.add(layout.referenceColumn());
        columns.add(layout.narrationColumn());
        if (layout.payerColumn() != null) {
            columns.add(layout.payerColumn());
        }
        return columns;
    }

    /** Banks put their address above the heading. */
    private int heading(String[] lines) {
        for (int index = 0; index < lines.length; index++) {
            if (positions(cells(lines[index]))
                    .keySet()
                    .containsAll(columns().stream().map(BankCsv::key).toList())) {
                return index;
            }
        }
        return -1;
    }

    private static Map<String, Integer> positions(List<String> heading) {
        Map<String, Integer> positions = new HashMap<>();
        for (int index = 0; index < heading.size(); index++) {
            positions.putIfAbsent(key(heading.get(index)), index);
        }
        return positions;
    }

    private static String key(String column) {
        return column.strip().toLowerCase(Locale.ROOT);
    }

    private BankEntry entry(int line, List<String> cells, Map<String, Integer> positions) {
        int before = wrong.size();
        LocalDate bookedOn = date(line, cell(cells, positions, layout.dateColumn()));
        BigDecimal amount = amount(line, cells, positions);
        String narration = cell(cells, positions, layout.narrationColumn());
        String reference = cell(cells, positions, layout.referenceColumn());
        if (wrong.size() > before) {
            return null;
        }
        return new BankEntry(
                bookedOn,
                null,
                amount,
                null,
                reference,
                narration,
                layout.payerColumn() == null ? null : cell(cells, positions, layout.payerColumn()),
                null);
    }

    private BigDecimal amount(int line, List<String> cells, Map<String, Integer> positions) {
        if (layout.amountColumn() != null) {
            BigDecimal amount = number(line, layout.amountColumn(), cell(cells, positions, layout.amountColumn()));
            if (amount == null) {
                wrong.add(new Violation(at(line, layout.amountColumn()), "The amount is missing"));
            }
            return amount;
        }
        BigDecimal credit = number(line, layout.creditColumn(), cell(cells, positions, layout.creditColumn()));
        BigDecimal debit = number(line, layout.debitColumn(), cell(cells, positions, layout.debitColumn()));
        boolean hasCredit = credit != null && credit.signum() != 0;
        boolean hasDebit = debit != null && debit.signum() != 0;
        if (hasCredit == hasDebit) {
            wrong.add(new Violation(
                    at(line, layout.creditColumn()), "Either a deposit or a withdrawal is needed, and not both"));
            return null;
        }
        return hasCredit ? credit : debit.negate();
    }

    private LocalDate date(int line, String text) {
        try {
            return LocalDate.parse(text, day);
        } catch (DateTimeException notADate) {
            wrong.add(new Violation(
                    at(line, layout.dateColumn()), "'" + text + "' is not a day written as " + layout.datePattern()));
            return null;
        }
    }

    private BigDecimal number(int line, String column, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text.replace(",", "").replace(" ", ""));
            if (number.stripTrailingZeros().scale() <= Money.DOCUMENT_SCALE) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below, as for too many decimals
        }
        wrong.add(new Violation(at(line, column), "'" + text + "' is not an amount with at most two decimals"));
        return BigDecimal.ONE;
    }

    private static String at(int line, String column) {
        return "line " + line + ", " + column;
    }

    private static String cell(List<String> cells, Map<String, Integer> positions, String column) {
        int position = positions.get(key(column));
        return position < cells.size() ? cells.get(position).strip() : "";
    }

    /** Cells of a line; a quoted one may hold commas and doubled quotes. */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int index = 0; index < line.length(); index++) {
            char next = line.charAt(index);
            if (quoted && next == '"' && index + 1 < line.length() && line.charAt(index + 1) == '"') {
                cell.append('"');
                index++;
            } else if (next == '"') {
                quoted = !quoted;
            } else if (next == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(next);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
