package io.tradeflow.desk;

import io.tradeflow.invoicing.CreditableLine;
import io.tradeflow.invoicing.NoteNotPossible;
import io.tradeflow.invoicing.NoteReason;
import io.tradeflow.invoicing.NoteRequest;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.screen.TypedForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the form of a credit or debit note: rows with a figure are its lines. What is refused is told by the number of the row. */
final class NoteForm {

    private static final Pattern LINE = Pattern.compile("lines\\[(\\d+)](.*)");

    private final NoteRequest request;
    private final List<Integer> rows;

    private NoteForm(NoteRequest request, List<Integer> rows) {
        this.request = request;
        this.rows = rows;
    }

    static NoteForm of(TypedForm typed, List<CreditableLine> offered) {
        List<NoteRequest.Line> lines = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < offered.size(); row++) {
            CreditableLine line = offered.get(row);
            BigDecimal quantity = typed.decimal("quantity." + line.key());
            BigDecimal price = typed.decimal("unitPrice." + line.key());
            BigDecimal amount = typed.decimal("amount." + line.key());
            if (quantity != null || price != null || amount != null) {
                lines.add(new NoteRequest.Line(line.invoiceNumber(), line.lineNo(), quantity, price, amount));
                rows.add(row);
            }
        }
        NoteRequest request = new NoteRequest(typed.choice("reason", NoteReason.class), typed.text("remark"), lines);
        typed.requireReadable();
        return new NoteForm(request, rows);
    }

    <T> T ask(Function<NoteRequest, T> room) {
        try {
            return room.apply(request);
        } catch (NoteNotPossible refused) {
            throw new Problem(
                    refused.kind(),
                    refused.slug(),
                    refused.title(),
                    refused.getMessage(),
                    refused.violations().stream().map(this::byRow).toList());
        }
    }

    private Violation byRow(Violation violation) {
        Matcher line = LINE.matcher(violation.field());
        return line.matches() && Integer.parseInt(line.group(1)) < rows.size()
                ? new Violation(
                        "lines[" + rows.get(Integer.parseInt(line.group(1))) + "]" + line.group(2), violation.message())
                : violation;
    }
}
