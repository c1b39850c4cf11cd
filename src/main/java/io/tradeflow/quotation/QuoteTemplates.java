package io.tradeflow.quotation;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The templates that quotes are begun with, kept by the sales managers. */
@Service
public class QuoteTemplates {

    /** The template of buyers whose segment has none of its own. */
    public static final String STANDARD = "STANDARD";

    private static final Set<String> KEEP = Set.of("sales-managers", "directors");
    private static final int LONGEST_VALIDITY = 366;
    private static final String COLUMNS =
            "code, name, segment, validity_days, terms, shipping_terms, incoterms, note, approval_note";

    private final JdbcClient jdbc;

    QuoteTemplates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<QuoteTemplate> all() {
        return jdbc.sql("select " + COLUMNS + " from quote_template order by code <> 'STANDARD', name")
                .query(QuoteTemplate.class)
                .list();
    }

    public Optional<QuoteTemplate> find(String code) {
        return jdbc.sql("select " + COLUMNS + " from quote_template where code = :code")
                .param("code", code)
                .query(QuoteTemplate.class)
                .optional();
    }

    /** The segment's own, else the standard one. */
    Optional<QuoteTemplate> forSegment(String segment) {
        return jdbc.sql("select " + COLUMNS + " from quote_template where segment = :segment or code = 'STANDARD'"
                        + " order by segment is null limit 1")
                .param("segment", segment)
                .query(QuoteTemplate.class)
                .optional();
    }

    public boolean mayKeep(Actor by) {
        return by instanceof Actor.Staff staff && KEEP.stream().anyMatch(staff::isIn);
    }

    /**
     * Enters or changes a template; quotes begun with it stay as they are.
     *
     * @throws Problem {@code sales-managers-only}; {@code quote-template-invalid} per field
     */
    @Transactional
    public QuoteTemplate save(Actor by, QuoteTemplate template) {
        if (!mayKeep(by)) {
            throw Problem.forbidden("sales-managers-only", "Templates of quotes are kept by the sales managers");
        }
        check(template);
        try {
            jdbc.sql(
                            """
                            insert into quote_template (code, name, segment, validity_days, terms, shipping_terms, incoterms,
                                note, approval_note)
                            values (:code, :name, :segment, :validityDays, :terms, :shippingTerms, :incoterms, :note,
                                :approvalNote)
                            on conflict (code) do update set name = excluded.name, segment = excluded.segment,
                                validity_days = excluded.validity_days, terms = excluded.terms,
                                shipping_terms = excluded.shipping_terms, incoterms = excluded.incoterms,
                                note = excluded.note, approval_note = excluded.approval_note,
                                version = quote_template.version + 1""")
                    .paramSource(template)
                    .update();
        } catch (DuplicateKeyException e) {
            throw Problem.invalid(
                    "quote-template-invalid", "segment", "Segment " + template.segment() + " has a template already");
        }
        return template;
    }

    private static void check(QuoteTemplate template) {
        List<Violation> violations = new ArrayList<>();
        if (template.code() == null || !template.code().matches("[A-Z0-9][A-Z0-9-]{0,39}")) {
            violations.add(new Violation("code", "A code has capital letters, digits and hyphens, at most 40"));
        }
        if (template.name() == null || template.name().isBlank()) {
            violations.add(new Violation("name", "A name is needed"));
        }
        if (template.validityDays() < 1 || template.validityDays() > LONGEST_VALIDITY) {
            violations.add(new Violation("validityDays", "Quotes are valid for 1 to " + LONGEST_VALIDITY + " days"));
        }
        if (template.terms() == null || template.terms().isBlank()) {
            violations.add(new Violation("terms", "At least one condition is needed"));
        }
        QuoteTexts.check("incoterms", template.incoterms(), violations);
        QuoteTexts.longest("name", template.name(), 120, violations);
        QuoteTexts.longest("terms", template.terms(), QuoteTexts.LONGEST_TERMS, violations);
        QuoteTexts.longest("shippingTerms", template.shippingTerms(), QuoteTexts.LONGEST_LINE, violations);
        QuoteTexts.longest("note", template.note(), QuoteTexts.LONGEST_NOTE, violations);
        QuoteTexts.longest("approvalNote", template.approvalNote(), QuoteTexts.LONGEST_NOTE, violations);
        if (!violations.isEmpty()) {
            throw Problem.invalid("quote-template-invalid", "The template needs correction", violations);
        }
    }
}
