package io.tradeflow.accounting;

import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A journal entry of one event.
 *
 * @param source what it books, once and for all
 * @param document the number a person finds it under
 * @param dealNumber null for what belongs to no deal
 * @param currency of the document; the postings are in INR
 */
record Voucher(
        String source,
        Kind kind,
        String document,
        LocalDate on,
        String dealNumber,
        String buyerCode,
        String buyerName,
        String currency,
        String narration,
        List<Posting> postings) {

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    enum Kind {
        INVOICE("Invoice"),
        DEBIT_NOTE("Debit note"),
        CREDIT_NOTE("Credit note"),
        CANCELLATION("Cancelled document"),
        RECEIPT("Receipt"),
        RECEIPT_REVERSED("Receipt taken back"),
        APPLICATION("Money applied"),
        TDS("Tax deducted"),
        DISCOUNT("Early-payment discount"),
        WRITE_OFF("Write-off"),
        REFUND("Refund"),
        EXCHANGE("Exchange difference");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** Postings for one purpose become one; those of nothing fall away. */
    Voucher {
        Map<List<Object>, Posting> merged = new LinkedHashMap<>();
        for (Posting posting : postings) {
            merged.merge(
                    List.of(posting.purpose(), posting.qualifier()),
                    posting,
                    (a, b) -> new Posting(a.purpose(), a.qualifier(), a.amount().add(b.amount())));
        }
        postings = merged.values().stream()
                .filter(posting -> posting.amount().signum() != 0)
                .toList();
    }

    /** The same the other way round: what took place is undone on a day. */
    Voucher undone(String undoneSource, Kind as, LocalDate day, String because) {
        return new Voucher(
                undoneSource,
                as,
                document,
                day,
                dealNumber,
                buyerCode,
                buyerName,
                currency,
                because,
                postings.stream().map(Posting::other).toList());
    }

    /** Whether there is nothing to book, as for a document of zero. */
    boolean isEmpty() {
        return postings.isEmpty();
    }

    /** @throws Problem {@code journal-unbalanced} naming the document */
    void requireBalanced() {
        BigDecimal sum = postings.stream().map(Posting::amount).reduce(NOTHING, BigDecimal::add);
        if (sum.signum() != 0) {
            throw Problem.conflict(
                    "journal-unbalanced",
                    "An entry does not balance",
                    kind.label() + " " + document + " is off by " + sum.abs().toPlainString()
                            + " INR between debit and credit; nothing is exported");
        }
    }
}
