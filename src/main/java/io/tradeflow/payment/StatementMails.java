package io.tradeflow.payment;

import io.tradeflow.document.DocumentKind;
import io.tradeflow.document.Documents;
import io.tradeflow.document.FrozenDocument;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Problem;
import io.tradeflow.notification.MailDraft;
import io.tradeflow.notification.Mails;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.quotation.Amounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Statements of account that go to the buyer by mail, as they are at that moment. */
@Service
public class StatementMails {

    private static final String SERIES = "SOA";
    private static final int LONGEST_REQUEST = 64;
    private static final int SHOWN = 5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final AccountStatements accounts;
    private final Documents documents;
    private final Mails mails;
    private final Parties parties;
    private final JdbcClient jdbc;
    private final Clock clock;

    StatementMails(
            AccountStatements accounts,
            Documents documents,
            Mails mails,
            Parties parties,
            JdbcClient jdbc,
            Clock clock) {
        this.accounts = accounts;
        this.documents = documents;
        this.mails = mails;
        this.parties = parties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Mails the statement to the buyer's address. The same request for the same account and period is mailed once, whatever was booked since.
     *
     * @param request chosen by who asks
     * @throws Problem {@code finance-only}; {@code request-missing}; {@code mail-address-missing}; as {@link AccountStatements#statement}
     */
    @Transactional
    public SentStatement send(
            Actor by, String buyerCode, String currency, LocalDate from, LocalDate to, String request) {
        FinanceOnly.require(by);
        if (request == null || request.isBlank() || request.strip().length() > LONGEST_REQUEST) {
            throw Problem.invalid(
                    "request-missing",
                    "request",
                    "Name the request in at most " + LONGEST_REQUEST + " characters, so that it is mailed once");
        }
        AccountStatement statement = accounts.statement(by, buyerCode, currency, from, to);
        lock(buyerCode);
        return find(buyerCode, currency, from, to, request.strip())
                .orElseGet(() -> mail(by, statement, request.strip()));
    }

    private SentStatement mail(Actor by, AccountStatement statement, String request) {
        Buyer buyer = parties.buyer(statement.buyerCode());
        if (buyer.email() == null || buyer.email().isBlank()) {
            throw Problem.invalid(
                    "mail-address-missing", "to", buyer.legalName() + " has no mail address; enter one first");
        }
        String number = DocumentNumber.of(
                        SERIES,
                        FinancialYear.of(LocalDate.now(clock)),
                        jdbc.sql("select nextval('statement_sent_seq')")
                                .query(Long.class)
                                .single())
                .value();
        FrozenDocument frozen = documents.freeze(
                DocumentKind.STATEMENT_OF_ACCOUNT, number, 1, number, buyer.code(), accounts.print(statement));
        insert(by, statement, request, number, buyer.email(), frozen);
        mails.queue(new MailDraft(
                "statement:" + number,
                number,
                buyer.email(),
                "Statement of account, " + days(statement),
                body(statement, buyer),
                List.of(frozen.id())));
        return find(buyer.code(), statement.currency(), statement.from(), statement.to(), request)
                .orElseThrow();
    }

    private String body(AccountStatement statement, Buyer buyer) {
        String balance = statement.closing().isNegative()
                ? "It closes with %s to your credit."
                        .formatted(Amounts.shown(
                                statement.opening().minus(statement.opening()).minus(statement.closing())))
                : "It closes with a balance of %s.".formatted(Amounts.shown(statement.closing()));
        return "Dear %s,\n\nour statement of your account in %s for %s is attached. %s Please tell us where your books differ.\n\nRegards\n%s\n"
                .formatted(
                        buyer.contactName(),
                        statement.currency(),
                        days(statement),
                        balance,
                        parties.seller().legalName());
    }

    private static String days(AccountStatement statement) {
        return DAY.format(statement.from()) + " to " + DAY.format(statement.to());
    }

    /** Those of an account that were mailed last, the latest first. @throws Problem as {@link AccountStatements#currencies} */
    @Transactional(readOnly = true)
    public List<SentStatement> last(Actor by, String buyerCode, String currency) {
        accounts.currencies(by, buyerCode);
        return jdbc.sql(
                        """
                        select * from statement_sent where buyer_code = :buyer and currency = :currency
                        order by requested_at desc, number desc limit :most""")
                .param("buyer", buyerCode)
                .param("currency", currency)
                .param("most", SHOWN)
                .query(StatementMails::sent)
                .list();
    }

    /** Two clicks at the same moment are one request. */
    private void lock(String buyerCode) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('statement:' || :buyer, 0))")
                .param("buyer", buyerCode)
                .query((row, index) -> index)
                .single();
    }

    private Optional<SentStatement> find(
            String buyerCode, String currency, LocalDate from, LocalDate to, String request) {
        return jdbc.sql(
                        """
                        select * from statement_sent where buyer_code = :buyer and currency = :currency
                            and period_from = :from and period_to = :to and request = :request""")
                .param("buyer", buyerCode)
                .param("currency", currency)
                .param("from", from)
                .param("to", to)
                .param("request", request)
                .query(StatementMails::sent)
                .optional();
    }

    private void insert(
            Actor by,
            AccountStatement statement,
            String request,
            String number,
            String recipient,
            FrozenDocument frozen) {
        jdbc.sql(
                        """
                        insert into statement_sent (number, buyer_code, currency, period_from, period_to, request, recipient,
                            document_id, requested_by, requested_at)
                        values (:number, :buyer, :currency, :from, :to, :request, :recipient, :document, :by, :now)""")
                .param("number", number)
                .param("buyer", statement.buyerCode())
                .param("currency", statement.currency())
                .param("from", statement.from())
                .param("to", statement.to())
                .param("request", request)
                .param("recipient", recipient)
                .param("document", frozen.id())
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private static SentStatement sent(ResultSet row, int index) throws SQLException {
        return new SentStatement(
                row.getString("number"),
                row.getString("buyer_code"),
                row.getString("currency"),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                row.getString("recipient"),
                row.getLong("document_id"),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant());
    }
}
