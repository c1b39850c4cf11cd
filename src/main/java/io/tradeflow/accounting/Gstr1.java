package io.tradeflow.accounting;

import java.util.List;

/**
 * The return of supplies of one GSTIN for a month or quarter.
 *
 * @param documents how many were issued
 * @param all the sum of them, credit notes taken off, by the heads of the documents
 * @param gaps what would be refused or is missing
 */
public record Gstr1(String gstin, Period period, List<Section> sections, int documents, Amounts all, List<Gap> gaps) {

    public Gstr1 {
        sections = List.copyOf(sections);
        gaps = List.copyOf(gaps);
    }

    /**
     * A table with its check.
     *
     * @param total the sum of the rows
     * @param documents what the heads of the documents in it say it should be
     */
    public record Section(Gstr1Table table, List<Gstr1Row> rows, Amounts total, Amounts documents) {

        /** Must be nothing. */
        public Amounts difference() {
            return total.minus(documents);
        }
    }

    /**
     * @param dealNumber null where it is not about a document of a deal
     * @param ofInvoice whether the document is an invoice or bill of supply, which has a page
     */
    public record Gap(String document, String dealNumber, String what, boolean ofInvoice) {}

    public Section section(Gstr1Table table) {
        return sections.stream()
                .filter(section -> section.table() == table)
                .findFirst()
                .orElseThrow();
    }

    /** The tables in which each supply stands once, less all documents; must be nothing. */
    public Amounts difference() {
        return Amounts.sum(sections.stream()
                        .filter(section -> section.table().countsSupplies())
                        .map(Section::total)
                        .toList())
                .minus(all);
    }

    /** Whether every table says what its documents say. */
    public boolean agrees() {
        return difference().isZero()
                && sections.stream().allMatch(section -> section.difference().isZero());
    }
}
