package io.tradeflow.party;

import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The selling company with its branches, and the buyers. Every read asks the database: the rows are found by key in a
 * fraction of a millisecond, and no instance of the program ever works with what another has changed.
 */
@Service
public class Parties {

    private final SellerTable sellers;
    private final BuyerTable buyers;

    Parties(SellerTable sellers, BuyerTable buyers) {
        this.sellers = sellers;
        this.buyers = buyers;
    }

    /** @throws Problem not-found before the company was set up */
    public SellingCompany seller() {
        return findSeller().orElseThrow(() -> Problem.notFound("selling company", "yet"));
    }

    public Optional<SellingCompany> findSeller() {
        return sellers.company();
    }

    /** By code. */
    public List<Branch> branches() {
        return sellers.branches();
    }

    /** @throws Problem not-found */
    public Branch branch(String code) {
        return sellers.branch(code).orElseThrow(() -> Problem.notFound("branch", code));
    }

    /**
     * The branch that ships from and invoices for a warehouse.
     *
     * @throws Problem not-found
     */
    public Branch branchOfWarehouse(String warehouseCode) {
        return sellers.branchOfWarehouse(warehouseCode)
                .orElseThrow(() -> Problem.notFound("branch with the warehouse", warehouseCode));
    }

    /** @throws Problem not-found */
    public Buyer buyer(String code) {
        return findBuyer(code).orElseThrow(() -> Problem.notFound("buyer", code));
    }

    public Optional<Buyer> findBuyer(String code) {
        return buyers.find(code);
    }

    /** By trade name. */
    public List<Buyer> buyers() {
        return buyers.all();
    }

    /** Those that exist among these codes, in one round trip. */
    public Map<String, Buyer> buyers(Collection<String> codes) {
        return buyers.find(codes).stream().collect(Collectors.toMap(Buyer::code, Function.identity()));
    }

    /** All buyers by code, one after the other; never all in memory where the caller is in a transaction. */
    @Transactional(readOnly = true)
    public void forEachBuyer(Consumer<Buyer> reader) {
        buyers.forEach(reader);
    }

    /** The buyer as {@link #save} would keep it; changes nothing and checks nothing. */
    public Buyer asKept(Buyer buyer) {
        return BuyerRules.normalised(buyer);
    }

    /** What is wrong with a buyer, by field as {@link #save} names it; changes nothing. */
    public List<Violation> violations(Buyer buyer) {
        return BuyerRules.violations(BuyerRules.normalised(buyer));
    }

    /**
     * Adds a buyer or changes the one with this code. The state's name follows from its code; without a trade name the legal
     * name serves, without a ship-to address the bill-to address.
     *
     * @return the buyer as it is kept
     * @throws Problem {@code invalid-buyer} naming every wrong field, e.g. {@code gstin} or {@code billTo.pin}
     */
    @Transactional
    public Buyer save(Buyer buyer) {
        Buyer kept = checked(buyer);
        buyers.save(kept);
        return kept;
    }

    /**
     * Adds a buyer whose code is still free.
     *
     * @return the buyer as it is kept
     * @throws Problem {@code invalid-buyer} naming every wrong field; {@code buyer-exists} when the code is taken
     */
    @Transactional
    public Buyer add(Buyer buyer) {
        Buyer kept = checked(buyer);
        if (!buyers.add(kept)) {
            throw Problem.conflict(
                    "buyer-exists", "The code is taken", "There is already a buyer with the code " + kept.code());
        }
        return kept;
    }

    /** @throws Problem {@code invalid-seller} naming every wrong field */
    @Transactional
    public void saveSeller(SellingCompany seller) {
        SellerRules.check(seller);
        sellers.save(seller);
    }

    /** @throws Problem {@code invalid-branch} naming every wrong field; not-found before the company was set up */
    @Transactional
    public void saveBranch(Branch branch) {
        Branch kept = new Branch(
                branch.code() == null ? null : branch.code().toUpperCase(Locale.ROOT),
                branch.name(),
                Gstin.normalised(branch.gstin()),
                AddressRules.normalised(branch.address()),
                branch.warehouseCode(),
                branch.invoiceSeries(),
                branch.bankAccount(),
                branch.registration());
        SellerRules.check(kept, seller().pan());
        sellers.save(kept);
    }

    /** The GSTIN whose issued invoices carry the series; it belongs to that one for good. */
    @Transactional(readOnly = true)
    Optional<String> gstinOfSeries(String series) {
        return sellers.gstinOfSeries(series);
    }

    private static Buyer checked(Buyer buyer) {
        Buyer normalised = BuyerRules.normalised(buyer);
        BuyerRules.check(normalised);
        return normalised;
    }
}
