package io.tradeflow.accounting;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Parties;
import io.tradeflow.payment.ReceiptDraft.Mode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which account of the general ledger is used for what, kept by finance. */
@Service
public class LedgerAccounts {

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 120;

    private final JdbcClient jdbc;
    private final Parties parties;
    private final Clock clock;

    LedgerAccounts(JdbcClient jdbc, Parties parties, Clock clock) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.clock = clock;
    }

    /** All of them, by purpose, qualifier and day. @throws Problem {@code finance-only} */
    @Transactional(readOnly = true)
    public List<LedgerAccount> all(Actor by) {
        FinanceOnly.require(by);
        return rows();
    }

    /** What an account may be kept apart for: our GSTINs and the modes of payment. */
    public List<String> qualifiers() {
        List<String> all = new ArrayList<>(
                parties.branches().stream().map(Branch::gstin).distinct().toList());
        Mode.ofMoney().forEach(mode -> all.add(mode.name()));
        return all;
    }

    AccountPlan plan() {
        return new AccountPlan(rows());
    }

    /**
     * Enters the account of a purpose from a day on; one from the same day is replaced. What was exported stays; entries that it makes different are
     * taken back and entered anew with the next export.
     *
     * @throws Problem {@code finance-only}; {@code ledger-account-invalid} per field
     */
    @Transactional
    public void enter(Actor by, LedgerAccount account) {
        FinanceOnly.require(by);
        String qualifier = account.qualifier() == null ? "" : account.qualifier();
        check(account, qualifier);
        jdbc.sql(
                        """
                        insert into ledger_account_mapping (purpose, qualifier, valid_from, account_code, account_name, entered_by,
                            entered_at)
                        values (:purpose, :qualifier, :from, :code, :name, :by, :at)
                        on conflict (purpose, qualifier, valid_from) do update set account_code = excluded.account_code,
                            account_name = excluded.account_name, entered_by = excluded.entered_by,
                            entered_at = excluded.entered_at""")
                .param("purpose", account.purpose().name())
                .param("qualifier", qualifier)
                .param("from", account.validFrom())
                .param("code", tidy(account.code()))
                .param("name", tidy(account.name()))
                .param("by", by.name())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    private void check(LedgerAccount account, String qualifier) {
        List<Violation> wrong = new ArrayList<>();
        if (account.purpose() == null) {
            wrong.add(new Violation("purpose", "Say what the account is for"));
        } else {
            checkQualifier(account.purpose(), qualifier, wrong);
        }
        if (account.validFrom() == null) {
            wrong.add(new Violation("validFrom", "Say from which day on"));
        }
        String code = tidy(account.code());
        String name = tidy(account.name());
        boolean mayBeNone = account.purpose() != null && account.purpose().isOptional();
        if (code == null && !(mayBeNone && name == null) || code != null && code.length() > LONGEST_CODE) {
            wrong.add(new Violation("code", "The code of the account, in at most " + LONGEST_CODE + " characters"));
        }
        if (name == null && !(mayBeNone && code == null) || name != null && name.length() > LONGEST_NAME) {
            wrong.add(new Violation("name", "The name of the account, in at most " + LONGEST_NAME + " characters"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("ledger-account-invalid", "The account cannot be used like this", wrong);
        }
    }

    private void checkQualifier(LedgerPurpose purpose, String qualifier, List<Violation> wrong) {
        if (qualifier.isEmpty()) {
            return;
        }
        switch (purpose.qualifier()) {
            case NONE -> wrong.add(new Violation("qualifier", purpose.label() + " have one account for all"));
            case GSTIN -> {
                if (parties.branches().stream()
                        .noneMatch(branch -> branch.gstin().equals(qualifier))) {
                    wrong.add(new Violation("qualifier", "'" + qualifier + "' is none of our GSTINs"));
                }
            }
            case MODE -> {
                if (Mode.ofMoney().stream().noneMatch(mode -> mode.name().equals(qualifier))) {
                    wrong.add(new Violation(
                            "qualifier",
                            "'" + qualifier + "' is no mode of payment: "
                                    + String.join(
                                            ", ",
                                            Mode.ofMoney().stream()
                                                    .map(Mode::name)
                                                    .toList())));
                }
            }
        }
    }

    private static String tidy(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private List<LedgerAccount> rows() {
        return jdbc.sql("select * from ledger_account_mapping").query(LedgerAccounts::row).list().stream()
                .sorted(java.util.Comparator.comparing(LedgerAccount::purpose)
                        .thenComparing(LedgerAccount::qualifier)
                        .thenComparing(LedgerAccount::validFrom))
                .toList();
    }

    private static LedgerAccount row(ResultSet row, int index) throws SQLException {
        return new LedgerAccount(
                LedgerPurpose.valueOf(row.getString("purpose")),
                row.getString("qualifier"),
                row.getObject("valid_from", LocalDate.class),
                row.getString("account_code"),
                row.getString("account_name"));
    }
}
