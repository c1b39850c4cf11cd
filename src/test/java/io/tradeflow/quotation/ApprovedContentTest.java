package io.tradeflow.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What approvals are bound to, with notes and descriptions as the only immaterial fields. */
class ApprovedContentTest {

    private static final String BEFORE = "terms=30 days\nshipTo.line1=Plot 4\nnote=call first\n"
            + "line.1.description=Pump\nline.1.quantity=10\nline.12.quantity=5\nline.1.net=5000\ntotal=5900\n";

    private final ApprovedContent content =
            new ApprovedContent(field -> !Set.of("note", "line.*.description").contains(field));

    @ParameterizedTest
    @CsvSource({
        "note=call first,         note=call later,          false",
        "line.1.description=Pump, line.1.description=Pumps, false",
        "line.1.quantity=10,      line.1.quantity=12,       true",
        "line.12.quantity=5,      line.12.quantity=6,       true",
        "terms=30 days,           terms=90 days,            true",
        "shipTo.line1=Plot 4,     shipTo.line1=Plot 5,      true",
        "total=5900,              total=5901,               true",
    })
    void only_material_changes_give_another_hash(String old, String now, boolean another) {
        String after = BEFORE.replace(old, now);

        assertThat(after).isNotEqualTo(BEFORE);
        assertThat(content.hash(after).equals(content.hash(BEFORE))).isEqualTo(!another);
    }

    @Test
    void a_field_that_is_added_is_a_change() {
        assertThat(content.hash(BEFORE + "freight=500\n")).isNotEqualTo(content.hash(BEFORE));
        assertThat(content.hash(BEFORE + "line.2.description=New\n")).isEqualTo(content.hash(BEFORE));
    }

    @Test
    void the_difference_names_causes_and_not_what_follows_from_them() {
        String after = BEFORE.replace("line.1.quantity=10", "line.1.quantity=12")
                .replace("line.1.net=5000", "line.1.net=6000")
                .replace("total=5900", "total=7080");

        assertThat(content.difference(BEFORE, after)).isEqualTo("quantity of line 1 10 → 12");
        assertThat(content.difference(BEFORE, BEFORE.replace("total=5900", "total=5901")))
                .isEqualTo("total 5900 → 5901");
    }
}
