package io.tradeflow.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.invoicing.NoteIssued;
import io.tradeflow.kernel.Money;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bill over 1,000.00 and the 180.00 its revised invoice asked for besides. */
class NoteSharesTest {

    @ParameterizedTest(name = "{0} with {1} tax over {2} and {3} open takes {4} and {5}")
    @CsvSource({
        "590, 90, 1000, 180, 500, 90",
        "590, 90, 0, 180, 0, 180",
        "590, 90, 1000, 0, 590, 0",
        "590, 90, 0, 0, 0, 0",
        "590, 90, 450, 100, 450, 100",
        "1180, 180, 1000, 180, 1000, 180"
    })
    void eachGivesUpItsOwnAndThenForTheOther(
            String total, String tax, String openOfBill, String openOfRevised, String ofBill, String ofRevised) {
        NoteShares shares = NoteShares.of(
                new NoteIssued.OfInvoice("B1", inr(total), new NoteIssued.Revised("R1", inr(tax))),
                number -> Optional.of(inr(openOfRevised)));

        assertThat(shares.of(inr(openOfBill))).isEqualTo(new NoteShares.Taken(inr(ofBill), inr(ofRevised)));
    }

    @Test
    void withoutARevisedInvoiceOrAnythingItAskedForAllIsTheBills() {
        NoteIssued.OfInvoice revised =
                new NoteIssued.OfInvoice("B1", inr("590"), new NoteIssued.Revised("R1", inr("90")));
        for (NoteShares shares : new NoteShares[] {
            NoteShares.of(new NoteIssued.OfInvoice("B1", inr("590")), number -> Optional.of(inr("7"))),
            NoteShares.of(revised, number -> Optional.empty())
        }) {
            assertThat(shares.of(inr("400"))).isEqualTo(new NoteShares.Taken(inr("400"), inr("0")));
        }
    }

    private static Money inr(String amount) {
        return Money.of(amount, "INR");
    }
}
