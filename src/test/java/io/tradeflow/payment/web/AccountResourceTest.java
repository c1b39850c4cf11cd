package io.tradeflow.payment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import io.tradeflow.payment.AccountStatements;
import io.tradeflow.payment.Ageing;
import io.tradeflow.payment.StatementMails;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The ageing as spreadsheets read it. */
class AccountResourceTest {

    private static final Actor.Staff FARID = new Actor.Staff("farid", "Farid Khan", Set.of("finance"));

    @Test
    void noCellIsAFormulaWhicheverSignItBeginsWith() {
        Money zero = Money.zero("INR");
        Money credit = Money.of("-5", "INR");
        AccountStatements accounts = mock(AccountStatements.class);
        when(accounts.ageing(any(), any()))
                .thenReturn(List.of(
                        new Ageing("B-1", "\t=HYPERLINK(1)", null, "INR", zero, zero, zero, zero, zero, credit),
                        new Ageing("B-2", "\uFF1DSUM(A1)", "G", "INR", zero, zero, zero, zero, zero, zero),
                        new Ageing("B-3", "Patil, \"Sons\"", null, "INR", zero, zero, zero, zero, zero, zero)));

        byte[] file = new AccountResource(accounts, mock(StatementMails.class), Clock.systemUTC())
                .ageingAsCsv(FARID, LocalDate.of(2026, 7, 1), false)
                .getBody();

        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("code,name,group,currency,current,days_1_30,days_31_60,days_61_90,over_90,unapplied,total")
                .contains("\"'\t=HYPERLINK(1)\"")
                .contains("'\uFF1DSUM(A1)")
                .contains("\"Patil, \"\"Sons\"\"\"")
                .contains(",-5.00,-5.00");
    }
}
