package io.tradeflow.approval;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
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

    @Query("select a from StoredApproval a join fetch a.request where a.id = :id")
    Optional<StoredApproval> findApproval(long id);
}
