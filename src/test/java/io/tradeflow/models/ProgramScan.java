package io.tradeflow.models;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.StaffGroups;
import io.tradeflow.engine.TaskForm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.mockito.Mockito;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Reads off the classes and files, without starting anything, what the program offers to models. */
final class ProgramScan {

    /** Steps that render or leave the database: each has a job of its own and is retried alone. */
    private static final Set<String> OUTSIDE_EFFECTS = Set.of(
            "renderQuote",
            "sendQuote",
            "issuePackingSlip",
            "renderTaxInvoice",
            "registerEInvoice",
            "deliverMail",
            "deliverWebhook");

    private static final Path SOURCES = Path.of("src/main/java/io/tradeflow");
    private static final Pattern NAME_IN_TEXT = Pattern.compile("\"([A-Z][a-z]+(?:[A-Z][a-z]+)+)\"");

    private ProgramScan() {}

    static Program program() {
        TreeMap<String, Class<?>> beans = beans();
        return new Program(
                beans.keySet(),
                beans.entrySet().stream()
                        .filter(bean -> bean.getValue().isAnnotationPresent(ProcessStep.class))
                        .collect(Collectors.toMap(bean -> bean.getKey(), bean -> errorsOf(bean.getValue()))),
                OUTSIDE_EFFECTS,
                forms(beans),
                StaffGroups.ids(),
                messages(),
                ids(".dmn", file -> ModelFiles.decisions(file).getModelElementsByType(Decision.class).stream()
                        .map(Decision::getId)),
                ids(".bpmn", file -> ModelFiles.process(file).getModelElementsByType(Process.class).stream()
                        .map(Process::getId)));
    }

    /** Components by bean name. Test classes do not count. */
    static TreeMap<String, Class<?>> beans() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        AnnotationBeanNameGenerator names = new AnnotationBeanNameGenerator();
        SimpleBeanDefinitionRegistry nowhere = new SimpleBeanDefinitionRegistry();
        TreeMap<String, Class<?>> beans = new TreeMap<>();
        for (BeanDefinition found : scan.findCandidateComponents("io.tradeflow")) {
            Class<?> type = ClassUtils.resolveClassName(found.getBeanClassName(), ProgramScan.class.getClassLoader());
            if (isOfTheProgram(type)) {
                beans.put(names.generateBeanName(found, nowhere), type);
            }
        }
        return beans;
    }

    private static boolean isOfTheProgram(Class<?> type) {
        String source = type.getName().replace('.', '/').replaceAll("\\$.*", "") + ".java";
        return Files.exists(Path.of("src/main/java").resolve(source));
    }

    private static Set<String> errorsOf(Class<?> step) {
        return Arrays.stream(step.getAnnotation(ProcessStep.class).errors())
                .map(ProcessStep.Error::code)
                .collect(Collectors.toSet());
    }

    /** Forms with a file below {@code forms/} and a bean that checks what they submit. */
    private static Set<String> forms(TreeMap<String, Class<?>> beans) {
        Set<String> files = ModelFiles.below(ModelFiles.FORMS, ".html").stream()
                .map(file -> ModelFiles.FORMS.relativize(file).toString().replace(".html", ""))
                .collect(Collectors.toSet());
        return beans.values().stream()
                .filter(TaskForm.class::isAssignableFrom)
                .map(ProgramScan::formOf)
                .filter(files::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The form's name is a constant of its class, so it can be asked without building what the class needs. */
    private static String formOf(Class<?> type) {
        return ((TaskForm) Mockito.mock(type, Mockito.CALLS_REAL_METHODS)).form();
    }

    /** Capitalised names in the {@code process} packages: the only place that tells processes anything. */
    private static Set<String> messages() {
        Set<String> names = new HashSet<>();
        for (Path file : ModelFiles.below(SOURCES, ".java")) {
            if (file.getParent().endsWith("process")) {
                Matcher name = NAME_IN_TEXT.matcher(ModelFiles.text(file));
                while (name.find()) {
                    names.add(name.group(1));
                }
            }
        }
        return names;
    }

    private static Set<String> ids(String ending, Function<Path, Stream<String>> idsOf) {
        return ModelFiles.below(ModelFiles.PROCESSES, ending).stream()
                .flatMap(idsOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
