package io.tradeflow.tax;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.tradeflow.kernel.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Amounts in words and in figures: lakh and crore for rupees, thousand and million for other currencies. */
public final class AmountInWords {

    /** What a currency and its parts are called on documents. */
    private record Names(String code, String whole, String part, int parts) {}

    /** A named power of ten that a number is taken apart by. */
    private record Step(long size, String name) {}

    private static final String RUPEE = "INR";
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private static final String RESOURCE = "/tax/currency-names.csv";
    private static final Map<String, Names> NAMES = read();

    private static final List<Step> INDIAN = List.of(
            new Step(10_000_000, "Crore"),
            new Step(100_000, "Lakh"),
            new Step(1_000, "Thousand"),
            new Step(100, "Hundred"));

    private static final List<Step> WESTERN = List.of(
            new Step(1_000_000_000, "Billion"),
            new Step(1_000_000, "Million"),
            new Step(1_000, "Thousand"),
            new Step(100, "Hundred"));

    private static final String[] BELOW_TWENTY = {
        "Zero",
        "One",
        "Two",
        "Three",
        "Four",
        "Five",
        "Six",
        "Seven",
        "Eight",
        "Nine",
        "Ten",
        "Eleven",
        "Twelve",
        "Thirteen",
        "Fourteen",
        "Fifteen",
        "Sixteen",
        "Seventeen",
        "Eighteen",
        "Nineteen"
    };
    private static final String[] TENS = {
        "", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"
    };

    private AmountInWords() {}

    /** "Rupees Nine Lakh Thirty Nine Thousand … and Fifty Paise Only"; other currencies by their own names. */
    public static String of(Money money) {
        String code = money.currency().getCurrencyCode();
        Names names = NAMES.getOrDefault(
                code, new Names(code, money.currency().getDisplayName(Locale.ENGLISH), "Hundredths", 100));
        List<Step> steps = RUPEE.equals(code) ? INDIAN : WESTERN;
        BigInteger[] parts = hundredths(money).divideAndRemainder(HUNDRED);
        StringBuilder words = new StringBuilder(names.whole())
                .append(money.rounded().isNegative() ? " Minus " : " ")
                .append(words(parts[0], steps));
        if (parts[1].signum() > 0) {
            BigInteger smaller =
                    parts[1].multiply(BigInteger.valueOf(names.parts())).divide(HUNDRED);
            words.append(" and ").append(words(smaller, steps)).append(' ').append(names.part());
        }
        return words.append(" Only").toString();
    }

    /** 939334.5 as "9,39,334.50" for INR, grouped by thousands for other currencies; no symbol. */
    public static String grouped(Money money) {
        BigInteger[] parts = hundredths(money).divideAndRemainder(HUNDRED);
        String figure = grouped(parts[0].toString(), money.currency().getCurrencyCode());
        return (money.rounded().isNegative() ? "-" : "") + figure + "." + "%02d".formatted(parts[1].intValue());
    }

    /** The digits of a whole number with the separators usual where this currency is; INR for everything in India. */
    public static String grouped(String digits, String currency) {
        int group = RUPEE.equals(currency) ? 2 : 3;
        StringBuilder figure = new StringBuilder(digits);
        // the last group has three digits everywhere; in India the ones before it have two
        for (int at = digits.length() - 3; at > 0; at -= group) {
            figure.insert(at, ',');
        }
        return figure.toString();
    }

    private static Map<String, Names> read() {
        CsvMapper csv =
                CsvMapper.builder().enable(CsvParser.Feature.ALLOW_COMMENTS).build();
        try (InputStream file = AmountInWords.class.getResourceAsStream(RESOURCE)) {
            return csv
                    .readerFor(Names.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .<Names>readValues(file)
                    .readAll()
                    .stream()
                    .collect(Collectors.toUnmodifiableMap(Names::code, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
    }

    private static BigInteger hundredths(Money money) {
        BigDecimal printed = money.toDocumentScale();
        return printed.unscaledValue().abs();
    }

    private static String words(BigInteger number, List<Step> steps) {
        List<String> words = new ArrayList<>();
        BigInteger rest = number;
        for (Step step : steps) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(step.size()));
            if (parts[0].signum() > 0) {
                words.add(words(parts[0], steps) + " " + step.name());
            }
            rest = parts[1];
        }
        if (rest.signum() > 0 || words.isEmpty()) {
            words.add(belowHundred(rest.intValue()));
        }
        return String.join(" ", words);
    }

    private static String belowHundred(int number) {
        if (number < BELOW_TWENTY.length) {
            return BELOW_TWENTY[number];
        }
        return TENS[number / 10] + (number % 10 == 0 ? "" : " " + BELOW_TWENTY[number % 10]);
    }
}
