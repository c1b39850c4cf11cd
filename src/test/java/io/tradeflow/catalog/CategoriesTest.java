package io.tradeflow.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tradeflow.MasterDataTest;
import io.tradeflow.kernel.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@MasterDataTest
class CategoriesTest {

    @Autowired
    private Categories categories;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aParentMayStandBelowItsChildren() {
        categories.saveAll(
                List.of(new Category("BALL-VALVES", "Ball valves", "VALVES"), new Category("VALVES", "Valves", null)));

        assertThat(categories.all())
                .containsExactly(
                        new Category("BALL-VALVES", "Ball valves", "VALVES"), new Category("VALVES", "Valves", null));
    }

    @Test
    void everyWrongRowIsNamedAndNoneIsKept() {
        Problem refused = catchThrowableOfType(
                Problem.class,
                () -> categories.saveAll(List.of(
                        new Category("PUMPS", "Pumps", null),
                        new Category("small", " ", null),
                        new Category("VALVES", "Valves", "NOWHERE"),
                        new Category("PUMPS", "Pumps again", null))));

        assertThat(refused.violations())
                .extracting(Problem.Violation::field)
                .containsExactly(
                        "categories[1].code", "categories[1].name", "categories[2].parent", "categories[3].code");
        assertThat(categories.all()).isEmpty();
    }

    @Test
    void noCategoryLiesWithinItself() {
        categories.saveAll(List.of(new Category("A", "A", null), new Category("B", "B", "A")));

        assertThat(catchThrowableOfType(Problem.class, () -> categories.saveAll(List.of(new Category("A", "A", "B"))))
                        .violations())
                .extracting(Problem.Violation::field)
                .containsExactly("categories[0].parent");
        assertThatThrownBy(() -> jdbc.sql("update category set parent_code = 'B' where code = 'A'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
