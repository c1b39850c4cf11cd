package io.tradeflow.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTermsTest {

    @ParameterizedTest(name = "{0} of {1}, {2}, {3}: {5}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // all at once
                "2026-11-26 |  1000.00 | 30 | -                                          | -                     | 2026-12-26 1000.00",
                "2026-11-26 |  1000.00 |  0 | -                                          | -                     | 2026-11-26 1000.00",
                // remainder on the last
                "2026-11-26 |  1000.00 | 60 | 30 % at 0 days; 40 % at 30 days; 30 % at 60 days | -               | 2026-11-26 300.00, 2026-12-26 400.00, 2027-01-25 300.00",
                "2026-11-26 |   100.00 | 20 | 33.33 % at 0 days; 33.33% at 10 days; 33.34 % at 20 days | -       | 2026-11-26 33.33, 2026-12-06 33.33, 2026-12-16 33.34",
                "2026-11-26 |   100.01 | 10 | 50 % at 1 day; 50 % at 10 days             | -                     | 2026-11-27 50.01, 2026-12-06 50.00",
                "2026-11-26 | 47200.33 | 60 | 30 % at 0 days; 40 % at 30 days; 30 % at 60 days | -               | 2026-11-26 14160.10, 2026-12-26 18880.13, 2027-01-25 14160.10",
                // never negative, nothing of nothing
                "2026-11-26 |     0.01 | 10 | 50 % at 1 days; 50 % at 10 days            | -                     | 2026-11-27 0.01",
                "2026-11-26 |     0.02 |  4 | 25 % at 1 day; 25 % at 2 days; 25 % at 3 days; 25 % at 4 days | -   | 2026-11-27 0.01, 2026-11-28 0.01",
                "2026-11-26 |     0.00 | 10 | 50 % at 1 days; 50 % at 10 days            | -                     | 2026-12-06 0.00",
                // end of month, also in leap years
                "2026-11-26 |  1000.00 | 30 | -                                          | end of month          | 2026-12-31 1000.00",
                "2027-01-31 |  1000.00 |  0 | -                                          | end of month          | 2027-01-31 1000.00",
                "2027-01-31 |  1000.00 |  1 | -                                          | End of Month          | 2027-02-28 1000.00",
                "2028-01-31 |  1000.00 |  1 | -                                          | end of month          | 2028-02-29 1000.00",
                "2028-01-30 |  1000.00 | 30 | -                                          | end of month          | 2028-02-29 1000.00",
                "2100-01-31 |  1000.00 |  1 | -                                          | end of month          | 2100-02-28 1000.00",
                "2026-11-26 |  1000.00 | 30 | -                                          | end of month + 10 days | 2027-01-10 1000.00",
                "2027-02-10 |  1000.00 |  0 | -                                          | end of month + 1 day  | 2027-03-01 1000.00",
                "2028-02-10 |  1000.00 |  0 | -                                          | end of month + 1 day  | 2028-03-01 1000.00",
                // a fixed day of the next month
                "2026-11-26 |  1000.00 |  0 | -                                          | day 10 of next month  | 2026-12-10 1000.00",
                "2026-12-05 |  1000.00 | 30 | -                                          | day 10 of next month  | 2027-02-10 1000.00",
                "2027-01-05 |  1000.00 |  0 | -                                          | day 31 of next month  | 2027-02-28 1000.00",
                "2028-01-31 |  1000.00 |  0 | -                                          | day 30 of next month  | 2028-02-29 1000.00",
                // parts that fall on one day are one
                "2026-11-02 |  1000.00 | 45 | 50 % at 0 days; 30 % at 20 days; 20 % at 45 days | end of month    | 2026-11-30 800.00, 2026-12-31 200.00",
            })
    void schedules(String issuedOn, String total, int days, String instalments, String dueDay, String expected) {
        PaymentTerms terms = PaymentTerms.of(Percentage.ZERO, days, instalments, dueDay, null);

        List<Instalment> schedule = terms.schedule(LocalDate.parse(issuedOn), Money.of(total, "INR"));

        assertThat(schedule.stream()
                        .map(one -> one.dueOn() + " " + one.amount().toDocumentScale())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
        assertThat(terms.dueOn(LocalDate.parse(issuedOn)))
                .isAfterOrEqualTo(schedule.get(schedule.size() - 1).dueOn());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "30 | 30 % at 0 days; 60 % at 30 days            | -                | -                  | come to 90 % of the invoice, not to 100 %",
                "30 | 50 % at 30 days; 50 % at 0 days            | -                | -                  | from the earliest to the latest",
                "30 | 50 % at 30 days; 50 % at 30 days           | -                | -                  | from the earliest to the latest",
                "30 | 50 % at 0 days; 50 % at 45 days            | -                | -                  | Days to pay is 30, but the last instalment is at 45 days",
                "30 | half at 0 days                             | -                | -                  | is not like \"40 % at 30 days\"",
                "30 | 50 % at 0 days, 50 % at 30 days            | -                | -                  | separate several by ;",
                "30 | 0 % at 0 days; 100 % at 30 days            | -                | -                  | leave it out",
                "400| -                                          | -                | -                  | between 0 and 365",
                "30 | -                                          | month end        | -                  | is not like \"end of month\"",
                "30 | -                                          | day 32 of next month | -              | is not like \"end of month\"",
                "30 | -                                          | day 0 of next month | -               | is not like \"end of month\"",
                "30 | -                                          | -                | 2 % in 10 days     | is not like \"2 % within 10 days\"",
                "30 | -                                          | -                | 0 % within 10 days | more than 0 %",
                "30 | -                                          | -                | 100 % within 9 days | less than 100 %",
                "7  | -                                          | -                | 2 % within 10 days | is not early",
            })
    void refusesWhatNobodyCouldPayBy(int days, String instalments, String dueDay, String discount, String sentence) {
        assertThatThrownBy(() -> PaymentTerms.of(Percentage.ZERO, days, instalments, dueDay, discount))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "0  |  0 | -                                 | -            | -                  | Due with the invoice",
                "30 | 30 | -                                 | -            | -                  | 30 % in advance, the rest 30 days from the date of invoice",
                "0  | 60 | 40 % at 0 days; 60 % at 60 days   | -            | 2 % within 10 days | 40 % with the invoice, 60 % after 60 days; 2 % less if all of it is paid within 10 days",
                "0  | 30 | -                                 | end of month | -                  | 30 days from the date of invoice, then to the end of that month",
            })
    void saysThemInWords(String advance, int days, String instalments, String dueDay, String discount, String words) {
        PaymentTerms terms = PaymentTerms.of(Percentage.of(advance), days, instalments, dueDay, discount);

        assertThat(terms.allWords()).isEqualTo(words);
        assertThat(PaymentTerms.of(
                        terms.advance(),
                        terms.creditDays(),
                        terms.instalmentsText(),
                        terms.dueDayText(),
                        terms.earlyDiscountText()))
                .as("read back as it is written")
                .isEqualTo(terms);
    }

    /** Whatever the terms: the parts are the whole, in order, none of them negative; what is open is spread from the end. */
    @Test
    void instalmentsAlwaysComeToTheDocument() {
        Random random = new Random(2610);
        for (int round = 0; round < 3000; round++) {
            int parts = 1 + random.nextInt(6);
            StringBuilder text = new StringBuilder();
            BigDecimal left = new BigDecimal("100.00");
            int day = random.nextInt(20);
            for (int part = 1; part <= parts; part++) {
                BigDecimal most = left.subtract(new BigDecimal("0.01").multiply(BigDecimal.valueOf(parts - part)));
                BigDecimal share = part == parts
                        ? left
                        : BigDecimal.valueOf(
                                1 + random.nextInt(most.movePointRight(2).intValue()), 2);
                left = left.subtract(share);
                text.append(part == 1 ? "" : "; ")
                        .append(share)
                        .append(" % at ")
                        .append(day)
                        .append(" days");
                day += part == parts ? 0 : 1 + random.nextInt(40);
            }
            String dueDay = List.of("", "end of month", "end of month + 7 days", "day 31 of next month")
                    .get(random.nextInt(4));
            PaymentTerms terms = PaymentTerms.of(Percentage.ZERO, day, text.toString(), dueDay, null);
            Money total = Money.of(BigDecimal.valueOf(random.nextInt(round % 2 == 0 ? 50 : 90_000_000), 2), "INR");

            List<Instalment> schedule = terms.schedule(LocalDate.of(2027, 1, 1).plusDays(random.nextInt(800)), total);

            assertThat(sum(schedule)).as(text + " of " + total).isEqualTo(total);
            assertThat(schedule).allMatch(one -> !one.amount().isNegative());
            assertThat(schedule).extracting(Instalment::dueOn).isSorted().doesNotHaveDuplicates();
            Money open = Money.of(
                    BigDecimal.valueOf(
                            random.nextInt(total.amount().movePointRight(2).intValue() + 1), 2),
                    "INR");
            List<Instalment> stillOpen = Instalment.open(schedule, open);
            assertThat(sum(stillOpen)).isEqualTo(open);
            for (int index = 0; index + 1 < stillOpen.size(); index++) {
                if (stillOpen.get(index).amount().isPositive()) {
                    assertThat(stillOpen.get(index + 1).amount())
                            .as("nothing later is settled before")
                            .isEqualTo(schedule.get(index + 1).amount());
                }
            }
        }
    }

    private static Money sum(List<Instalment> schedule) {
        return schedule.stream().map(Instalment::amount).reduce(Money.zero("INR"), Money::plus);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "30 days                                   | 30 days                                  | 30 days from the date of invoice",
                " 45 Days ;                                | 45 days                                  | 45 days from the date of invoice",
                "with the invoice                          | with the invoice                         | Due with the invoice",
                "100 % in advance                          | 100 % in advance; with the invoice       | 100 % in advance, the rest due with the invoice",
                "20% in advance; the rest within 45 days   | 20 % in advance; 45 days                 | 20 % in advance, the rest 45 days from the date of invoice",
                "60 % at 45 days; 40 % at 15 days          | -                                        | Instalments go from the earliest to the latest",
                "40 % at 15 days; 60 % at 45 days; end of month; 2 % within 10 days | 40 % at 15 days; 60 % at 45 days; end of month; 2 % within 10 days | 40 % after 15 days, 60 % after 45 days, then to the end of that month; 2 % less if all of it is paid within 10 days",
                "7 days; day 10 of next month              | 7 days; day 10 of next month             | 7 days from the date of invoice, then on day 10 of the month after",
                "30 % with the order, rest against documents | -                                      | cannot be billed by",
                "two months                                | -                                        | cannot be billed by",
                "20 % in advance                           | -                                        | Say when invoices are to be paid",
                "30 days; 45 days                          | -                                        | Say the days to pay once",
                "30 days; 100 % at 45 days                 | -                                        | not both",
                "40 % at 15 days; 50 % at 45 days          | -                                        | not to 100 %",
                "400 days                                  | -                                        | Days to pay lie between",
                "120 % in advance; 30 days                 | -                                        | The advance lies between",
                "30 days; 2 % within 40 days               | -                                        | is not early",
            })
    void whatAPersonWritesIsReadAndAlwaysWrittenTheSame(String written, String text, String words) {
        if ("-".equals(text)) {
            assertThatThrownBy(() -> PaymentTerms.written(written))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(words);
            return;
        }
        PaymentTerms terms = PaymentTerms.written(written);

        assertThat(terms.text()).isEqualTo(text);
        assertThat(PaymentTerms.written(terms.text()).text()).isEqualTo(text);
        assertThat(terms.allWords()).isEqualTo(words);
    }
}
