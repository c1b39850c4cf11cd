package io.tradeflow.demo;

import io.tradeflow.credit.CreditLimit;
import io.tradeflow.kernel.Address;
import io.tradeflow.party.Branch;
import io.tradeflow.party.BusinessCategory;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.BuyerRole;
import io.tradeflow.party.SellingCompany;
import io.tradeflow.party.TaxRegistration;
import io.tradeflow.tax.CustomsRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The shapes of the files that say who the demo is about. */
final class DemoParties {

    private DemoParties() {}

    /** {@code company.yaml}. */
    record CompanyFile(SellingCompany company, List<BranchEntry> branches, List<CustomsRate> exchangeRates) {}

    record BranchEntry(
            String code,
            String name,
            String gstin,
            Address address,
            String warehouseCode,
            String warehouseName,
            String invoiceSeries,
            Branch.BankAccount bankAccount) {

        Branch toBranch() {
            return new Branch(code, name, gstin, address, warehouseCode, invoiceSeries, bankAccount);
        }
    }

    /** An entry of {@code staff.yaml}. */
    record StaffEntry(String userId, String firstName, String lastName, String email, Set<String> groups) {}

    /** An entry of {@code buyers.yaml}. */
    record BuyerEntry(
            String code,
            String legalName,
            String tradeName,
            BusinessCategory category,
            TaxRegistration taxRegistration,
            String gstin,
            Address billTo,
            Address shipTo,
            String priceGroup,
            String currency,
            int creditDays,
            String contactName,
            String email,
            String phone,
            List<UnitEntry> units,
            List<UserEntry> users) {

        Buyer toBuyer() {
            return new Buyer(
                    code,
                    legalName,
                    tradeName,
                    category,
                    taxRegistration,
                    gstin,
                    billTo,
                    shipTo,
                    priceGroup,
                    currency,
                    creditDays,
                    contactName,
                    email,
                    phone);
        }
    }

    /** A person who signs in for a buyer. */
    record UserEntry(
            String userId,
            String name,
            Set<BuyerRole> roles,
            String unit,
            BigDecimal orderLimit,
            BigDecimal monthLimit) {}

    /** A department or site of a buyer. */
    record UnitEntry(String name, String parent) {}

    /** A line of {@code credit-limits.csv}. */
    record CreditLimitEntry(
            String buyerCode,
            String currency,
            BigDecimal amount,
            LocalDate validUntil,
            String groupCode,
            String reason) {

        CreditLimit toLimit() {
            return new CreditLimit(amount, validUntil, groupCode, reason);
        }
    }
}
