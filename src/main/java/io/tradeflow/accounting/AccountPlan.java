package io.tradeflow.accounting;

import io.tradeflow.kernel.Problem;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which account is used for what on which day. */
final class AccountPlan {

    private final List<LedgerAccount> latestFirst;

    AccountPlan(List<LedgerAccount> accounts) {
        this.latestFirst = accounts.stream()
                .sorted(Comparator.comparing(LedgerAccount::validFrom).reversed())
                .toList();
    }

    /** The account of the purpose on the day: that of the qualifier before that of all. */
    Optional<LedgerAccount> find(LedgerPurpose purpose, String qualifier, LocalDate on) {
        return row(purpose, qualifier, on).or(() -> row(purpose, "", on)).filter(account -> account.code() != null);
    }

    /** @throws Problem {@code ledger-account-missing} */
    LedgerAccount account(LedgerPurpose purpose, String qualifier, LocalDate on) {
        return find(purpose, qualifier, on)
                .orElseThrow(() -> Problem.conflict(
                        "ledger-account-missing",
                        "No account",
                        "There is no account for " + purpose.label()
                                + (qualifier.isEmpty() ? "" : " (" + qualifier + ")") + " on " + on
                                + "; enter one under Ledger accounts"));
    }

    private Optional<LedgerAccount> row(LedgerPurpose purpose, String qualifier, LocalDate on) {
        return latestFirst.stream()
                .filter(account -> account.purpose() == purpose
                        && account.qualifier().equals(qualifier)
                        && !account.validFrom().isAfter(on))
                .findFirst();
    }
}
