package io.tradeflow.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tradeflow.TradeflowTest;
import io.tradeflow.engine.StaffDirectory;
import io.tradeflow.inventory.Stock;
import io.tradeflow.inventory.Warehouse;
import io.tradeflow.kernel.Actor;
import io.tradeflow.party.BuyerAccounts;
import io.tradeflow.party.Parties;
import io.tradeflow.party.SellingCompany;
import io.tradeflow.pricing.LinePrice;
import io.tradeflow.pricing.PriceRequest;
import io.tradeflow.pricing.Prices;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/** The program has loaded the demo company when it is ready. */
@TradeflowTest
class DemoCompanyTest {

    @Autowired
    private DemoCompany demo;

    @Autowired
    private Parties parties;

    @Autowired
    private BuyerAccounts accounts;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private Prices prices;

    @Autowired
    private Stock stock;

    @Test
    void everyDemoUserSignsIn() {
        DemoFiles files = new DemoFiles();
        assertThat(files.staff()).allSatisfy(person -> assertThat(staff.signIn(person.userId(), "demo"))
                .get()
                .extracting(Actor.Staff::groups)
                .isEqualTo(person.groups()));
        assertThat(files.buyers()).allSatisfy(buyer -> assertThat(buyer.users())
                .allSatisfy(user -> assertThat(accounts.signIn(user.userId(), "demo"))
                        .get()
                        .extracting(Actor.BuyerUser::buyerCode)
                        .isEqualTo(buyer.code())));
    }

    @Test
    void warehousesShipForTheirBranches() {
        assertThat(stock.warehouses())
                .extracting(Warehouse::code, Warehouse::branchCode)
                .contains(tuple("PUN", "MH"), tuple("CBE", "TN"));
        assertThat(parties.branchOfWarehouse("CBE").gstin()).startsWith("33");
    }

    @Test
    void agreedPricesComeFirst() {
        LinePrice price = prices.resolve(new PriceRequest(
                        "SAHYADRI-AGRO",
                        "DISTRIBUTOR",
                        "INR",
                        LocalDate.of(2026, 11, 23),
                        List.of(new PriceRequest.Line(1, "CP-010-CI", new BigDecimal("5")))))
                .get(0);

        assertThat(price.reason()).isEqualTo("Customer price from 5 NOS, valid from 1 Apr 2026");
        assertThat(price.unitPrice()).isLessThan(price.listPrice());
    }

    @Test
    void loadingAgainTouchesNothing() {
        SellingCompany company = parties.seller();
        Map<String, BigDecimal> before = stock.available(List.of("ST-M20-120", "WR-50-160"));

        demo.run(new DefaultApplicationArguments());

        assertThat(parties.seller()).isEqualTo(company);
        assertThat(stock.available(List.of("ST-M20-120", "WR-50-160"))).isEqualTo(before);
        assertThat(before.get("WR-50-160")).isPositive();
    }
}
