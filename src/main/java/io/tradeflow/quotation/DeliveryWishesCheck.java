package io.tradeflow.quotation;

import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.party.DeliveryAddress;
import io.tradeflow.party.Parties;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which delivery wishes an acceptance may carry. What would change tax, place of supply, charges or who bears the carriage is not a wish but
 * another offer: it is refused here, and has to be asked for as a change, which goes through pricing and approval.
 */
@Component
class DeliveryWishesCheck {

    private static final int LONGEST_INSTRUCTIONS = 2000;
    private static final int LONGEST_PLACE = 200;
    private static final int FURTHEST_YEARS = 2;

    /** Charges go by zones, which are told apart by the first two digits of the PIN. */
    private static final int ZONE_DIGITS = 2;

    private final QuoteTax tax;
    private final Parties parties;
    private final Clock clock;

    DeliveryWishesCheck(QuoteTax tax, Parties parties, Clock clock) {
        this.tax = tax;
        this.parties = parties;
        this.clock = clock;
    }

    /**
     * The wishes with the address tidied, and without what only repeats the quote.
     *
     * @param taken numbers of the lines that are accepted; empty for all firm ones
     * @throws Problem {@code delivery-invalid} naming every wrong field, {@code ship-to-changes-quote}, {@code incoterm-changes-quote}
     */
    DeliveryWishes checked(StoredQuote quote, DeliveryWishes wishes, Set<Integer> taken) {
        List<Violation> wrong = new ArrayList<>();
        checkDates(quote, wishes, taken, wrong);
        if (wishes.instructions() != null && wishes.instructions().length() > LONGEST_INSTRUCTIONS) {
            wrong.add(new Violation(
                    "delivery.instructions",
                    "Delivery instructions have at most " + LONGEST_INSTRUCTIONS + " characters"));
        }
        if (wishes.incoterm() != null
                && wishes.incoterm().place() != null
                && wishes.incoterm().place().length() > LONGEST_PLACE) {
            wrong.add(new Violation("delivery.incoterm.place", "A place has at most " + LONGEST_PLACE + " characters"));
        }
        if (wishes.shipTo() != null) {
            wrong.addAll(DeliveryAddress.wrong("delivery.shipTo", wishes.shipTo()));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("delivery-invalid", "The delivery has fields that need correction", wrong);
        }
        return new DeliveryWishes(
                wishes.shippingPolicy(),
                wishes.requestedOn(),
                wishes.instructions(),
                shipTo(quote, wishes.shipTo()),
                incoterm(quote, wishes.incoterm()));
    }

    private void checkDates(StoredQuote quote, DeliveryWishes wishes, Set<Integer> taken, List<Violation> wrong) {
        LocalDate today = LocalDate.now(clock);
        Set<Integer> lines = quote.lines.stream()
                .filter(line -> taken.isEmpty() ? line.isFirm() : taken.contains(line.lineNo()))
                .map(StoredQuoteLine::lineNo)
                .collect(Collectors.toSet());
        wishes.requestedOn().forEach((lineNo, day) -> {
            String field = "lines[" + (lineNo - 1) + "].requestedOn";
            if (!lines.contains(lineNo)) {
                wrong.add(new Violation(field, "Line " + lineNo + " is not among the lines that are accepted"));
            } else if (day.isBefore(today)) {
                wrong.add(new Violation(field, "The day wanted for line " + lineNo + ", " + day + ", is over"));
            } else if (day.isAfter(today.plusYears(FURTHEST_YEARS))) {
                wrong.add(new Violation(
                        field,
                        "The day wanted for line " + lineNo + " is more than " + FURTHEST_YEARS + " years away"));
            }
        });
    }

    private Address shipTo(StoredQuote quote, Address wanted) {
        Address to = wanted == null ? null : DeliveryAddress.tidy(wanted);
        if (to == null || to.equals(quote.shipTo)) {
            return null;
        }
        Optional<String> other = whatChanges(quote, to);
        if (other.isPresent()) {
            throw Problem.conflict(
                    "ship-to-changes-quote",
                    "Another delivery address changes the quote",
                    "Delivery to " + to.city() + ", " + to.stateName() + " changes " + other.get() + " of "
                            + quote.number + ", which is made for " + quote.shipTo.city() + ", "
                            + quote.shipTo.stateName() + ". Ask for a change instead of accepting: we send a revision");
        }
        return to;
    }

    private Optional<String> whatChanges(StoredQuote quote, Address to) {
        if (!Objects.equals(to.country(), quote.shipTo.country())) {
            return Optional.of("the country of delivery");
        }
        QuoteSums there = tax.sums(quote, to, parties.buyer(quote.buyerCode), parties.branch(quote.branchCode));
        if (!there.placeOfSupply().equals(quote.sums.placeOfSupply())) {
            return Optional.of("the place of supply");
        }
        if (differs(there, quote.sums)) {
            return Optional.of("the tax");
        }
        boolean charged = quote.charges.freight().signum() > 0
                || quote.charges.insurance().signum() > 0;
        boolean sameZone =
                Objects.equals(to.stateCode(), quote.shipTo.stateCode()) && zone(to).equals(zone(quote.shipTo));
        return charged && !sameZone ? Optional.of("freight and insurance") : Optional.empty();
    }

    private static boolean differs(QuoteSums one, QuoteSums other) {
        return one.cgst().compareTo(other.cgst()) != 0
                || one.sgst().compareTo(other.sgst()) != 0
                || one.igst().compareTo(other.igst()) != 0
                || one.grandTotal().compareTo(other.grandTotal()) != 0;
    }

    private static String zone(Address address) {
        String pin = address.pin() == null ? "" : address.pin();
        return pin.substring(0, Math.min(ZONE_DIGITS, pin.length()));
    }

    private static Incoterm incoterm(StoredQuote quote, Incoterm wanted) {
        if (wanted == null) {
            return null;
        }
        String quoted = quote.conditions().incoterms();
        Optional<Incoterm> agreed = Incoterm.read(quoted);
        if (agreed.isPresent() && agreed.get().words().equalsIgnoreCase(wanted.words())) {
            return null;
        }
        boolean costsNothing = (quoted == null || quoted.isBlank())
                && wanted.rule().isAtOurGate()
                && quote.charges.total().signum() == 0;
        if (!costsNothing) {
            throw Problem.conflict(
                    "incoterm-changes-quote",
                    "Another delivery rule changes the quote",
                    quote.number
                            + (quoted == null || quoted.isBlank() ? " names no delivery rule" : " is quoted " + quoted)
                            + "; " + wanted.words()
                            + " shifts costs or risk. Ask for a change instead of accepting: we send a revision");
        }
        return wanted;
    }
}
