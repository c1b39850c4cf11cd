package io.tradeflow.engine;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a deployed decision table could answer, whatever it is asked. */
@Service
public class TableAnswers {

    private static final Pattern TEXT = Pattern.compile("\"([^\"]+)\"");

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;

    TableAnswers(RepositoryService repository, ProcessEngineConfigurationImpl engine) {
        this.repository = repository;
        this.engine = engine;
    }

    /** Every text that a row of the table's newest version has in one of these outputs; none where the table is not deployed. */
    @Transactional
    public Set<String> texts(String table, Collection<String> outputs) {
        // who may look at tables in the web apps is not the question here
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> read(table, outputs)));
    }

    private Set<String> read(String table, Collection<String> outputs) {
        DecisionDefinition newest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .latestVersion()
                .singleResult();
        if (newest == null) {
            return Set.of();
        }
        Decision decision = repository.getDmnModelInstance(newest.getId()).getModelElementById(table);
        DecisionTable rows = (DecisionTable) decision.getExpression();
        List<Output> columns = List.copyOf(rows.getOutputs());
        Set<String> texts = new LinkedHashSet<>();
        for (Rule row : rows.getRules()) {
            List<OutputEntry> entries = List.copyOf(row.getOutputEntries());
            for (int i = 0; i < columns.size(); i++) {
                if (outputs.contains(columns.get(i).getName())) {
                    TEXT.matcher(entries.get(i).getTextContent())
                            .results()
                            .map((MatchResult found) -> found.group(1))
                            .forEach(texts::add);
                }
            }
        }
        return texts;
    }
}
