package io.tradeflow.kernel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Payment terms in one line, as people write them on a quote: parts separated by semicolons, each saying one thing. */
final class WrittenPaymentTerms {

    private static final String EXAMPLES =
            "\"30 days\", \"20 % in advance; 45 days\" or \"40 % at 15 days; 60 % at 45 days; end of month; 2 % within 10 days\"";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String REST = "(?:(?:the )?rest )?";
    private static final Pattern ADVANCE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,2})?)\\s*% in advance");
    private static final Pattern INSTALMENT = Pattern.compile(".*%\\s*at \\d.*");
    private static final Pattern DAYS = Pattern.compile(REST + "(?:at |after |within |in )?(\\d{1,3}) days?");
    private static final Pattern WITH_INVOICE = Pattern.compile(REST + "(?:due )?with the invoice");
    private static final Pattern DUE_DAY = Pattern.compile("end of month.*|day .*");
    private static final Pattern DISCOUNT = Pattern.compile(".*%\\s*within .*");

    private Percentage advance;
    private Integer days;
    private String dueDay;
    private String discount;
    private final List<String> instalments = new ArrayList<>();

    private WrittenPaymentTerms() {}

    /** @throws IllegalArgumentException saying what is wrong and what it should be like */
    static PaymentTerms read(String text) {
        WrittenPaymentTerms written = new WrittenPaymentTerms();
        for (String part : text.split(";")) {
            if (!part.isBlank()) {
                written.part(part.strip(), part.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
            }
        }
        return written.terms();
    }

    private void part(String written, String part) {
        Matcher inAdvance = ADVANCE.matcher(part);
        Matcher allAt = DAYS.matcher(part);
        if (inAdvance.matches()) {
            advance = once(advance, Percentage.of(inAdvance.group(1)), "the advance");
        } else if (allAt.matches()) {
            days = once(days, Integer.valueOf(allAt.group(1)), "the days to pay");
        } else if (WITH_INVOICE.matcher(part).matches()) {
            days = once(days, 0, "the days to pay");
        } else if (INSTALMENT.matcher(part).matches()) {
            instalments.add(part);
        } else if (DUE_DAY.matcher(part).matches()) {
            dueDay = once(dueDay, part, "the due day");
        } else if (DISCOUNT.matcher(part).matches()) {
            discount = once(discount, part, "the early-payment discount");
        } else {
            throw new IllegalArgumentException("\"" + written
                    + "\" cannot be billed by. Payment terms are written such as " + EXAMPLES
                    + "; what else is agreed belongs to the terms or the note");
        }
    }

    private static <T> T once(T before, T now, String what) {
        if (before != null) {
            throw new IllegalArgumentException("Say " + what + " once");
        }
        return now;
    }

    private PaymentTerms terms() {
        Percentage inAdvance = advance == null ? Percentage.ZERO : advance;
        if (!instalments.isEmpty() && days != null) {
            throw new IllegalArgumentException("Give the days to pay, or instalments that come to 100 %, not both");
        }
        if (!instalments.isEmpty()) {
            int last = lastDays();
            return PaymentTerms.of(inAdvance, last, String.join("; ", instalments), dueDay, discount);
        }
        if (days == null && inAdvance.value().compareTo(HUNDRED) != 0) {
            throw new IllegalArgumentException("Say when invoices are to be paid, such as " + EXAMPLES);
        }
        return PaymentTerms.of(inAdvance, days == null ? 0 : days, null, dueDay, discount);
    }

    /** Zero where it cannot be read: the check of the instalments says what is wrong with it. */
    private int lastDays() {
        Matcher last = Pattern.compile("at (\\d{1,3}) days?$").matcher(instalments.get(instalments.size() - 1));
        return last.find() ? Integer.parseInt(last.group(1)) : 0;
    }

    /** As {@link #read} takes it. */
    static String write(PaymentTerms terms) {
        String due = terms.inInstalments()
                ? terms.instalmentsText()
                : terms.creditDays() == 0 ? "with the invoice" : terms.creditDays() + " days";
        return Stream.of(
                        terms.advance().isZero() ? null : terms.advance() + " in advance",
                        due,
                        terms.dueDayText(),
                        terms.earlyDiscountText())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
    }
}
