package io.tradeflow.quotation.process;

import io.tradeflow.engine.StaffDirectory;
import io.tradeflow.engine.StaffMember;
import io.tradeflow.kernel.Actor;
import io.tradeflow.notification.MailDraft;
import io.tradeflow.notification.Mails;
import io.tradeflow.party.Parties;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.Quote;
import io.tradeflow.quotation.QuoteDiscussed;
import io.tradeflow.quotation.QuoteMessage;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Mails what one side says to the other: to the buyer's contact, or to who prepared the quote, else to the whole sales desk. */
@Component
class DiscussionMails {

    private static final String SALES_DESK = "sales-desk";

    private final Quotations quotations;
    private final Parties parties;
    private final StaffDirectory staff;
    private final Mails mails;
    private final String publicUrl;

    DiscussionMails(
            Quotations quotations,
            Parties parties,
            StaffDirectory staff,
            Mails mails,
            @Value("${tradeflow.public-url:http://localhost:8080}") String publicUrl) {
        this.quotations = quotations;
        this.parties = parties;
        this.staff = staff;
        this.mails = mails;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @EventListener
    void on(QuoteDiscussed said) {
        Quote quote = quotations.quote(Actor.PROGRAM, said.quoteNumber());
        boolean toBuyer = said.from() == QuoteMessage.Side.SELLER;
        String page = toBuyer
                ? "/portal/deals/" + said.dealNumber() + "/negotiation"
                : "/desk/quotes/" + said.quoteNumber() + "/negotiation";
        String body = said.author() + (toBuyer ? "" : " of " + quote.buyerName()) + " about quotation "
                + said.quoteNumber() + ":\n\n" + said.text() + "\n\nAnswer here: " + publicUrl + page + "\n";
        receivers(toBuyer, quote)
                .distinct()
                .forEach(to -> mails.queue(new MailDraft(
                        said.key() + ":" + to,
                        said.dealNumber(),
                        to,
                        "Quotation " + said.quoteNumber() + ": " + said.author() + " writes",
                        body,
                        List.of())));
    }

    private Stream<String> receivers(boolean toBuyer, Quote quote) {
        if (toBuyer) {
            return Stream.of(parties.buyer(quote.buyerCode()).email());
        }
        List<StaffMember> desk = staff.members(SALES_DESK);
        List<StaffMember> maker = desk.stream()
                .filter(member -> member.name().equals(quote.preparedBy()))
                .toList();
        return (maker.isEmpty() ? desk : maker)
                .stream().map(StaffMember::email).filter(to -> to != null && !to.isBlank());
    }
}
