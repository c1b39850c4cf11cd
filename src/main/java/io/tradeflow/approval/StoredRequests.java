package io.tradeflow.approval;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Requests, always with their approvals in one round trip. */
interface StoredRequests extends JpaRepository<StoredRequest, Long> {

    @Query("select r from StoredRequest r left join fetch r.approvals where r.subjectNumber = :number and r.current")
    Optional<StoredRequest> findCurrent(String number);

    @Query(
            """
            select r from StoredRequest r left join fetch r.approvals
            where r.subjectNumber = :#{#subject.number()} and r.subjectType = :#{#subject.type()}
              and r.revision = :#{#subject.revision()} and r.contentHash = :#{#subject.contentHash()}""")
    Optional<StoredRequest> findExact(ApprovalSubject subject);

    @Query("select r from StoredRequest r join fetch r.approvals where r.subjectNumber = :number order by r.id")
    List<StoredRequest> findOfSubject(String number);

    /** Locks the request: of two who decide at once the second sees what the first did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(
            "select r from StoredRequest r where r.id = (select a.request.id from StoredApproval a where a.id = :approvalId)")
    Optional<StoredRequest> lockOf(long approvalId);

    @Query(
            """
            select a from StoredApproval a join fetch a.request r
            where a.outcome is null and r.current order by a.dueAt nulls last, a.id""")
    List<StoredApproval> findOpen(Limit limit);

    @Query("select a from StoredApproval a join fetch a.request where a.id = :id")
    Optional<StoredApproval> findApproval(long id);
}
