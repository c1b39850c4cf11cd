package io.tradeflow.quotation;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Quotes, always with their lines in one round trip. The current revision is the one that is not superseded. */
interface StoredQuotes extends JpaRepository<StoredQuote, Long> {

    String CURRENT =
            """
            select q from StoredQuote q join fetch q.lines
            where q.status <> io.tradeflow.quotation.QuoteStatus.SUPERSEDED and """;

    @Query(CURRENT + " q.number = :number")
    Optional<StoredQuote> findCurrent(String number);

    /**
     * For changes: whoever comes second waits, and then sees what the first one did. Where that was a new revision, the row that was waited
     * for is no longer the current one and nothing is found: it is looked for once more.
     */
    default Optional<StoredQuote> lockCurrent(String number) {
        return lockCurrentRow(number).or(() -> lockCurrentRow(number));
    }

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(CURRENT + " q.number = :number")
    Optional<StoredQuote> lockCurrentRow(String number);

    @Query(CURRENT + " q.dealNumber = :dealNumber")
    Optional<StoredQuote> findCurrentOfDeal(String dealNumber);

    /** As {@link #lockCurrent}. */
    default Optional<StoredQuote> lockCurrentOfDeal(String dealNumber) {
        return lockCurrentRowOfDeal(dealNumber).or(() -> lockCurrentRowOfDeal(dealNumber));
    }

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(CURRENT + " q.dealNumber = :dealNumber")
    Optional<StoredQuote> lockCurrentRowOfDeal(String dealNumber);

    @Query("select q from StoredQuote q join fetch q.lines where q.dealNumber = :dealNumber order by q.revision desc")
    List<StoredQuote> findOfDeal(String dealNumber);

    @Query("select q from StoredQuote q join fetch q.lines where q.number = :number order by q.revision desc")
    List<StoredQuote> findRevisions(String number);

    @Query(
            """
            select count(q) > 0 from StoredQuote q
            where q.buyerCode = :buyerCode and upper(q.poNumber) = upper(:poNumber)""")
    boolean isPoNumberUsed(String buyerCode, String poNumber);
}
