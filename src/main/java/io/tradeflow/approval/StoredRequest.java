package io.tradeflow.approval;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What one content of a subject needs approved, with the decisions asked for. */
@Entity
@Table(name = "approval_request")
class StoredRequest {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tradeflow_id")
    @SequenceGenerator(name = "tradeflow_id", sequenceName = "tradeflow_id_seq", allocationSize = 50)
    private Long id;

    private String dealNumber;
    private String subjectType;
    private String subjectNumber;
    private int revision;
    private String contentHash;
    private String[] kinds;
    private String requestedBy;
    private String[] makers;
    private Instant requestedAt;
    private boolean current;

    @OneToMany(mappedBy = "request", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<StoredApproval> approvals = new ArrayList<>();

    protected StoredRequest() {}

    StoredRequest(ApprovalRequest request, Instant at) {
        this.dealNumber = request.dealNumber();
        this.subjectType = request.subject().type();
        this.subjectNumber = request.subject().number();
        this.revision = request.subject().revision();
        this.contentHash = request.subject().contentHash();
        this.requestedAt = at;
        ask(request, at);
    }

    /** Asks for what is not open or granted already; who was refused may be asked again. */
    void ask(ApprovalRequest request, Instant at) {
        current = true;
        requestedBy = request.requestedBy();
        kinds = sorted(request.kinds());
        makers = sorted(request.makers());
        for (String kind : kinds) {
            if (approvals.stream().noneMatch(a -> a.isOf(kind) && a.standsOrIsOpen())) {
                approvals.add(new StoredApproval(this, kind, request.reason(), at));
            }
        }
    }

    /** The content is no longer what is asked about: what is open is void. */
    void retire(Instant at) {
        current = false;
        approvals.stream().filter(StoredApproval::isOpen).forEach(approval -> approval.becomeVoid(at));
    }

    boolean isFor(ApprovalSubject subject) {
        return subject().equals(subject);
    }

    ApprovalSubject subject() {
        return new ApprovalSubject(subjectType, subjectNumber, revision, contentHash);
    }

    boolean isPreparedBy(String userId) {
        return requestedBy.equals(userId) || List.of(makers).contains(userId);
    }

    boolean isGranted() {
        return isCurrent() && List.of(kinds).stream().allMatch(this::isGranted);
    }

    private boolean isGranted(String kind) {
        return approvals.stream().anyMatch(a -> a.isOf(kind) && a.isGranted());
    }

    /** Ids of what nobody has decided yet, oldest first. */
    List<Long> open() {
        return approvals.stream()
                .filter(StoredApproval::isOpen)
                .map(StoredApproval::id)
                .toList();
    }

    /** As {@link Approvals#overall(String)}: the latest decision of each kind counts. */
    Approval.Outcome overall() {
        if (isGranted()) {
            return Approval.Outcome.APPROVED;
        }
        List<StoredApproval> latest = List.of(kinds).stream()
                .flatMap(kind -> approvals.stream().filter(a -> a.isOf(kind)).reduce((a, b) -> b).stream())
                .toList();
        if (latest.stream().anyMatch(StoredApproval::isOpen)) {
            return null;
        }
        boolean rejected = latest.stream().anyMatch(a -> a.outcome() == Approval.Outcome.REJECTED);
        return rejected ? Approval.Outcome.REJECTED : Approval.Outcome.SENT_BACK;
    }

    boolean isCurrent() {
        return current;
    }

    String dealNumber() {
        return dealNumber;
    }

    String requestedBy() {
        return requestedBy;
    }

    List<StoredApproval> approvals() {
        return List.copyOf(approvals);
    }

    private static String[] sorted(Set<String> values) {
        return values.stream().sorted().toArray(String[]::new);
    }
}
