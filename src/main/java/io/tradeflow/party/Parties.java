package io.tradeflow.party;

import io.tradeflow.kernel.Problem;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The selling company with its branches, and the buyers. */
@Service
public class Parties {

    public SellingCompany seller() {
        throw new UnsupportedOperationException();
    }

    public List<Branch> branches() {
        throw new UnsupportedOperationException();
    }

    public Branch branch(String code) {
        throw new UnsupportedOperationException();
    }

    /** The branch that ships from and invoices for a warehouse. */
    public Branch branchOfWarehouse(String warehouseCode) {
        throw new UnsupportedOperationException();
    }

    /** @throws Problem not-found */
    public Buyer buyer(String code) {
        throw new UnsupportedOperationException();
    }

    public Optional<Buyer> findBuyer(String code) {
        throw new UnsupportedOperationException();
    }

    public List<Buyer> buyers() {
        throw new UnsupportedOperationException();
    }

    /** Adds a buyer or changes the one with this code. @throws Problem when a field is wrong, e.g. the GSTIN's check digit */
    public Buyer save(Buyer buyer) {
        throw new UnsupportedOperationException();
    }

    public void saveSeller(SellingCompany seller) {
        throw new UnsupportedOperationException();
    }

    public void saveBranch(Branch branch) {
        throw new UnsupportedOperationException();
    }
}
