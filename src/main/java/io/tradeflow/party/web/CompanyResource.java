package io.tradeflow.party.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Branch;
import io.tradeflow.party.CompanySetup;
import io.tradeflow.party.Parties;
import io.tradeflow.party.SellingCompany;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The selling company and its branches: staff read them, administrators and directors enter them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Company", description = "The selling company, its branches and warehouses")
class CompanyResource {

    private final Parties parties;
    private final CompanySetup setup;

    CompanyResource(Parties parties, CompanySetup setup) {
        this.parties = parties;
        this.setup = setup;
    }

    @GetMapping("/company")
    @Operation(summary = "Read the selling company")
    SellingCompany company(Actor.Staff by) {
        return parties.seller();
    }

    @PutMapping("/company")
    @Operation(summary = "Enter the selling company or change it; administrators and directors")
    SellingCompany save(Actor.Staff by, @RequestBody SellingCompany company) {
        return setup.saveCompany(by, company);
    }

    @GetMapping("/branches")
    @Operation(summary = "List the branches with their GSTIN, warehouse and invoice series")
    List<BranchJson> branches(Actor.Staff by) {
        return parties.branches().stream().map(BranchJson::of).toList();
    }

    @PutMapping("/branches/{code}")
    @Operation(
            summary = "Add a branch or change it; administrators and directors",
            description = "Without registration, that of the branch stays; an empty one takes it away.")
    BranchJson save(Actor.Staff by, @PathVariable String code, @RequestBody BranchJson branch) {
        if (branch.code() != null && !branch.code().equalsIgnoreCase(code)) {
            throw Problem.invalid("invalid-branch", "code", "A branch's code does not change");
        }
        Branch.Registration known = parties.branches().stream()
                .filter(one -> one.code().equalsIgnoreCase(code))
                .findFirst()
                .map(Branch::registration)
                .orElse(null);
        Branch kept = setup.saveBranch(by, branch.toBranch(code, known));
        return BranchJson.of(kept);
    }
}
