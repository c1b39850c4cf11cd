package io.tradeflow.invoicing;

import io.tradeflow.document.DocumentKind;
import io.tradeflow.document.Documents;
import io.tradeflow.document.FrozenDocument;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Parties;
import io.tradeflow.tax.AmountInWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Revised invoices (CGST Act s. 31(3)(a), rule 53): where a registration counts from an earlier day than its certificate, they follow the
 * bills of supply issued in between, one for each, and charge the tax of the day of the original on what notes have left of it. The original stays; its
 * buyer owes the tax besides. They have a series of their own, a V before the serial (R is for receipt vouchers) as in {@code MH-2627-V00001}.
 */
@Service
public class RevisedInvoices {

    private static final String TYPE = "RVI";
    private static final int ONLY_REVISION = 1;

    private final RevisedBook book;
    private final RevisedContents contents;
    private final InvoiceBook invoices;
    private final NoteBook notes;
    private final Parties parties;
    private final DocumentSeries series;
    private final Documents documents;
    private final RevisedMail mail;
    private final ApplicationEventPublisher events;

    RevisedInvoices(
            RevisedBook book,
            RevisedContents contents,
            InvoiceBook invoices,
            NoteBook notes,
            Parties parties,
            DocumentSeries series,
            Documents documents,
            RevisedMail mail,
            ApplicationEventPublisher events) {
        this.book = book;
        this.contents = contents;
        this.invoices = invoices;
        this.notes = notes;
        this.parties = parties;
        this.series = series;
        this.documents = documents;
        this.mail = mail;
        this.events = events;
    }

    /** Whether this actor revises invoices. */
    public boolean mayIssue(Actor by) {
        return by instanceof Actor.Staff person && person.isIn("finance");
    }

    /** The bills of all branches that no revised invoice follows yet. @throws Problem {@code finance-only} */
    @Transactional(readOnly = true)
    public List<RevisableInvoice> revisable(Actor by) {
        requireFinance(by);
        return parties.branches().stream()
                .flatMap(branch ->
                        contents.lastDay(branch).stream().flatMap(lastDay -> book.revisable(branch, lastDay).stream()))
                .toList();
    }

    /** Whether this bill is among {@link #revisable(Actor)}. */
    @Transactional(readOnly = true)
    public boolean isRevisable(TaxInvoice invoice) {
        Branch branch = parties.branch(invoice.branchCode());
        return contents.lastDay(branch).map(lastDay -> book.revisable(branch, lastDay)).orElse(List.of()).stream()
                .anyMatch(one -> one.number().equals(invoice.number()));
    }

    /**
     * What the revised invoice would say, without a number.
     *
     * @throws Problem as {@link #issue(Actor, String)}
     */
    @Transactional(readOnly = true)
    public RevisedInvoice preview(Actor by, String invoiceNumber) {
        requireFinance(by);
        return content(invoiceNumber).draft();
    }

    /**
     * Issues it: tax, number (last, from a locked counter), snapshot, mail to the buyer with the PDF. Publishes {@link InvoiceRevised}.
     *
     * @throws Problem {@code finance-only}; not-found; {@code invoice-cancelled}, {@code invoice-revised-already}, {@code
     *     nothing-to-revise}, {@code not-before-certificate}, {@code revision-too-early}, {@code revision-too-late}, {@code revision-in-rupees-only}, {@code
     *     revision-bears-no-tax}, {@code tax-rate-missing}, {@code invoice-date-before-series}
     */
    @Transactional
    public RevisedInvoice issue(Actor by, String invoiceNumber) {
        requireFinance(by);
        notes.lockInvoices(List.of(invoiceNumber));
        RevisedContent content = content(invoiceNumber);
        RevisedInvoice draft = content.draft();
        String ofBranch = content.content().branch().invoiceSeries();
        long serial = series.next(TYPE, draft.sellerGstin(), ofBranch, draft.issuedOn());
        String number = new DocumentNumber("%s-%s-V%05d"
                        .formatted(ofBranch, FinancialYear.of(draft.issuedOn()).code(), serial))
                .value();
        FrozenDocument frozen = documents.freeze(
                DocumentKind.REVISED_INVOICE,
                number,
                ONLY_REVISION,
                draft.dealNumber(),
                draft.buyerCode(),
                RevisedPaper.of(number, content));
        RevisedInvoice issued = draft.issued(number, frozen.id());
        book.add(issued, ofBranch, serial, by.name());
        mail.queue(issued);
        tell(issued, by);
        return issued;
    }

    private void tell(RevisedInvoice issued, Actor by) {
        events.publishEvent(new InvoiceRevised(
                issued.number(),
                issued.invoiceNumber(),
                issued.dealNumber(),
                issued.orderNumber(),
                issued.buyerCode(),
                issued.buyerName(),
                issued.issuedOn(),
                issued.dueOn(),
                issued.addition()));
        events.publishEvent(DealProgress.noted(
                issued.dealNumber(),
                "Revised invoice " + issued.number() + " issued for " + issued.invoiceNumber() + "; "
                        + issued.addition().currency().getCurrencyCode() + " "
                        + AmountInWords.grouped(issued.addition()) + " of tax are owed besides",
                issued.number(),
                by));
    }

    private RevisedContent content(String invoiceNumber) {
        TaxInvoice original =
                invoices.find(invoiceNumber).orElseThrow(() -> Problem.notFound("invoice", invoiceNumber));
        if (original.cancelled()) {
            throw RevisedContents.refused("invoice-cancelled", invoiceNumber + " is cancelled and bills nothing");
        }
        book.ofInvoice(invoiceNumber).ifPresent(before -> {
            throw RevisedContents.refused(
                    "invoice-revised-already", invoiceNumber + " is revised by " + before.number() + " already");
        });
        return contents.of(original, notes.ofInvoice(invoiceNumber));
    }

    /** As staff, or the buyer whose it is, may see it. @throws Problem not-found */
    @Transactional(readOnly = true)
    public RevisedInvoice revised(Actor by, String number) {
        Predicate<RevisedInvoice> visible = revised -> true;
        if (by instanceof Actor.BuyerUser buyer) {
            visible = revised -> revised.buyerCode().equals(buyer.buyerCode());
        }
        return book.find(number).filter(visible).orElseThrow(() -> Problem.notFound("revised invoice", number));
    }

    /** What revises this invoice. */
    @Transactional(readOnly = true)
    public Optional<RevisedInvoice> ofInvoice(String invoiceNumber) {
        return book.ofInvoice(invoiceNumber);
    }

    /** Those issued last, latest first. @throws Problem {@code finance-only} */
    @Transactional(readOnly = true)
    public List<RevisedInvoice> latest(Actor by) {
        requireFinance(by);
        return book.latest();
    }

    private void requireFinance(Actor by) {
        if (!mayIssue(by)) {
            throw Problem.forbidden("finance-only", "Revised invoices are issued by finance");
        }
    }
}
