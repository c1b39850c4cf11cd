package io.tradeflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.TradeflowTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of credit and segments: who sees them, and that limits are set and refused in words. */
@TradeflowTest
class CreditPagesTest {

    @LocalServerPort
    int port;

    @Test
    void financeSetsALimitAndKeepsWhatWasTypedWhenRefused() throws Exception {
        Visitor farid = Visitor.signedIn(port, "farid");

        farid.form("/desk/credit/NANDI-HOME/INR/limit", "amount=-5&reason=&groupCode=Nandi");
        assertThat(farid.get("/desk/credit/NANDI-HOME/INR").body())
                .contains("The limit is zero or more", "why the limit is set", "value=\"-5\"", "value=\"Nandi\"");

        farid.form("/desk/credit/NANDI-HOME/INR/limit", "amount=7,50,000&reason=First+year");
        assertThat(farid.get("/desk/credit/NANDI-HOME/INR").body())
                .contains("The limit is set.", "₹7,50,000.00", "First year", "Farid Khan");
        assertThat(farid.get("/desk/credit").body()).contains("Nandi", "Every figure agrees with its ledger");
    }

    @Test
    void whatBuyersOweIsNotForEverybody() throws Exception {
        Visitor ravi = Visitor.signedIn(port, "ravi");
        assertThat(ravi.get("/desk/credit").statusCode()).isEqualTo(403);
        assertThat(ravi.get("/desk/credit/NANDI-HOME/INR").statusCode()).isEqualTo(403);

        Visitor meera = Visitor.signedIn(port, "meera");
        assertThat(meera.get("/desk/credit/NANDI-HOME/INR").body()).doesNotContain("Set the limit");
        meera.form("/desk/credit/NANDI-HOME/INR/limit", "amount=1&reason=mine");
        assertThat(meera.get("/desk/credit/NANDI-HOME/INR").body())
                .contains("Credit limits are set by finance")
                .doesNotContain("mine</div>");
    }

    @Test
    void staffSeeWhichRulePlacesABuyer() throws Exception {
        Visitor asha = Visitor.signedIn(port, "asha");

        assertThat(asha.get("/desk/segments").body()).contains("Sahyadri Agro", "Rule ", "Customer segment, version");
        assertThat(asha.get("/desk/segments/COTE-DAZUR").body())
                .contains("EXPORT", "Whoever buys from abroad is an export customer", "as now");
    }
}
