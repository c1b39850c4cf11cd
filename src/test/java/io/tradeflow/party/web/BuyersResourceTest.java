package io.tradeflow.party.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tradeflow.MasterDataTest;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.BusinessCategory;
import io.tradeflow.party.TaxRegistration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;

@MasterDataTest
class BuyersResourceTest {

    private static final Actor.Staff ASHA = new Actor.Staff("asha", "Asha Nair", Set.of("sales-desk"));
    private static final Actor.Staff RAVI = new Actor.Staff("ravi", "Ravi Shinde", Set.of("warehouse"));
    private static final Actor.BuyerUser PRIYA = new Actor.BuyerUser("priya@agro.example", "Priya", "AGRO");

    @Autowired
    private BuyersResource buyers;

    @BeforeEach
    void addTwoBuyers() {
        buyers.add(ASHA, buyer("AGRO", 30));
        buyers.add(ASHA, buyer("OTHER", 30));
    }

    @Test
    void staffSeeAllBuyersAndABuyerOnlyTheirOwnCompany() {
        assertThat(buyers.buyers(RAVI)).extracting(BuyerJson::code).containsExactly("AGRO", "OTHER");
        assertThat(buyers.buyers(PRIYA)).extracting(BuyerJson::code).containsExactly("AGRO");
        assertThat(buyers.buyer(RAVI, "OTHER").code()).isEqualTo("OTHER");
        assertThat(buyers.buyer(PRIYA, "AGRO").code()).isEqualTo("AGRO");
    }

    @Test
    void anotherCompanyLooksLikeNoneToABuyer() {
        Problem hidden = catchThrowableOfType(Problem.class, () -> buyers.buyer(PRIYA, "OTHER"));
        Problem absent = catchThrowableOfType(Problem.class, () -> buyers.buyer(ASHA, "NOBODY"));

        assertThat(hidden.slug()).isEqualTo(absent.slug());
        assertThat(hidden.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
    }

    @Test
    void onlyTheSalesDeskAddsAndChanges() {
        assertThat(catchThrowableOfType(Problem.class, () -> buyers.add(RAVI, buyer("NEW", 30)))
                        .kind())
                .isEqualTo(Problem.Kind.FORBIDDEN);
        assertThat(catchThrowableOfType(Problem.class, () -> buyers.change(RAVI, "AGRO", buyer("AGRO", 60)))
                        .kind())
                .isEqualTo(Problem.Kind.FORBIDDEN);
        assertThat(buyers.buyer(ASHA, "AGRO").creditDays()).isEqualTo(30);
        assertThat(buyers.change(ASHA, "AGRO", buyer("AGRO", 60)).creditDays()).isEqualTo(60);
    }

    @Test
    void whatIsAddedHasAnAddress() {
        ResponseEntity<BuyerJson> answer = buyers.add(ASHA, buyer("NEW", 0));

        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(answer.getHeaders().getLocation()).hasToString("/api/v1/buyers/NEW");
        assertThat(answer.getBody()).isEqualTo(buyers.buyer(ASHA, "NEW"));
        assertThat(answer.getBody().billTo().stateName()).isEqualTo("Maharashtra");
    }

    @Test
    void aCodeIsTakenOnceAndStays() {
        assertThat(catchThrowableOfType(Problem.class, () -> buyers.add(ASHA, buyer("AGRO", 1)))
                        .slug())
                .isEqualTo("buyer-exists");
        assertThat(catchThrowableOfType(Problem.class, () -> buyers.change(ASHA, "AGRO", buyer("OTHER", 1)))
                        .violations())
                .extracting(Problem.Violation::field)
                .containsExactly("code");
        assertThat(catchThrowableOfType(Problem.class, () -> buyers.change(ASHA, "NOBODY", buyer("NOBODY", 1)))
                        .kind())
                .isEqualTo(Problem.Kind.NOT_FOUND);
    }

    private static BuyerJson buyer(String code, int creditDays) {
        AddressJson pune = new AddressJson("Gat 118", null, "Pune", "27", null, "412207", "IN");
        return new BuyerJson(
                code,
                code,
                null,
                BusinessCategory.DISTRIBUTOR,
                TaxRegistration.UNREGISTERED,
                null,
                pune,
                null,
                null,
                "INR",
                creditDays,
                "Priya",
                "priya@agro.example",
                null);
    }
}
