package io.tradeflow.invoicing;

import io.tradeflow.document.TaxInvoicePrint;
import io.tradeflow.kernel.Money;
import io.tradeflow.party.Branch;
import io.tradeflow.tax.AmountInWords;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What a revised invoice prints: the particulars of CGST rule 53(1), "Revised Invoice" on top. */
final class RevisedPaper {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private RevisedPaper() {}

    static TaxInvoicePrint of(String number, RevisedContent revised) {
        TaxInvoice original = revised.original();
        RevisedInvoice draft = revised.draft();
        Money addition = draft.addition();
        Branch.BankAccount account = revised.content().branch().bankAccount();
        List<String> notes = revised.left().notes();
        String bill = "bill of supply " + original.number() + " of " + DAY.format(original.issuedOn())
                + (notes.isEmpty() ? "" : " as changed by " + String.join(", ", notes));
        return InvoicePaper.of(number, revised.content(), false)
                .revising(
                        "Revised Invoice",
                        original.number() + " of " + DAY.format(original.issuedOn()),
                        addition.isPositive()
                                ? amount(addition) + " besides the " + amount(draft.billed())
                                        + (notes.isEmpty()
                                                ? " of the bill, due on "
                                                : " of the bill and its notes, due on ")
                                        + DAY.format(draft.dueOn())
                                : "Nothing besides what the bill asked for",
                        InvoicePaper.bank(
                                account, addition.isPositive() ? UpiPayment.of(account, addition, number) : null),
                        "This revised invoice stands in place of " + bill
                                + ", issued before our certificate of registration (CGST Act s. 31(3)(a)). All particulars are"
                                + " true and correct.");
    }

    private static String amount(Money money) {
        return money.currency().getCurrencyCode() + " " + AmountInWords.grouped(money);
    }
}
