package io.tradeflow.ordering;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Orders, always with their lines in one round trip. */
interface StoredOrders extends JpaRepository<StoredOrder, Long> {

    @Query("select o from StoredOrder o join fetch o.lines where o.number = :number")
    Optional<StoredOrder> findByNumber(String number);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from StoredOrder o join fetch o.lines where o.number = :number")
    Optional<StoredOrder> lock(String number);

    @Query("select o from StoredOrder o join fetch o.lines where o.quoteNumber = :quoteNumber")
    Optional<StoredOrder> findByQuoteNumber(String quoteNumber);

    @Query("select o from StoredOrder o join fetch o.lines where o.dealNumber = :dealNumber")
    Optional<StoredOrder> findByDealNumber(String dealNumber);
}
