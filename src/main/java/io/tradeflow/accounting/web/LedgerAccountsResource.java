package io.tradeflow.accounting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.accounting.LedgerAccount;
import io.tradeflow.accounting.LedgerAccounts;
import io.tradeflow.accounting.LedgerPurpose;
import io.tradeflow.kernel.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts of the general ledger over HTTP, for finance. */
@RestController
@RequestMapping("/api/v1/accounting/ledger-accounts")
@Tag(name = "Accounting", description = "GSTR-1, sales register and journal for the accountant; finance only")
class LedgerAccountsResource {

    private final LedgerAccounts accounts;

    LedgerAccountsResource(LedgerAccounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    @Operation(summary = "Which account of the general ledger is used for what, by day")
    List<LedgerAccount> all(Actor.Staff by) {
        return accounts.all(by);
    }

    @PutMapping
    @Operation(summary = "Enter the account of a purpose from a day on")
    List<LedgerAccount> enter(Actor.Staff by, @Valid @RequestBody Entry entry) {
        accounts.enter(
                by,
                new LedgerAccount(entry.purpose(), entry.qualifier(), entry.validFrom(), entry.code(), entry.name()));
        return accounts.all(by);
    }

    /** {@code qualifier} is a GSTIN for output tax or a mode of payment for money; empty for all others. */
    record Entry(
            @NotNull LedgerPurpose purpose, String qualifier, @NotNull LocalDate validFrom, String code, String name) {}
}
