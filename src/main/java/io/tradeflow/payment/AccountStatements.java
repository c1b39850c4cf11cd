package io.tradeflow.payment;

import io.tradeflow.document.DocumentKind;
import io.tradeflow.document.Documents;
import io.tradeflow.document.PartyPrint;
import io.tradeflow.document.StatementPrint;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Letterhead;
import io.tradeflow.party.Parties;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Buyers' accounts: what is open by age, and the statement of account. Staff of money and sales see all, a buyer its own statement. */
@Service
@Transactional(readOnly = true)
public class AccountStatements {

    private static final Set<String> SEE =
            Set.of("finance", "credit-controllers", "sales-managers", "directors", "sales-desk");

    private final AccountBook book;
    private final Parties parties;
    private final Documents documents;
    private final Clock clock;

    AccountStatements(AccountBook book, Parties parties, Documents documents, Clock clock) {
        this.book = book;
        this.parties = parties;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * What was open on that day by age, for each buyer and currency.
     *
     * @throws Problem {@code accounts-only}
     */
    public List<Ageing> ageing(Actor by, LocalDate asOf) {
        requireReader(by);
        return List.copyOf(aged(null, asOf).values());
    }

    /** As {@link #ageing}, the buyers of a group together; a buyer in no group stands for itself. */
    public List<Ageing> ageingOfGroups(Actor by, LocalDate asOf) {
        Map<String, Ageing> groups = new TreeMap<>();
        for (Ageing row : ageing(by, asOf)) {
            Ageing named = row.groupCode() == null ? row : row.under(row.groupCode(), "Group " + row.groupCode());
            groups.merge(named.code() + " " + named.currency(), named, Ageing::plus);
        }
        return List.copyOf(groups.values());
    }

    private Map<String, Ageing> aged(String buyerCode, LocalDate asOf) {
        Map<String, Ageing> rows = new TreeMap<>();
        for (AccountBook.Amount open : book.open(buyerCode, asOf)) {
            rows.compute(
                    key(open), (key, row) -> (row == null ? none(open) : row).with(open.dueOn(), open.money(), asOf));
        }
        for (AccountBook.Amount money : book.unapplied(buyerCode, asOf)) {
            rows.compute(key(money), (key, row) -> (row == null ? none(money) : row).withUnapplied(money.money()));
        }
        return rows;
    }

    private static String key(AccountBook.Amount amount) {
        return amount.buyerCode() + " " + amount.currency();
    }

    private Ageing none(AccountBook.Amount amount) {
        return Ageing.none(
                amount.buyerCode(),
                parties.buyer(amount.buyerCode()).legalName(),
                amount.groupCode(),
                amount.currency());
    }

    /** Currencies the buyer has an account in; its own where there is none yet. */
    public List<String> currencies(Actor by, String buyerCode) {
        Buyer buyer = seen(by, buyerCode);
        List<String> currencies = book.currencies(buyerCode);
        return currencies.isEmpty() ? List.of(buyer.currency()) : currencies;
    }

    /**
     * The statement of account for a period, its last day included.
     *
     * @throws Problem {@code accounts-only}; {@code period-invalid}; not-found, also of another buyer
     */
    public AccountStatement statement(Actor by, String buyerCode, String currency, LocalDate from, LocalDate to) {
        Buyer buyer = seen(by, buyerCode);
        if (from == null || to == null || to.isBefore(from)) {
            throw Problem.invalid("period-invalid", "to", "The period ends on or after the day it begins");
        }
        Ageing ageing = aged(buyerCode, to)
                .getOrDefault(buyerCode + " " + currency, Ageing.none(buyerCode, buyer.legalName(), null, currency));
        List<AccountMovement> movements = book.movements(buyerCode, currency, to);
        return AccountStatement.of(
                buyerCode,
                buyer.legalName(),
                currency,
                from,
                to,
                by instanceof Actor.BuyerUser
                        ? movements.stream().map(AccountMovement::withoutReason).toList()
                        : movements,
                book.owedBack(buyerCode, currency, to),
                ageing);
    }

    /** The statement as a PDF; nothing of it is kept. @throws Problem as {@link #statement} */
    public byte[] pdf(Actor by, String buyerCode, String currency, LocalDate from, LocalDate to) {
        AccountStatement statement = statement(by, buyerCode, currency, from, to);
        return documents.preview(DocumentKind.STATEMENT_OF_ACCOUNT, print(statement), clock.instant());
    }

    /** What it prints. */
    StatementPrint print(AccountStatement statement) {
        Buyer buyer = parties.buyer(statement.buyerCode());
        Ageing ageing = statement.ageing();
        return new StatementPrint(
                statement.buyerCode(),
                LocalDate.now(clock),
                statement.from(),
                statement.to(),
                Letterhead.of(parties.seller(), parties.branches().get(0), LocalDate.now(clock)),
                PartyPrint.of(buyer.legalName(), buyer.billTo(), buyer.gstin())
                        .reachedBy(buyer.contactName(), buyer.phone(), buyer.email()),
                statement.currency(),
                statement.opening().toDocumentScale(),
                statement.lines().stream()
                        .map(line -> new StatementPrint.Line(
                                line.movement().day(),
                                line.movement().kind().label(),
                                line.movement().number(),
                                line.movement().text(),
                                figure(line.debit()),
                                figure(line.credit()),
                                line.balance().toDocumentScale()))
                        .toList(),
                statement.closing().toDocumentScale(),
                figure(statement.owedBack()),
                new StatementPrint.Ages(
                        ageing.current().toDocumentScale(),
                        ageing.upTo30().toDocumentScale(),
                        ageing.upTo60().toDocumentScale(),
                        ageing.upTo90().toDocumentScale(),
                        ageing.over90().toDocumentScale(),
                        ageing.unapplied().toDocumentScale(),
                        ageing.total().toDocumentScale()));
    }

    private static BigDecimal figure(Money money) {
        return money.isZero() ? null : money.toDocumentScale();
    }

    private Buyer seen(Actor by, String buyerCode) {
        if (by instanceof Actor.BuyerUser user && !user.buyerCode().equals(buyerCode)) {
            throw Problem.notFound("buyer", buyerCode);
        }
        if (!(by instanceof Actor.BuyerUser)) {
            requireReader(by);
        }
        return parties.buyer(buyerCode);
    }

    private static void requireReader(Actor by) {
        boolean allowed = by instanceof Actor.Program
                || by instanceof Actor.Staff staff && SEE.stream().anyMatch(staff::isIn);
        if (!allowed) {
            throw Problem.forbidden("accounts-only", "Accounts are shown to finance, sales and directors");
        }
    }
}
