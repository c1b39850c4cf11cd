package io.tradeflow.returns;

import io.tradeflow.invoicing.OtherCredits;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Claims that wait for their note, and those credited by a note that was issued elsewhere: the book of notes has neither. */
@Component
class ClaimedCredits implements OtherCredits {

    private final JdbcClient jdbc;

    ClaimedCredits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OtherCredit> of(String invoiceNumber, String exceptReturn) {
        return jdbc.sql(
                        """
                        select invoice_line_no, quantity, taxable_value, cgst, sgst, igst from credit_claim
                        where invoice_number = :invoice and not is_note
                          and (credit_note_number is not null or return_number is distinct from :return)
                        order by id""")
                .param("invoice", invoiceNumber)
                .param("return", exceptReturn)
                .query((row, index) -> new OtherCredit(
                        row.getInt("invoice_line_no"),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("taxable_value"),
                        row.getBigDecimal("cgst"),
                        row.getBigDecimal("sgst"),
                        row.getBigDecimal("igst")))
                .list();
    }
}
