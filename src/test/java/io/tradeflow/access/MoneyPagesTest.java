package io.tradeflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.TradeflowTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of money: what is asked for wrongly keeps the page, what was typed and says why; a form sent twice acts once. */
@TradeflowTest
class MoneyPagesTest {

    @LocalServerPort
    int port;

    @ParameterizedTest(name = "{0}?{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/desk/invoices                  | from=hello                       | hello      | 'hello' is not a date             | Invoices",
                "/desk/invoices                  | from=2026-11-09&to=2026-11-01    | 2026-11-09 | ends on or after the day          | Invoices",
                "/desk/invoices                  | state=PAID&page=x                | x          | is not one of the choices         | Invoices",
                "/desk/receipts                  | to=yesterday                     | yesterday  | 'yesterday' is not a date         | All receipts",
                "/desk/ageing                    | asOf=31.12.2026                  | 31.12.2026 | is not a date                     | Ageing",
                "/desk/accounts/NANDI-HOME       | from=2026-11-09&to=2026-11-01    | 2026-11-09 | ends on or after the day          | Opening balance",
                "/desk/accounts/NANDI-HOME       | from=2099-01-01&currency=XXX     | 2099-01-01 | ends on or after the day          | Opening balance",
                "/desk/accounts/journal          | from=2026-11-09&until=2026-11-01 | 2026-11-09 | ends on or after the day          | Journal",
                "/desk/accounts/register         | from=a&until=b                   | 'a'        | 'b' is not a date                 | Sales register",
                "/desk/accounts/register         | until=2020-10-31                 | 2020-10-01 | 2020-10-31                        | Sales register",
                "/desk/accounts/journal          | until=2020-10-31                 | 2020-10-01 | 2020-10-31                        | Journal",
                "/desk/accounts/gstr-1           | period=2026-13                   | 2026-13    | neither a month such as 2026-07   | GSTR-1",
                "/desk/accounts/gstr-1           | gstin=NONE                       | NONE       | is none of our GSTINs             | GSTR-1",
            })
    void aWrongPeriodKeepsThePage(String path, String asked, String typed, String sentence, String page)
            throws Exception {
        Visitor farid = Visitor.signedIn(port, "farid");

        var answer = farid.get(path + "?" + asked);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().replace("&#39;", "'")).contains(page, typed, sentence);
    }

    @Test
    void aBuyersStatementKeepsItsPageToo() throws Exception {
        Visitor priya = Visitor.signedIn(port, "priya@sahyadri-agro.example");

        var answer = priya.get("/portal/account?from=2026-11-09&to=2026-11-01");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Your account", "2026-11-09", "ends on or after the day it begins");
    }

    @Test
    void aStatementIsMailedFromItsPageOnce() throws Exception {
        Visitor farid = Visitor.signedIn(port, "farid");
        String form = "currency=INR&from=2026-11-01&to=2026-11-20&request=twice";

        String next = farid.form("/desk/accounts/NANDI-HOME/mails", form)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(farid.get(next.substring(next.indexOf("/desk"))).body())
                .contains("Statement SOA-", "goes to", "Mail this statement");
        farid.form("/desk/accounts/NANDI-HOME/mails", form);

        assertThat(farid.get("/desk/accounts/NANDI-HOME").body().split("1 Nov 2026 to 20 Nov 2026, mailed", -1))
                .as("listed once")
                .hasSize(2);
    }

    @Test
    void receiptsAreLookedFor() throws Exception {
        Visitor farid = Visitor.signedIn(port, "farid");
        LocalDate day = LocalDate.now().minusDays(3);
        farid.form(
                "/desk/payments",
                "buyerCode=NANDI-HOME&amount=1234.50&currency=INR&mode=NEFT&reference=LOOK-FOR-ME&receivedOn=" + day);

        assertThat(farid.get("/desk/receipts?q=look-for&from=" + day + "&to=" + day, "HX-Request", "true")
                        .body())
                .contains("LOOK-FOR-ME", "₹1,234.50", "/desk/accounts/NANDI-HOME", "1 receipt")
                .doesNotContain("<html");
        assertThat(farid.get("/desk/receipts?q=nandi").body()).contains("LOOK-FOR-ME");
        assertThat(farid.get("/desk/receipts?q=look%25me").body()).contains("No receipt matches.");
    }
}
