package io.tradeflow.inquiry;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An inquiry as the database keeps it; only segment, price tier and handling are set later. */
@Entity
@Table(name = "inquiry")
class StoredInquiry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tradeflow_id")
    @SequenceGenerator(name = "tradeflow_id", sequenceName = "tradeflow_id_seq", allocationSize = 50)
    private Long id;

    private String number;
    private String buyerCode;

    @Enumerated(EnumType.STRING)
    private InquiryDraft.Channel channel;

    private String buyerReference;
    private String requirement;

    @Enumerated(EnumType.STRING)
    private InquiryDraft.Urgency urgency;

    private LocalDate neededBy;
    private String segment;
    private String priceTier;
    private Integer replyHours;
    private String approvalLane;
    private String packing;
    private String documents;
    private String receivedBy;
    private String receivedById;
    private boolean byStaff;
    private Instant receivedAt;

    @ElementCollection
    @CollectionTable(name = "inquiry_line", joinColumns = @JoinColumn(name = "inquiry_id"))
    @OrderBy("lineNo")
    private List<StoredInquiryLine> lines = new ArrayList<>();

    protected StoredInquiry() {}

    StoredInquiry(Inquiry inquiry) {
        this.number = inquiry.number();
        this.buyerCode = inquiry.buyerCode();
        this.channel = inquiry.channel();
        this.buyerReference = inquiry.buyerReference();
        this.requirement = inquiry.requirement();
        this.urgency = inquiry.urgency();
        this.neededBy = inquiry.neededBy();
        this.receivedBy = inquiry.receivedBy();
        this.receivedById = inquiry.receivedById();
        this.byStaff = inquiry.receivedByStaff();
        this.receivedAt = inquiry.receivedAt();
        inquiry.lines().forEach(line -> lines.add(new StoredInquiryLine(line)));
    }

    void assign(String segment, String priceTier, Handling handling) {
        this.segment = segment;
        this.priceTier = priceTier;
        this.replyHours = handling.replyHours();
        this.approvalLane = handling.approvalLane();
        this.packing = handling.packing();
        this.documents = handling.documents();
    }

    Inquiry toInquiry() {
        return new Inquiry(
                number,
                buyerCode,
                channel,
                buyerReference,
                requirement,
                urgency,
                neededBy,
                segment,
                priceTier,
                replyHours == null ? null : new Handling(replyHours, approvalLane, packing, documents),
                receivedBy,
                receivedById,
                byStaff,
                receivedAt,
                lines.stream().map(StoredInquiryLine::toLine).toList());
    }
}
