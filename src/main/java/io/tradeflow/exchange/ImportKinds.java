package io.tradeflow.exchange;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The kinds of data there are files of. */
@Component
class ImportKinds {

    private final Map<String, ImportKind<?>> byCode;

    ImportKinds(List<ImportKind<?>> kinds) {
        this.byCode = kinds.stream().collect(Collectors.toMap(ImportKind::code, Function.identity()));
    }

    ImportKind<?> of(String code) {
        return byCode.get(code);
    }

    /** @throws Problem not-found for an unknown kind, {@code import-not-yours} */
    ImportKind<?> of(Actor.Staff by, String code) {
        ImportKind<?> kind = byCode.get(code);
        if (kind == null) {
            throw Problem.notFound("kind of import", code);
        }
        if (!kind.isFor(by)) {
            throw Problem.forbidden(
                    "import-not-yours",
                    kind.label() + " are brought in and taken out by "
                            + kind.groups().stream().sorted().collect(Collectors.joining(", ")));
        }
        return kind;
    }

    /** What this person may bring in, by label. */
    List<ImportKind<?>> of(Actor.Staff by) {
        return byCode.values().stream()
                .filter(kind -> kind.isFor(by))
                .sorted(Comparator.comparing(ImportKind::label))
                .toList();
    }
}
