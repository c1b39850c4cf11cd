package io.tradeflow.kernel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * When an order and its invoices are to be paid. Instalments are parts of an invoice's total; what was paid in advance fills the first of them.
 *
 * @param advance part of the order's total due before anything is delivered
 * @param parts of an invoice, earliest first, 100 % together
 * @param dueDay what becomes of the day that the days of a part lead to
 * @param discount null where paying early earns none
 */
public record PaymentTerms(Percentage advance, List<Part> parts, DueDay dueDay, EarlyDiscount discount) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_PARTS = 12;
    private static final int MOST_DAYS = 365;
    private static final String PERCENT = "(\\d{1,3}(?:\\.\\d{1,2})?)\\s*%";
    private static final Pattern PART = Pattern.compile(PERCENT + "\\s+at\\s+(\\d{1,3})\\s+days?");
    private static final Pattern DISCOUNT = Pattern.compile(PERCENT + "\\s+within\\s+(\\d{1,3})\\s+days?");
    private static final Pattern END_OF_MONTH = Pattern.compile("end of month(?:\\s*\\+\\s*(\\d{1,2})\\s+days?)?");
    private static final Pattern DAY_OF_NEXT = Pattern.compile("day (\\d{1,2}) of next month");

    public PaymentTerms {
        parts = List.copyOf(parts);
    }

    /** @param days after the date of the invoice */
    public record Part(Percentage share, int days) {}

    /**
     * What becomes of a due day.
     *
     * @param kind how it is moved
     * @param days after the end of the month, or the day of the next month; else zero
     */
    public record DueDay(Kind kind, int days) {

        static final DueDay ITSELF = new DueDay(Kind.ITSELF, 0);

        enum Kind {
            ITSELF,
            END_OF_MONTH,
            DAY_OF_NEXT_MONTH
        }

        LocalDate of(LocalDate day) {
            return switch (kind) {
                case ITSELF -> day;
                case END_OF_MONTH -> day.withDayOfMonth(day.lengthOfMonth()).plusDays(days);
                case DAY_OF_NEXT_MONTH -> {
                    LocalDate next = day.withDayOfMonth(1).plusMonths(1);
                    yield next.withDayOfMonth(Math.min(days, next.lengthOfMonth()));
                }
            };
        }

        private String words() {
            return switch (kind) {
                case ITSELF -> "";
                case END_OF_MONTH ->
                    days == 0
                            ? ", then to the end of that month"
                            : ", then to the end of that month and " + days + " days more";
                case DAY_OF_NEXT_MONTH -> ", then on day " + days + " of the month after";
            };
        }

        private String text() {
            return switch (kind) {
                case ITSELF -> null;
                case END_OF_MONTH -> days == 0 ? "end of month" : "end of month + " + days + " days";
                case DAY_OF_NEXT_MONTH -> "day " + days + " of next month";
            };
        }
    }

    /** Less to pay where the whole invoice is paid within so many days of its date. */
    public record EarlyDiscount(Percentage percent, int withinDays) {

        /** The last day on which it is earned. */
        public LocalDate until(LocalDate issuedOn) {
            return issuedOn.plusDays(withinDays);
        }

        /** What it comes to, of a document of that total. */
        public Money of(Money total) {
            return total.percent(percent).rounded();
        }

        private String words() {
            return percent + " less if all of it is paid within " + withinDays + " days";
        }
    }

    /** All of an invoice at once, so many days after its date. */
    public static PaymentTerms plain(Percentage advance, int creditDays) {
        return new PaymentTerms(advance, List.of(new Part(new Percentage(HUNDRED), creditDays)), DueDay.ITSELF, null);
    }

    /**
     * As the table of payment terms states them; the texts may be null or blank.
     *
     * @param creditDays days to the last instalment
     * @param instalments such as {@code 30 % at 0 days; 40 % at 30 days; 30 % at 60 days}; all at once where it is missing
     * @param dueDay {@code end of month}, {@code end of month + 10 days} or {@code day 10 of next month}; the day itself where it is missing
     * @param earlyDiscount such as {@code 2 % within 10 days}
     * @throws IllegalArgumentException saying what is wrong and what it should be like
     */
    public static PaymentTerms of(
            Percentage advance, int creditDays, String instalments, String dueDay, String earlyDiscount) {
        require(
                advance.value().signum() >= 0 && advance.value().compareTo(HUNDRED) <= 0,
                "The advance lies between 0 and 100 %, not " + advance);
        require(
                creditDays >= 0 && creditDays <= MOST_DAYS,
                "Days to pay lie between 0 and " + MOST_DAYS + ", not " + creditDays);
        DueDay day = dueDay(dueDay);
        return new PaymentTerms(advance, parts(instalments, creditDays), day, discount(earlyDiscount, creditDays, day));
    }

    /**
     * From the answers of the table, by their names there. Empty where advance or days are missing; where only the others are, as in answers from
     * before there were instalments, all is paid at once.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    public static Optional<PaymentTerms> answered(Function<String, Object> answers) {
        Object advance = answers.apply("advancePercent");
        Object days = answers.apply("creditDays");
        return advance == null || days == null
                ? Optional.empty()
                : Optional.of(of(
                        Percentage.of(advance.toString()),
                        new BigDecimal(days.toString()).intValueExact(),
                        (String) answers.apply("instalments"),
                        (String) answers.apply("dueDay"),
                        (String) answers.apply("earlyDiscount")));
    }

    /**
     * From one line that a person wrote, such as {@code 20 % in advance; 45 days} or {@code 40 % at 15 days; 60 % at 45 days; end of month;
     * 2 % within 10 days}.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    public static PaymentTerms written(String text) {
        return WrittenPaymentTerms.read(text);
    }

    /** In one line, as {@link #written} reads it; the same terms give the same line. */
    public String text() {
        return WrittenPaymentTerms.write(this);
    }

    private static List<Part> parts(String text, int creditDays) {
        if (isBlank(text)) {
            return List.of(new Part(new Percentage(HUNDRED), creditDays));
        }
        List<Part> parts = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (String written : text.split(";")) {
            Matcher part = PART.matcher(lower(written));
            require(
                    part.matches(),
                    "Instalment \"" + written.strip() + "\" is not like \"40 % at 30 days\"; separate several by ;");
            Percentage share = Percentage.of(part.group(1));
            int days = Integer.parseInt(part.group(2));
            require(share.value().signum() > 0, "An instalment of 0 % asks for nothing; leave it out");
            require(days <= MOST_DAYS, "An instalment at " + days + " days is later than " + MOST_DAYS + " days");
            require(
                    parts.isEmpty() || parts.get(parts.size() - 1).days() < days,
                    "Instalments go from the earliest to the latest; " + days
                            + " days does not come after the one before");
            parts.add(new Part(share, days));
            sum = sum.add(share.value());
        }
        require(parts.size() <= MOST_PARTS, "There are at most " + MOST_PARTS + " instalments, not " + parts.size());
        require(
                sum.compareTo(HUNDRED) == 0,
                "The instalments come to " + new Percentage(sum) + " of the invoice, not to 100 %");
        int last = parts.get(parts.size() - 1).days();
        require(
                last == creditDays,
                "Days to pay is " + creditDays + ", but the last instalment is at " + last
                        + " days; both say the same");
        return parts;
    }

    private static DueDay dueDay(String text) {
        if (isBlank(text)) {
            return DueDay.ITSELF;
        }
        Matcher end = END_OF_MONTH.matcher(lower(text));
        if (end.matches()) {
            return new DueDay(DueDay.Kind.END_OF_MONTH, end.group(1) == null ? 0 : Integer.parseInt(end.group(1)));
        }
        Matcher next = DAY_OF_NEXT.matcher(lower(text));
        require(
                next.matches() && Integer.parseInt(next.group(1)) >= 1 && Integer.parseInt(next.group(1)) <= 31,
                "Due day \"" + text.strip()
                        + "\" is not like \"end of month\", \"end of month + 10 days\" or \"day 10 of next month\"");
        return new DueDay(DueDay.Kind.DAY_OF_NEXT_MONTH, Integer.parseInt(next.group(1)));
    }

    private static EarlyDiscount discount(String text, int creditDays, DueDay dueDay) {
        if (isBlank(text)) {
            return null;
        }
        Matcher discount = DISCOUNT.matcher(lower(text));
        require(
                discount.matches(),
                "Early-payment discount \"" + text.strip() + "\" is not like \"2 % within 10 days\"");
        Percentage percent = Percentage.of(discount.group(1));
        int days = Integer.parseInt(discount.group(2));
        require(
                percent.value().signum() > 0 && percent.value().compareTo(HUNDRED) < 0,
                "An early-payment discount is more than 0 % and less than 100 %, not " + percent);
        require(
                dueDay.kind() != DueDay.Kind.ITSELF || days <= creditDays,
                "Paying within " + days + " days is not early where all is due after " + creditDays + " days");
        return new EarlyDiscount(percent, days);
    }

    /**
     * What is to be paid of a document until when, first due first; together exactly its total. Shares are rounded to the document's decimals,
     * the last takes what is left. Parts that fall on one day are one, parts of nothing are left out.
     *
     * @param total not negative
     */
    public List<Instalment> schedule(LocalDate issuedOn, Money total) {
        List<Instalment> schedule = new ArrayList<>();
        Money left = total;
        for (int index = 0; index < parts.size(); index++) {
            Part part = parts.get(index);
            boolean last = index == parts.size() - 1;
            Money share = total.percent(part.share()).rounded();
            Money amount = last || left.compareTo(share) < 0 ? left : share;
            left = left.minus(amount);
            add(schedule, new Instalment(dueDay.of(issuedOn.plusDays(part.days())), amount), last);
        }
        return List.copyOf(schedule);
    }

    private static void add(List<Instalment> schedule, Instalment next, boolean last) {
        Instalment before = schedule.isEmpty() ? null : schedule.get(schedule.size() - 1);
        if (before != null && (before.dueOn().equals(next.dueOn()))) {
            schedule.set(
                    schedule.size() - 1,
                    new Instalment(before.dueOn(), before.amount().plus(next.amount())));
        } else if (next.amount().isPositive() || last && schedule.isEmpty()) {
            schedule.add(next);
        }
    }

    /** When the last of a document is due. */
    public LocalDate dueOn(LocalDate issuedOn) {
        return dueDay.of(issuedOn.plusDays(creditDays()));
    }

    /** Days to the last instalment. */
    public int creditDays() {
        return parts.get(parts.size() - 1).days();
    }

    public boolean inInstalments() {
        return parts.size() > 1;
    }

    /** How an invoice is paid, for people; without the advance. */
    public String words() {
        return words("invoice");
    }

    /** As {@link #words()}. @param document what it is called, such as "invoice" */
    public String words(String document) {
        return invoiceWords(document) + (discount == null ? "" : "; " + discount.words());
    }

    /** With the advance. */
    public String allWords() {
        return advance.isZero()
                ? words()
                : advance + " in advance, the rest " + lowerFirst(invoiceWords("invoice"))
                        + (discount == null ? "" : "; " + discount.words());
    }

    /** When an invoice is due, without what is taken off for paying early. @param document what it is called, such as "invoice" */
    public String invoiceWords(String document) {
        if (!inInstalments()) {
            int days = creditDays();
            return (days == 0 ? "Due with the " + document : days + " days from the date of " + document)
                    + dueDay.words();
        }
        return parts.stream()
                        .map(part -> part.share()
                                + (part.days() == 0 ? " with the " + document : " after " + part.days() + " days"))
                        .collect(Collectors.joining(", "))
                + dueDay.words();
    }

    /** The instalments as the table writes them, null where there is only one. */
    public String instalmentsText() {
        return inInstalments()
                ? parts.stream()
                        .map(part -> part.share() + " at " + part.days() + " days")
                        .collect(Collectors.joining("; "))
                : null;
    }

    /** The due day as the table writes it, null where it is the day itself. */
    public String dueDayText() {
        return dueDay.text();
    }

    /** The discount as the table writes it, null without one. */
    public String earlyDiscountText() {
        return discount == null ? null : discount.percent() + " within " + discount.withinDays() + " days";
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
