package io.tradeflow.party;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Branch.BankAccount;
import io.tradeflow.party.SellingCompany.LetterOfUndertaking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The selling company and its branches as administrators and directors enter them. */
@Service
@Transactional
public class CompanySetup {

    private static final Set<String> SET_UP = Set.of("camunda-admin", "directors");

    /** A branch and its warehouse are known by their codes on every document. */
    private static final int LONGEST_CODE = 20;

    /** Cost, floor prices and GST are reckoned in it. */
    private static final String CURRENCY = "INR";

    private final Parties parties;

    CompanySetup(Parties parties) {
        this.parties = parties;
    }

    /** Whether this actor keeps the company, its branches and warehouses. */
    public static boolean maySetUp(Actor by) {
        return by instanceof Actor.Program
                || by instanceof Actor.Staff staff && SET_UP.stream().anyMatch(staff::isIn);
    }

    /** @throws Problem {@code setup-only} */
    public static void requireMaySetUp(Actor by) {
        if (!maySetUp(by)) {
            throw Problem.forbidden(
                    "setup-only", "The company, its branches and warehouses are kept by administrators and directors");
        }
    }

    /**
     * Enters the company or changes it; blank fields are none.
     *
     * @return the company as it is kept
     * @throws Problem {@code setup-only}; {@code invalid-seller} naming every wrong field, e.g. {@code letterOfUndertaking.arn};
     *     {@code currency-not-supported} for any other than INR
     */
    public SellingCompany saveCompany(Actor by, SellingCompany company) {
        requireMaySetUp(by);
        SellingCompany kept = normalised(company);
        Violations violations = new Violations();
        SellerRules.violations(kept).forEach(violations::add);
        parties.branches().stream()
                .filter(branch -> !new Gstin(branch.gstin()).pan().equals(Optional.ofNullable(kept.pan())))
                .findFirst()
                .ifPresent(branch -> violations.add(
                        "pan",
                        "The GSTIN " + branch.gstin() + " of branch " + branch.code() + " is built on another PAN"));
        violations.refuse("invalid-seller", "The selling company's data are not right");
        if (!CURRENCY.equals(kept.currency())) {
            throw Problem.invalid(
                    "currency-not-supported",
                    "currency",
                    "Prices and taxes are kept in " + CURRENCY + " and the company cannot keep its books in "
                            + kept.currency() + " yet: enter " + CURRENCY
                            + "; buyers may still be quoted in their own currency");
        }
        parties.saveSeller(kept);
        return kept;
    }

    /**
     * Adds a branch or changes the one with this code; blank fields are none.
     *
     * @return the branch as it is kept
     * @throws Problem {@code setup-only}; {@code invalid-branch} naming every wrong field, e.g. {@code address.pin};
     *     {@code company-missing} before the company was entered
     */
    public Branch saveBranch(Actor by, Branch branch) {
        requireMaySetUp(by);
        SellingCompany company = parties.findSeller()
                .orElseThrow(() -> Problem.conflict(
                        "company-missing", "The company is missing", "Enter the company first: branches belong to it"));
        Branch wanted = normalised(branch);
        List<Branch> others = new ArrayList<>(parties.branches());
        Optional<Branch> before = others.stream()
                .filter(other -> other.code().equals(wanted.code()))
                .findFirst();
        before.ifPresent(others::remove);
        Violations violations = new Violations();
        SellerRules.violations(wanted, company.pan()).forEach(violations::add);
        violations.limit("code", wanted.code(), LONGEST_CODE);
        violations.limit("warehouseCode", wanted.warehouseCode(), LONGEST_CODE);
        checkOnlyOnce("gstin", wanted, others, Branch::gstin, violations);
        checkOnlyOnce("warehouseCode", wanted, others, Branch::warehouseCode, violations);
        checkOnlyOnce("invoiceSeries", wanted, others, Branch::invoiceSeries, violations);
        checkSeriesIsItsOwn(wanted, violations);
        before.filter(known -> !known.warehouseCode().equals(wanted.warehouseCode()))
                .ifPresent(known -> violations.add(
                        "warehouseCode",
                        "The branch ships from " + known.warehouseCode()
                                + ", where its stock lies; that does not change"));
        violations.refuse("invalid-branch", "The branch's data are not right");
        parties.saveBranch(wanted);
        return parties.branch(wanted.code());
    }

    /** Numbers begin with the series and are counted by GSTIN: under another one they would begin again at 1. */
    private void checkSeriesIsItsOwn(Branch wanted, Violations violations) {
        parties.gstinOfSeries(wanted.invoiceSeries())
                .filter(gstin -> !gstin.equals(wanted.gstin()))
                .ifPresent(gstin -> violations.add(
                        "invoiceSeries",
                        "Invoices of the GSTIN " + gstin + " carry the series " + wanted.invoiceSeries() + ": give "
                                + wanted.gstin() + " a fresh series, one that no invoice carries"));
    }

    private static void checkOnlyOnce(
            String field, Branch wanted, List<Branch> others, Function<Branch, String> part, Violations violations) {
        others.stream()
                .filter(other -> part.apply(other).equals(part.apply(wanted)))
                .findFirst()
                .ifPresent(other -> violations.add(field, part.apply(other) + " is that of branch " + other.code()));
    }

    private static SellingCompany normalised(SellingCompany company) {
        LetterOfUndertaking letter = company.letterOfUndertaking();
        boolean none = letter == null
                || Text.orNull(letter.arn()) == null && letter.validFrom() == null && letter.validUntil() == null;
        return new SellingCompany(
                Text.orNull(company.legalName()),
                Text.orNull(company.tradeName()) == null
                        ? Text.orNull(company.legalName())
                        : Text.orNull(company.tradeName()),
                upper(company.pan()),
                upper(company.cin()),
                upper(company.iec()),
                upper(company.currency()),
                Text.orNull(company.email()),
                Text.orNull(company.phone()),
                Text.orNull(company.website()),
                none ? null : new LetterOfUndertaking(upper(letter.arn()), letter.validFrom(), letter.validUntil()));
    }

    private static Branch normalised(Branch branch) {
        BankAccount account = branch.bankAccount();
        Address address = branch.address();
        return new Branch(
                upper(branch.code()),
                Text.orNull(branch.name()),
                Gstin.normalised(branch.gstin()),
                AddressRules.normalised(address),
                upper(branch.warehouseCode()),
                upper(branch.invoiceSeries()),
                account == null
                        ? null
                        : new BankAccount(
                                Text.orNull(account.accountName()),
                                Text.orNull(account.bank()),
                                Text.orNull(account.accountNumber()),
                                upper(account.ifsc()),
                                Text.orNull(account.upiId())),
                isNone(branch.registration()) ? null : branch.registration());
    }

    private static boolean isNone(Branch.Registration registration) {
        return registration == null || registration.effectiveFrom() == null && registration.certifiedOn() == null;
    }

    private static String upper(String text) {
        String given = Text.orNull(text);
        return given == null ? null : given.toUpperCase(Locale.ROOT);
    }
}
