package io.tradeflow.party;

import io.tradeflow.party.Branch.BankAccount;
import io.tradeflow.party.SellingCompany.LetterOfUndertaking;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The selling company and its branches as rows. */
@Repository
class SellerTable {

    private final JdbcClient jdbc;

    SellerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SellingCompany> company() {
        return jdbc.sql("select * from selling_company")
                .query((row, index) -> readCompany(row))
                .optional();
    }

    List<Branch> branches() {
        return jdbc.sql("select * from branch order by code")
                .query((row, index) -> readBranch(row))
                .list();
    }

    Optional<Branch> branch(String code) {
        return jdbc.sql("select * from branch where code = :code")
                .param("code", code)
                .query((row, index) -> readBranch(row))
                .optional();
    }

    Optional<Branch> branchOfWarehouse(String warehouseCode) {
        return jdbc.sql("select * from branch where warehouse_code = :warehouse")
                .param("warehouse", warehouseCode)
                .query((row, index) -> readBranch(row))
                .optional();
    }

    /** The GSTIN whose issued invoices carry the series. */
    Optional<String> gstinOfSeries(String series) {
        return jdbc.sql("select gstin from invoice_series where series = :series")
                .param("series", series)
                .query(String.class)
                .optional();
    }

    void save(SellingCompany company) {
        LetterOfUndertaking letter = company.letterOfUndertaking();
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("only_row", true);
        columns.put("legal_name", company.legalName());
        columns.put("trade_name", company.tradeName());
        columns.put("pan", company.pan());
        columns.put("cin", company.cin());
        columns.put("iec", company.iec());
        columns.put("currency", company.currency());
        columns.put("email", company.email());
        columns.put("phone", company.phone());
        columns.put("website", company.website());
        columns.put("lut_arn", letter == null ? null : letter.arn());
        columns.put("lut_valid_from", letter == null ? null : letter.validFrom());
        columns.put("lut_valid_until", letter == null ? null : letter.validUntil());
        jdbc.sql(Upsert.addOrChange("selling_company", "only_row", columns.keySet()))
                .params(columns)
                .update();
    }

    void save(Branch branch) {
        BankAccount account = branch.bankAccount();
        Branch.Registration registration = branch.registration();
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("code", branch.code());
        columns.put("name", branch.name());
        columns.put("gstin", branch.gstin());
        AddressColumns.put(columns, "", branch.address());
        columns.put("warehouse_code", branch.warehouseCode());
        columns.put("invoice_series", branch.invoiceSeries());
        columns.put("account_name", account.accountName());
        columns.put("bank", account.bank());
        columns.put("account_number", account.accountNumber());
        columns.put("ifsc", account.ifsc());
        columns.put("upi_id", account.upiId());
        columns.put("registered_from", registration == null ? null : registration.effectiveFrom());
        columns.put("certified_on", registration == null ? null : registration.certifiedOn());
        jdbc.sql(Upsert.addOrChange("branch", "code", columns.keySet()))
                .params(columns)
                .update();
    }

    private static SellingCompany readCompany(ResultSet row) throws SQLException {
        String arn = row.getString("lut_arn");
        LetterOfUndertaking letter = arn == null
                ? null
                : new LetterOfUndertaking(
                        arn,
                        row.getObject("lut_valid_from", LocalDate.class),
                        row.getObject("lut_valid_until", LocalDate.class));
        return new SellingCompany(
                row.getString("legal_name"),
                row.getString("trade_name"),
                row.getString("pan"),
                row.getString("cin"),
                row.getString("iec"),
                row.getString("currency"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("website"),
                letter);
    }

    private static Branch readBranch(ResultSet row) throws SQLException {
        LocalDate certifiedOn = row.getObject("certified_on", LocalDate.class);
        return new Branch(
                row.getString("code"),
                row.getString("name"),
                row.getString("gstin"),
                AddressColumns.read(row, ""),
                row.getString("warehouse_code"),
                row.getString("invoice_series"),
                new BankAccount(
                        row.getString("account_name"),
                        row.getString("bank"),
                        row.getString("account_number"),
                        row.getString("ifsc"),
                        row.getString("upi_id")),
                certifiedOn == null
                        ? null
                        : new Branch.Registration(row.getObject("registered_from", LocalDate.class), certifiedOn));
    }
}
