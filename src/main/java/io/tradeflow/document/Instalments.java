package io.tradeflow.document;

import io.tradeflow.kernel.Instalment;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.PaymentTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The instalments of a document as it prints them; none where all is paid at once. */
public final class Instalments {

    private Instalments() {}

    /** Before there is an invoice: one over the whole total would be paid like this. */
    public static List<InstalmentPrint> of(PaymentTerms terms, Money total) {
        if (!terms.inInstalments()) {
            return List.of();
        }
        List<InstalmentPrint> prints = new ArrayList<>();
        Money left = total;
        for (int index = 0; index < terms.parts().size(); index++) {
            PaymentTerms.Part part = terms.parts().get(index);
            Money share = total.percent(part.share()).rounded();
            Money amount = index == terms.parts().size() - 1 ? left : share;
            left = left.minus(amount);
            String when = part.days() == 0 ? "with the invoice" : part.days() + " days after the invoice";
            prints.add(new InstalmentPrint(part.share() + " " + when, null, amount.amount()));
        }
        return prints;
    }

    /** Of an invoice of that day. */
    public static List<InstalmentPrint> of(PaymentTerms terms, LocalDate issuedOn, Money total) {
        List<Instalment> schedule = terms.schedule(issuedOn, total);
        return schedule.size() < 2
                ? List.of()
                : schedule.stream()
                        .map(one -> new InstalmentPrint(
                                null, one.dueOn(), one.amount().amount()))
                        .toList();
    }
}
