package io.tradeflow.screen;

import io.tradeflow.inquiry.Deal;
import io.tradeflow.kernel.DealStage;
import io.tradeflow.kernel.Instalment;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.tax.AmountInWords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** How values look on pages; templates call it as {@code @show}. */
@Component("show")
public class Show {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final Pattern ABBREVIATION = Pattern.compile("\\b(?:po|sku|hsn|gstin|pin)\\b");
    private static final Pattern OF_INVOICE = Pattern.compile("(\\w+)\\.([A-Z0-9/-]+)\\.(\\d+)");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d+\\.\\d{2}");
    private static final Pattern LINE = Pattern.compile("(lines|parts)\\[(\\d+)](?:\\.(\\w+))?");

    /** The stages a deal passes when all goes well. */
    private static final List<DealStage> PATH = List.of(
            DealStage.INQUIRY,
            DealStage.QUOTING,
            DealStage.WITH_BUYER,
            DealStage.ORDERED,
            DealStage.IN_FULFILMENT,
            DealStage.DISPATCHED,
            DealStage.AWAITING_PAYMENT,
            DealStage.CLOSED);

    private final Clock clock;

    Show(Clock clock) {
        this.clock = clock;
    }

    /** "₹4,20,000.00", "-₹350.00" or "USD 1,234.50"; a dash for nothing. */
    public String money(Money money) {
        if (money == null) {
            return "–";
        }
        String figure = AmountInWords.grouped(money);
        String code = money.currency().getCurrencyCode();
        if (!"INR".equals(code)) {
            return code + " " + figure;
        }
        return figure.startsWith("-") ? "-₹" + figure.substring(1) : "₹" + figure;
    }

    /** The amount alone, for columns whose currency is said elsewhere. */
    public String figure(Money money) {
        return money == null ? "–" : AmountInWords.grouped(money);
    }

    /** "1,200.00" or "127.3125": at least two decimals, no idle ones beyond. */
    public String price(BigDecimal price) {
        BigDecimal plain = price.stripTrailingZeros();
        String[] parts = (plain.scale() < 2 ? plain.setScale(2) : plain)
                .abs()
                .toPlainString()
                .split("\\.");
        return (price.signum() < 0 ? "-" : "") + AmountInWords.grouped(parts[0], "INR") + "." + parts[1];
    }

    /** "1,00,000 NOS"; a dash for nothing. */
    public String quantity(Quantity quantity) {
        return quantity == null ? "–" : number(quantity.value()) + " " + quantity.unit();
    }

    /** Grouped the Indian way and without idle decimals: "1,00,000" or "12.5". */
    public String number(BigDecimal value) {
        if (value == null) {
            return "–";
        }
        String[] parts = value.abs().stripTrailingZeros().toPlainString().split("\\.");
        String decimals = parts.length == 1 ? "" : "." + parts[1];
        return (value.signum() < 0 ? "-" : "") + AmountInWords.grouped(parts[0], "INR") + decimals;
    }

    /** Abbreviations keep their capitals. */
    private static String inSentence(String words) {
        boolean abbreviated = words.length() > 1 && Character.isUpperCase(words.charAt(1));
        return abbreviated ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }

    /** "IN_PROGRESS" as "In progress". */
    public String label(Enum<?> constant) {
        return words(constant.name().replace('_', ' ').toLowerCase(Locale.ENGLISH));
    }

    /** The order in which people look for what is new; services answer oldest first. */
    public <T> List<T> latestFirst(List<T> oldestFirst) {
        List<T> reversed = new ArrayList<>(oldestFirst);
        Collections.reverse(reversed);
        return reversed;
    }

    public String percent(Percentage percentage) {
        if (percentage == null) {
            return "–";
        }
        return number(percentage.value().setScale(1, RoundingMode.HALF_UP)) + " %";
    }

    public String rate(BigDecimal rate) {
        return rate == null ? "–" : number(rate) + " %";
    }

    public String date(LocalDate date) {
        return date == null ? "–" : DATE.format(date);
    }

    /** In the seller's zone. */
    public String moment(Instant instant) {
        return instant == null ? "–" : MOMENT.format(instant.atZone(clock.getZone()));
    }

    public boolean overdue(LocalDate due) {
        return due != null && due.isBefore(LocalDate.now(clock));
    }

    /** Whether any of what is still to pay is late. */
    public boolean anyOverdue(List<Instalment> open) {
        return open.stream().anyMatch(instalment -> overdue(instalment.dueOn()));
    }

    /** "lines[2].quantity" as "Line 3, quantity", "unitPrice.MH-2627-000003.1" as "Unit price, line 1 of MH-2627-000003". */
    public String field(String path) {
        Matcher ofInvoice = OF_INVOICE.matcher(path);
        if (ofInvoice.matches()) {
            return words(ofInvoice.group(1)) + ", line " + ofInvoice.group(3) + " of " + ofInvoice.group(2);
        }
        Matcher line = LINE.matcher(path);
        if (!line.matches()) {
            return words(path);
        }
        String name = ("parts".equals(line.group(1)) ? "Invoice " : "Line ") + (Integer.parseInt(line.group(2)) + 1);
        return line.group(3) == null ? name : name + ", " + inSentence(words(line.group(3)));
    }

    public boolean wrong(Problem problem, String path) {
        return problem != null
                && problem.violations().stream().anyMatch(v -> v.field().equals(path));
    }

    /** What is wrong with a field, in sentences; nothing where it is right. */
    public List<String> wrongs(Problem problem, String path) {
        return problem == null
                ? List.of()
                : problem.violations().stream()
                        .filter(v -> v.field().equals(path))
                        .map(Problem.Violation::message)
                        .toList();
    }

    /** A cell of a file as a page shows it: amounts are grouped, all else stays; a dash for nothing. */
    public String cell(String cell) {
        if (cell == null || cell.isEmpty()) {
            return "–";
        }
        return AMOUNT.matcher(cell).matches() ? price(new BigDecimal(cell)) : cell;
    }

    /** "DISCOUNT" as "Discount approval". */
    public String approvalNeed(String kind) {
        return words(kind.replace('_', ' ').toLowerCase(Locale.ENGLISH)) + " approval";
    }

    /** "IN_FULFILMENT" as a badge's colour. */
    public String tone(DealStage stage) {
        return switch (stage) {
            case CLOSED -> "good";
            case LOST, CANCELLED -> "bad";
            case IN_APPROVAL, AWAITING_STOCK, AWAITING_ADVANCE, AWAITING_PAYMENT -> "warn";
            default -> "now";
        };
    }

    /** The stage in words for the buyer, who is not told about approvals inside the company. */
    public String buyerStage(DealStage stage) {
        return switch (stage) {
            case INQUIRY, QUOTING, IN_APPROVAL -> "Quote in preparation";
            case WITH_BUYER -> "Your decision";
            case AWAITING_ADVANCE -> "Awaiting your advance";
            case AWAITING_PAYMENT -> "Awaiting payment";
            default -> stage.label();
        };
    }

    /** A price still in preparation is nobody's business but the seller's. */
    public String buyerValue(Deal deal) {
        boolean inPreparation = List.of(DealStage.INQUIRY, DealStage.QUOTING, DealStage.IN_APPROVAL)
                .contains(deal.stage());
        return inPreparation ? "–" : money(deal.value());
    }

    /** The path with what is done, what is now and what is to come. */
    public List<Step> steps(DealStage stage) {
        int now = PATH.indexOf(onPath(stage));
        boolean over = stage.isOver() && stage != DealStage.CLOSED;
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < PATH.size(); i++) {
            boolean here = i == now;
            String state = here ? (over ? "over" : stage == DealStage.CLOSED ? "done" : "now") : i < now ? "done" : "";
            boolean named = here && stage != DealStage.IN_APPROVAL;
            steps.add(new Step(named ? stage.label() : PATH.get(i).label(), state));
        }
        return steps;
    }

    /** One stage on the way; {@code state} is done, now, over or empty. */
    public record Step(String label, String state) {}

    private static DealStage onPath(DealStage stage) {
        return switch (stage) {
            case IN_APPROVAL -> DealStage.QUOTING;
            case AWAITING_ADVANCE -> DealStage.ORDERED;
            case AWAITING_STOCK -> DealStage.IN_FULFILMENT;
            case LOST -> DealStage.WITH_BUYER;
            case CANCELLED -> DealStage.ORDERED;
            default -> stage;
        };
    }

    /** "neededBy" as "Needed by", "poNumber" as "PO number". */
    private static String words(String name) {
        String spaced = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ENGLISH);
        String written =
                ABBREVIATION.matcher(spaced).replaceAll(found -> found.group().toUpperCase(Locale.ENGLISH));
        return written.isEmpty() ? written : Character.toUpperCase(written.charAt(0)) + written.substring(1);
    }
}
