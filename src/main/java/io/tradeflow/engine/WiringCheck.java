package io.tradeflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.util.ClassUtils;

/**
 * Finds, before work begins, whatever a model names that the program does not have. Otherwise it would show when the first deal gets
 * there. Old versions count as long as a deal still runs on them.
 */
class WiringCheck {

    private final RepositoryService repository;
    private final Predicate<String> isBean;

    WiringCheck(RepositoryService repository, Predicate<String> isBean) {
        this.repository = repository;
        this.isBean = isBean;
    }

    /** @throws StartRefused naming each element that calls something missing */
    void check(ModelFolder folder) {
        folder.files().forEach((name, content) -> {
            if (name.endsWith(".bpmn")) {
                check(name, content);
            }
        });
    }

    /** Checks the versions in the database that a later start may still have to run. */
    void checkVersions(Set<String> processDefinitionIds) {
        for (String id : processDefinitionIds) {
            try (InputStream model = repository.getProcessModel(id)) {
                check("version " + id + ", on which deals still run", model.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException("The model " + id + " cannot be read", e);
            }
        }
    }

    private void check(String model, byte[] bpmn) {
        List<ModelCalls.Call> calls;
        try {
            calls = ModelCalls.in(bpmn);
        } catch (IllegalArgumentException unreadable) {
            throw new StartRefused("The model " + model + " is " + unreadable.getMessage(), "Mend the file.");
        }
        Set<String> missing = calls.stream()
                .filter(call -> !exists(call))
                .map(WiringCheck::sentence)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!missing.isEmpty()) {
            throw new StartRefused(
                    "The model " + model + " does not fit the program: " + String.join("; ", missing) + ".",
                    "Correct the expression in the model, or bring back what it names: running deals call it by that name.");
        }
    }

    private boolean exists(ModelCalls.Call call) {
        return call.javaClass()
                ? ClassUtils.isPresent(call.bean(), WiringCheck.class.getClassLoader())
                : isBean.test(call.bean());
    }

    private static String sentence(ModelCalls.Call call) {
        String element = call.elementName() == null
                ? "the element " + call.element()
                : "the element " + call.element() + " (\"" + call.elementName() + "\")";
        return element + " calls " + call.expression() + ", but there is no " + (call.javaClass() ? "class " : "bean ")
                + call.bean();
    }
}
