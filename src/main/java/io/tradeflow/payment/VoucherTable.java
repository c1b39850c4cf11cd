package io.tradeflow.payment;

import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Money;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.party.Branch;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Vouchers in the database. */
@Component
class VoucherTable {

    private final JdbcClient jdbc;

    VoucherTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A voucher, and what of it a refund gives back. */
    record GivenBack(ReceiptVoucher voucher, Money amount) {}

    void add(ReceiptVoucher voucher, SalesOrder order, Branch branch, long serial) {
        jdbc.sql(
                        """
                        insert into receipt_voucher (number, seller_gstin, financial_year, series, serial, receipt_number, deal_number,
                            order_number, buyer_code, issued_on, currency, amount, document_id)
                        values (:number, :gstin, :year, :series, :serial, :receipt, :deal, :order, :buyer, :on, :currency, :amount,
                            :document)""")
                .param("number", voucher.number())
                .param("gstin", branch.gstin())
                .param("year", FinancialYear.of(voucher.issuedOn()).code())
                .param("series", branch.invoiceSeries())
                .param("serial", serial)
                .param("receipt", voucher.receiptNumber())
                .param("deal", order.dealNumber())
                .param("order", order.number())
                .param("buyer", order.buyerCode())
                .param("on", voucher.issuedOn())
                .param("currency", order.currency())
                .param("amount", voucher.amount().amount())
                .param("document", voucher.documentId())
                .update();
    }

    /** The refund voucher that quotes this receipt voucher. */
    void addRefund(
            String number, GivenBack back, String refundNumber, Branch branch, long serial, ReceiptVoucher issued) {
        jdbc.sql(
                        """
                        insert into refund_voucher (number, seller_gstin, financial_year, series, serial, refund_number,
                            receipt_voucher, issued_on, currency, amount, document_id)
                        values (:number, :gstin, :year, :series, :serial, :refund, :voucher, :on, :currency, :amount, :document)""")
                .param("number", number)
                .param("gstin", branch.gstin())
                .param("year", FinancialYear.of(issued.issuedOn()).code())
                .param("series", branch.invoiceSeries())
                .param("serial", serial)
                .param("refund", refundNumber)
                .param("voucher", back.voucher().number())
                .param("on", issued.issuedOn())
                .param("currency", back.amount().currency().getCurrencyCode())
                .param("amount", back.amount().amount())
                .param("document", issued.documentId())
                .update();
    }

    Optional<ReceiptVoucher> ofReceipt(String receiptNumber) {
        return jdbc.sql("select * from receipt_voucher where receipt_number = :receipt")
                .param("receipt", receiptNumber)
                .query((row, index) -> new ReceiptVoucher(
                        row.getString("number"),
                        row.getString("receipt_number"),
                        row.getString("order_number"),
                        row.getObject("issued_on", LocalDate.class),
                        Money.of(row.getBigDecimal("amount"), row.getString("currency")),
                        row.getLong("document_id")))
                .optional();
    }

    /** The vouchers whose money the refund gives back, those without a refund voucher only. */
    List<GivenBack> givenBack(String refundNumber) {
        return jdbc.sql(
                        """
                        select p.receipt_number, p.amount, v.currency from refund_part p
                        join receipt_voucher v on v.receipt_number = p.receipt_number
                        where p.refund_number = :refund and not exists (
                            select from refund_voucher f where f.refund_number = p.refund_number and f.receipt_voucher = v.number)
                        order by v.number""")
                .param("refund", refundNumber)
                .query((row, index) -> new GivenBack(
                        ofReceipt(row.getString("receipt_number")).orElseThrow(),
                        Money.of(row.getBigDecimal("amount"), row.getString("currency"))))
                .list();
    }
}
