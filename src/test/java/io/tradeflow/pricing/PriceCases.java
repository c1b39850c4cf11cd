package io.tradeflow.pricing;

import io.tradeflow.kernel.Money;
import io.tradeflow.pricing.PriceRow.Level;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Price rows, floors and products in a line of text each, so that a case reads like the note of a salesman: {@code "7 CUSTOMER AGRO VALVE
 * from 10 = 93 since 2026-04-01 until 2026-12-31 prio 2"}, {@code "8 GROUP RETAIL cat:VALVES from 1 -5% LIST round 0.05 plus 0.10"},
 * {@code "9 CHANNEL PORTAL all from 1 -2% BELOW"}; contracts: {@code "CONTRACT AGRO K-1[2026-04-01..2026-09-30]"}.
 */
final class PriceCases {

    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final PricedProduct VALVE = new PricedProduct(
            "VALVE", "NOS", List.of("BALL-VALVES", "VALVES", "FITTINGS"), Money.of("60", "INR"), null);

    private PriceCases() {}

    static List<CandidateRow> rows(String text) {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(PriceCases::row)
                .toList();
    }

    static CandidateRow row(String text) {
        List<String> words = new ArrayList<>(Arrays.asList(text.split("\\s+")));
        long id = Long.parseLong(words.remove(0));
        Level level = Level.valueOf(words.remove(0));
        String owner = level == Level.BASE ? null : words.remove(0);
        PriceAgreement agreement = level == Level.CONTRACT ? agreement(owner, words.remove(0)) : null;
        String scope = words.remove(0);
        boolean category = scope.startsWith("cat:");
        String sku = category || scope.equals("all") ? null : scope;
        BigDecimal from = new BigDecimal(after(words, "from", "1"));
        String percent =
                words.stream().filter(word -> word.endsWith("%")).findFirst().orElse(null);
        PriceRule rule = percent == null
                ? null
                : new PriceRule(
                        new BigDecimal(percent.replace("%", "")),
                        PriceRule.Of.valueOf(words.get(words.indexOf(percent) + 1)),
                        decimal(after(words, "round", null)),
                        decimal(after(words, "plus", null)));
        PriceRow row = new PriceRow(
                level,
                owner,
                agreement == null ? null : agreement.number(),
                sku,
                category ? scope.substring(4) : null,
                after(words, "in", "INR"),
                from,
                decimal(after(words, "=", null)),
                rule,
                LocalDate.parse(after(words, "since", "2026-04-01")),
                after(words, "until", null) == null ? null : LocalDate.parse(after(words, "until", null)),
                Integer.parseInt(after(words, "prio", "0")));
        return new CandidateRow(id, row, agreement);
    }

    /** {@code "all +15%cost"}, {@code "VALVE 90"}, {@code "cat:VALVES +20%cost since 2026-05-01"}. */
    static List<Floor> floors(String text) {
        List<Floor> floors = new ArrayList<>();
        for (String line : text.split(";")) {
            List<String> words = Arrays.asList(line.strip().split("\\s+"));
            if (words.size() < 2) {
                continue;
            }
            String scope = words.get(0);
            boolean overCost = words.get(1).endsWith("%cost");
            BigDecimal figure = new BigDecimal(words.get(1).replace("%cost", "").replace("+", ""));
            floors.add(new Floor(
                    (long) floors.size() + 1,
                    scope.equals("all") || scope.startsWith("cat:") ? null : scope,
                    scope.startsWith("cat:") ? scope.substring(4) : null,
                    "INR",
                    overCost ? null : figure,
                    overCost ? figure : null,
                    LocalDate.parse(after(words, "since", "2026-04-01")),
                    after(words, "until", null) == null ? null : LocalDate.parse(after(words, "until", null))));
        }
        return floors;
    }

    static PriceChoice choice(List<CandidateRow> rows, BigDecimal quantity, LocalDate day) {
        return new PriceChoice(VALVE, quantity, day, rows);
    }

    static LinePrice price(List<CandidateRow> rows, List<Floor> floors, BigDecimal quantity, LocalDate day) {
        return LinePricing.price(
                new PriceRequest.Line(1, "VALVE", quantity),
                "INR",
                choice(rows, quantity, day),
                FloorChoice.limit(VALVE, VALVE.cost().amount(), floors, day));
    }

    /** {@code "1 all VALUE 1000000 1.5%; 2 RETAIL NOS 100 2% since 2026-05-01 until 2026-12-31"}. */
    static List<BulkBand> bands(String text) {
        List<BulkBand> bands = new ArrayList<>();
        for (String line : text.split(";")) {
            List<String> words = Arrays.asList(line.strip().split("\\s+"));
            if (words.size() < 5) {
                continue;
            }
            boolean value = words.get(2).equals("VALUE");
            bands.add(new BulkBand(
                    Long.valueOf(words.get(0)),
                    words.get(1).equals("all") ? null : words.get(1),
                    after(words, "in", "INR"),
                    value ? BulkBand.Measure.VALUE : BulkBand.Measure.QUANTITY,
                    value ? null : words.get(2),
                    new BigDecimal(words.get(3)),
                    new BigDecimal(words.get(4).replace("%", "")),
                    LocalDate.parse(after(words, "since", "2026-04-01")),
                    after(words, "until", null) == null ? null : LocalDate.parse(after(words, "until", null))));
        }
        return bands;
    }

    /** {@code "CUSTOMER AGRO VALVE min 25 mult 5 until 2026-12-31; GROUP RETAIL all min 10; BASE all order 10000 in INR"}. */
    static List<OrderTermsRow> terms(String text) {
        List<OrderTermsRow> terms = new ArrayList<>();
        for (String line : text.split(";")) {
            List<String> words = new ArrayList<>(Arrays.asList(line.strip().split("\\s+")));
            if (words.size() < 3) {
                continue;
            }
            OrderTermsRow.Level level = OrderTermsRow.Level.valueOf(words.remove(0));
            String owner = level == OrderTermsRow.Level.BASE ? null : words.remove(0);
            String scope = words.remove(0);
            terms.add(new OrderTermsRow(
                    null,
                    level,
                    owner,
                    scope.equals("all") ? null : scope,
                    decimal(after(words, "min", null)),
                    decimal(after(words, "mult", null)),
                    decimal(after(words, "order", null)),
                    after(words, "in", "INR"),
                    LocalDate.parse(after(words, "since", "2026-04-01")),
                    after(words, "until", null) == null ? null : LocalDate.parse(after(words, "until", null))));
        }
        return terms;
    }

    /** {@code "10 NOS at 5000; 3.5 MTR at 200"}: quantity, unit and net value of each line of an order. */
    static List<BulkDiscount.Line> goods(String text) {
        return Arrays.stream(text.split(";"))
                .map(line -> line.strip().split("\\s+"))
                .map(words -> new BulkDiscount.Line(new BigDecimal(words[0]), words[1], new BigDecimal(words[3])))
                .toList();
    }

    private static PriceAgreement agreement(String buyer, String text) {
        String number = text.substring(0, text.indexOf('['));
        String[] period =
                text.substring(text.indexOf('[') + 1, text.length() - 1).split("\\.\\.");
        return new PriceAgreement(
                number,
                buyer,
                "Rate contract",
                LocalDate.parse(period[0]),
                period.length == 1 ? null : LocalDate.parse(period[1]));
    }

    private static String after(List<String> words, String word, String otherwise) {
        int at = words.indexOf(word);
        return at < 0 ? otherwise : words.get(at + 1);
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
