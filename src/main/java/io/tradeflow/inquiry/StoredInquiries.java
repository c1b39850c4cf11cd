package io.tradeflow.inquiry;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StoredInquiries extends JpaRepository<StoredInquiry, Long> {

    /** With its lines, in one round trip. */
    @Query("select i from StoredInquiry i join fetch i.lines where i.number = :number")
    Optional<StoredInquiry> findByNumber(String number);
}
