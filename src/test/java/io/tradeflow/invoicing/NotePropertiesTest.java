package io.tradeflow.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.quotation.LineShares;
import io.tradeflow.tax.TaxComputation;
import io.tradeflow.tax.TaxTreatment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Notes over everything bring an invoice to nothing, however they are cut. */
class NotePropertiesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 15);

    @Property(tries = 400)
    void creditNotesInAnySplitTakeExactlyWhatWasInvoiced(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 5) int lines, @ForAll boolean foreign) {
        TaxInvoice invoice = invoice(random, lines, foreign);
        List<NoteContent> notes = creditAll(invoice, random);

        for (Function<TaxComputation, BigDecimal> amount : List.<Function<TaxComputation, BigDecimal>>of(
                TaxComputation::taxableValue,
                TaxComputation::cgst,
                TaxComputation::sgst,
                TaxComputation::igst,
                TaxComputation::roundOff,
                TaxComputation::grandTotal)) {
            assertThat(sum(notes, NoteContent::tax, amount)).isEqualByComparingTo(amount.apply(invoice.tax()));
            assertThat(sum(notes, NoteContent::taxInRupees, amount))
                    .isEqualByComparingTo(amount.apply(invoice.taxInRupees()));
        }
        notes.forEach(note -> {
            assertThat(note.tax().cgst()).isEqualTo(note.tax().sgst());
            assertThat(note.tax().lines()).allSatisfy(line -> {
                assertThat(line.taxableValue()).isNotNegative();
                assertThat(line.cgst()).isNotNegative();
                assertThat(line.igst()).isNotNegative();
            });
            assertThat(note.tax().placeOfSupplyCode()).isEqualTo(invoice.tax().placeOfSupplyCode());
        });
    }

    /** Goods or amounts at random, then whatever is left, goods first. */
    private static List<NoteContent> creditAll(TaxInvoice invoice, Random random) {
        List<NoteContent> notes = new ArrayList<>();
        for (int cut = random.nextInt(5); cut > 0; cut--) {
            boolean goods = random.nextBoolean();
            List<NoteRequest.Line> some = new ArrayList<>();
            for (TaxInvoice.Line line : invoice.lines()) {
                BigDecimal left = goods ? leftQuantity(line, notes) : leftValue(invoice, line, notes);
                BigDecimal part = left.multiply(BigDecimal.valueOf(random.nextInt(100), 2))
                        .setScale(goods ? 0 : 2, RoundingMode.DOWN);
                // of goods whose value is given away already nothing is left to credit
                if (part.signum() > 0 && leftValue(invoice, line, notes).signum() > 0) {
                    some.add(
                            goods
                                    ? NoteRequest.Line.ofQuantity(invoice.number(), line.lineNo(), part)
                                    : NoteRequest.Line.ofAmount(invoice.number(), line.lineNo(), part));
                }
            }
            add(notes, invoice, goods ? NoteReason.GOODS_RETURNED : NoteReason.EXCESS_CHARGED, some);
        }
        add(
                notes,
                invoice,
                NoteReason.DEFICIENCY,
                invoice.lines().stream()
                        .filter(line -> leftValue(invoice, line, notes).signum() > 0)
                        .map(line -> NoteRequest.Line.ofAmount(
                                invoice.number(), line.lineNo(), leftValue(invoice, line, notes)))
                        .toList());
        return notes;
    }

    private static void add(
            List<NoteContent> notes, TaxInvoice invoice, NoteReason reason, List<NoteRequest.Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        try {
            notes.add(NoteContents.of(
                    new NoteRequest(reason, null, lines),
                    Map.of(invoice.number(), invoice),
                    Map.of(invoice.number(), earlier(notes)),
                    DAY));
        } catch (NoteNotPossible tooLittle) {
            // a part so small that it is worth less than half a paisa
            assertThat(tooLittle.slug()).isEqualTo("note-empty");
        }
    }

    private static EarlierNotes earlier(List<NoteContent> notes) {
        Map<Integer, BigDecimal> quantities = new TreeMap<>();
        notes.forEach(note -> note.parts()
                .get(0)
                .values()
                .forEach(value -> quantities.merge(value.line().lineNo(), value.quantity(), BigDecimal::add)));
        return new EarlierNotes(
                notes.stream().map(note -> note.parts().get(0).tax()).toList(),
                notes.stream().map(note -> note.parts().get(0).taxInRupees()).toList(),
                quantities);
    }

    private static BigDecimal leftQuantity(TaxInvoice.Line line, List<NoteContent> notes) {
        return line.quantity().value().subtract(earlier(notes).quantity(line.lineNo()));
    }

    private static BigDecimal leftValue(TaxInvoice invoice, TaxInvoice.Line line, List<NoteContent> notes) {
        return invoice.tax()
                .lines()
                .get(line.lineNo() - 1)
                .taxableValue()
                .subtract(earlier(notes).value(line.lineNo()));
    }

    private static BigDecimal sum(
            List<NoteContent> notes,
            Function<NoteContent, TaxComputation> of,
            Function<TaxComputation, BigDecimal> amount) {
        return notes.stream().map(of).map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static TaxInvoice invoice(Random random, int count, boolean foreign) {
        String currency = foreign ? "USD" : "INR";
        BigDecimal rate = foreign ? new BigDecimal("85.4537") : BigDecimal.ONE;
        boolean inter = foreign || random.nextBoolean();
        List<TaxInvoice.Line> lines = new ArrayList<>();
        List<TaxComputation.Line> tax = new ArrayList<>();
        List<TaxComputation.Line> rupees = new ArrayList<>();
        for (int no = 1; no <= count; no++) {
            BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(40));
            BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(500_000), 2);
            BigDecimal net = price.multiply(quantity).setScale(2, RoundingMode.HALF_UP);
            BigDecimal percent = BigDecimal.valueOf(List.of(5, 12, 18, 28).get(random.nextInt(4)));
            lines.add(new TaxInvoice.Line(
                    no,
                    no,
                    "SKU-" + no,
                    "Pump",
                    null,
                    "8413",
                    new Quantity(quantity, "NOS"),
                    Money.of(price, currency),
                    Money.of(net, currency),
                    LineShares.NONE));
            tax.add(taxed(no, net, percent, inter));
            rupees.add(taxed(no, net.multiply(rate).setScale(2, RoundingMode.HALF_UP), percent, inter));
        }
        TaxComputation ofInvoice = rounded(tax, inter, !foreign);
        return new TaxInvoice(
                "MH-2627-000001",
                "INQ-2627-000001",
                "SO-2627-000001",
                "SHP-2627-000001",
                "B-1",
                "Buyer",
                foreign ? null : "27AAACG2115R1ZH",
                "MH",
                "27AAPFU0939F1ZV",
                DAY.minusDays(3),
                DAY,
                currency,
                rate,
                ofInvoice,
                foreign ? rounded(rupees, inter, true) : ofInvoice,
                Money.of(ofInvoice.grandTotal(), currency),
                lines,
                1);
    }

    private static TaxComputation.Line taxed(int no, BigDecimal value, BigDecimal percent, boolean inter) {
        BigDecimal half = value.multiply(percent).divide(new BigDecimal("200"), 2, RoundingMode.HALF_UP);
        BigDecimal whole = value.multiply(percent).divide(new BigDecimal("100"), 2, RoundingMode.HALF_UP);
        BigDecimal none = BigDecimal.ZERO.setScale(2);
        return new TaxComputation.Line(
                no,
                "8413",
                TaxTreatment.TAXABLE,
                value,
                percent,
                inter ? none : half,
                inter ? none : half,
                inter ? whole : none);
    }

    private static TaxComputation rounded(List<TaxComputation.Line> lines, boolean inter, boolean rounds) {
        TaxComputation exact = NoteReader.computation(
                inter ? "24" : "27",
                inter,
                inter ? "Inter-State supply" : "Intra-State supply",
                null,
                "IGST Act s. 10(1)(a)",
                false,
                List.of(),
                lines,
                BigDecimal.ZERO.setScale(2));
        return rounds
                ? exact.roundedBy(exact.total()
                        .setScale(0, RoundingMode.HALF_UP)
                        .subtract(exact.total())
                        .setScale(2))
                : exact;
    }
}
