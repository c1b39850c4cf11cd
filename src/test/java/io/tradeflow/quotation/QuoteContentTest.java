package io.tradeflow.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.pricing.BulkDiscount;
import io.tradeflow.pricing.PriceTrace;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every component of a quote either changes its hash or is listed here as not agreed on; a new one has to be put on one side. */
class QuoteContentTest {

    private static final Set<String> NOT_AGREED = Set.of(
            "number",
            "revision",
            "dealNumber",
            "buyerName",
            "status",
            "quotedOn",
            "listTotal",
            "discount",
            "margin",
            "contentHash",
            "preparedBy",
            "poNumber",
            "poDate",
            "version",
            "chargeReasons",
            "bulkDiscount",
            "orderMinimum",
            "lines.listPrice",
            "lines.discount",
            "lines.margin",
            "lines.priceReason",
            "lines.targetPrice",
            "lines.belowFloor",
            "lines.priceTrace",
            "lines.buyerNote",
            "lines.previousLineNo");

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal ZERO = new BigDecimal("0.00");
    private static final Address HOME = new Address("1 Road", null, "Pune", "27", "Maharashtra", "411001", "IN");
    private static final Address AWAY = new Address("1 Road", "Gate 2", "Pune", "27", "Maharashtra", "411001", "IN");

    private static final Quote QUOTE = new Quote(
            "QTN-2627-000001",
            1,
            "INQ-2627-000001",
            "SAHYADRI",
            "Sahyadri",
            QuoteStatus.DRAFT,
            LocalDate.of(2026, 11, 23),
            LocalDate.of(2026, 12, 8),
            "INR",
            "PUN",
            HOME,
            HOME,
            "27",
            "Ex works",
            List.of(new Quote.Line(
                    1,
                    "CP-010",
                    "Pump",
                    "84137010",
                    Quantity.of("10", "NOS"),
                    Money.of("120", "INR"),
                    Percentage.of("10"),
                    Money.of("108", "INR"),
                    Money.of("1080", "INR"),
                    new BigDecimal("18"),
                    Percentage.of("20"),
                    "Base price",
                    QuoteLineKind.ALTERNATIVE,
                    2,
                    Money.of("100", "INR"),
                    LocalDate.of(2026, 12, 1),
                    "Blue",
                    "Blue, please",
                    LineShares.NONE,
                    false,
                    new PriceTrace(null, List.of(), List.of()),
                    1)),
            Money.of("1200", "INR"),
            Money.of("1080", "INR"),
            Money.of("194.40", "INR"),
            Money.of("-0.40", "INR"),
            Money.of("1274", "INR"),
            Percentage.of("10"),
            Percentage.of("20"),
            null,
            "Asha",
            null,
            null,
            Money.of("1080", "INR"),
            QuoteDiscount.NONE,
            QuoteCharges.NONE,
            new QuoteConditions("STANDARD", "FOB", "Road", "Thanks", "Hurry", "30 days", true),
            0,
            ChargeReasons.NONE,
            new BulkDiscount(null, Percentage.ZERO, "No band", List.of()),
            Money.of("500", "INR"),
            null);

    static Stream<String> agreed() {
        return components().filter(name -> !NOT_AGREED.contains(name));
    }

    static Stream<String> notAgreed() {
        return components().filter(NOT_AGREED::contains);
    }

    private static Stream<String> components() {
        Stream<String> header = Records.names(Quote.class).filter(name -> !name.equals("lines"));
        return Stream.concat(header, Records.names(Quote.Line.class).map(name -> "lines." + name));
    }

    @ParameterizedTest
    @MethodSource("agreed")
    void what_is_agreed_changes_the_hash(String component) {
        assertThat(QuoteContent.hash(changed(component))).isNotEqualTo(QuoteContent.hash(QUOTE));
    }

    @ParameterizedTest
    @MethodSource("notAgreed")
    void the_rest_does_not(String component) {
        assertThat(QuoteContent.hash(changed(component))).isEqualTo(QuoteContent.hash(QUOTE));
    }

    /** What is printed, shown, judged and ordered by is one and the same. */
    @Test
    void theTermsAgreedForAQuoteTakeThePlaceOfTheTablesAndNeedAnApproval() {
        Quote usual = Records.with(QUOTE, "payment", PaymentTerms.plain(Percentage.ZERO, 30));
        assertThat(usual.paymentTerms().text()).isEqualTo("30 days");
        assertThat(usual.hasOwnPaymentTerms()).isFalse();

        Quote longer = Records.with(usual, "conditions", paying("60 days"));
        assertThat(longer.paymentTerms().text()).isEqualTo("60 days");
        assertThat(longer.hasOwnPaymentTerms()).isTrue();
        assertThat(Records.with(usual, "conditions", paying("30 days")).hasOwnPaymentTerms())
                .as("the usual ones in words")
                .isFalse();

        assertThat(longer.hasOtherPaymentWords()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two months, as always", "60 days"})
    void wordsFromBeforeTermsWereAgreedBindNobodyAlsoWhereTheyCanBeRead(String words) {
        Quote usual = Records.with(QUOTE, "payment", PaymentTerms.plain(Percentage.ZERO, 30));
        Quote before = Records.with(usual, "conditions", fromBefore(words));
        assertThat(before.hasOtherPaymentWords()).isTrue();
        assertThat(before.paymentTerms().text()).isEqualTo("30 days");
        assertThat(before.hasOwnPaymentTerms()).isFalse();
        assertThat(before.saysOtherwiseThan(PaymentTerms.plain(Percentage.ZERO, 60)))
                .as("ordered as the words say anyway")
                .isEqualTo(!words.equals("60 days"));
    }

    @Test
    void toAgreeOnWordsFromBeforeIsAnotherContent() {
        assertThat(hashWith("conditions", paying("60 days")))
                .isNotEqualTo(hashWith("conditions", fromBefore("60 days")));
        assertThat(QuoteContent.text(Records.with(QUOTE, "conditions", fromBefore("60 days"))))
                .as("what was sent before keeps its hash")
                .doesNotContain("paymentTermsAgreed");
    }

    private static QuoteConditions fromBefore(String words) {
        return new QuoteConditions(null, null, null, null, null, words, false);
    }

    private static QuoteConditions paying(String terms) {
        return new QuoteConditions(null, null, null, null, null, terms, true);
    }

    @Test
    void the_list_of_what_is_not_agreed_names_real_components() {
        assertThat(components().toList()).containsAll(NOT_AGREED);
    }

    @Test
    void the_template_and_notes_for_staff_are_not_agreed() {
        assertThat(hashWith(
                        "conditions",
                        new QuoteConditions("OTHER", "FOB", "Road", "Thanks", "No hurry", "30 days", true)))
                .isEqualTo(QuoteContent.hash(QUOTE));
    }

    @Test
    void each_charge_and_condition_is_agreed_on() {
        assertThat(Stream.of(
                        QuoteContent.hash(QUOTE),
                        hashWith("charges", new QuoteCharges(CENT, ZERO, ZERO, false, false, false)),
                        hashWith("charges", new QuoteCharges(ZERO, CENT, ZERO, false, false, false)),
                        hashWith("charges", new QuoteCharges(ZERO, ZERO, CENT, false, false, false)),
                        hashWith(
                                "conditions",
                                new QuoteConditions(null, "CIF", "Road", "Thanks", null, "30 days", true)),
                        hashWith(
                                "conditions",
                                new QuoteConditions(null, "FOB", "Rail", "Thanks", null, "30 days", true)),
                        hashWith(
                                "conditions",
                                new QuoteConditions(null, "FOB", "Road", "Cheers", null, "30 days", true))))
                .doesNotHaveDuplicates();
    }

    private static String hashWith(String component, Object value) {
        return QuoteContent.hash(Records.with(QUOTE, component, value));
    }

    @Test
    void the_scale_of_a_decimal_does_not_matter() {
        Quote.Line line = Records.with(QUOTE.lines().get(0), "taxRate", new BigDecimal("18.000000"));
        assertThat(QuoteContent.hash(Records.with(QUOTE, "lines", List.of(line))))
                .isEqualTo(QuoteContent.hash(QUOTE));
    }

    @Test
    void a_line_break_in_a_text_cannot_imitate_a_field() {
        Quote forged = Records.with(QUOTE, "terms", "Ex works\nplaceOfSupply=29");
        assertThat(QuoteContent.text(forged).lines())
                .hasSameSizeAs(QuoteContent.text(QUOTE).lines().toList());
    }

    private static Quote changed(String component) {
        if (!component.startsWith("lines.")) {
            return Records.with(QUOTE, component, other(Records.get(QUOTE, component), component));
        }
        String name = component.substring("lines.".length());
        Quote.Line line = QUOTE.lines().get(0);
        return Records.with(QUOTE, "lines", List.of(Records.with(line, name, other(Records.get(line, name), name))));
    }

    private static Object other(Object value, String name) {
        if (value == null) {
            return switch (name) {
                case "poDate" -> LocalDate.of(2026, 11, 24);
                case "payment" -> PaymentTerms.plain(Percentage.ZERO, 30);
                default -> "something";
            };
        }
        if (value instanceof String text) {
            return text + "X";
        }
        if (value instanceof Integer number) {
            return number + 1;
        }
        if (value instanceof LocalDate date) {
            return date.plusDays(1);
        }
        if (value instanceof Money money) {
            return money.plus(Money.of("0.0001", "INR"));
        }
        if (value instanceof Percentage percentage) {
            return new Percentage(percentage.value().add(BigDecimal.ONE));
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.add(BigDecimal.ONE);
        }
        if (value instanceof Quantity quantity) {
            return quantity.plus(Quantity.of("0.000001", "NOS"));
        }
        if (value instanceof PriceTrace || value instanceof BulkDiscount) {
            return null;
        }
        if (value instanceof Boolean yes) {
            return !yes;
        }
        if (value instanceof QuoteLineKind) {
            return QuoteLineKind.OPTIONAL;
        }
        if (value instanceof LineShares shares) {
            return shares.plus(new LineShares(CENT, ZERO, ZERO, ZERO));
        }
        if (value instanceof ChargeReasons) {
            return new ChargeReasons("Road", null, null);
        }
        if (value instanceof QuoteDiscount) {
            return new QuoteDiscount(null, CENT, CENT, true);
        }
        if (value instanceof QuoteCharges) {
            return new QuoteCharges(CENT, ZERO, ZERO, false, false, false);
        }
        if (value instanceof QuoteConditions) {
            return new QuoteConditions("STANDARD", "CIF", "Road", "Thanks", "Hurry", "30 days", true);
        }
        if (value instanceof QuoteStatus) {
            return QuoteStatus.SENT;
        }
        if (value instanceof Address) {
            return AWAY;
        }
        throw new AssertionError("No other value for " + name + " of " + Arrays.toString(new Object[] {value}));
    }
}
