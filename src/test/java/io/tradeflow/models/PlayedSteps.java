package io.tradeflow.models;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * Plays the delegates of the models, so that a model runs without the program behind it. What a step writes is told per call: the first
 * call takes the first part, the last part stays. A step that was told nothing writes nothing; every call is remembered.
 */
public final class PlayedSteps {

    private final Map<Object, Object> beans = new HashMap<>();
    private final Map<String, Deque<JavaDelegate>> parts = new HashMap<>();
    private final List<String> played = new ArrayList<>();

    /** The beans as the engine's expressions find them. */
    Map<Object, Object> beans() {
        return beans;
    }

    void forget() {
        beans.clear();
        parts.clear();
        played.clear();
    }

    void cast(String bean) {
        beans.putIfAbsent(bean, (JavaDelegate) execution -> play(bean, execution));
    }

    /** What this step was told is not its part any more. */
    void forgetParts(String bean) {
        parts.remove(bean);
    }

    /** A bean that hears of a task and does nothing. */
    void listens(String bean) {
        beans.put(bean, (TaskListener) task -> played.add(bean));
    }

    void writes(String bean, Map<String, Object> outcomes) {
        acts(bean, execution -> execution.setVariables(outcomes));
    }

    boolean isTold(String bean) {
        return parts.containsKey(bean);
    }

    void raises(String bean, String code, String message) {
        acts(bean, execution -> {
            throw new BpmnError(code, message);
        });
    }

    void acts(String bean, JavaDelegate part) {
        parts.computeIfAbsent(bean, name -> new ArrayDeque<>()).add(part);
    }

    void lists(String bean, Collection<?>... answers) {
        beans.put(bean, new ListOf(new ArrayDeque<>(List.of(answers))));
    }

    /** A bean that a gateway asks. */
    void judges(String bean, boolean answer) {
        beans.put(bean, new Judge(answer));
    }

    List<String> played() {
        return played;
    }

    private void play(String bean, DelegateExecution execution) throws Exception {
        played.add(bean);
        Deque<JavaDelegate> left = parts.get(bean);
        if (left != null) {
            (left.size() > 1 ? left.remove() : left.element()).execute(execution);
        }
    }

    /** What a gateway asks; public because expressions reach it by reflection. */
    public static final class Judge {

        private final boolean answer;

        Judge(boolean answer) {
            this.answer = answer;
        }

        public boolean by(Object decided, Long about) {
            return answer;
        }
    }

    /** What a multi-instance collection asks; public because expressions reach it by reflection. */
    public static final class ListOf {

        private final Deque<Collection<?>> answers;

        ListOf(Deque<Collection<?>> answers) {
            this.answers = answers;
        }

        public Collection<?> of(String number) {
            return answers.size() > 1 ? answers.remove() : answers.element();
        }
    }
}
