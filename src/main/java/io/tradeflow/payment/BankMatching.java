package io.tradeflow.payment;

import io.tradeflow.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who paid a bank line and what for, as far as its text, its amount and its payer tell. Proposes, never books: a person confirms.
 */
final class BankMatching {

    private static final int INVOICE_NAMED = 60;
    private static final int ORDER_NAMED = 50;
    private static final int PAYER_KNOWN = 40;
    private static final int AMOUNT_OPEN = 30;
    private static final int AMOUNT_LESS_TDS = 25;
    private static final int BUYER_NAMED = 25;
    private static final int SHORTEST_NAME = 8;
    private static final int MOST = 3;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private BankMatching() {}

    /** A buyer that might have paid. */
    record Payer(String code, String name) {}

    /** An order that waits for its advance. */
    record Awaited(String orderNumber, String buyerCode, Money advance) {}

    /** An open item, with its value without GST, from which tax is deducted. */
    record Candidate(OpenItem item, BigDecimal taxableValue) {}

    /**
     * @param rememberedBuyer who paid from this account before, null if nobody
     * @return the best first, three at most
     */
    static List<MatchProposal> of(
            BankLine line,
            List<Candidate> open,
            List<Awaited> awaited,
            List<Payer> payers,
            List<TdsRate> rates,
            String rememberedBuyer) {
        String text = letters(line.reference() + line.narration());
        Map<String, Payer> byCode =
                payers.stream().collect(Collectors.toMap(Payer::code, payer -> payer, (one, other) -> one));
        List<MatchProposal> proposals = new ArrayList<>();
        for (Map.Entry<String, Integer> buyer :
                likely(line, text, open, awaited, payers, rememberedBuyer).entrySet()) {
            Payer payer = byCode.getOrDefault(buyer.getKey(), new Payer(buyer.getKey(), buyer.getKey()));
            proposals.add(ofBuyer(line, text, payer, open, awaited, rates, rememberedBuyer));
        }
        return proposals.stream()
                .filter(proposal -> proposal.score() > 0)
                .sorted(Comparator.comparingInt(MatchProposal::score)
                        .reversed()
                        .thenComparing(MatchProposal::buyerCode))
                .limit(MOST)
                .toList();
    }

    /** Buyers with anything that speaks for them; the number is not used, the map keeps them once and in order. */
    private static Map<String, Integer> likely(
            BankLine line,
            String text,
            List<Candidate> open,
            List<Awaited> awaited,
            List<Payer> payers,
            String rememberedBuyer) {
        Map<String, Integer> buyers = new LinkedHashMap<>();
        if (rememberedBuyer != null) {
            buyers.put(rememberedBuyer, PAYER_KNOWN);
        }
        open.stream()
                .map(Candidate::item)
                .filter(item -> item.open().currency().equals(line.amount().currency()))
                .forEach(item -> buyers.putIfAbsent(item.buyerCode(), 0));
        awaited.forEach(order -> buyers.putIfAbsent(order.buyerCode(), 0));
        payers.stream()
                .filter(payer -> isNamed(payer, line, text))
                .forEach(payer -> buyers.putIfAbsent(payer.code(), 0));
        return buyers;
    }

    private static MatchProposal ofBuyer(
            BankLine line,
            String text,
            Payer payer,
            List<Candidate> open,
            List<Awaited> awaited,
            List<TdsRate> rates,
            String rememberedBuyer) {
        List<String> reasons = new ArrayList<>();
        int score = 0;
        if (payer.code().equals(rememberedBuyer)) {
            score += PAYER_KNOWN;
            reasons.add("Has paid from this account before");
        }
        if (isNamed(payer, line, text)) {
            score += BUYER_NAMED;
            reasons.add("The bank names the buyer");
        }
        List<Candidate> own = open.stream()
                .filter(candidate -> candidate.item().buyerCode().equals(payer.code())
                        && candidate
                                .item()
                                .open()
                                .currency()
                                .equals(line.amount().currency()))
                .toList();
        List<Candidate> named = own.stream()
                .filter(candidate -> text.contains(letters(candidate.item().invoiceNumber())))
                .toList();
        if (!named.isEmpty()) {
            reasons.add("Names "
                    + named.stream().map(one -> one.item().invoiceNumber()).collect(Collectors.joining(", ")));
            return proposal(payer, null, spread(line, named, rates, reasons), score + INVOICE_NAMED, reasons);
        }
        for (Awaited order : awaited) {
            if (order.buyerCode().equals(payer.code()) && text.contains(letters(order.orderNumber()))) {
                reasons.add("Names order " + order.orderNumber());
                return proposal(payer, order.orderNumber(), List.of(), score + ORDER_NAMED, reasons);
            }
        }
        for (Candidate candidate : own) {
            boolean discounted = EarlyDiscounts.explains(candidate.item(), line.bookedOn(), line.amount());
            if (discounted) {
                reasons.add("Exactly what is open of " + candidate.item().invoiceNumber()
                        + " less the early-payment discount");
            }
            if (discounted || candidate.item().open().equals(line.amount())) {
                if (!discounted) {
                    reasons.add("Exactly what is open of " + candidate.item().invoiceNumber());
                }
                return proposal(
                        payer, null, spread(line, List.of(candidate), rates, reasons), score + AMOUNT_OPEN, reasons);
            }
        }
        for (Candidate candidate : own) {
            Money discount = discount(line, candidate, line.amount().amount(), rates);
            if (deducted(line.amount().plus(discount).amount(), candidate, rates) != null) {
                return proposal(
                        payer,
                        null,
                        spread(line, List.of(candidate), rates, reasons),
                        score + AMOUNT_LESS_TDS,
                        reasons);
            }
        }
        for (Awaited order : awaited) {
            if (order.buyerCode().equals(payer.code()) && order.advance().equals(line.amount())) {
                reasons.add("Exactly the advance of " + order.orderNumber());
                return proposal(payer, order.orderNumber(), List.of(), score + AMOUNT_OPEN, reasons);
            }
        }
        return proposal(payer, null, List.of(), score, reasons);
    }

    private static MatchProposal proposal(
            Payer payer, String order, List<ReceiptDraft.Part> parts, int score, List<String> reasons) {
        return new MatchProposal(payer.code(), payer.name(), order, parts, score, reasons);
    }

    /** The money over the invoices as they are due; of the last a small rest that a rate explains is taken as tax deducted. */
    private static List<ReceiptDraft.Part> spread(
            BankLine line, List<Candidate> invoices, List<TdsRate> rates, List<String> reasons) {
        List<ReceiptDraft.Part> parts = new ArrayList<>();
        BigDecimal left = line.amount().amount();
        for (Candidate invoice : invoices) {
            BigDecimal taken = left.min(invoice.item().open().amount());
            if (taken.signum() <= 0) {
                break;
            }
            Money discount = discount(line, invoice, taken, rates);
            ReceiptDraft.Tds tds = deducted(taken.add(discount.amount()), invoice, rates);
            if (tds != null) {
                reasons.add("What is missing of " + invoice.item().invoiceNumber() + " is TDS under section "
                        + tds.section());
            }
            parts.add(new ReceiptDraft.Part(
                    invoice.item().invoiceNumber(),
                    taken.setScale(Money.DOCUMENT_SCALE, RoundingMode.HALF_UP),
                    tds,
                    discount.isZero() ? null : discount.toDocumentScale()));
            left = left.subtract(taken);
        }
        return parts;
    }

    /** The early-payment discount where it explains what is missing, alone or with tax deducted; else zero. */
    private static Money discount(BankLine line, Candidate invoice, BigDecimal paid, List<TdsRate> rates) {
        Money offered = invoice.item().discountOffered(line.bookedOn());
        boolean explains = offered.isPositive()
                && (EarlyDiscounts.explains(invoice.item(), line.bookedOn(), new Money(paid, offered.currency()))
                        || deducted(paid, invoice, rates) == null
                                && deducted(paid.add(offered.amount()), invoice, rates) != null);
        return explains ? offered : offered.minus(offered);
    }

    /** The tax that explains why less than the open amount came, to the rupee either way; null if none does. */
    private static ReceiptDraft.Tds deducted(BigDecimal paid, Candidate invoice, List<TdsRate> rates) {
        BigDecimal missing = invoice.item().open().amount().subtract(paid);
        if (missing.signum() <= 0 || invoice.taxableValue() == null) {
            return null;
        }
        for (TdsRate rate : rates) {
            BigDecimal tax = invoice.taxableValue()
                    .multiply(rate.rate())
                    .divide(HUNDRED, Money.DOCUMENT_SCALE, RoundingMode.HALF_UP);
            if (tax.subtract(missing).abs().compareTo(BigDecimal.ONE) < 0) {
                return new ReceiptDraft.Tds(
                        rate.section(), missing.setScale(Money.DOCUMENT_SCALE, RoundingMode.HALF_UP), null, null);
            }
        }
        return null;
    }

    /** Banks cut names short: the first two words are enough. */
    private static boolean isNamed(Payer payer, BankLine line, String text) {
        String[] words = payer.name().strip().split("\\s+");
        String name = letters(words.length > 1 ? words[0] + words[1] : words[0]);
        return name.length() >= SHORTEST_NAME
                && (text.contains(name)
                        || line.payerName() != null && letters(line.payerName()).contains(name));
    }

    /** Capital letters and digits only: banks drop and add all the rest. */
    static String letters(String text) {
        return text == null ? "" : text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
