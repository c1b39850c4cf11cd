package io.tradeflow.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the models and the program together: whatever a process owner changes is checked here before it can reach a deal. */
class ModelsTest {

    /** What no model calls any more and running instances of earlier versions still do. */
    private static final Set<String> STEPS_OF_OLDER_MODELS = Set.of("recordCreditNote");

    private static final Set<String> FORMS_OF_OLDER_MODELS = Set.of("returns/credit-note");

    private static final Program PROGRAM = ProgramScan.program();
    private static final Path OFFENDERS = Path.of("src/test/resources/models/offenders");

    /** The world of the planted offenders, so that they stay right when the program changes. */
    private static final Program SMALL_PROGRAM = new Program(
            Set.of("priceQuote", "renderQuote", "openApprovals"),
            Map.of("priceQuote", Set.of("PRICE_MISSING")),
            Set.of("renderQuote"),
            Set.of("quotation/rework"),
            Set.of("sales-desk"),
            Set.of("QuoteAccepted"),
            Set.of("required-approvals"),
            Set.of("approval"));

    static Stream<Path> models() {
        return ModelFiles.below(ModelFiles.PROCESSES, ".bpmn").stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void modelsKeepToTheRules(Path model) {
        assertThat(offences(model, PROGRAM)).isEmpty();
    }

    @Test
    void theSoundModelOfTheOffendersBreaksNoRule() {
        assertThat(offences(OFFENDERS.resolve("sound.bpmn"), SMALL_PROGRAM)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachRuleCatchesItsOffenderAndNoOtherDoes(ModelRule rule) {
        assertThat(offences(OFFENDERS.resolve(rule.slug() + ".bpmn"), SMALL_PROGRAM))
                .containsOnlyKeys(rule);
    }

    @Test
    void tablesSendTasksToGroupsThatExist() {
        assertThat(answers("approval/approval-routing.dmn", "approverGroup", "escalationGroup"))
                .isNotEmpty()
                .isSubsetOf(PROGRAM.groups());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void tablesHaveAVersionAndAnEndOfHistory(Path table) {
        assertThat(ModelFiles.decisions(table).getModelElementsByType(Decision.class))
                .isNotEmpty()
                .allSatisfy(decision -> {
                    assertThat(decision.getVersionTag()).isNotBlank();
                    assertThat(decision.getCamundaHistoryTimeToLiveString()).isNotBlank();
                });
    }

    static Stream<Path> tables() {
        return ModelFiles.below(ModelFiles.PROCESSES, ".dmn").stream();
    }

    @Test
    void everyStepAndEveryFormOfTheProgramIsUsedByAModel() {
        Set<String> steps = new TreeSet<>();
        Set<String> forms = new TreeSet<>();
        models().map(ModelFiles::process).forEach(model -> {
            ModelReading.each(model, ServiceTask.class)
                    .map(ModelReading::stepOf)
                    .forEach(steps::add);
            ModelReading.each(model, UserTask.class).map(ModelReading::formOf).forEach(forms::add);
        });

        assertThat(steps).doesNotContainAnyElementsOf(STEPS_OF_OLDER_MODELS);
        assertThat(forms).doesNotContainAnyElementsOf(FORMS_OF_OLDER_MODELS);
        steps.addAll(STEPS_OF_OLDER_MODELS);
        forms.addAll(FORMS_OF_OLDER_MODELS);
        assertThat(steps).containsExactlyInAnyOrderElementsOf(PROGRAM.errors().keySet());
        assertThat(forms).containsExactlyInAnyOrderElementsOf(PROGRAM.forms());
    }

    /** The rules the model breaks, and where. */
    private static Map<ModelRule, List<String>> offences(Path file, Program program) {
        BpmnModelInstance model = ModelFiles.process(file);
        Map<ModelRule, List<String>> offences = new EnumMap<>(ModelRule.class);
        for (ModelRule rule : ModelRule.values()) {
            List<String> broken = rule.offences(model, program);
            if (!broken.isEmpty()) {
                offences.put(rule, broken);
            }
        }
        return offences;
    }

    /** What the columns of a table may answer, without quotes. */
    private static Set<String> answers(String table, String... columns) {
        DecisionTable read = ModelFiles.decisions(ModelFiles.PROCESSES.resolve(table))
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
        List<String> names = read.getOutputs().stream().map(Output::getName).toList();
        return read.getRules().stream()
                .map(rule -> List.copyOf(rule.getOutputEntries()))
                .flatMap(answers -> Stream.of(columns).map(column -> answers.get(names.indexOf(column))))
                .map(answer -> answer.getTextContent().strip().replace("\"", ""))
                .collect(Collectors.toSet());
    }
}
