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
    private String reason;
    private Instant requestedAt;

    @Enumerated(EnumType.STRING)
    private Approval.Outcome outcome;

    private String decidedBy;
    private String decidedById;
    private String comment;
    private Instant decidedAt;

    @Column(name = "void")
    private boolean annulled;

    @Version
    private int version;

    protected StoredApproval() {}

    StoredApproval(StoredRequest request, String kind, String reason, Instant at) {
        this.request = request;
        this.kind = kind;
        this.reason = reason;
        this.requestedAt = at;
    }

    void decide(Actor by, Approval.Outcome outcome, String comment, Instant at) {
        this.outcome = outcome;
        this.decidedBy = by.name();
        this.decidedById = by.userId();
        this.comment = comment;
        this.decidedAt = at;
    }

    void becomeVoid(Instant at) {
        decide(Actor.PROGRAM, Approval.Outcome.SENT_BACK, "The content changed, so this approval is void", at);
        this.annulled = true;
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

    boolean isOf(String kind) {
        return this.kind.equals(kind);
    }

    boolean isOpen() {
        return outcome == null;
    }

    boolean isGranted() {
        return outcome == Approval.Outcome.APPROVED;
    }

    boolean standsOrIsOpen() {
        return isOpen() || isGranted();
    }

    boolean isVoid() {
        return annulled;
    }

    String decidedBy() {
        return decidedBy;
    }

    Approval toApproval() {
        return new Approval(
                id,
                request.dealNumber(),
                request.subject(),
                kind,
                reason,
                request.requestedBy(),
                requestedAt,
                outcome,
                decidedBy,
                comment,
                decidedAt);
    }
}
