package io.tradeflow.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tradeflow.MasterDataTest;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.SellingCompany.LetterOfUndertaking;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@MasterDataTest
class PartiesTest {

    private static final SellingCompany SELLER = new SellingCompany(
            "Deccan Flow Controls Private Limited",
            "Deccan Flow Controls",
            "AAQCA8719H",
            "U28132MH2009PTC000001",
            "AAQCA8719H",
            "INR",
            "sales@deccan.example",
            "+91 20 5550 0100",
            "https://deccan.example",
            new LetterOfUndertaking("AD270326000001X", LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31)));

    @Autowired
    private Parties parties;

    @Autowired
    private BuyerAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void keepsABuyerWhole() {
        Buyer kept = parties.save(BuyerRulesTest.regular());

        assertThat(parties.buyer("SABARMATI")).isEqualTo(kept);
        assertThat(parties.buyers()).containsExactly(kept);
        assertThat(parties.findBuyer("NOBODY")).isEmpty();
    }

    @Test
    void keepsABuyerOutsideTheTaxSystem() {
        Buyer kept = parties.save(BuyerRulesTest.buyer(TaxRegistration.OVERSEAS, null, BuyerRulesTest.NICE));

        assertThat(parties.buyer("SABARMATI")).isEqualTo(kept);
        assertThat(kept.billTo().stateName()).isEqualTo("PACA");
    }

    @Test
    void savingAgainChangesAndAddingAgainIsRefused() {
        parties.add(BuyerRulesTest.regular());
        parties.save(BuyerRulesTest.buyer(TaxRegistration.UNREGISTERED, null, BuyerRulesTest.PUNE));

        assertThat(parties.buyer("SABARMATI").taxRegistration()).isEqualTo(TaxRegistration.UNREGISTERED);
        assertThat(catchThrowableOfType(Problem.class, () -> parties.add(BuyerRulesTest.regular())))
                .extracting(Problem::slug)
                .isEqualTo("buyer-exists");
        assertThat(parties.buyer("SABARMATI").taxRegistration()).isEqualTo(TaxRegistration.UNREGISTERED);
    }

    @Test
    void theDatabaseAlsoRefusesAGstinThatDoesNotGoWithTheRegistration() {
        parties.save(BuyerRulesTest.regular());

        assertThatThrownBy(() -> jdbc.sql("update buyer set tax_registration = 'UNREGISTERED'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("gstin_goes_with_registration");
    }

    @Test
    void keepsTheCompanyAndItsBranches() {
        parties.saveSeller(SELLER);
        parties.saveBranch(branch("27AAQCA8719H1Z6", BuyerRulesTest.PUNE));

        assertThat(parties.seller()).isEqualTo(SELLER);
        assertThat(parties.branchOfWarehouse("PUN")).isEqualTo(parties.branch("MH"));
        assertThat(parties.branch("MH").address().stateName()).isEqualTo("Maharashtra");
        assertThat(parties.branches()).hasSize(1);
    }

    @Test
    void aBranchIsRegisteredOnTheCompanysPanInItsState() {
        parties.saveSeller(SELLER);

        assertThat(wrongFields(branch("05AAACG2115R1ZN", BuyerRulesTest.PUNE))).containsExactly("gstin", "gstin");
        assertThat(wrongFields(branch("24AAQCA8719H1ZC", BuyerRulesTest.PUNE))).containsExactly("gstin");
        assertThat(wrongFields(branch("27AAQCA8719H1Z5", BuyerRulesTest.PUNE))).containsExactly("gstin");
    }

    @Test
    void anUndertakingEndsAfterItBegan() {
        SellingCompany wrong = new SellingCompany(
                "Deccan",
                "Deccan",
                "AAQCA8719",
                "U28132",
                "1",
                "INR",
                "sales",
                null,
                null,
                new LetterOfUndertaking("AD27", LocalDate.of(2027, 4, 1), LocalDate.of(2027, 3, 31)));

        assertThat(catchThrowableOfType(Problem.class, () -> parties.saveSeller(wrong))
                        .violations())
                .extracting(Problem.Violation::field)
                .containsExactlyInAnyOrder(
                        "pan", "cin", "iec", "email", "letterOfUndertaking.arn", "letterOfUndertaking.validUntil");
    }

    @Test
    void signsInByPasswordOnly() {
        parties.save(BuyerRulesTest.regular());
        accounts.open("Hetal@Sabarmati.example", "Hetal Shah", "SABARMATI", "kesar-7");

        for (int again = 0; again < 2; again++) {
            assertThat(accounts.signIn(" hetal@sabarmati.example ", "kesar-7"))
                    .get()
                    .satisfies(user -> {
                        assertThat(user.buyerCode()).isEqualTo("SABARMATI");
                        assertThat(user.name()).isEqualTo("Hetal Shah");
                        assertThat(user.userId()).isEqualTo("hetal@sabarmati.example");
                    });
            assertThat(accounts.signIn("hetal@sabarmati.example", "kesar-8")).isEmpty();
        }
        assertThat(accounts.signIn("nobody@sabarmati.example", "kesar-7")).isEmpty();
        assertThat(accounts.signIn("hetal@sabarmati.example", null)).isEmpty();
        assertThat(jdbc.sql("select password_hash from buyer_user")
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}")
                .doesNotContain("kesar");
    }

    @Test
    void aChangedPasswordCountsAtOnce() {
        parties.save(BuyerRulesTest.regular());
        accounts.open("a@sabarmati.example", "A", "SABARMATI", "old");
        accounts.open("b@sabarmati.example", "B", "SABARMATI", "new");
        assertThat(accounts.signIn("a@sabarmati.example", "old")).isPresent();

        jdbc.sql("update buyer_user set password_hash = (select password_hash from buyer_user"
                        + " where user_id = 'b@sabarmati.example')")
                .update();

        assertThat(accounts.signIn("a@sabarmati.example", "old")).isEmpty();
        assertThat(accounts.signIn("a@sabarmati.example", "new")).isPresent();
    }

    @Test
    void aSignInIsOpenedOnceForAKnownBuyer() {
        parties.save(BuyerRulesTest.regular());
        accounts.open("a@sabarmati.example", "A", "SABARMATI", "demo");

        assertThat(slugOfOpening("A@sabarmati.example", "SABARMATI", "demo")).isEqualTo("account-exists");
        assertThat(slugOfOpening("b@sabarmati.example", "NOBODY", "demo")).isEqualTo("not-found");
        assertThat(slugOfOpening("no mail", "SABARMATI", "demo")).isEqualTo("invalid-account");
        assertThat(slugOfOpening("b@sabarmati.example", "SABARMATI", "ü".repeat(40)))
                .isEqualTo("invalid-account");
    }

    private String slugOfOpening(String userId, String buyerCode, String password) {
        return catchThrowableOfType(Problem.class, () -> accounts.open(userId, "A", buyerCode, password))
                .slug();
    }

    private List<String> wrongFields(Branch branch) {
        return catchThrowableOfType(Problem.class, () -> parties.saveBranch(branch)).violations().stream()
                .map(Problem.Violation::field)
                .toList();
    }

    private static Branch branch(String gstin, Address address) {
        return new Branch(
                "MH",
                "Pune works",
                gstin,
                address,
                "PUN",
                "MH",
                new Branch.BankAccount("Deccan", "Bank", "0041", "DECB0000411", "deccan@decb"));
    }
}
