package io.tradeflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Service;

/** Asks the deployed decision tables what they would say, leaving no trace in the history, and says which rules answered. */
@Service
public class Decisions {

    private final RepositoryService repository;
    private final ThreadLocal<List<DmnEvaluatedDecisionRule>> matched = new ThreadLocal<>();
    private final DmnEngine engine = engine();
    private final Map<String, Table> tables = new ConcurrentHashMap<>();

    Decisions(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * A rule of a table.
     *
     * @param number as the table shows it, from 1
     * @param annotation the rule's note in the table, empty if it has none
     * @param outputs by name; empty where the rule was only looked up
     */
    public record MatchedRule(int number, String annotation, Map<String, Object> outputs) {}

    /** A version of a table, as it is deployed. */
    public record TableVersion(String id, String key, String name, int version) {}

    /** What the newest table answers to these facts: the rules that match, in the order of the table. Facts not given are null. */
    public List<MatchedRule> matching(String key, Map<String, Object> facts) {
        return matching(table(newest(key).getId()), facts);
    }

    /** The same for many questions at once, in their order. */
    public List<List<MatchedRule>> matchingEach(String key, List<Map<String, Object>> questions) {
        Table table = table(newest(key).getId());
        return questions.stream().map(facts -> matching(table, facts)).toList();
    }

    private List<MatchedRule> matching(Table table, Map<String, Object> facts) {
        Map<String, Object> all = new LinkedHashMap<>();
        table.inputs().forEach(input -> all.put(input, null));
        all.putAll(facts);
        try {
            matched.set(new ArrayList<>());
            engine.evaluateDecisionTable(table.decision(), all);
            return matched.get().stream().map(rule -> matchedRule(table, rule)).toList();
        } finally {
            matched.remove();
        }
    }

    public TableVersion newestVersion(String key) {
        return version(newest(key));
    }

    public TableVersion version(String definitionId) {
        return version(repository.getDecisionDefinition(definitionId));
    }

    /** The rule with this id in that version of its table, without outputs. */
    public MatchedRule rule(String definitionId, String ruleId) {
        NamedRule rule = table(definitionId).rules().get(ruleId);
        return new MatchedRule(rule.number(), rule.annotation(), Map.of());
    }

    private DecisionDefinition newest(String key) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    private static TableVersion version(DecisionDefinition definition) {
        return new TableVersion(definition.getId(), definition.getKey(), definition.getName(), definition.getVersion());
    }

    /** A deployed version never changes. */
    private Table table(String definitionId) {
        return tables.computeIfAbsent(definitionId, this::read);
    }

    private Table read(String definitionId) {
        String key = repository.getDecisionDefinition(definitionId).getKey();
        try (InputStream model = repository.getDecisionModel(definitionId)) {
            DmnModelInstance instance = Dmn.readModelFromStream(model);
            DecisionTable table = instance.getModelElementById(key)
                    .getChildElementsByType(DecisionTable.class)
                    .iterator()
                    .next();
            Map<String, NamedRule> rules = new LinkedHashMap<>();
            for (Rule rule : table.getRules()) {
                String annotation = rule.getDescription() == null
                        ? ""
                        : rule.getDescription().getTextContent();
                rules.put(rule.getId(), new NamedRule(rules.size() + 1, annotation));
            }
            List<String> inputs = table.getInputs().stream()
                    .map(input -> input.getInputExpression()
                            .getText()
                            .getTextContent()
                            .strip())
                    .toList();
            return new Table(engine.parseDecision(key, instance), inputs, rules);
        } catch (IOException e) {
            throw new UncheckedIOException("The decision table " + definitionId + " cannot be read", e);
        }
    }

    private static MatchedRule matchedRule(Table table, DmnEvaluatedDecisionRule rule) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        rule.getOutputEntries()
                .forEach((name, output) -> outputs.put(name, output.getValue().getValue()));
        NamedRule named = table.rules().get(rule.getId());
        return new MatchedRule(named.number(), named.annotation(), outputs);
    }

    /** An engine of its own, because the process engine keeps each answer of its one in the history. */
    private DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(ParsedFeel::new);
        configuration.getCustomPostDecisionTableEvaluationListeners().add(event -> matched.get()
                .addAll(event.getMatchingRules()));
        return configuration.buildEngine();
    }

    private record Table(DmnDecision decision, List<String> inputs, Map<String, NamedRule> rules) {}

    private record NamedRule(int number, String annotation) {}
}
