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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    private Integer[] levels;
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
        List<ApprovalNeed> needs = request.needs().stream()
                .sorted(Comparator.comparing(ApprovalNeed::kind))
                .toList();
        kinds = needs.stream().map(ApprovalNeed::kind).toArray(String[]::new);
        levels = needs.stream().map(ApprovalNeed::levels).toArray(Integer[]::new);
        makers = sorted(request.makers());
        needs.forEach(need -> ask(need, request.reason(), at));
    }

    private void ask(ApprovalNeed need, String reason, Instant at) {
        boolean open = approvals.stream().anyMatch(a -> a.isOf(need.kind()) && a.isOpen());
        int next = 1 + granted(need.kind());
        if (!open && next <= need.levels()) {
            approvals.add(new StoredApproval(this, need, next, reason, at));
        }
    }

    /** Asks for the level after this one; false if there is none. */
    boolean askNextLevel(StoredApproval approved, Instant at) {
        String kind = approved.kind();
        if (!current || approved.level() >= levelsOf(kind)) {
            return false;
        }
        ApprovalNeed need = new ApprovalNeed(kind, levelsOf(kind), approved.because());
        return approvals.add(new StoredApproval(this, need, approved.level() + 1, approved.reason(), at));
    }

    Optional<StoredApproval> openOf(String kind) {
        return approvals.stream().filter(a -> a.isOf(kind) && a.isOpen()).findFirst();
    }

    /** The content is no longer what is asked about. Gives the ids of what was open and is void now. */
    List<Long> retire(String why, Instant at) {
        current = false;
        return closeOpen(why, at);
    }

    /** What is open is void. */
    List<Long> closeOpen(String why, Instant at) {
        List<StoredApproval> open =
                approvals.stream().filter(StoredApproval::isOpen).toList();
        open.forEach(approval -> approval.becomeVoid(why, at));
        return open.stream().map(StoredApproval::id).toList();
    }

    int levelsOf(String kind) {
        int place = List.of(kinds).indexOf(kind);
        return place < 0 ? 1 : levels[place];
    }

    /** How many levels of the kind have approved, counted from the first. */
    private int granted(String kind) {
        int granted = 0;
        while (isGranted(kind, granted + 1)) {
            granted++;
        }
        return granted;
    }

    private boolean isGranted(String kind, int level) {
        return approvals.stream().anyMatch(a -> a.isOf(kind) && a.level() == level && a.isGranted());
    }

    /** Whether this person decided another level of the same kind, or was represented there. */
    boolean hasDecidedAnotherLevel(StoredApproval asked, String userId) {
        return approvals.stream()
                .anyMatch(a ->
                        a.isOf(asked.kind()) && a.level() != asked.level() && a.isGranted() && a.isDecidedBy(userId));
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
        return isCurrent() && List.of(kinds).stream().allMatch(kind -> granted(kind) >= levelsOf(kind));
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
