package io.tradeflow.approval;

import io.tradeflow.kernel.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** One decision as the database keeps it: open, then decided once, or void because the content changed. */
@Entity
@Table(name = "approval")
class StoredApproval {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tradeflow_id")
    @SequenceGenerator(name = "tradeflow_id", sequenceName = "tradeflow_id_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id")
    private StoredRequest request;

    private String kind;
    private int level;
    private String because;
    private String reason;
    private Instant requestedAt;
    private Instant dueAt;

    @Enumerated(EnumType.STRING)
    private Approval.Outcome outcome;

    private String decidedBy;
    private String decidedById;
    private String onBehalfOf;
    private String onBehalfOfId;
    private String comment;
    private Instant decidedAt;

    @Column(name = "void")
    private boolean annulled;

    private String voidReason;

    @Version
    private int version;

    protected StoredApproval() {}

    StoredApproval(StoredRequest request, ApprovalNeed need, int level, String reason, Instant at) {
        this.request = request;
        this.kind = need.kind();
        this.level = level;
        this.because = need.because();
        this.reason = reason;
        this.requestedAt = at;
    }

    /** @param represented who is away and decides through {@code by}; null for nobody */
    void decide(Actor by, Represented represented, Approval.Outcome outcome, String comment, Instant at) {
        this.outcome = outcome;
        this.decidedBy = by.name();
        this.decidedById = by.userId();
        this.onBehalfOf = represented == null ? null : represented.name();
        this.onBehalfOfId = represented == null ? null : represented.userId();
        this.comment = comment;
        this.decidedAt = at;
    }

    void becomeVoid(String why, Instant at) {
        decide(Actor.PROGRAM, null, Approval.Outcome.SENT_BACK, null, at);
        this.annulled = true;
        this.voidReason = why;
    }

    void due(Instant at) {
        this.dueAt = at;
    }

    Long id() {
        return id;
    }

    StoredRequest request() {
        return request;
    }

    String kind() {
        return kind;
    }

    Approval.Outcome outcome() {
        return outcome;
    }

    int level() {
        return level;
    }

    String because() {
        return because;
    }

    String reason() {
        return reason;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    /** Whether this person decided it, or was represented in it. */
    boolean isDecidedBy(String userId) {
        return userId.equals(decidedById) || userId.equals(onBehalfOfId);
    }

    boolean isOf(String kind) {
        return this.kind.equals(kind);
    }

    boolean isOpen() {
        return outcome == null;
    }

    boolean isGranted() {
        return outcome == Approval.Outcome.APPROVED;
    }

    boolean isVoid() {
        return annulled;
    }

    String decidedBy() {
        return decidedBy;
    }

    String decidedByAndFor() {
        return onBehalfOf == null ? decidedBy : decidedBy + " on behalf of " + onBehalfOf;
    }

    Approval toApproval() {
        return new Approval(
                id,
                request.dealNumber(),
                request.subject(),
                kind,
                level,
                Math.max(level, request.levelsOf(kind)),
                because,
                reason,
                request.requestedBy(),
                requestedAt,
                dueAt,
                outcome,
                decidedBy,
                onBehalfOf,
                comment,
                decidedAt,
                annulled ? voidWords() : null,
                request.isCurrent());
    }

    private String voidWords() {
        return voidReason == null ? "The content changed" : voidReason;
    }
}
